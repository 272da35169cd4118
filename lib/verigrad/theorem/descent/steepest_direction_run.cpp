#include "verigrad/theorem/descent/steepest_direction_run.hpp"

namespace verigrad::steepest_direction {
namespace {

template <class T>
T sum_of_magnitudes(const Vector<T>& x) {
  T sum(0);
  for (const T& entry : x) sum += magnitude<T>(entry);
  return sum;
}

/// (2v, ‖v‖² − 1)/(‖v‖² + 1).
template <class T>
Vector<T> on_sphere(const Vector<T>& v) {
  const T size = squared_norm(v);
  Vector<T> d(v.size() + 1);
  for (Eigen::Index i = 0; i < v.size(); ++i) d[i] = T(2) * v[i] / (size + T(1));
  d[v.size()] = (size - T(1)) / (size + T(1));
  return d;
}

template <class T>
Vector<T> direction(const DirectionInstance& instance) {
  const Vector<T> v = exact<T>(instance.v);
  if (instance.norm == Norm::euclidean) return on_sphere<T>(v);
  const T size = instance.norm == Norm::one ? sum_of_magnitudes(v) : largest_magnitude(v);
  return v / (exact<T>(instance.scale) * size);
}

/// A best direction for ‖·‖₁ or ‖·‖∞, chosen exactly: the axis of the largest entry, or all the signs.
Vector<Rational> best_direction(const DirectionInstance& instance) {
  const Vector<Rational> g = instance.f->over<Rational>().gradient(exact<Rational>(instance.theta));
  const Rational unit = Rational(1) / exact<Rational>(instance.scale);
  const auto against = [&](Eigen::Index i) { return g[i] < 0 ? unit : Rational(-unit); };
  Vector<Rational> d = Vector<Rational>::Constant(g.size(), Rational(0));
  Eigen::Index top = 0;
  for (Eigen::Index i = 0; i < g.size(); ++i) {
    if (magnitude<Rational>(g[i]) > magnitude<Rational>(g[top])) top = i;
    if (instance.norm == Norm::maximum) d[i] = against(i);
  }
  if (instance.norm == Norm::one) d[top] = against(top);
  return d;
}

template <class T>
void set_norms(const DirectionInstance& instance, Run<T>& r) {
  if (instance.norm == Norm::euclidean) {
    r.gradient_norm = instance.gradient_norm ? exact<T>(*instance.gradient_norm) : squared_norm(r.gradient);
    r.dual_norm = r.gradient_norm;
    return;
  }
  const T scale = exact<T>(instance.scale);
  const T one = sum_of_magnitudes(r.gradient), maximum = largest_magnitude(r.gradient);
  r.gradient_norm = scale * (instance.norm == Norm::one ? one : maximum);
  r.dual_norm = (instance.norm == Norm::one ? maximum : one) / scale;
  if (instance.rational()) r.dual_d = enclose<T>(best_direction(instance));
}

}  // namespace

template <class T>
Run<T>::Run(const DirectionInstance& instance)
    : L(exact<T>(instance.L())), gamma(exact<T>(instance.gamma)), theta(exact<T>(instance.theta)) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  gradient = f.gradient(theta);
  d = direction<T>(instance);
  next = theta - gamma * gradient;
  value = f.value(theta);
  slope = dot<T>(gradient, d);
  set_norms(instance, *this);
  T t = gamma;
  for (int k = 0; k < 8; ++k, t = t * frac<T>(1, 2)) {
    step.push_back(t);
    along.push_back(f.value(theta + t * d));
    remainder.push_back(along.back() - value - t * slope);
  }
}

#define VERIGRAD_INSTANTIATE(T) template struct Run<T>;
VERIGRAD_INSTANTIATE(Number)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::steepest_direction
