#include "verigrad/problem/softmax_regression.hpp"

#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"
#include "verigrad/problem/table.hpp"

namespace verigrad {
namespace {

int class_of(double y, int classes) {
  if (y >= 0 && y < classes && y == std::floor(y)) return int(y);
  throw std::invalid_argument(
      fmt::format("SoftmaxRegression: class {} in y; use whole numbers from 0 to {}", y, classes - 1));
}

/// exp(sᵢ − shift) for the scores of one row, a shift near the largest, and their sum.
template <class T>
struct Exponentials {
  T shift;
  Vector<T> terms;
  T sum;

  explicit Exponentials(const Vector<T>& scores) : shift(exact<T>(approximate(scores).maxCoeff())), sum(T(0)) {
    using std::exp;
    terms = scores.unaryExpr([this](const T& score) { return exp(score - shift); });
    for (const T& term : terms) sum += term;
  }
};

}  // namespace

SoftmaxRegression::SoftmaxRegression(const Matrix<double>& a, const Vector<double>& y, int classes, double ridge)
    : a_(a), rows_(a.transpose()), classes_(classes), ridge_(ridge) {
  require_table("SoftmaxRegression", a, y, ridge);
  if (ridge <= 0) throw std::invalid_argument("SoftmaxRegression: ridge is 0; use a ridge > 0");
  if (classes < 2) throw std::invalid_argument(fmt::format("SoftmaxRegression: {} classes; use 2 or more", classes));
  for (const double entry : y) y_.push_back(class_of(entry, classes));
  largest_L_ = rows_.colwise().squaredNorm().maxCoeff() / 2 + ridge;
}

template <class T>
Matrix<T> SoftmaxRegression::scores(const Vector<T>& x) const {
  const Eigen::Index d = a_.cols();
  Matrix<T> result(a_.rows(), classes_);
  for (int c = 0; c < classes_; ++c) result.col(c) = product(a_, Vector<T>(x.segment(c * d, d)));
  return result;
}

template <class T>
T SoftmaxRegression::value(const Vector<T>& x) const {
  using std::log;
  const Matrix<T> s = scores(x);
  T sum(0);
  for (Eigen::Index i = 0; i < s.rows(); ++i) {
    const Exponentials<T> row(s.row(i));
    sum += row.shift + log(row.sum) - s(i, y_[std::size_t(i)]);
  }
  return sum / T(size()) + frac<T>(1, 2) * exact<T>(ridge_) * squared_norm<T>(x);
}

template <class T>
Vector<T> SoftmaxRegression::gradient(const Vector<T>& x) const {
  Matrix<T> shares = scores(x);
  for (Eigen::Index i = 0; i < shares.rows(); ++i) {
    const Exponentials<T> row(shares.row(i));
    shares.row(i) = (row.terms / row.sum).transpose();
    shares(i, y_[std::size_t(i)]) -= T(1);
  }
  const Eigen::Index d = a_.cols();
  Vector<T> result = exact<T>(ridge_) * x;
  for (int c = 0; c < classes_; ++c)
    result.segment(c * d, d) += product(a_.transpose(), Vector<T>(shares.col(c))) / T(size());
  return result;
}

void SoftmaxRegression::gradient(int i, const Vector<double>& x, Vector<double>& g) const {
  const Eigen::Index d = a_.cols();
  const auto row = rows_.col(i);
  const Eigen::Map<const Matrix<double>> w(x.data(), d, classes_);
  const auto score = [&](int c) { return row.dot(w.col(c)); };
  double largest = score(0);
  for (int c = 1; c < classes_; ++c) largest = std::max(largest, score(c));
  double sum = 0;
  for (int c = 0; c < classes_; ++c) sum += std::exp(score(c) - largest);
  g.noalias() = ridge_ * x;
  for (int c = 0; c < classes_; ++c) {
    const double share = std::exp(score(c) - largest) / sum - (c == y_[std::size_t(i)]);
    g.segment(c * d, d).noalias() += share * row;
  }
}

Interval SoftmaxRegression::enclosed_minimum(const Vector<double>& x) const {
  const Vector<Interval> point = exact<Interval>(x);
  const Interval value = this->value<Interval>(point);
  const Interval lowest =
      value - squared_norm<Interval>(gradient<Interval>(point)) / (Interval(2) * Interval::point(ridge_));
  return hull(lowest, value);
}

#define VERIGRAD_INSTANTIATE(T)                                   \
  template T SoftmaxRegression::value<T>(const Vector<T>&) const; \
  template Vector<T> SoftmaxRegression::gradient<T>(const Vector<T>&) const;
VERIGRAD_INSTANTIATE(double)
VERIGRAD_INSTANTIATE(Interval)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
