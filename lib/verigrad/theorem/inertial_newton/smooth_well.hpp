// Even functions of one variable whose second derivative is continuous and piecewise linear in |θ|: twice continuously
// differentiable wells with a strict saddle at 0, in exact arithmetic.
#pragma once

#include <vector>

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// f as an objective of dimension 1, over every number type.
class SmoothWell {
public:
  /// f″(θ) = curvatures[i] at |θ| = knots[i], linear between, curvatures.back() beyond; knots[0] = 0.
  /// Throws std::invalid_argument unless knots ascend from 0 and there are as many curvatures.
  SmoothWell(std::vector<double> knots, std::vector<double> curvatures);

  template <class T>
  static constexpr bool over = true;
  template <class T>
  T value(const Vector<T>& x) const;
  template <class T>
  Vector<T> gradient(const Vector<T>& x) const;
  template <class T>
  Vector<T> hessian_product(const Vector<T>& x, const Vector<T>& v) const;

  bool has_minimum() const { return false; }
  Eigen::Index dimension() const { return 1; }
  std::string describe() const;
  Curvature curvature() const;

private:
  /// f, f′ and f″ at x ≥ 0.
  template <class T>
  struct Derivatives {
    T value, first, second;
  };
  template <class T>
  Derivatives<T> at(const T& x) const;

  std::vector<double> knots_, curvatures_;
};

}  // namespace verigrad
