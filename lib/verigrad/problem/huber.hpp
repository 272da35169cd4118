// Huber's function in every coordinate: f(x) = Σ wᵢ h(xᵢ − cᵢ), h(t) = t²/2 for |t| ≤ δ, δ|t| − δ²/2 beyond.
// Convex, once differentiable, L = max wᵢ: where gradient descent is slowest (MathDNN 6.5, Drori–Teboulle).
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f: ℝᵈ → [0, ∞[, minimal at c.
class Huber {
public:
  /// weights > 0, delta > 0. Throws std::invalid_argument otherwise, and when sizes differ.
  Huber(Vector<double> weights, double delta, Vector<double> centre);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  /// The kinks |xᵢ − cᵢ| = δ count as inside.
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  template <class T>
  Minimum<T> minimum() const;

  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const;
  Curvature curvature() const { return {0, weights_.maxCoeff()}; }

private:
  Vector<double> weights_;
  double delta_;
  Vector<double> centre_;
};

}  // namespace verigrad
