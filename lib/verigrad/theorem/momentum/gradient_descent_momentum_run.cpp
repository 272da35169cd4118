#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/momentum.hpp"

namespace verigrad::gradient_descent_momentum {
namespace {

Record<Number> iterate(const MomentumInstance& instance) {
  if (!instance.recording.x.empty())
    return {recorded<Number>(instance.recording.x), recorded<Number>(instance.recording.m)};
  const LaggedMomentum method{instance.alpha, instance.beta};
  auto state = LaggedMomentum::start<Number>(exact(instance.x0));
  if (instance.m0) state.m = exact(*instance.m0);
  Record<Number> result{{state.x}, {state.m}};
  for (int k = 0; k < instance.n; ++k) {
    state = method.step<Number>(instance.f->over<Number>(), state);
    result.x.push_back(state.x);
    result.m.push_back(state.m);
  }
  return result;
}

Trajectory<Number> heavy_ball_run(const MomentumInstance& instance, double gamma) {
  const HeavyBall method{gamma, instance.beta};
  auto state = HeavyBall::start<Number>(exact(instance.x0));
  Trajectory<Number> result{state.theta};
  for (int k = 0; k < instance.n; ++k) {
    state = method.step<Number>(instance.f->over<Number>(), state);
    result.push_back(state.theta);
  }
  return result;
}

/// α(1 − β) as a double. Throws std::invalid_argument when it is none.
double heavy_ball_rate(const MomentumInstance& instance) {
  const double gamma = instance.alpha * (1 - instance.beta);
  if (exact<Rational>(gamma) != exact<Rational>(instance.alpha) * (Rational(1) - exact<Rational>(instance.beta)))
    throw std::invalid_argument(
        fmt::format("gradient_descent_momentum: α = {} and β = {} make α(1 − β) no double; "
                    "choose fewer significant bits",
                    instance.alpha, instance.beta));
  return gamma;
}

Trajectory<Number> gradients(const ObjectiveOver<Number>& f, const Trajectory<Number>& points) {
  Trajectory<Number> result;
  for (const Vector<Number>& x : points) result.push_back(f.gradient(x));
  return result;
}

}  // namespace

Run::Run(const MomentumInstance& instance)
    : alpha(exact(instance.alpha)), beta(exact(instance.beta)), weight(1 - beta) {
  Record<Number> record = iterate(instance);
  x = std::move(record.x);
  m = std::move(record.m);
  gradient = gradients(instance.f->over<Number>(), x);
  n = int(x.size()) - 1;
}

ComparisonRun::ComparisonRun(const MomentumInstance& instance) : Run(instance) {
  const ObjectiveOver<Number>& f = instance.f->over<Number>();
  theta = heavy_ball_run(instance, heavy_ball_rate(instance));
  theta_gradient = gradients(f, theta);
  plain = {exact(instance.x0)};
  for (int k = 0; k < instance.n; ++k) plain.push_back(GradientDescent{instance.alpha}.step<Number>(f, plain.back()));
}

}  // namespace verigrad::gradient_descent_momentum
