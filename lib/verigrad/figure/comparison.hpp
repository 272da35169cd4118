// SGD, SGA and SAG, with BGD, from one start on one problem: the panel that several figures share.
#pragma once

#include <string>

#include <fmt/format.h>

#include "verigrad/figure/shipped_problems.hpp"

namespace verigrad {

/// The step sizes of the stochastic methods.
struct ComparisonSteps {
  double sgd, sga, sag;  ///< in units of 1/max Lᵢ; SGD and SGA decay with k₀ = n
};

/// f(x) − f* after each epoch of BGD with τ = 1/L and of the three, from 0, all with the seed 1.
template <class Terms>
Panel comparison(const std::string& title, const ShippedProblem<Terms>& problem, const ComparisonSteps& steps,
                 int epochs) {
  constexpr unsigned seed = 1;
  const Terms& terms = problem.terms;
  const double unit = 1 / terms.largest_L(), n = terms.size();
  const auto curve = [&](const std::string& label, const Trajectory<double>& points) {
    return over_epochs(label, gaps(points, problem.gap));
  };
  const Vector<double> x0 = problem.zero();
  return {title,
          {"epoch (n gradients of terms)"},
          {"f(x) − f*", true},
          {curve("BGD", bgd_epochs(terms, x0, epochs, 1 / problem.L)),
           curve("SGD", sgd_epochs(terms, x0, epochs, DecayingStep{steps.sgd * unit, n}, seed)),
           curve("SGA", sga_epochs(terms, x0, epochs, {steps.sga * unit, n}, seed)),
           curve("SAG", sag_epochs(terms, x0, epochs, steps.sag * unit, seed))}};
}

/// The settings, as a caption has them.
inline std::string in_words(const ComparisonSteps& steps) {
  return fmt::format(
      "x₀ = 0, seed 1; SGD τ₀ = {}/max Lᵢ, SGA τ₀ = {}/max Lᵢ, both k₀ = n; SAG τ = {}/max Lᵢ; BGD τ = 1/L", steps.sgd,
      steps.sga, steps.sag);
}

}  // namespace verigrad
