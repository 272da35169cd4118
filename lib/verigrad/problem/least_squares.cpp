#include "verigrad/problem/least_squares.hpp"

#include <mutex>
#include <optional>

#include <fmt/format.h>

#include "verigrad/number/exact_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/number/spectrum.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/minimiser.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {

namespace {

/// Up to so many unknowns the minimum is solved for in rationals, of which each has some hundred digits an unknown.
constexpr Eigen::Index few_unknowns = 64;
/// From so many entries on a sum over a tall table costs more in rationals than its d² inner products.
constexpr Eigen::Index many_entries = 1 << 14;

Matrix<Rational> lifted(Matrix<Rational> h, const Rational& shift) {
  for (Eigen::Index i = 0; i < h.rows(); ++i) h(i, i) += shift;
  return h;
}

/// Whether sums over the table are taken from its equations: over rationals, in which no digit cancels.
bool is_tall_and_large(const Matrix<double>& a) { return a.rows() > a.cols() && a.size() >= many_entries; }

/// (xᵀAᵀAx − 2⟨Aᵀb, x⟩ + bᵀb)/(2N) + λ‖x‖²/2.
Rational value_of(const NormalEquations& equations, Eigen::Index rows, double ridge, const Vector<Rational>& x) {
  const Vector<Rational> half = product(equations.gram, x) - Rational(2) * equations.moment;
  return (dot<Rational>(half, x) + equations.square) / Rational(2 * int(rows)) +
         frac<Rational>(1, 2) * exact<Rational>(ridge) * squared_norm<Rational>(x);
}

NormalEquations equations_of(const Matrix<double>& a, const Vector<double>& b) {
  if (a.rows() >= a.cols()) return normal_equations(a, b);
  NormalEquations wide = normal_equations(a.transpose(), Vector<double>::Zero(a.cols()));
  wide.moment = product(wide.gram, exact<Rational>(b));
  wide.square = squared_norm<Rational>(exact<Rational>(b));
  return wide;
}

// At the minimiser, f = (bᵀb/N − ⟨Aᵀb/N, x⟩)/2: no second pass over the table.
Minimum<Rational> minimum_of_tall(const NormalEquations& equations, const Rational& rows, double ridge) {
  const Vector<Rational> x = solve(lifted(equations.gram, rows * exact<Rational>(ridge)), equations.moment);
  return {x, (equations.square - dot<Rational>(equations.moment, x)) / (2 * rows)};
}

/// x = Aᵀz. With G = AAᵀ, (AᵀA + NλI)x = Aᵀ(G + NλI)z is Aᵀb where (G + NλI)z = b. Where λ = 0 and b is not in the
/// range of G, it is where G²z = Gb, which always has a solution.
Minimum<Rational> minimum_of_wide(const Matrix<double>& a, const Vector<double>& b, const NormalEquations& equations,
                                  double ridge) {
  const Rational rows = int(a.rows());
  const Matrix<Rational>& gram = equations.gram;
  auto z = solution(lifted(gram, rows * exact<Rational>(ridge)), exact<Rational>(b));
  if (!z) z = solve(product(gram, gram), equations.moment);
  return {product(a.transpose(), *z), (equations.square - dot<Rational>(equations.moment, *z)) / (2 * rows)};
}

/// y with K y = c, where K − κI has no negative eigenvalue and κ > 0: ‖y − y₀‖ ≤ ‖K y₀ − c‖/κ for the y₀ that steps by
/// the inverse of K in double lead to.
Vector<Ball> enclosed_solution(const Matrix<Ball>& k, const Vector<Ball>& c, const Ball& kappa) {
  const auto gradient = [&](const Vector<Ball>& y) { return Vector<Ball>(product(k, y) - c); };
  const auto value = [&](const Vector<Ball>& y) {
    return Ball(frac<Ball>(1, 2) * dot<Ball>(y, product(k, y)) - dot<Ball>(c, y));
  };
  const Matrix<double> near = k.unaryExpr([](const Ball& entry) { return approximate(entry); });
  const SmoothFunction f{value, gradient, {}, {}, [&](const Vector<double>&) { return near; }};
  return strongly_convex_minimum(f, refined(f, Vector<double>::Zero(c.size())), kappa).x_star;
}

}  // namespace

/// What the equations give, found when it is first asked for, and kept.
struct LeastSquares::ExactMinimum {
  std::once_flag equations_once, exact_once, bound_once;
  NormalEquations known;
  Minimum<Rational> exact;
  std::optional<Ball> smallest;
  MinimumCache enclosed;

  /// AᵀA, Aᵀb and bᵀb; of a wide table AAᵀ, AAᵀb and bᵀb.
  const NormalEquations& equations(const Matrix<double>& a, const Vector<double>& b);
  /// κ > 0 with K − κI semidefinite, where one is proved and the unknowns are many.
  const std::optional<Ball>& smallest_eigenvalue(const Matrix<double>& a, double ridge, double mu);
  Minimum<Ball> enclose(const Matrix<double>& a, const Vector<double>& b, double ridge, double mu);
};

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

const NormalEquations& LeastSquares::ExactMinimum::equations(const Matrix<double>& a, const Vector<double>& b) {
  std::call_once(equations_once, [&] { known = equations_of(a, b); });
  return known;
}

const std::optional<Ball>& LeastSquares::ExactMinimum::smallest_eigenvalue(const Matrix<double>& a, double ridge,
                                                                           double mu) {
  std::call_once(bound_once, [&] {
    const bool wide = a.rows() < a.cols();
    if (std::min(a.rows(), a.cols()) <= few_unknowns) return;
    const Ball::Precision precision(128);
    const double gram = wide && ridge == 0 ? gram_spectrum_bounds(a.transpose()).lower : 0;
    const Ball of_rows = Ball::point(wide ? ridge : mu) * Ball(int(a.rows()));
    const Ball lower = of_rows + Ball::point(gram) * Ball(int(a.cols()));
    if (certainly_less(Ball(0), lower)) smallest = lower;
  });
  return smallest;
}

Minimum<Ball> LeastSquares::ExactMinimum::enclose(const Matrix<double>& a, const Vector<double>& b, double ridge,
                                                  double mu) {
  const auto ball = [](const Rational& entry) { return verigrad::enclose<Ball>(entry); };
  const bool wide = a.rows() < a.cols();
  const Rational shift = int(a.rows()) * verigrad::exact<Rational>(ridge);
  const Matrix<Ball> k = lifted(equations(a, b).gram, shift).unaryExpr(ball);
  const Vector<Ball> moment = known.moment.unaryExpr(ball);
  const Vector<Ball> y =
      enclosed_solution(k, wide ? verigrad::exact<Ball>(b) : moment, *smallest_eigenvalue(a, ridge, mu));
  const Ball f_star = (ball(known.square) - dot<Ball>(moment, y)) / Ball(2 * int(a.rows()));
  return {wide ? product(a.transpose(), y) : y, f_star};
}

template <class T>
T LeastSquares::value(const Vector<T>& x) const {
  if constexpr (std::same_as<T, Rational>)
    if (is_tall_and_large(a_)) return value_of(exact_->equations(a_, b_), a_.rows(), ridge_, x);
  const Vector<T> residual = product(a_, x) - exact<T>(b_);
  return squared_norm<T>(residual) / T(2 * int(a_.rows())) + frac<T>(1, 2) * exact<T>(ridge_) * squared_norm<T>(x);
}

template <class T>
Vector<T> LeastSquares::gradient(const Vector<T>& x) const {
  if constexpr (std::same_as<T, Rational>)
    if (is_tall_and_large(a_)) return hessian_product<T>(x, x) - exact_->equations(a_, b_).moment / T(int(a_.rows()));
  const Vector<T> residual = product(a_, x) - exact<T>(b_);
  return product(a_.transpose(), residual) / T(int(a_.rows())) + exact<T>(ridge_) * x;
}

template <class T>
Vector<T> LeastSquares::hessian_product(const Vector<T>&, const Vector<T>& v) const {
  if constexpr (std::same_as<T, Rational>)
    if (is_tall_and_large(a_))
      return product(exact_->equations(a_, b_).gram, v) / T(int(a_.rows())) + exact<T>(ridge_) * v;
  return product(a_.transpose(), product(a_, v)) / T(int(a_.rows())) + exact<T>(ridge_) * v;
}

const Minimum<Rational>& LeastSquares::exact_minimum() const {
  std::call_once(exact_->exact_once, [this] {
    const NormalEquations& equations = exact_->equations(a_, b_);
    exact_->exact = a_.rows() < a_.cols() ? minimum_of_wide(a_, b_, equations, ridge_)
                                          : minimum_of_tall(equations, int(a_.rows()), ridge_);
  });
  return exact_->exact;
}

template <class T>
Minimum<T> LeastSquares::minimum() const {
  if constexpr (!std::same_as<T, Rational> && !std::same_as<T, Number>)
    if (exact_->smallest_eigenvalue(a_, ridge_, curvature_.lower))
      return exact_->enclosed.get<T>([this] { return exact_->enclose(a_, b_, ridge_, curvature_.lower); });
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
