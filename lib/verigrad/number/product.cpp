#include "verigrad/number/product.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/flint_matrix.hpp"

namespace verigrad {
namespace {

template <class A>
Vector<double> dispatch(const A& a, const Vector<double>& x) {
  return a * x;
}

double centre_of(const Interval& x) { return std::midpoint(x.lower(), x.upper()); }
/// x lies in centre ± radius.
double radius_of(const Interval& x, double centre) {
  return std::max(rounding::sum_up(x.upper(), -centre), rounding::sum_up(centre, -x.lower()));
}

/// Rows of sums in double over x = c ± r: A c, |A||c| and |A| r.
using Sums = Eigen::Matrix<double, Eigen::Dynamic, 3>;

Sums rounded_sums(const Matrix<double>& a, const Vector<Interval>& x) {
  const Eigen::Index rows = a.rows();
  Sums sums = Sums::Zero(rows, 3);
  double *middle = sums.data(), *sizes = middle + rows, *spread = sizes + rows;
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    const double* column = a.data() + j * rows;
    const double centre = centre_of(x[j]), radius = radius_of(x[j], centre);
    for (Eigen::Index i = 0; i < rows; ++i) {
      const double term = column[i] * centre;
      middle[i] += term;
      sizes[i] += std::abs(term);
      spread[i] += std::abs(column[i]) * radius;
    }
  }
  return sums;
}

Sums rounded_sums(const Eigen::Transpose<const Matrix<double>>& transposed, const Vector<Interval>& x) {
  const auto& a = transposed.nestedExpression();
  const Vector<double> centre = x.unaryExpr(&centre_of), sizes = centre.cwiseAbs();
  Vector<double> radius(x.size());
  for (Eigen::Index j = 0; j < x.size(); ++j) radius[j] = radius_of(x[j], centre[j]);
  Sums sums(a.cols(), 3);
  for (Eigen::Index i = 0; i < a.cols(); ++i) {
    sums(i, 0) = a.col(i).dot(centre);
    sums(i, 1) = a.col(i).cwiseAbs().dot(sizes);
    sums(i, 2) = a.col(i).cwiseAbs().dot(radius);
  }
  return sums;
}

template <class A>
Vector<Interval> dispatch(const A& a, const Vector<Interval>& x) {
  if (!std::all_of(x.begin(), x.end(), [](const Interval& entry) { return entry.is_finite(); }))
    return Vector<Interval>::Constant(a.rows(), Interval::whole());
  const Sums sums = rounded_sums(a, x);
  // Twice the unit roundoff and four terms more than the bound needs: they pay for the roundings of |A||c|, |A| r and
  // of the line below.
  const double rounding_share = double(a.cols() + 4) * rounding::relative_step;
  const double underflow = double(a.cols() + 4) * rounding::smallest_step;
  Vector<Interval> result(a.rows());
  for (Eigen::Index i = 0; i < a.rows(); ++i) {
    const double middle = sums(i, 0), size = sums(i, 1), spread = sums(i, 2);
    const double error = rounding_share * (size + spread) + spread + underflow;
    result[i] = Interval::hull(rounding::sum_down(middle, -error), rounding::sum_up(middle, error));
  }
  return result;
}

template <class A>
Vector<Ball> dispatch(const A& a, const Vector<Ball>& x) {
  Vector<Ball> result(a.rows());
  arf_t entry;
  arf_init(entry);
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j) {
      arf_set_d(entry, std::isfinite(a(i, j)) ? a(i, j) : std::numeric_limits<double>::quiet_NaN());
      arb_addmul_arf(result[i].arb(), x[j].arb(), entry, Ball::precision());
    }
  arf_clear(entry);
  return result;
}

template <class A>
Vector<Rational> dispatch(const A& a, const Vector<Rational>& x) {
  Vector<Rational> result = Vector<Rational>::Constant(a.rows(), Rational(0));
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j) result[i] += exact<Rational>(a(i, j)) * x[j];
  return result;
}
template <class A>
Vector<Number> dispatch(const A& a, const Vector<Number>& x) {
  return over_kind([&]<class T>() { return numbers(dispatch(a, of_kind<T>(x))); });
}

Matrix<double> multiplied(const MatrixIn<double>& a, const MatrixIn<double>& b) { return a * b; }
static_assert(sizeof(Ball) == sizeof(arb_struct), "arb_dot steps from ball to ball");
/// Σₖ aᵢₖ bₖⱼ, of one rounding each.
Matrix<Ball> multiplied(const MatrixIn<Ball>& a, const MatrixIn<Ball>& b) {
  Matrix<Ball> c(a.rows(), b.cols());
  if (a.cols() == 0) return c;
  for (Eigen::Index i = 0; i < c.rows(); ++i)
    for (Eigen::Index j = 0; j < c.cols(); ++j)
      arb_dot(c(i, j).arb(), nullptr, 0, a.data()[i].arb(), a.outerStride(), b.data()[j * b.outerStride()].arb(), 1,
              a.cols(), Ball::precision());
  return c;
}
Matrix<Rational> multiplied(const MatrixIn<Rational>& a, const MatrixIn<Rational>& b) {
  RationalMatrix left(a), right(b), c(a.rows(), b.cols());
  fmpq_mat_mul(c.flint(), left.flint(), right.flint());
  return c.rationals();
}
Matrix<Interval> multiplied(const MatrixIn<Interval>& a, const MatrixIn<Interval>& b) {
  Matrix<Interval> c(a.rows(), b.cols());
  detail::entrywise_product(a, b, c);
  return c;
}
Matrix<Number> multiplied(const MatrixIn<Number>& a, const MatrixIn<Number>& b) {
  if (Number::kind() != Number::Kind::symbolic)
    return over_kind([&]<class T>() { return numbers(multiplied(of_kind<T>(a), of_kind<T>(b))); });
  Matrix<Number> c(a.rows(), b.cols());
  detail::entrywise_product(a, b, c);
  return c;
}

}  // namespace

void detail::require_factors(Eigen::Index columns, Eigen::Index rows) {
  if (columns != rows)
    throw std::invalid_argument(
        fmt::format("product: A has {} columns and B {} rows; give matrices that fit", columns, rows));
}

template <detail::HasKernel T>
Matrix<T> detail::kernel_product(const MatrixIn<T>& a, const MatrixIn<T>& b) {
  return multiplied(a, b);
}
template <detail::HasKernel T>
Vector<T> detail::table_product(const Matrix<double>& a, const Vector<T>& x) {
  return dispatch(a, x);
}
template <detail::HasKernel T>
Vector<T> detail::table_product(const Eigen::Transpose<const Matrix<double>>& a, const Vector<T>& x) {
  return dispatch(a, x);
}

#define VERIGRAD_INSTANTIATE(T)                                                         \
  template Matrix<T> detail::kernel_product<T>(const MatrixIn<T>&, const MatrixIn<T>&); \
  template Vector<T> detail::table_product<T>(const Matrix<double>&, const Vector<T>&); \
  template Vector<T> detail::table_product<T>(const Eigen::Transpose<const Matrix<double>>&, const Vector<T>&);
VERIGRAD_INSTANTIATE(double)
VERIGRAD_INSTANTIATE(Interval)
VERIGRAD_INSTANTIATE(Ball)
VERIGRAD_INSTANTIATE(Rational)
VERIGRAD_INSTANTIATE(Number)
#undef VERIGRAD_INSTANTIATE

namespace {

/// Eigen packs both factors into buffers, which it takes from the stack up to EIGEN_STACK_ALLOCATION_LIMIT (128 KiB)
/// and from the heap beyond: blocks of this order stay on the stack.
constexpr Eigen::Index block = 128;
static_assert(block * block * sizeof(double) <= EIGEN_STACK_ALLOCATION_LIMIT);

/// C = A B for expressions A and B of doubles.
template <class A, class B>
void product_into(const A& a, const B& b, MatrixOut<double>& c) {
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

/// Near the middle; the number itself of a point, half of which may not be a double.
double middle_of(const Interval& x) {
  if (!x.is_finite()) return 0;
  return x.is_point() ? x.lower() : x.lower() / 2 + x.upper() / 2;
}

/// A = middle ± radius, radius rounded up.
struct Enclosed {
  Matrix<double> middle, radius, size;  ///< size ≥ |middle| + radius

  template <class A>
  explicit Enclosed(const A& a) : middle(a.rows(), a.cols()), radius(a.rows(), a.cols()), size(a.rows(), a.cols()) {
    for (Eigen::Index j = 0; j < a.cols(); ++j)
      for (Eigen::Index i = 0; i < a.rows(); ++i) {
        const Interval& x = a(i, j);
        const double m = middle_of(x);
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
template <class A, class B>
void product_into(const A& a, const B& b, MatrixOut<Interval>& c) {
  const Enclosed x(a), y(b);
  const Eigen::Index rows = c.rows(), columns = c.cols(), n = a.cols();
  Matrix<double> middle(rows, columns), spread(rows, columns), more(rows, columns), size(rows, columns);
  product<double>(x.middle, y.middle, middle);
  product<double>(x.middle.cwiseAbs(), y.radius, spread);
  product<double>(x.radius, y.size, more);
  product<double>(x.size, y.size, size);
  const double gamma = double(n + 8) * 0x1p-52;
  const double inflate = 1 + 2 * gamma;
  const double tiny = double(n + 1) * 0x1p-1070;
  for (Eigen::Index j = 0; j < columns; ++j)
    for (Eigen::Index i = 0; i < rows; ++i) {
      const double radius = ((spread(i, j) + more(i, j)) + gamma * size(i, j)) * inflate + tiny;
      c(i, j) = Interval::point(middle(i, j)) + Interval::hull(-radius, radius);
    }
}

/// Over the numbers' kind.
template <class A, class B>
void product_into(const A& a, const B& b, MatrixOut<Number>& c) {
  over_kind([&]<class T>() {
    Matrix<T> result(c.rows(), c.cols());
    product<T>(of_kind<T>(a), of_kind<T>(b), result);
    c = numbers(result);
  });
}

}  // namespace

#define VERIGRAD_DEFINE(T)                                                          \
  template <>                                                                       \
  void product<T>(const MatrixIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) {     \
    product_into(a, b, c);                                                          \
  }                                                                                 \
  template <>                                                                       \
  void product<T>(const MatrixIn<T>& a, const TransposedIn<T>& b, MatrixOut<T> c) { \
    product_into(a, b, c);                                                          \
  }                                                                                 \
  template <>                                                                       \
  void product<T>(const TransposedIn<T>& a, const MatrixIn<T>& b, MatrixOut<T> c) { \
    product_into(a, b, c);                                                          \
  }
VERIGRAD_DEFINE(double)
VERIGRAD_DEFINE(Interval)
VERIGRAD_DEFINE(Number)
#undef VERIGRAD_DEFINE

}  // namespace verigrad
