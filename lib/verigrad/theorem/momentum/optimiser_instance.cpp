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

template <class T>
Vector<T> filled(const OptimiserInstance& i, double entry) {
  return Vector<T>::Constant(i.theta0.size(), exact<T>(entry));
}

/// Runs method from state; theta, m and v are its members, or null.
template <class T, class Method, class State, class Theta, class M, class V>
OptimiserRecord<T> iterate(const OptimiserInstance& i, const Method& method, State state, Theta theta, M m, V v) {
  OptimiserRecord<T> result;
  const auto note = [&] {
    result.theta.push_back(state.*theta);
    if constexpr (!std::is_null_pointer_v<M>) result.m.push_back(state.*m);
    if constexpr (!std::is_null_pointer_v<V>) result.v.push_back(state.*v);
  };
  note();
  for (int k = 0; k < i.n; ++k) {
    Vector<T> at = state.*theta;
    if constexpr (std::is_same_v<Method, Nesterov>) at = method.look_ahead(state);
    result.gradient.push_back(i.gradient<T>(k, at));
    method.template advance<T>(state, result.gradient.back());
    note();
  }
  return result;
}

/// LaggedMomentum, HeavyBall, Nesterov.
template <class T, class Method, class Theta>
OptimiserRecord<T> with_momentum(const OptimiserInstance& i, Theta theta) {
  using State = typename Method::template State<T>;
  return iterate<T>(i, Method{i.alpha, i.beta1}, State{exact<T>(i.theta0), filled<T>(i, i.m0)}, theta, &State::m,
                    nullptr);
}

template <class T>
OptimiserRecord<T> with_explicit_momentum(const OptimiserInstance& i) {
  using State = ExplicitMomentum::State<T>;
  return iterate<T>(i, ExplicitMomentum{i.alpha}, State{exact<T>(i.theta0), filled<T>(i, i.m0)}, &State::w, &State::z,
                    nullptr);
}

template <class T>
OptimiserRecord<T> with_adagrad(const OptimiserInstance& i) {
  using State = Adagrad::State<T>;
  return iterate<T>(i, Adagrad{i.alpha, i.epsilon}, State{exact<T>(i.theta0), filled<T>(i, i.v0)}, &State::theta,
                    nullptr, &State::sum);
}

template <class T>
OptimiserRecord<T> with_rmsprop(const OptimiserInstance& i) {
  using State = RmsProp::State<T>;
  return iterate<T>(i, RmsProp{i.alpha, i.beta2, i.epsilon}, State{exact<T>(i.theta0), filled<T>(i, i.v0)},
                    &State::theta, nullptr, &State::v);
}

template <class T>
OptimiserRecord<T> with_adam_system(const OptimiserInstance& i) {
  using State = AdamSystem::State<T>;
  OptimiserRecord<T> result =
      iterate<T>(i, AdamSystem{i.alpha, i.eps1(), i.eps2()},
                 State{exact<T>(i.theta0), filled<T>(i, -i.m0), filled<T>(i, i.v0)}, &State::w, &State::z, &State::d);
  for (Vector<T>& z : result.m) z = Vector<T>(-z);
  return result;
}

template <class T, class Method>
OptimiserRecord<T> with_moments(const OptimiserInstance& i, const Method& method) {
  using State = AdamState<T>;
  State state = State::start(exact<T>(i.theta0));
  state.m = filled<T>(i, i.m0);
  state.v = filled<T>(i, i.v0);
  return iterate<T>(i, method, state, &State::theta, &State::m, &State::v);
}

}  // namespace

double OptimiserInstance::eps1() const { return relaxation_time(alpha, beta1); }
double OptimiserInstance::eps2() const { return relaxation_time(alpha, beta2); }

template <class T>
OptimiserRecord<T> record(Optimiser optimiser, const OptimiserInstance& i) {
  switch (optimiser) {
    case Optimiser::lagged_momentum: return with_momentum<T, LaggedMomentum>(i, &LaggedMomentum::State<T>::x);
    case Optimiser::heavy_ball: return with_momentum<T, HeavyBall>(i, &HeavyBall::State<T>::theta);
    case Optimiser::nesterov: return with_momentum<T, Nesterov>(i, &Nesterov::State<T>::theta);
    case Optimiser::explicit_momentum: return with_explicit_momentum<T>(i);
    case Optimiser::adagrad: return with_adagrad<T>(i);
    case Optimiser::rmsprop: return with_rmsprop<T>(i);
    case Optimiser::adam_system: return with_adam_system<T>(i);
    case Optimiser::lagged_adam: return with_moments<T>(i, LaggedAdam{i.alpha, i.beta1, i.beta2});
    case Optimiser::lagged_adam_without_hat: return with_moments<T>(i, LaggedAdamWithoutHat{i.alpha, i.beta1, i.beta2});
    case Optimiser::rescaled_adam: return with_moments<T>(i, RescaledAdamAsPrinted{i.alpha, i.beta1, i.beta2});
    case Optimiser::rescaled_adam_repaired: return with_moments<T>(i, RescaledAdamRepaired{i.alpha, i.beta1, i.beta2});
    case Optimiser::adam_without_correction:
      return with_moments<T>(i, AdamWithoutBiasCorrection{i.alpha, i.beta1, i.beta2, i.epsilon});
    case Optimiser::adam: break;
  }
  return with_moments<T>(i, Adam{i.alpha, i.beta1, i.beta2, i.epsilon});
}

#define VERIGRAD_INSTANTIATE(T) template OptimiserRecord<T> record<T>(Optimiser, const OptimiserInstance&);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
