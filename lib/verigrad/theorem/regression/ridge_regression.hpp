// Ridge regression: two closed forms, what they minimise, and their limit A⁺y as λ → 0 with an explicit rate.
// Mathematical Foundations of Data Sciences, Proposition 45.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::ridge_regression {

const Statement& statement();

/// A, y, the penalty λ and a point.
struct RidgeInstance {
  Matrix<double> a;
  Vector<double> y;
  double lambda;
  Vector<double> x;  ///< the point that x_λ is compared with

  bool rational() const { return true; }
  std::string describe() const;
};

/// Sizes match, and λ > 0.
bool hypotheses_hold(const RidgeInstance& instance);
/// ker A = {0} (overdetermined), ker Aᵀ = {0} (underdetermined), decided exactly.
bool has_full_column_rank(const RidgeInstance& instance);
bool has_full_row_rank(const RidgeInstance& instance);

/// (14.4) = (14.5), with the ᵀ that the scan shows as +.
Form<RidgeInstance> conclusion();
/// AᵀA + λI is invertible: 0 < det and λᵖ ≤ det.
Form<RidgeInstance> invertible();
/// With w = (AᵀA)⁻¹x₀ or w = Aᵀ(AAᵀ)⁻²y, x₀ = A⁺y: ‖x_λ − x₀‖² ≤ λ²‖w‖² and λ²‖w‖² ≤ (1 + λt)²‖x_λ − x₀‖², where t
/// is the trace of the inverse of AᵀA or AAᵀ, at least 1/σ_min². So x_λ − x₀ is of order λ, no more and no less.
/// By (14.4) for full column rank, by (14.5) for full row rank.
Form<RidgeInstance> limit();
/// ‖x_λ − x₀‖²(1 + λt)² = λ²‖w‖²: so it is with one column, or one row.
Form<RidgeInstance> limit_attained();

/// The lines of the proof, the errata, and wrong closed forms and rates.
Lines<RidgeInstance> lines();

}  // namespace verigrad::ridge_regression
