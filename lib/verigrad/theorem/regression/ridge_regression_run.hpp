// What the forms of Proposition 45 speak of: the ridge problem, and its solution's limit for λ → 0.
#pragma once

#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/regression/ridge_regression.hpp"

namespace verigrad::ridge_regression {

template <class T>
struct Run {
  using Instance = RidgeInstance;
  explicit Run(const RidgeInstance& i)
      : a(i.a), y(exact<T>(i.y)), x(exact<T>(i.x)), lambda(exact<T>(i.lambda)), data(i.y), half{i.lambda} {}

  /// (AᵀA + λI)v.
  Vector<T> shifted(const Vector<T>& v) const { return transposed(apply(v)) + lambda * v; }
  Vector<T> apply(const Vector<T>& v) const { return product<T>(a, v); }
  Vector<T> transposed(const Vector<T>& v) const { return transposed_product<T>(a, v); }
  Vector<T> moment() const { return transposed(y); }
  Vector<T> columns() const { return half.by_columns<T>(a, data); }
  Vector<T> rows() const { return half.by_rows<T>(a, data); }
  /// ½‖Av − y‖² + weight ‖v‖².
  T objective(const Vector<T>& v, const T& weight) const {
    return frac<T>(1, 2) * squared_norm<T>(apply(v) - y) + weight * squared_norm<T>(v);
  }

  Matrix<double> a;
  Vector<T> y, x;
  T lambda;
  Vector<double> data;
  RidgeWithHalfPenalty half;
};

/// x₀ = A⁺y, and both sides of ‖x_λ − x₀‖ ≤ λ‖w‖ ≤ (1 + λt)‖x_λ − x₀‖, t the trace of the inverse Gram matrix.
template <class T>
struct Limit {
  Limit(const Run<T>& r, const Vector<T>& x_lambda, Vector<T> limit, const Vector<T>& w, const T& t)
      : x0(std::move(limit)),
        error2(squared_norm<T>(x_lambda - x0)),
        bound2(square(r.lambda) * squared_norm<T>(w)),
        upper2(square(T(T(1) + r.lambda * t)) * error2) {}

  Vector<T> x0;
  T error2;  ///< ‖x_λ − x₀‖²
  T bound2;  ///< λ²‖w‖²
  T upper2;  ///< (1 + λt)²‖x_λ − x₀‖²
};

/// tr G⁻¹.
template <class T>
T inverse_trace(const Matrix<T>& gram) {
  T trace(0);
  for (Eigen::Index j = 0; j < gram.cols(); ++j) {
    Vector<T> unit = Vector<T>::Constant(gram.cols(), T(0));
    unit[j] = T(1);
    trace += linear_solve<T>(gram, unit)[j];
  }
  return trace;
}

template <class T>
Limit<T> overdetermined(const Run<T>& r) {
  const Matrix<T> gram = gram_matrix<T>(r.a);
  const Vector<T> x0 = linear_solve<T>(gram, r.moment());
  return {r, r.columns(), x0, linear_solve<T>(gram, x0), inverse_trace<T>(gram)};
}

template <class T>
Limit<T> underdetermined(const Run<T>& r) {
  const Matrix<T> gram = gram_matrix<T>(r.a.transpose());
  const Vector<T> dual = linear_solve<T>(gram, r.y);
  return {r, r.rows(), r.transposed(dual), r.transposed(linear_solve<T>(gram, dual)), inverse_trace<T>(gram)};
}

template <class T>
Limit<T> limit_of(const Run<T>& r) {
  return r.a.rows() >= r.a.cols() ? overdetermined<T>(r) : underdetermined<T>(r);
}

}  // namespace verigrad::ridge_regression
