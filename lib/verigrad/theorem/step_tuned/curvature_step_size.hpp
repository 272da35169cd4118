// The step that minimises the second-order model of 𝒥 along a direction with positive curvature, and along −∇𝒥.
// Thesis, (4.2) to (4.5).
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/step_tuned/curvature_instance.hpp"

namespace verigrad::curvature_step_size {

const Statement& statement();

/// 𝒥(θ − γ(θ)∇𝒥(θ)) = 𝒥(θ − γ∇𝒥(θ)) − c(γ − γ(θ))²/2 ≤ 𝒥(θ − γ∇𝒥(θ)): on quadratics, where 𝒥 is its own model.
Form<CurvatureInstance> conclusion();
/// q_d(γ) = q_d(γ*) + c(γ − γ*)²/2 with c > 0, and γ* = γ(θ) for d = −∇𝒥(θ), for all values.
Form<Unknowns> general_conclusion();
/// |𝒥(θ − γ∇𝒥(θ)) − q(γ)| ≤ ργ³‖∇𝒥(θ)‖³/6, squared.
Form<CurvatureInstance> remainder();
Form<CurvatureInstance> remainder_attained();
/// The remainder with 1/7 for 1/6.
Form<CurvatureInstance> smaller_remainder();
/// q_d(γ*) ≤ q_d(γ) whatever the sign of c.
Form<CurvatureInstance> least_of_model();

/// The lines and wrong forms, at given points and for all values.
Lines<CurvatureInstance> lines();
Lines<Unknowns> general_lines();

/// Two points of ℝ², for convexity near a local minimum at 0.
struct SegmentInstance {
  Vector<double> a, b;

  bool rational() const { return true; }
  std::string describe() const;
};
/// Both within [−1/2, 1/2]², where x² + y² + x²y² is convex: its Hessian has the determinant 4 + 4x² + 4y² − 12x²y².
bool near_minimum(const SegmentInstance& segment);
Lines<SegmentInstance> segment_lines();

}  // namespace verigrad::curvature_step_size
