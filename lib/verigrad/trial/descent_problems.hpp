// Gradient descent at one rate α, as the trials of its statements have it.
//
// A recorded step ends within ρ of the exact one from the recorded iterate. For 0 < α ≤ 2/L and convex f the exact step
// is 1-Lipschitz, so that after k steps the recorded iterate is within Σρ of the exact one.
#pragma once

#include "verigrad/theorem/descent/descent_instance.hpp"
#include "verigrad/trial/trial.hpp"

namespace verigrad::trial {

/// αL of the problems: that of the declared rate and L, or these.
std::vector<double> products(const Declared& declared, std::vector<double> usual);
/// L for such a product and the declared rate, which is ½ unless declared.
double smoothness(const Declared& declared, double product);
/// At the declared rate.
Problem descent_on(ObjectivePtr f, Vector<double> start, const Declared& declared, int steps);

/// The recorded run as an instance of the statements.
DescentInstance instance_of(const Problem& problem, const std::vector<Run>& runs);
/// Whether 0 < α < 2/L. If not, that is claimed, and what goes first where it is not so.
bool admissible(const DescentInstance& instance, Claims& claims);

/// What `of` says for k = 0 … the steps of the run.
template <class Of>
std::vector<double> after_each(const Run& run, Of of) {
  std::vector<double> result;
  for (int k = 0; k <= run.steps(); ++k) result.push_back(of(k));
  return result;
}

}  // namespace verigrad::trial
