// Softplus on both sides: f(x) = Σ wᵢ (softplus(xᵢ − cᵢ) + softplus(cᵢ − xᵢ)), a smooth form of Σ wᵢ|xᵢ − cᵢ|.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

class Softplus {
public:
  /// weights > 0. Throws std::invalid_argument otherwise, and when sizes differ.
  Softplus(Vector<double> weights, Vector<double> centre);

  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;
  /// The centre by symmetry, with f* = 2 log 2 Σ wᵢ.
  template <class T>
  Minimum<T> minimum() const;

  Eigen::Index dimension() const { return centre_.size(); }
  std::string describe() const;
  /// upper = max wᵢ/2, attained at the centre.
  Curvature curvature() const { return {0, weights_.maxCoeff() / 2}; }

private:
  Vector<double> weights_;
  Vector<double> centre_;
};

}  // namespace verigrad
