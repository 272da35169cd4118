// Squared error of a network with one hidden layer of softplus: non-convex, smooth on every ball.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f(θ) = (1/2N) Σᵢ (oᵢ − yᵢ)², oᵢ = Σⱼ vⱼ softplus(⟨wⱼ, aᵢ⟩ + cⱼ), θ = (w₁, c₁, …, w_h, c_h, v₁ … v_h), of dimension
/// h(p + 2) for p inputs and h hidden units. Its curvature holds on ‖θ‖ ≤ r = domain_radius() only.
class SoftplusNetwork {
public:
  /// inputs A (N × p), outputs y (N), h ≥ 1, r > 0. Throws std::invalid_argument otherwise.
  SoftplusNetwork(const Matrix<double>& inputs, Vector<double> outputs, int hidden, double radius);

  template <class T>
  T value(const Vector<T>& theta) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& theta) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& theta, const Vector<T>& direction) const;

  Eigen::Index dimension() const { return hidden_ * (inputs_.cols() + 1); }
  std::string describe() const;
  /// With A = ‖(a, 1)‖, on the ball: ‖∇o‖ ≤ G = √h log 2 + A r, |o| ≤ r√h log 2 + A r²/2, ‖∇²o‖ ≤ A + r A²/4, so that
  /// −K ≤ ∇²(½(o − y)²) ≤ G² + K with K = (|o| + |y|)(A + r A²/4); the mean of both sides over the samples.
  Curvature curvature() const { return curvature_; }
  double domain_radius() const { return radius_; }

private:
  Curvature curvature_on_ball() const;
  /// ⟨wⱼ, aᵢ⟩ + cⱼ in row i and column j.
  template <class T>
  Matrix<T> activations(const Vector<T>& theta) const;
  /// oᵢ − yᵢ.
  template <class T>
  Vector<T> residuals(const Matrix<T>& activations, const Vector<T>& theta) const;
  /// The derivative of the outputs oᵢ along a direction, which moves the activations by `moved`.
  template <class T>
  Vector<T> output_slopes(const Matrix<T>& activations, const Matrix<T>& moved, const Vector<T>& theta,
                          const Vector<T>& direction) const;

  Matrix<double> inputs_;  ///< with a column of ones
  Vector<double> outputs_;
  int hidden_;
  double radius_;
  Curvature curvature_;
};

}  // namespace verigrad
