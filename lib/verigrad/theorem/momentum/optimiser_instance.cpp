#include "verigrad/theorem/momentum/optimiser_instance.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/rmsprop.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string_view name(Optimiser optimiser) {
  static constexpr std::array names{"(23) momentum",
                                    "(1.28) heavy ball",
                                    "(1.29) Nesterov",
                                    "(5.17)",
                                    "(1.30) Adagrad",
                                    "(1.31) RMSprop",
                                    "(5.25)",
                                    "(5.26), hat restored",
                                    "(5.26) as printed",
                                    "(5.27) as printed",
                                    "(5.27), exponents and hats repaired",
                                    "(1.32)",
                                    "ADAM as published"};
  return names.at(std::size_t(optimiser));
}

std::string OptimiserInstance::describe() const {
  std::string words = f ? "f = " + f->describe() : "gradients";
  for (const Vector<double>& g : gradients) words += " " + in_words(g);
  words += fmt::format("; θ₀ = {}, α = {}, β₁ = {}, β₂ = {}, ε = {}, n = {}", in_words(theta0), alpha, beta1, beta2,
                       epsilon, n);
  if (m0 != 0) words += fmt::format(", m₀ = {}", m0);
  if (v0 != 0) words += fmt::format(", v₀ = {}", v0);
  return words;
}

OptimiserInstance along(const std::vector<double>& gradients, double epsilon) {
  OptimiserInstance i{.f = {},
                      .gradients = {},
                      .theta0 = Vector<double>::Zero(1),
                      .n = int(gradients.size()),
                      .alpha = 1,
                      .beta1 = 0.5,
                      .beta2 = 0.75,
                      .epsilon = epsilon};
  for (const double g : gradients) i.gradients.push_back(Vector<double>::Constant(1, g));
  return i;
}

namespace {

double relaxation_time(double alpha, double beta) {
  const double result = alpha / (1 - beta);
  if (exact<Rational>(result) * (Rational(1) - exact<Rational>(beta)) != exact<Rational>(alpha))
    throw std::invalid_argument(fmt::format(
        "OptimiserInstance: α = {} and β = {} make α/(1 − β) no double; choose 1 − β a power of 2", alpha, beta));
  return result;
}

Vector<Number> filled(const OptimiserInstance& i, double entry) {
  return Vector<Number>::Constant(i.theta0.size(), exact(entry));
}

/// Runs method from state; theta, m and v are its members, or null.
template <class Method, class State, class Theta, class M, class V>
OptimiserRecord iterate(const OptimiserInstance& i, const Method& method, State state, Theta theta, M m, V v) {
  OptimiserRecord result;
  const auto note = [&] {
    result.theta.push_back(state.*theta);
    if constexpr (!std::is_null_pointer_v<M>) result.m.push_back(state.*m);
    if constexpr (!std::is_null_pointer_v<V>) result.v.push_back(state.*v);
  };
  note();
  for (int k = 0; k < i.n; ++k) {
    Vector<Number> at = state.*theta;
    if constexpr (std::is_same_v<Method, Nesterov>) at = method.look_ahead(state);
    result.gradient.push_back(i.gradient(k, at));
    method.template advance<Number>(state, result.gradient.back());
    note();
  }
  return result;
}

/// LaggedMomentum, HeavyBall, Nesterov.
template <class Method, class State, class Theta>
OptimiserRecord with_momentum(const OptimiserInstance& i, Theta State::*theta) {
  return iterate(i, Method{i.alpha, i.beta1}, State{exact(i.theta0), filled(i, i.m0)}, theta, &State::m, nullptr);
}

OptimiserRecord with_explicit_momentum(const OptimiserInstance& i) {
  using State = ExplicitMomentum::State<Number>;
  return iterate(i, ExplicitMomentum{i.alpha}, State{exact(i.theta0), filled(i, i.m0)}, &State::w, &State::z, nullptr);
}

OptimiserRecord with_adagrad(const OptimiserInstance& i) {
  using State = Adagrad::State<Number>;
  return iterate(i, Adagrad{i.alpha, i.epsilon}, State{exact(i.theta0), filled(i, i.v0)}, &State::theta, nullptr,
                 &State::sum);
}

OptimiserRecord with_rmsprop(const OptimiserInstance& i) {
  using State = RmsProp::State<Number>;
  return iterate(i, RmsProp{i.alpha, i.beta2, i.epsilon}, State{exact(i.theta0), filled(i, i.v0)}, &State::theta,
                 nullptr, &State::v);
}

OptimiserRecord with_adam_system(const OptimiserInstance& i) {
  using State = AdamSystem::State<Number>;
  OptimiserRecord result =
      iterate(i, AdamSystem{i.alpha, i.eps1(), i.eps2()}, State{exact(i.theta0), filled(i, -i.m0), filled(i, i.v0)},
              &State::w, &State::z, &State::d);
  for (Vector<Number>& z : result.m) z = Vector<Number>(-z);
  return result;
}

template <class Method>
OptimiserRecord with_moments(const OptimiserInstance& i, const Method& method) {
  using State = AdamState<Number>;
  State state = State::start(exact(i.theta0));
  state.m = filled(i, i.m0);
  state.v = filled(i, i.v0);
  return iterate(i, method, state, &State::theta, &State::m, &State::v);
}

}  // namespace

double OptimiserInstance::eps1() const { return relaxation_time(alpha, beta1); }
double OptimiserInstance::eps2() const { return relaxation_time(alpha, beta2); }

OptimiserRecord record(Optimiser optimiser, const OptimiserInstance& i) {
  switch (optimiser) {
    case Optimiser::lagged_momentum: return with_momentum<LaggedMomentum>(i, &LaggedMomentum::State<Number>::x);
    case Optimiser::heavy_ball: return with_momentum<HeavyBall>(i, &HeavyBall::State<Number>::theta);
    case Optimiser::nesterov: return with_momentum<Nesterov>(i, &Nesterov::State<Number>::theta);
    case Optimiser::explicit_momentum: return with_explicit_momentum(i);
    case Optimiser::adagrad: return with_adagrad(i);
    case Optimiser::rmsprop: return with_rmsprop(i);
    case Optimiser::adam_system: return with_adam_system(i);
    case Optimiser::lagged_adam: return with_moments(i, LaggedAdam{i.alpha, i.beta1, i.beta2});
    case Optimiser::lagged_adam_without_hat: return with_moments(i, LaggedAdamWithoutHat{i.alpha, i.beta1, i.beta2});
    case Optimiser::rescaled_adam: return with_moments(i, RescaledAdamAsPrinted{i.alpha, i.beta1, i.beta2});
    case Optimiser::rescaled_adam_repaired: return with_moments(i, RescaledAdamRepaired{i.alpha, i.beta1, i.beta2});
    case Optimiser::adam_without_correction:
      return with_moments(i, AdamWithoutBiasCorrection{i.alpha, i.beta1, i.beta2, i.epsilon});
    case Optimiser::adam: break;
  }
  return with_moments(i, Adam{i.alpha, i.beta1, i.beta2, i.epsilon});
}

}  // namespace verigrad
