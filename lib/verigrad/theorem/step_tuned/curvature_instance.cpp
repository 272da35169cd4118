#include "verigrad/theorem/step_tuned/curvature_instance.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"

namespace verigrad {

std::string CurvatureInstance::describe() const {
  return fmt::format("{} at θ = {}, ρ = {}, γ = {}", J->describe(), in_words(theta), rho, gamma);
}

bool moves(const CurvatureInstance& instance) {
  if (instance.gamma <= 0 || instance.rho < 0 || instance.theta.size() != instance.J->dimension()) return false;
  const Number::Over fractions(Number::Kind::rational);
  return sign_of(CurvatureRun(instance).squares) == Sign::positive;
}

bool moves_in_convex_direction(const CurvatureInstance& instance) {
  if (!moves(instance)) return false;
  const Number::Over fractions(Number::Kind::rational);
  return sign_of(CurvatureRun(instance).c) == Sign::positive;
}

CurvatureRun::CurvatureRun(const CurvatureInstance& instance)
    : J(instance.J->over<Number>()),
      rho(exact(instance.rho)),
      gamma(exact(instance.gamma)),
      theta(exact(instance.theta)),
      g(J.gradient(theta)),
      C(J.hessian_product(theta, g)),
      squares(squared_norm(g)),
      c(dot(C, g)) {
  const Vector<Number> next = GradientDescent{instance.gamma}.step<Number>(J, theta);
  moved = next - theta;
  varied = J.gradient(next) - g;
  moved2 = squared_norm(moved);
  product = dot(moved, varied);
}

CurvatureInstance polynomial(const Vector<double>& a, double rho, double x, double gamma) {
  return {make_objective(Polynomial(a)), rho, at(x), gamma};
}

}  // namespace verigrad
