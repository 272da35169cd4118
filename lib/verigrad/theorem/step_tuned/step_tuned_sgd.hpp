// Step-Tuned SGD line by line: two steps on each mini-batch, and the step size from the averaged variation of the
// gradient. Thesis, (4.13) to (4.15) and Algorithm 3.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/step_tuned/tuned_instance.hpp"

namespace verigrad::step_tuned_sgd {

const Statement& statement();

/// The shipped θ_{k+½}, θₖ₊₁ and γₖ₊₁ are those of the printed lines, whose θ_{k+½} − θₖ is formed from both points.
Form<TunedInstance> conclusion();
/// The rates of the shipped method: (α/αₖ)⁴ = (k + 1)³ for δ = 1/4, α the first rate and k up to the steps of the run.
Form<TunedInstance> decay();
/// γₖ₊₁ = 1/h for every k when 𝒥 = hθ²/2, 1/h within the bounds and β = 0.
Form<TunedInstance> curvature_found();

/// The printed lines of the algorithm, and wrong forms.
Lines<TunedInstance> lines();

/// The weights of the average and the bounds of the step size.
struct ParametersInstance {
  double beta;
  double m = 0.5, M = 2, gamma = 1;  ///< γ: a step size before line 17
  int k = 0;

  bool rational() const { return true; }
  std::string describe() const;
};
/// 0 ≤ β < 1 and 0 < m̃ ≤ 1 ≤ M̃.
bool usable(const ParametersInstance& instance);
Lines<ParametersInstance> parameter_lines();

}  // namespace verigrad::step_tuned_sgd
