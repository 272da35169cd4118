// Soft thresholding is the proximal map of λ‖·‖₁: argmin ½‖x − y‖² + λ‖x‖₁ = S_λ(y).
// Mathematical Foundations of Data Sciences, Proposition 46.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::soft_thresholding {

const Statement& statement();

/// y, the threshold λ and a point.
struct ProximalInstance {
  Vector<double> y;
  double lambda;
  Vector<double> x;  ///< the point that S_λ(y) is compared with

  bool rational() const { return true; }
  std::string describe() const;
};

/// y and x have as many entries, and λ ≥ 0.
bool hypotheses_hold(const ProximalInstance& instance);

/// F(S) + ½‖x − S‖² ≤ F(x) for the printed S = S_λ(y), and the optimality conditions |yₖ − Sₖ| ≤ λ,
/// ⟨y − S, S⟩ = λ‖S‖₁, which imply it for every x.
Form<ProximalInstance> conclusion();
/// F(S) + ½‖x − S‖² = F(x): so it is when x has the signs of S, and 0 where S has.
Form<ProximalInstance> attained();

/// The lines of the proof; in place of the erratum x = S_λ(y) for the y ∈ x + λ∂‖x‖₁, whose minimiser is x; wrong maps.
Lines<ProximalInstance> lines();

}  // namespace verigrad::soft_thresholding
