#include "verigrad/theorem/descent/steepest_direction_run.hpp"

#include "verigrad/algorithm/gradient_descent.hpp"

namespace verigrad::steepest_direction {
namespace {

Number sum_of_magnitudes(const Vector<Number>& x) {
  Number sum(0);
  for (const Number& entry : x) sum += magnitude<Number>(entry);
  return sum;
}

/// (2v, ‖v‖² − 1)/(‖v‖² + 1).
Vector<Number> on_sphere(const Vector<Number>& v) {
  const Number size = squared_norm(v);
  Vector<Number> d(v.size() + 1);
  for (Eigen::Index i = 0; i < v.size(); ++i) d[i] = 2 * v[i] / (size + 1);
  d[v.size()] = (size - 1) / (size + 1);
  return d;
}

Vector<Number> direction(const DirectionInstance& instance) {
  const Vector<Number> v = exact(instance.v);
  if (instance.norm == Norm::euclidean) return on_sphere(v);
  const Number size = instance.norm == Norm::one ? sum_of_magnitudes(v) : largest_magnitude(v);
  return v / (exact(instance.scale) * size);
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

void set_norms(const DirectionInstance& instance, Run& r) {
  if (instance.norm == Norm::euclidean) {
    r.gradient_norm = instance.gradient_norm ? exact(*instance.gradient_norm) : squared_norm(r.gradient);
    r.dual_norm = r.gradient_norm;
    return;
  }
  const Number scale = exact(instance.scale);
  const Number one = sum_of_magnitudes(r.gradient), maximum = largest_magnitude(r.gradient);
  r.gradient_norm = scale * (instance.norm == Norm::one ? one : maximum);
  r.dual_norm = (instance.norm == Norm::one ? maximum : one) / scale;
  if (instance.rational()) r.dual_d = enclose(best_direction(instance));
}

}  // namespace

Run::Run(const DirectionInstance& instance)
    : L(exact(instance.L())), gamma(exact(instance.gamma)), theta(exact(instance.theta)) {
  const ObjectiveOver<Number>& f = instance.f->over<Number>();
  gradient = f.gradient(theta);
  d = direction(instance);
  next = GradientDescent{instance.gamma}.step<Number>(f, theta);
  value = f.value(theta);
  slope = dot(gradient, d);
  set_norms(instance, *this);
  Number t = gamma;
  for (int k = 0; k < 8; ++k, t = t * frac(1, 2)) {
    step.push_back(t);
    along.push_back(f.value(theta + t * d));
    remainder.push_back(along.back() - value - t * slope);
  }
}

}  // namespace verigrad::steepest_direction
