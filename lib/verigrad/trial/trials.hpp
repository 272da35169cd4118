// The statements that runs of other programs can be held against.
#pragma once

#include <string>

#include "verigrad/trial/trial.hpp"

namespace verigrad::trial {

/// All of them.
const std::vector<Trial>& trials();

/// Throws std::invalid_argument, which lists those there are.
const Trial& trial_named(const std::string& stem);

/// MathDNN, Proposition 6.5, with the best constant known; its worst cases attain that.
Trial gradient_descent_rate_trial();
/// Karimi, Nutini and Schmidt (2016), Theorem 1.
Trial polyak_lojasiewicz_rate_trial();
/// SGM, Lemma 5.1.3.
Trial iteration_contraction_trial();
/// Thesis, (1.28): Polyak's energy does not grow.
Trial heavy_ball_trial();
/// MFDS, Theorem 24: every sequence of indices is run.
Trial strongly_convex_sgd_trial();
/// Beck and Teboulle (2009), Theorem 3.1, beside MFDS, Proposition 47.
Trial iterative_soft_thresholding_trial();
/// Thesis, (2.13): every sequence of terms is run.
Trial inna_minibatch_trial();
/// Thesis, (2.16).
Trial inna_steady_states_trial();

}  // namespace verigrad::trial
