// Generators for statements about curvature steps and Step-Tuned SGD. Data are dyadic, as in sampling/generators.hpp.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/step_tuned/curvature_descent.hpp"
#include "verigrad/theorem/step_tuned/curvature_instance.hpp"
#include "verigrad/theorem/step_tuned/curvature_step_size.hpp"
#include "verigrad/theorem/step_tuned/lipschitz_gradient_bound.hpp"
#include "verigrad/theorem/step_tuned/series_lemma.hpp"
#include "verigrad/theorem/step_tuned/step_tuned_sgd.hpp"
#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad::generate {

/// 1 to 12 steps, each down by Cvₖ or less, or up, by Cvₖ or less if `increases_too` and by anything if not. Many fall
/// from 1 to 0 in equal steps.
Gen<series_lemma::SequenceInstance> slow_sequence(bool increases_too);

/// The same with increases by Cvₖ or less, and a last step to 0.
Gen<series_lemma::SequenceInstance> vanishing_sequence();

/// Huber's function in up to 4 dimensions, on its slopes as often as not, and robust losses.
Gen<lipschitz_gradient_bound::LipschitzInstance> lipschitz_function();

/// Quadratics of any signature, ρ = 0.
Gen<CurvatureInstance> curvature_on_quadratic();
/// Those, cubics and robust losses, with the Lipschitz constants of their Hessians.
Gen<CurvatureInstance> curvature();

/// Two points of [−1/2, 1/2]².
Gen<curvature_step_size::SegmentInstance> segment();

/// 1 to 4 quadratics of dimension 1 or 2 and any signature, with diagonal Hessians.
Gen<BatchInstance> quadratic_batches();

/// Up to `most_steps` batches of up to 3 quadratics or cubics of dimension 1 or 2, any signature, with rates of up
/// to 1.
Gen<TunedInstance> tuned_run(int most_steps);

/// Quadratics of any signature and cubics, 1 to `most_steps` steps.
Gen<curvature_descent::DescentRunInstance> curvature_descent(int most_steps);
/// The same on strongly convex quadratics.
Gen<curvature_descent::DescentRunInstance> curvature_descent_on_bowl(int most_steps);

/// β = 0 … 7/8, k up to 6, m̃ ≤ 1 ≤ M̃.
Gen<step_tuned_sgd::ParametersInstance> tuning_parameters();

/// 2 to 4 batches on hθ²/2 from θ₀ ≠ 0, h in [1/8, 8], β = 0, m̃ = 1/8, M̃ = 8, rates of up to 4.
Gen<TunedInstance> run_on_parabola();

/// 1 to 3 batches on up to 3 convex quadratics of dimension 1 or 2, or 1 or 2 on two robust losses; m̃ in [1/2, 1], M̃ in
/// [1, 2]; and the parabola with γ = 1, on which the bound is nearest. With decreasing rates, or with α/(k + 1)^{1/2 +
/// δ}.
Gen<step_tuned_sgd_rate::RateInstance> rate_run(bool with_rates);
/// Robust losses with the constants that they have on ℝ.
Gen<step_tuned_sgd_rate::RateInstance> lipschitz_rate_run();

}  // namespace verigrad::generate
