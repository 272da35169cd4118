#include "verigrad/number/product.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "verigrad/number/types.hpp"

namespace verigrad {
namespace {

template <class A, class T>
Vector<T> entrywise(const A& a, const Vector<T>& x) {
  Vector<T> result = Vector<T>::Constant(a.rows(), T(0));
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j) result[i] += exact<T>(a(i, j)) * x[j];
  return result;
}

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
  return entrywise(a, x);
}
template <class A>
Vector<Real50> dispatch(const A& a, const Vector<Real50>& x) {
  return entrywise(a, x);
}
template <class A>
Vector<Number> dispatch(const A& a, const Vector<Number>& x) {
  return over_kind([&]<class T>() { return numbers(dispatch(a, of_kind<T>(x))); });
}

}  // namespace

template <class T>
Vector<T> product(const Matrix<double>& a, const Vector<T>& x) {
  return dispatch(a, x);
}
template <class T>
Vector<T> transposed_product(const Matrix<double>& a, const Vector<T>& x) {
  return dispatch(a.transpose(), x);
}

#define VERIGRAD_INSTANTIATE(T)                                           \
  template Vector<T> product<T>(const Matrix<double>&, const Vector<T>&); \
  template Vector<T> transposed_product<T>(const Matrix<double>&, const Vector<T>&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
