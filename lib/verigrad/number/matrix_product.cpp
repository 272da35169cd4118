#include "verigrad/number/matrix_product.hpp"

#include <algorithm>
#include <cmath>

namespace verigrad {
namespace {

/// Eigen packs both factors into buffers, which it takes from the stack up to EIGEN_STACK_ALLOCATION_LIMIT (128 KiB)
/// and from the heap beyond: blocks of this order stay on the stack.
constexpr Eigen::Index block = 128;
static_assert(block * block * sizeof(double) <= EIGEN_STACK_ALLOCATION_LIMIT);

/// C = A B for expressions A and B of doubles.
template <class A, class B>
void blocked_product(const A& a, const B& b, MatrixOut<double>& c) {
  c.setZero();
  for (Eigen::Index k = 0; k < a.cols(); k += block) {
    const Eigen::Index depth = std::min(block, a.cols() - k);
    for (Eigen::Index j = 0; j < c.cols(); j += block) {
      const Eigen::Index columns = std::min(block, c.cols() - j);
      for (Eigen::Index i = 0; i < c.rows(); i += block) {
        const Eigen::Index rows = std::min(block, c.rows() - i);
        c.block(i, j, rows, columns).noalias() += a.block(i, k, rows, depth) * b.block(k, j, depth, columns);
      }
    }
  }
}

/// A = middle ± radius, radius rounded up.
struct Enclosed {
  Matrix<double> middle, radius, size;  ///< size ≥ |middle| + radius

  explicit Enclosed(const MatrixIn<Interval>& a)
      : middle(a.rows(), a.cols()), radius(a.rows(), a.cols()), size(a.rows(), a.cols()) {
    for (Eigen::Index j = 0; j < a.cols(); ++j)
      for (Eigen::Index i = 0; i < a.rows(); ++i) {
        const Interval& x = a(i, j);
        const double m = x.is_finite() ? x.lower() / 2 + x.upper() / 2 : 0;
        const Interval around = x - Interval::point(m);
        middle(i, j) = m;
        radius(i, j) = x.is_point() ? 0 : std::max(-around.lower(), around.upper());
        size(i, j) = std::max(std::abs(x.lower()), std::abs(x.upper()));
      }
  }
};

/// M = fl(mid A · mid B) in any order satisfies |M − mid A mid B| ≤ γₙ |mid A||mid B| + n 2⁻¹⁰⁷⁴ (Higham, Accuracy and
/// Stability, (3.5)), every product of matrices in A and B lies within |mid A| rad B + rad A |B| of mid A mid B, and
/// what double arithmetic gives for them within γₙ |A||B| + n 2⁻¹⁰⁷⁴ of that. The radii below are sums of nonnegative
/// doubles, each off by a factor of at most 1 + γₙ₊₂: `inflate` makes up for it, n < 2⁴⁰.
template <class Multiply>
void enclosing_product(const MatrixIn<Interval>& a, const MatrixIn<Interval>& b, Eigen::Index n, Multiply multiply,
                       MatrixOut<Interval>& c) {
  const Enclosed x(a), y(b);
  const Eigen::Index rows = c.rows(), columns = c.cols();
  Matrix<double> middle(rows, columns), spread(rows, columns), more(rows, columns), size(rows, columns);
  multiply(x.middle, y.middle, middle);
  multiply(x.middle.cwiseAbs(), y.radius, spread);
  multiply(x.radius, y.size, more);
  multiply(x.size, y.size, size);
  const double gamma = double(n + 8) * 0x1p-52;
  const double inflate = 1 + 2 * gamma;
  const double tiny = double(n + 1) * 0x1p-1070;
  for (Eigen::Index j = 0; j < columns; ++j)
    for (Eigen::Index i = 0; i < rows; ++i) {
      const double radius = ((spread(i, j) + more(i, j)) + gamma * size(i, j)) * inflate + tiny;
      c(i, j) = Interval::point(middle(i, j)) + Interval::hull(-radius, radius);
    }
}

}  // namespace

template <>
void product_with_transpose<double>(const MatrixIn<double>& a, const MatrixIn<double>& b, MatrixOut<double> c) {
  blocked_product(a, b.transpose(), c);
}
template <>
void transpose_product<double>(const MatrixIn<double>& a, const MatrixIn<double>& b, MatrixOut<double> c) {
  blocked_product(a.transpose(), b, c);
}
template <>
void matrix_product<double>(const MatrixIn<double>& a, const MatrixIn<double>& b, MatrixOut<double> c) {
  blocked_product(a, b, c);
}

template <>
void product_with_transpose<Interval>(const MatrixIn<Interval>& a, const MatrixIn<Interval>& b, MatrixOut<Interval> c) {
  enclosing_product(a, b, a.cols(), product_with_transpose<double>, c);
}
template <>
void transpose_product<Interval>(const MatrixIn<Interval>& a, const MatrixIn<Interval>& b, MatrixOut<Interval> c) {
  enclosing_product(a, b, a.rows(), transpose_product<double>, c);
}
template <>
void matrix_product<Interval>(const MatrixIn<Interval>& a, const MatrixIn<Interval>& b, MatrixOut<Interval> c) {
  enclosing_product(a, b, a.cols(), matrix_product<double>, c);
}

namespace {

/// `multiply` over the numbers' kind T.
template <class T, class Multiply>
void over_kind_of(const MatrixIn<Number>& a, const MatrixIn<Number>& b, MatrixOut<Number>& c, Multiply multiply) {
  const auto as = [](const Number& entry) { return entry.as<T>(); };
  Matrix<T> result(c.rows(), c.cols());
  multiply(Matrix<T>(a.unaryExpr(as)), Matrix<T>(b.unaryExpr(as)), result);
  c = result.unaryExpr([](const T& entry) { return Number(entry); });
}

}  // namespace

template <>
void product_with_transpose<Number>(const MatrixIn<Number>& a, const MatrixIn<Number>& b, MatrixOut<Number> c) {
  over_kind([&]<class T>() { over_kind_of<T>(a, b, c, product_with_transpose<T>); });
}
template <>
void transpose_product<Number>(const MatrixIn<Number>& a, const MatrixIn<Number>& b, MatrixOut<Number> c) {
  over_kind([&]<class T>() { over_kind_of<T>(a, b, c, transpose_product<T>); });
}
template <>
void matrix_product<Number>(const MatrixIn<Number>& a, const MatrixIn<Number>& b, MatrixOut<Number> c) {
  over_kind([&]<class T>() { over_kind_of<T>(a, b, c, matrix_product<T>); });
}

}  // namespace verigrad
