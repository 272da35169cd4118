#include "verigrad/problem/logistic_regression.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/sigmoid.hpp"
#include "verigrad/number/spectrum.hpp"
#include "verigrad/problem/reals.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {
namespace {

void require_signs(const Vector<double>& s) {
  for (const double sign : s)
    if (sign != 1 && sign != -1)
      throw std::invalid_argument(fmt::format("LogisticRegression: class {} in s; use −1 and 1", sign));
}

template <class T>
Vector<T> sigmoids(const Vector<T>& margins) {
  return margins.unaryExpr([](const T& margin) { return sigmoid<T>(margin); });
}

/// (σ(t) − σ(s))(t − s) for t − s = change: with high and low the larger and the smaller of s and t,
/// σ(high)σ(−low)(1 − e^{−|t−s|})|t − s|.
template <class T>
T sigmoid_rise(const T& s, const T& t, const T& change) {
  using std::exp;
  const T distance = magnitude<T>(change);
  const T high = larger<T>(s, t), low = smaller<T>(s, t);
  return sigmoid<T>(high) * sigmoid<T>(-low) * (T(1) - exp(T(-distance))) * distance;
}

Ball largest_row_norm(const Matrix<double>& rows) {
  Ball largest(0);
  for (Eigen::Index i = 0; i < rows.rows(); ++i)
    largest = larger(largest, norm(exact<Ball>(Vector<double>(rows.row(i)))));
  return largest;
}

/// A proven lower bound of the smallest eigenvalue; empty when none above 0 is found.
std::optional<Ball> proven_smallest_eigenvalue(const Matrix<Ball>& h, const Matrix<double>& near) {
  double guess = approximate_eigenvalues(near)[0];
  for (int k = 0; k < 8 && guess > 0; ++k, guess /= 2)
    if (smallest_eigenvalue_exceeds(h, Ball::point(guess * 0.984375))) return Ball::point(guess * 0.984375);
  return std::nullopt;
}

}  // namespace

LogisticRegression::LogisticRegression(const Matrix<double>& a, const Vector<double>& s, double ridge, std::string name)
    : s_(s), ridge_(ridge), name_(std::move(name)), cache_(std::make_shared<MinimumCache>()) {
  require_table("LogisticRegression", a, s, ridge);
  require_signs(s);
  rows_ = s.asDiagonal() * a;
  curvature_ = table_curvature(a, 0.25, ridge, true);
  newton_point_ = newton(smooth_function(*this), Vector<double>::Zero(a.cols()));
  if (ridge_ == 0) require_minimiser();
}

std::string LogisticRegression::describe() const {
  return fmt::format("(1/N)Σ log(1+exp(−s⟨a,x⟩)){}, {}", ridge_in_words(ridge_),
                     table_in_words(name_, s_.asDiagonal() * rows_, "s", s_));
}

template <class T>
T LogisticRegression::value(const Vector<T>& x) const {
  T sum(0);
  for (const T& margin : product(rows_, x)) sum += softplus<T>(-margin);
  return sum / T(int(rows_.rows())) + frac<T>(1, 2) * exact<T>(ridge_) * squared_norm<T>(x);
}

template <class T>
Vector<T> LogisticRegression::gradient(const Vector<T>& x) const {
  const Vector<T> shares = sigmoids<T>(-product(rows_, x));
  return exact<T>(ridge_) * x - product(rows_.transpose(), shares) / T(int(rows_.rows()));
}

template <class T>
Vector<T> LogisticRegression::weights(const Vector<T>& x) const {
  const Vector<T> margins = product(rows_, x);
  return sigmoids<T>(margins).cwiseProduct(sigmoids<T>(-margins));
}

template <class T>
Vector<T> LogisticRegression::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  const Vector<T> weighted = weights<T>(x).cwiseProduct(product(rows_, v));
  return product(rows_.transpose(), weighted) / T(int(rows_.rows())) + exact<T>(ridge_) * v;
}

template <class T>
T LogisticRegression::hessian_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& v) const {
  const Vector<T> slopes = product(rows_, v), shares = weights<T>(x);
  T sum(0);
  for (Eigen::Index i = 0; i < slopes.size(); ++i) sum += shares[i] * square(slopes[i]);
  return sum / T(int(rows_.rows())) + (exact<T>(ridge_) - alpha) * squared_norm<T>(v);
}

template <class T>
T LogisticRegression::monotonicity_beyond(const T& alpha, const Vector<T>& x, const Vector<T>& y) const {
  const Vector<T> d = x - y;
  const Vector<T> from = product(rows_, y), to = product(rows_, x), change = product(rows_, d);
  T sum(0);
  for (Eigen::Index i = 0; i < change.size(); ++i) sum += sigmoid_rise<T>(from[i], to[i], change[i]);
  return sum / T(int(rows_.rows())) + (exact<T>(ridge_) - alpha) * squared_norm<T>(d);
}

bool LogisticRegression::separates(const Vector<double>& x) const {
  const Vector<Interval> margins = product(rows_, exact<Interval>(x));
  return std::all_of(margins.begin(), margins.end(), [](const Interval& margin) { return margin.lower() > 0; });
}

void LogisticRegression::require_minimiser() const {
  const std::string data = name_.empty() ? "LogisticRegression" : "LogisticRegression on " + name_;
  if (newton_point_.allFinite() && separates(newton_point_))
    throw std::invalid_argument(
        data + ": the classes are linearly separable, so without a ridge there is no minimiser; use a ridge > 0");
  if (!enclose_by_self_concordance())
    throw std::invalid_argument(
        data +
        ": without a ridge no minimiser could be proved (dependent columns, or classes nearly separable); "
        "use a ridge > 0");
}

std::optional<Minimum<Ball>> LogisticRegression::enclose_by_self_concordance() const {
  const SmoothFunction f = smooth_function(*this);
  const Vector<Ball> x = refined(f, newton_point_);
  const auto m = proven_smallest_eigenvalue(hessian<Ball>(*this, x), f.near_hessian(newton_point_));
  return m ? self_concordant_minimum(f, x, largest_row_norm(rows_), *m) : std::nullopt;
}

Minimum<Ball> LogisticRegression::enclose_minimum() const {
  if (ridge_ == 0) return enclose_by_self_concordance().value();
  const SmoothFunction f = smooth_function(*this);
  return strongly_convex_minimum(f, refined(f, newton_point_), Ball::point(ridge_));
}

template <class T>
Minimum<T> LogisticRegression::minimum() const {
  return cache_->get<T>([this] { return enclose_minimum(); });
}

LogisticRegression logistic_regression(const DataSet& data, double ridge) {
  require_moderate_features(data);
  return {with_intercept(data.x), class_signs(data), ridge, data.name};
}

#define VERIGRAD_INSTANTIATE(T)                                                                              \
  template T LogisticRegression::value<T>(const Vector<T>&) const;                                           \
  template Vector<T> LogisticRegression::gradient<T>(const Vector<T>&) const;                                \
  template Vector<T> LogisticRegression::hessian_product<T>(const Vector<T>&, const Vector<T>&) const;       \
  template T LogisticRegression::hessian_beyond<T>(const T&, const Vector<T>&, const Vector<T>&) const;      \
  template T LogisticRegression::monotonicity_beyond<T>(const T&, const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> LogisticRegression::minimum<T>() const;
VERIGRAD_FOR_EACH_REAL(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
