#include "verigrad/theorem/momentum/gradient_descent_momentum_run.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/momentum.hpp"

namespace verigrad::gradient_descent_momentum {
namespace {

template <class T>
Record<T> iterate(const MomentumInstance& instance) {
  if (!instance.recording.x.empty()) return {recorded<T>(instance.recording.x), recorded<T>(instance.recording.m)};
  const LaggedMomentum method{instance.alpha, instance.beta};
  auto state = LaggedMomentum::start<T>(exact<T>(instance.x0));
  if (instance.m0) state.m = exact<T>(*instance.m0);
  Record<T> result{{state.x}, {state.m}};
  for (int k = 0; k < instance.n; ++k) {
    state = method.step<T>(instance.f->over<T>(), state);
    result.x.push_back(state.x);
    result.m.push_back(state.m);
  }
  return result;
}

template <class T>
Trajectory<T> heavy_ball_run(const MomentumInstance& instance, double gamma) {
  const HeavyBall method{gamma, instance.beta};
  auto state = HeavyBall::start<T>(exact<T>(instance.x0));
  Trajectory<T> result{state.theta};
  for (int k = 0; k < instance.n; ++k) {
    state = method.step<T>(instance.f->over<T>(), state);
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

template <class T>
Trajectory<T> gradients(const ObjectiveOver<T>& f, const Trajectory<T>& points) {
  Trajectory<T> result;
  for (const Vector<T>& x : points) result.push_back(f.gradient(x));
  return result;
}

}  // namespace

template <class T>
Run<T>::Run(const MomentumInstance& instance)
    : alpha(exact<T>(instance.alpha)), beta(exact<T>(instance.beta)), weight(T(1) - beta) {
  Record<T> record = iterate<T>(instance);
  x = std::move(record.x);
  m = std::move(record.m);
  gradient = gradients(instance.f->over<T>(), x);
  n = int(x.size()) - 1;
}

template <class T>
Comparison<T>::Comparison(const MomentumInstance& instance) : Run<T>(instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  theta = heavy_ball_run<T>(instance, heavy_ball_rate(instance));
  theta_gradient = gradients(f, theta);
  plain = {exact<T>(instance.x0)};
  for (int k = 0; k < instance.n; ++k) plain.push_back(GradientDescent{instance.alpha}.step<T>(f, plain.back()));
}

#define VERIGRAD_INSTANTIATE(T) \
  template struct Run<T>;       \
  template struct Comparison<T>;
VERIGRAD_INSTANTIATE(Number)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::gradient_descent_momentum
