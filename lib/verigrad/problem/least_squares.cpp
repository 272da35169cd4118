#include "verigrad/problem/least_squares.hpp"

#include <mutex>

#include <fmt/format.h>

#include "verigrad/number/exact_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {

struct LeastSquares::ExactMinimum {
  std::once_flag once;
  Minimum<Rational> value;
};

namespace {

Matrix<Rational> lifted(Matrix<Rational> h, const Rational& shift) {
  for (Eigen::Index i = 0; i < h.rows(); ++i) h(i, i) += shift;
  return h;
}

// At the minimiser, f = (bᵀb/N − ⟨Aᵀb/N, x⟩)/2: no second pass over the table.
Minimum<Rational> minimum_of_tall(const Matrix<double>& a, const Vector<double>& b, double ridge) {
  const Rational rows = int(a.rows());
  const NormalEquations equations = normal_equations(a, b);
  const Vector<Rational> x = solve(lifted(equations.gram, rows * exact<Rational>(ridge)), equations.moment);
  return {x, (equations.square - dot<Rational>(equations.moment, x)) / (2 * rows)};
}

/// x = Aᵀz. With G = AAᵀ, (AᵀA + NλI)x = Aᵀ(G + NλI)z is Aᵀb where (G + NλI)z = b. Where λ = 0 and b is not in the
/// range of G, it is where G²z = Gb, which always has a solution.
Minimum<Rational> minimum_of_wide(const Matrix<double>& a, const Vector<double>& b, double ridge) {
  const Rational rows = int(a.rows());
  const Matrix<Rational> gram = normal_equations(a.transpose(), Vector<double>::Zero(a.cols())).gram;
  const Vector<Rational> right = exact<Rational>(b), moment = product(gram, right);
  auto z = solution(lifted(gram, rows * exact<Rational>(ridge)), right);
  if (!z) z = solve(product(gram, gram), moment);
  return {product(a.transpose(), *z), (squared_norm<Rational>(right) - dot<Rational>(moment, *z)) / (2 * rows)};
}

}  // namespace

LeastSquares::LeastSquares(Matrix<double> a, Vector<double> b, double ridge, std::string name)
    : a_(std::move(a)),
      b_(std::move(b)),
      ridge_(ridge),
      name_(std::move(name)),
      exact_(std::make_shared<ExactMinimum>()) {
  require_table("LeastSquares", a_, b_, ridge_);
  curvature_ = table_curvature(a_, 1, ridge_);
}

std::string LeastSquares::describe() const {
  return fmt::format("‖Ax−b‖²/(2N){}, {}", ridge_in_words(ridge_), table_in_words(name_, a_, "b", b_));
}

template <class T>
T LeastSquares::value(const Vector<T>& x) const {
  const Vector<T> residual = product(a_, x) - exact<T>(b_);
  return squared_norm<T>(residual) / T(2 * int(a_.rows())) + frac<T>(1, 2) * exact<T>(ridge_) * squared_norm<T>(x);
}

template <class T>
Vector<T> LeastSquares::gradient(const Vector<T>& x) const {
  const Vector<T> residual = product(a_, x) - exact<T>(b_);
  return product(a_.transpose(), residual) / T(int(a_.rows())) + exact<T>(ridge_) * x;
}

template <class T>
Vector<T> LeastSquares::hessian_product(const Vector<T>&, const Vector<T>& v) const {
  return product(a_.transpose(), product(a_, v)) / T(int(a_.rows())) + exact<T>(ridge_) * v;
}

const Minimum<Rational>& LeastSquares::exact_minimum() const {
  std::call_once(exact_->once, [this] {
    exact_->value = a_.rows() < a_.cols() ? minimum_of_wide(a_, b_, ridge_) : minimum_of_tall(a_, b_, ridge_);
  });
  return exact_->value;
}

template <class T>
Minimum<T> LeastSquares::minimum() const {
  const Minimum<Rational>& known = exact_minimum();
  return {enclose<T>(known.x_star), enclose<T>(known.f_star)};
}

LeastSquares least_squares(const DataSet& data, double ridge) {
  require_moderate_features(data);
  require_moderate_target(data);
  return {with_intercept(data.x), data.y, ridge, data.name};
}

#define VERIGRAD_INSTANTIATE(T)                                                                  \
  template T LeastSquares::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> LeastSquares::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> LeastSquares::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> LeastSquares::minimum<T>() const;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
