// Softplus on both sides: f(x) = Σ wᵢ (softplus(t) + κᵢ softplus(−t)), t = xᵢ − cᵢ: a smooth form of Σ wᵢ|t| for κ = 1.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝᵈ → ℝ, strictly convex; rationals do not hold its values.
class Softplus {
public:
  /// weights > 0, κ > 0. Throws std::invalid_argument otherwise, and when sizes differ.
  Softplus(Vector<double> weights, Vector<double> centre, Vector<double> kappa);
  /// κ = 1.
  Softplus(const Vector<double>& weights, const Vector<double>& centre)
      : Softplus(weights, centre, Vector<double>::Ones(centre.size())) {}

  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// xᵢ* = cᵢ + log κᵢ and f* = Σ wᵢ ((1 + κᵢ) log(1 + κᵢ) − κᵢ log κᵢ).
  template <class T>
  Minimum<T> minimum() const;

  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const;
  /// upper = max wᵢ(1 + κᵢ)/4, attained at the centre.
  Curvature curvature() const { return {0, smoothness_}; }

private:
  Vector<double> weights_;
  Vector<double> centre_;
  Vector<double> kappa_;
  double smoothness_;
};

}  // namespace verigrad
