#include "verigrad/theorem/flow/small_steps.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad {

double SmallSteps::tau() const { return std::ldexp(t, -halvings); }

std::string SmallSteps::describe() const {
  return fmt::format("J = {}; W⁰ = {}, Z⁰ = {}, t = {}, k = {}", J->describe(), in_words(w0), in_words(z0), t, k());
}

bool moves(const SmallSteps& i) {
  return i.t > 0 && i.halvings >= 0 && !i.J->over<Rational>().gradient(exact<Rational>(i.w0)).isZero();
}
bool moves_on_convex(const SmallSteps& i) { return moves(i) && i.J->curvature().convex() && i.J->has_minimum(); }
bool short_steps_on_convex(const SmallSteps& i) {
  return moves_on_convex(i) && exact<Rational>(i.tau()) * exact<Rational>(i.J->curvature().smoothness()) <= 2;
}
bool one_eigenvalue(const SmallSteps& i) {
  return moves_on_convex(i) && i.J->dimension() == 1 && i.halvings >= 1 &&
         exact<Rational>(i.tau()) * exact<Rational>(i.J->curvature().upper) <= 1;
}

SmallSteps steps_on_parabola(double lambda, double w0, double z0, double t, int halvings) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(lambda * one, 0 * one)), w0 * one, z0 * one, t, halvings};
}

SmallStepsRun::SmallStepsRun(const SmallSteps& instance)
    : J(instance.J->over<Number>()),
      w0(exact(instance.w0)),
      z0(exact(instance.z0)),
      t(exact(instance.t)),
      tau(exact(instance.tau())),
      L(exact(instance.J->curvature().smoothness())),
      k(instance.k()),
      a(Matrix<Number>::Constant(w0.size(), w0.size(), 0)),
      slope(J.gradient(Vector<Number>::Constant(w0.size(), 0))) {
  for (Eigen::Index i = 0; i < w0.size(); ++i) {
    Vector<Number> unit = Vector<Number>::Constant(w0.size(), 0);
    unit[i] = 1;
    a.col(i) = J.hessian_product(w0, unit);
  }
}

}  // namespace verigrad
