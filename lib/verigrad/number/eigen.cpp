#include "verigrad/number/eigen.hpp"

#include <functional>

namespace verigrad {

namespace {

template <class X, class Operation>
X entrywise(const X& x, const X& y, Operation operation) {
  eigen_assert(x.rows() == y.rows() && x.cols() == y.cols());
  X result(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < x.size(); ++i) result.data()[i] = operation(x.data()[i], y.data()[i]);
  return result;
}
template <class X, class Operation>
X entrywise(const X& x, Operation operation) {
  X result(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < x.size(); ++i) result.data()[i] = operation(x.data()[i]);
  return result;
}

}  // namespace

template <OfNumbers X>
X operator+(const X& x, const X& y) {
  return entrywise(x, y, std::plus());
}
template <OfNumbers X>
X operator-(const X& x, const X& y) {
  return entrywise(x, y, std::minus());
}
template <OfNumbers X>
X operator-(const X& x) {
  return entrywise(x, std::negate());
}
template <OfNumbers X>
X operator*(const Number& a, const X& x) {
  return entrywise(x, [&](const Number& entry) { return a * entry; });
}
template <OfNumbers X>
X operator*(int a, const X& x) {
  return Number(a) * x;
}
template <OfNumbers X>
X operator*(const X& x, const Number& a) {
  return entrywise(x, [&](const Number& entry) { return entry * a; });
}
template <OfNumbers X>
X operator*(const X& x, int a) {
  return x * Number(a);
}
template <OfNumbers X>
X operator/(const X& x, const Number& a) {
  return entrywise(x, [&](const Number& entry) { return entry / a; });
}
template <OfNumbers X>
X operator/(const X& x, int a) {
  return x / Number(a);
}

#define VERIGRAD_INSTANTIATE(X)                  \
  template X operator+(const X& x, const X& y);  \
  template X operator-(const X& x, const X& y);  \
  template X operator-(const X& x);              \
  template X operator*(const Number&, const X&); \
  template X operator*(int, const X&);           \
  template X operator*(const X&, const Number&); \
  template X operator*(const X&, int);           \
  template X operator/(const X&, const Number&); \
  template X operator/(const X&, int);
VERIGRAD_INSTANTIATE(Vector<Number>)
VERIGRAD_INSTANTIATE(Matrix<Number>)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
