#include "verigrad/problem/log_sum_exp.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/reals.hpp"

namespace verigrad {
namespace {

Rational largest_row_square(const Matrix<double>& a) {
  Rational largest = 0;
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    largest = std::max(largest, squared_norm<Rational>(exact<Rational>(Vector<double>(a.row(i)))));
  return largest;
}

}  // namespace

LogSumExp::LogSumExp(Matrix<double> a, Vector<double> b, double rho, Vector<double> centre, double ridge)
    : a_(std::move(a)),
      b_(std::move(b)),
      rho_(rho),
      centre_(std::move(centre)),
      ridge_(ridge),
      cache_(std::make_shared<MinimumCache>()) {
  if (a_.size() == 0 || a_.rows() != b_.size() || a_.cols() != centre_.size())
    throw std::invalid_argument(fmt::format(
        "LogSumExp: A is {}×{}, b has {} entries and the centre {}; use a row an entry of b and a column an "
        "entry of the centre",
        a_.rows(), a_.cols(), b_.size(), centre_.size()));
  if (!a_.allFinite() || !b_.allFinite() || !centre_.allFinite() || !(rho_ > 0) || !std::isfinite(rho_))
    throw std::invalid_argument(fmt::format("LogSumExp: rho is {}; use a finite rho > 0 and finite data", rho_));
  if (!(ridge_ >= 0) || !std::isfinite(ridge_))
    throw std::invalid_argument(fmt::format("LogSumExp: ridge is {}; use a finite ridge ≥ 0", ridge_));
  smoothness_ = round_up(largest_row_square(a_) / exact<Rational>(rho_) + exact<Rational>(ridge_));
  symmetric_ = rows_are_paired();
}

LogSumExp LogSumExp::symmetric(const Matrix<double>& a, const Vector<double>& b, double rho, Vector<double> centre) {
  Matrix<double> rows(2 * a.rows(), a.cols());
  Vector<double> offsets(2 * b.size());
  rows << a, -a;
  offsets << b, b;
  return {rows, offsets, rho, std::move(centre)};
}

bool LogSumExp::rows_are_paired() const {
  using Row = std::vector<double>;
  std::vector<Row> rows, mirrored;
  for (Eigen::Index i = 0; i < a_.rows(); ++i) {
    Row row{b_[i]}, mirror{b_[i]};
    for (const double entry : a_.row(i)) {
      row.push_back(entry + 0.0);
      mirror.push_back(0.0 - entry);
    }
    rows.push_back(row);
    mirrored.push_back(mirror);
  }
  std::sort(rows.begin(), rows.end());
  std::sort(mirrored.begin(), mirrored.end());
  return rows == mirrored;
}

std::string LogSumExp::describe() const {
  return fmt::format("ρ log Σ exp((⟨a,x−c⟩+b)/ρ){}, ρ = {}, rows a = {}, b = {}, c = {}",
                     ridge_ == 0 ? "" : fmt::format(" + λ‖x−c‖²/2, λ = {}", ridge_), rho_, in_words(a_), in_words(b_),
                     in_words(centre_));
}

template <class T>
LogSumExp::Terms<T> LogSumExp::terms(const Vector<T>& x) const {
  using std::exp;
  const Vector<T> scaled = (product(a_, x - exact<T>(centre_)) + exact<T>(b_)) / exact<T>(rho_);
  const double highest = approximate(scaled).maxCoeff();
  const T shift = exact<T>(std::isfinite(highest) ? highest : 0);
  const Vector<T> exponentials = scaled.unaryExpr([&](const T& term) { return T(exp(T(term - shift))); });
  T sum(0);
  for (const T& exponential : exponentials) sum += exponential;
  return {shift, exponentials, sum};
}

template <class T>
T LogSumExp::value(const Vector<T>& x) const {
  using std::log;
  const Terms<T> at_x = terms<T>(x);
  const T ridge = frac<T>(1, 2) * exact<T>(ridge_) * squared_norm<T>(x - exact<T>(centre_));
  return exact<T>(rho_) * (at_x.shift + log(at_x.sum)) + ridge;
}

template <class T>
Vector<T> LogSumExp::gradient(const Vector<T>& x) const {
  const Terms<T> at_x = terms<T>(x);
  return product(a_.transpose(), at_x.exponentials / at_x.sum) + exact<T>(ridge_) * (x - exact<T>(centre_));
}

template <class T>
Vector<T> LogSumExp::hessian_product(const Vector<T>& x, const Vector<T>& v) const {
  const Terms<T> at_x = terms<T>(x);
  const Vector<T> shares = at_x.exponentials / at_x.sum;
  const Vector<T> slopes = product(a_, v);
  const T mean = dot<T>(shares, slopes);
  const Vector<T> deviations = slopes.unaryExpr([&](const T& slope) { return T(slope - mean); });
  return product(a_.transpose(), shares.cwiseProduct(deviations)) / exact<T>(rho_) + exact<T>(ridge_) * v;
}

Minimum<Ball> LogSumExp::enclose_minimum() const {
  const SmoothFunction f = smooth_function(*this);
  return strongly_convex_minimum(f, refined(f, newton(f, centre_)), Ball::point(ridge_));
}

template <class T>
Minimum<T> LogSumExp::minimum() const {
  if (symmetric_) return {exact<T>(centre_), value<T>(exact<T>(centre_))};
  return cache_->get<T>([this] { return enclose_minimum(); });
}

#define VERIGRAD_INSTANTIATE(T)                                                               \
  template T LogSumExp::value<T>(const Vector<T>&) const;                                     \
  template Vector<T> LogSumExp::gradient<T>(const Vector<T>&) const;                          \
  template Vector<T> LogSumExp::hessian_product<T>(const Vector<T>&, const Vector<T>&) const; \
  template Minimum<T> LogSumExp::minimum<T>() const;
VERIGRAD_FOR_EACH_REAL(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
