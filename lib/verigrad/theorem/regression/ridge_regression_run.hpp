// What the forms of Proposition 45 speak of: the ridge problem, and its solution's limit for λ → 0.
#pragma once

#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/regression/ridge_regression.hpp"

namespace verigrad::ridge_regression {

/// The ridge problem with its two closed forms.
struct Run {
  using Instance = RidgeInstance;
  explicit Run(const RidgeInstance& i)
      : a(i.a), y(exact(i.y)), x(exact(i.x)), lambda(exact(i.lambda)), data(i.y), half{i.lambda} {}

  /// (AᵀA + λI)v.
  Vector<Number> shifted(const Vector<Number>& v) const { return transposed(apply(v)) + lambda * v; }
  Vector<Number> apply(const Vector<Number>& v) const { return product(a, v); }
  Vector<Number> transposed(const Vector<Number>& v) const { return product(a.transpose(), v); }
  Vector<Number> moment() const { return transposed(y); }
  Vector<Number> columns() const { return half.by_columns<Number>(a, data); }
  Vector<Number> rows() const { return half.by_rows<Number>(a, data); }
  /// ½‖Av − y‖² + weight ‖v‖².
  Number objective(const Vector<Number>& v, const Number& weight) const {
    return frac(1, 2) * squared_norm(apply(v) - y) + weight * squared_norm(v);
  }

  Matrix<double> a;
  Vector<Number> y, x;
  Number lambda;
  Vector<double> data;
  RidgeWithHalfPenalty half;
};

/// x₀ = A⁺y, and both sides of ‖x_λ − x₀‖ ≤ λ‖w‖ ≤ (1 + λt)‖x_λ − x₀‖, t the trace of the inverse Gram matrix.
struct Limit {
  Limit(const Run& r, const Vector<Number>& x_lambda, Vector<Number> limit, const Vector<Number>& w, const Number& t)
      : x0(std::move(limit)),
        error2(squared_norm(x_lambda - x0)),
        bound2(square(r.lambda) * squared_norm(w)),
        upper2(square(1 + r.lambda * t) * error2) {}

  Vector<Number> x0;
  Number error2;  ///< ‖x_λ − x₀‖²
  Number bound2;  ///< λ²‖w‖²
  Number upper2;  ///< (1 + λt)²‖x_λ − x₀‖²
};

/// tr G⁻¹.
inline Number inverse_trace(const Matrix<Number>& gram) {
  Number trace(0);
  for (Eigen::Index j = 0; j < gram.cols(); ++j) {
    Vector<Number> unit = Vector<Number>::Zero(gram.cols());
    unit[j] = 1;
    trace += linear_solve<Number>(gram, unit)[j];
  }
  return trace;
}

/// Where AᵀA is regular: x₀ = (AᵀA)⁻¹Aᵀy.
inline Limit overdetermined(const Run& r) {
  const Matrix<Number> gram = gram_matrix<Number>(r.a);
  const Vector<Number> x0 = linear_solve<Number>(gram, r.moment());
  return {r, r.columns(), x0, linear_solve<Number>(gram, x0), inverse_trace(gram)};
}

/// Where AAᵀ is regular: x₀ = Aᵀ(AAᵀ)⁻¹y.
inline Limit underdetermined(const Run& r) {
  const Matrix<Number> gram = gram_matrix<Number>(r.a.transpose());
  const Vector<Number> dual = linear_solve<Number>(gram, r.y);
  return {r, r.rows(), r.transposed(dual), r.transposed(linear_solve<Number>(gram, dual)), inverse_trace(gram)};
}

/// Of these, the one that the shape of A allows.
inline Limit limit_of(const Run& r) { return r.a.rows() >= r.a.cols() ? overdetermined(r) : underdetermined(r); }

}  // namespace verigrad::ridge_regression
