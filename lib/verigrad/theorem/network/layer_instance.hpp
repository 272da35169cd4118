// A layer at a point, with a displacement to test its Jacobian by: what chapters 2 to 5 of MathDNN speak of.
#pragma once

#include <string>

#include "verigrad/claim/claims.hpp"
#include "verigrad/number/elementary.hpp"

namespace verigrad {

/// Unused fields are empty. The upstream function is F(y) = ⟨c, y⟩ + ½⟨y, Qy⟩ with Q symmetric.
struct LayerInstance {
  Vector<double> x;               ///< z of an activation, y of a dense layer or a loss
  Vector<double> h;               ///< the displacement
  Matrix<double> W = {};          ///< m × n
  Vector<double> b = {};          ///< m
  Vector<double> c = {};          ///< m
  Matrix<double> Q = {};          ///< m × m
  Vector<int> y_star = {};        ///< the label as a row
  int row = 0;                    ///< i* − 1
  bool exact = true;              ///< rationals hold the claims: no exp or log
  bool x_is_exponential = false;  ///< x stands for eᶻ, so that rationals hold 𝒮(z)

  bool rational() const { return exact; }
  std::string describe() const;
};

/// The quantities of an instance over Number.
struct LayerRun {
  using Instance = LayerInstance;
  explicit LayerRun(const LayerInstance& instance)
      : x(verigrad::exact(instance.x)),
        h(verigrad::exact(instance.h)),
        W(verigrad::exact(instance.W)),
        b(verigrad::exact(instance.b)),
        c(verigrad::exact(instance.c)),
        Q(verigrad::exact(instance.Q)),
        y_star(instance.y_star),
        row(instance.row) {}

  Vector<Number> x, h;
  Matrix<Number> W;
  Vector<Number> b, c;
  Matrix<Number> Q;
  Vector<int> y_star;
  int row;
};

/// F(y) and ∇F(y) of the upstream function.
inline Number upstream_value(const LayerRun& r, const Vector<Number>& y) {
  Number sum(0);
  for (Eigen::Index i = 0; i < y.size(); ++i) {
    sum += r.c[i] * y[i];
    for (Eigen::Index j = 0; j < y.size(); ++j) sum += y[i] * r.Q(i, j) * y[j] / 2;
  }
  return sum;
}
/// Its gradient c + Qy.
inline Vector<Number> upstream_gradient(const LayerRun& r, const Vector<Number>& y) {
  Vector<Number> result = r.c;
  for (Eigen::Index i = 0; i < y.size(); ++i)
    for (Eigen::Index j = 0; j < y.size(); ++j) result[i] += r.Q(i, j) * y[j];
  return result;
}

/// h Jᵀ, the differential's value at h; empty when J does not have h.size() columns.
inline Vector<Number> differential(const Matrix<Number>& jacobian, const Vector<Number>& h) {
  if (jacobian.cols() != h.size()) return {};
  Vector<Number> result = Vector<Number>::Zero(jacobian.rows());
  for (Eigen::Index i = 0; i < jacobian.rows(); ++i)
    for (Eigen::Index j = 0; j < h.size(); ++j) result[i] += jacobian(i, j) * h[j];
  return result;
}

/// Definition 1.1 where the remainder is 0: J has one row an output and one column an input, and f(a + h) = f(a) + h
/// Jᵀ.
inline void claim_linear(const Vector<Number>& f_moved, const Vector<Number>& f, const Matrix<Number>& jacobian,
                         const Vector<Number>& h, Claims& claims) {
  claims.equal("rows = outputs", int(jacobian.rows()), int(f.size()));
  claims.equal("columns = inputs", int(jacobian.cols()), int(h.size()));
  if (jacobian.rows() != f.size() || jacobian.cols() != h.size()) return;
  const Vector<Number> moved = differential(jacobian, h);
  for (Eigen::Index i = 0; i < f.size(); ++i)
    claims.equal("f(a + h)ᵢ = f(a)ᵢ + (h Jᵀ)ᵢ", f_moved[i], f[i] + moved[i], int(i));
}

/// maxₖ hₖ − minₖ hₖ.
Number spread(const Vector<Number>& h);

/// ReLU moves linearly: each |hⱼ| < |xⱼ|, or hⱼ = 0.
bool crosses_no_kink(const LayerInstance& instance);
/// h is not a multiple of (1 … 1): along those, softmax stands still, and its bounds are ties.
bool is_not_constant(const Vector<double>& h);

}  // namespace verigrad
