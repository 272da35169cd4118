#include "verigrad/number/product.hpp"

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

template <class A>
Vector<Interval> dispatch(const A& a, const Vector<Interval>& x) {
  const Eigen::Index terms = a.cols();
  Vector<double> centre(terms), radius(terms);
  for (Eigen::Index j = 0; j < terms; ++j) {
    if (!x[j].is_finite()) return Vector<Interval>::Constant(a.rows(), Interval::whole());
    centre[j] = std::midpoint(x[j].lower(), x[j].upper());
    radius[j] = std::max((Interval::point(x[j].upper()) - Interval::point(centre[j])).upper(),
                         (Interval::point(centre[j]) - Interval::point(x[j].lower())).upper());
  }
  const Vector<double> middle = a * centre;
  const auto absolute = a.cwiseAbs();
  const Vector<double> sizes = absolute * centre.cwiseAbs();
  const Vector<double> spread = absolute * radius;
  // Twice the unit roundoff and four terms more than the bound needs: they pay for the roundings of sizes, spread
  // and of the two lines below.
  const double rounding_share = double(terms + 4) * rounding::relative_step;
  const double underflow = double(terms + 4) * rounding::smallest_step;
  Vector<Interval> result(a.rows());
  for (Eigen::Index i = 0; i < a.rows(); ++i) {
    const double error = rounding_share * (sizes[i] + spread[i]) + spread[i] + underflow;
    result[i] = Interval::point(middle[i]) + Interval::hull(-error, error);
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
