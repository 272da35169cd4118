// The methods that the thesis trains the auto-encoder of Problem (d) with, and what they choose their settings from.
#pragma once

#include "verigrad/figure/training.hpp"

namespace verigrad::training {

/// What the thesis trains so, of which the figures cut: Table 4.1 and Section 4.5.1.
inline constexpr const char* auto_encoder_of_the_text =
    "784–1000–500–250–30 and back on all of MNIST, three starts, 500 epochs, settings chosen after 50";

/// Step-Tuned SGD, SGD, RMSprop, ADAM, INNA; rates of 10⁻⁴ … 1, decaying as q^{−½ − δ} in epoch q, δ = 0.001, but for
/// ADAM and RMSprop: thesis, Section 4.5.1.
inline std::vector<Method> auto_encoder_methods() {
  const Decay decay = by_the_epoch(0.501);
  const std::vector<double> rates = powers_of_ten(-4, 0, 1);
  return {step_tuned_sgd(decay, rates), sgd(decay, rates), rmsprop(rates), adam({0.1, 0.5, 0.9, 0.99}, rates),
          inna(0.5, 0.1, decay, rates)};
}

}  // namespace verigrad::training
