#include "verigrad/rate/fixed_step_method.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/algorithm/averaged_stochastic_gradient.hpp"
#include "verigrad/algorithm/explicit_momentum.hpp"
#include "verigrad/algorithm/gradient_descent.hpp"
#include "verigrad/algorithm/heavy_ball.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/momentum.hpp"
#include "verigrad/algorithm/nesterov.hpp"
#include "verigrad/algorithm/sgd.hpp"
#include "verigrad/rate/linear_form.hpp"
#include "verigrad/text/suggest.hpp"

namespace verigrad {

/// Of numbers alone, as over Rational.
template <>
inline rate::LinearForm real_power(const rate::LinearForm& a, const rate::LinearForm& p) {
  if (!a.is_number() || !p.is_number())
    throw rate::NotLinear("the method takes powers of gradients; only steps that are linear in them have a rate");
  return real_power<Rational>(a.constant(), p.constant());
}

}  // namespace verigrad

namespace verigrad::rate {
namespace {

using Forms = Vector<LinearForm>;

Forms start_point() { return Forms::Constant(1, LinearForm::unknown(0)); }
Forms gradient_at(int k) { return Forms::Constant(1, LinearForm::unknown(1 + k)); }

/// The double that an algorithm holds for the hyper-parameter.
double held(const HyperParameters& hyper, const std::string& name) { return approximate(hyper.at(name)); }

/// Runs N steps: asked(state) is where the next gradient is due, advance(state, gradient, k) takes it.
template <class State, class Asked, class Advance, class Reached>
StepMatrix run(State state, int steps, const Asked& asked, const Advance& advance, const Reached& reached) {
  std::vector<LinearForm> points;
  for (int k = 0; k < steps; ++k) {
    points.push_back(asked(state)[0]);
    advance(state, gradient_at(k), k);
  }
  points.push_back(reached(state)[0]);
  StepMatrix matrix(steps + 1, steps + 2);
  for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
    if (points[std::size_t(i)].constant() != 0)
      throw std::invalid_argument("the method moves without a gradient; only steps along gradients have a rate");
    for (Eigen::Index j = 0; j < matrix.cols(); ++j) matrix(i, j) = points[std::size_t(i)].coefficient(j);
  }
  return matrix;
}

StepMatrix run_gradient_descent(const HyperParameters& hyper, int steps) {
  const LinearForm alpha = hyper.at("alpha");
  const auto x = [](const Forms& now) { return now; };
  return run(
      start_point(), steps, x,
      [&](Forms& now, const Forms& g, int) {
        GradientDescent{held(hyper, "alpha")}.advance<LinearForm>(now, g, alpha);
      },
      x);
}

StepMatrix run_heavy_ball(const HyperParameters& hyper, int steps) {
  const LinearForm gamma = hyper.at("gamma"), mu = hyper.at("mu");
  const auto theta = [](const HeavyBall::State<LinearForm>& now) { return now.theta; };
  return run(
      HeavyBall::start(start_point()), steps, theta,
      [&](auto& now, const Forms& g, int) { HeavyBall::advance<LinearForm>(now, g, gamma, mu); }, theta);
}

StepMatrix run_nesterov(const HyperParameters& hyper, int steps) {
  const LinearForm gamma = hyper.at("gamma"), mu = hyper.at("mu");
  return run(
      Nesterov::start(start_point()), steps,
      [&](const Nesterov::State<LinearForm>& now) { return Forms(now.theta + mu * now.m); },
      [&](auto& now, const Forms& g, int) { Nesterov::advance<LinearForm>(now, g, gamma, mu); },
      [](const auto& now) { return now.theta; });
}

StepMatrix run_nesterov_with_schedule(const HyperParameters& hyper, int steps) {
  const LinearForm gamma = hyper.at("gamma");
  int k = 0;
  return run(
      Nesterov::start(start_point()), steps,
      [&](const Nesterov::State<LinearForm>& now) {
        return Forms(now.theta + NesterovSchedule::at<LinearForm>(k) * now.m);
      },
      [&](auto& now, const Forms& g, int) {
        Nesterov::advance<LinearForm>(now, g, gamma, NesterovSchedule::at<LinearForm>(k++));
      },
      [](const auto& now) { return now.theta; });
}

StepMatrix run_lagged_momentum(const HyperParameters& hyper, int steps) {
  const LaggedMomentum method{held(hyper, "alpha"), held(hyper, "beta")};
  const auto x = [](const LaggedMomentum::State<LinearForm>& now) { return now.x; };
  return run(
      LaggedMomentum::start(start_point()), steps, x,
      [&](auto& now, const Forms& g, int) { method.advance<LinearForm>(now, g); }, x);
}

StepMatrix run_explicit_momentum(const HyperParameters& hyper, int steps) {
  const ExplicitMomentum method{held(hyper, "dt")};
  const auto w = [](const ExplicitMomentum::State<LinearForm>& now) { return now.w; };
  return run(
      ExplicitMomentum::start(start_point()), steps, w,
      [&](auto& now, const Forms& g, int) { method.advance<LinearForm>(now, g); }, w);
}

StepMatrix run_sgd(const HyperParameters& hyper, int steps, bool nesterov) {
  const Sgd method{held(hyper, "gamma"), held(hyper, "mu"), held(hyper, "dampening"), nesterov};
  const auto theta = [](const Sgd::State<LinearForm>& now) { return now.theta; };
  return run(
      Sgd::start(start_point()), steps, theta,
      [&](auto& now, const Forms& g, int) { method.advance<LinearForm>(now, g, LinearForm(hyper.at("gamma"))); },
      theta);
}
StepMatrix run_plain_sgd(const HyperParameters& hyper, int steps) { return run_sgd(hyper, steps, false); }
StepMatrix run_nesterov_sgd(const HyperParameters& hyper, int steps) { return run_sgd(hyper, steps, true); }

StepMatrix run_inna(const HyperParameters& hyper, int steps) {
  const Inna method{held(hyper, "alpha"), held(hyper, "beta")};
  const LinearForm gamma = hyper.at("gamma");
  const auto theta = [](const Inna::State<LinearForm>& now) { return now.theta; };
  return run(
      method.start(start_point()), steps, theta,
      [&](auto& now, const Forms& g, int) { method.advance<LinearForm>(now, g, gamma); }, theta);
}

StepMatrix run_averaged(const HyperParameters& hyper, int steps) {
  const AveragedStochasticGradient method{held(hyper, "gamma"), 0, 0, held(hyper, "t0")};
  return run(
      AveragedStochasticGradient::start(start_point()), steps,
      [](const AveragedStochasticGradient::State<LinearForm>& now) { return now.theta; },
      [&](auto& now, const Forms& g, int) { method.advance<LinearForm>(now, g, LinearForm(hyper.at("gamma"))); },
      [](const auto& now) { return now.average; });
}

const Rational none(0);

}  // namespace

const std::vector<FixedStepMethod>& fixed_step_methods() {
  static const std::vector<FixedStepMethod> all{
      {"gradient_descent", "x⁺ = x − α ∇f(x)", "alpha", {}, {"alpha"}, {}, run_gradient_descent},
      {"heavy_ball", "m⁺ = μ m − γ ∇f(x), x⁺ = x + m⁺", "gamma", {}, {"gamma", "mu"}, {}, run_heavy_ball},
      {"nesterov", "m⁺ = μ m − γ ∇f(x + μ m), x⁺ = x + m⁺", "gamma", {}, {"gamma", "mu"}, {}, run_nesterov},
      {"nesterov_schedule", "nesterov with μₖ = k/(k + 3)", "gamma", {}, {"gamma"}, {}, run_nesterov_with_schedule},
      {"lagged_momentum",
       "x⁺ = x − α m, m⁺ = β m + (1 − β) ∇f(x)",
       "alpha",
       {},
       {"alpha", "beta"},
       {"alpha", "beta"},
       run_lagged_momentum},
      {"explicit_momentum", "W⁺ = W + Δt Z, Z⁺ = Z − Δt ∇f(W)", "dt", {}, {"dt"}, {"dt"}, run_explicit_momentum},
      {"sgd",
       "b⁺ = μ b + (1 − τ) ∇f(x), x⁺ = x − γ b⁺, b₁ = ∇f(x₀)",
       "gamma",
       {{"dampening", none}},
       {"gamma", "mu"},
       {"mu", "dampening"},
       run_plain_sgd},
      {"sgd_nesterov",
       "b⁺ = μ b + ∇f(x), x⁺ = x − γ (∇f(x) + μ b⁺)",
       "gamma",
       {{"dampening", none}},
       {"gamma", "mu"},
       {"mu", "dampening"},
       run_nesterov_sgd},
      {"inna",
       "θ⁺ = θ + γ((1/β − α)θ − ψ/β − β∇f(θ)), ψ⁺ = ψ + γ((1/β − α)θ − ψ/β)",
       "gamma",
       {},
       {"alpha", "beta", "gamma"},
       {"alpha", "beta"},
       run_inna},
      {"averaged_gradient",
       "x⁺ = x − γ ∇f(x), measured at the average of the iterates",
       "gamma",
       {{"t0", none}},
       {"gamma"},
       {"t0"},
       run_averaged}};
  return all;
}

const FixedStepMethod& fixed_step_method(const std::string& name) {
  std::vector<std::string_view> names;
  for (const FixedStepMethod& method : fixed_step_methods()) {
    if (method.name == name) return method;
    names.push_back(method.name);
  }
  const std::vector<std::string> near = suggestions(name, names);
  throw std::invalid_argument(
      near.empty() ? fmt::format("no method \"{}\" has a rate; there are {}", name, fmt::join(names, ", "))
                   : fmt::format("no method \"{}\" has a rate; near it: {}", name, fmt::join(near, ", ")));
}

HyperParameters complete(const FixedStepMethod& method, HyperParameters given) {
  std::vector<std::string> known = method.required;
  for (const auto& [name, value] : method.defaults) known.push_back(name);
  for (const auto& [name, value] : given)
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw std::invalid_argument(
          fmt::format("{} has no hyper-parameter \"{}\"; it has {}", method.name, name, fmt::join(known, ", ")));
  for (const std::string& name : method.required)
    if (!given.contains(name))
      throw std::invalid_argument(name == method.step_size
                                      ? fmt::format("{} needs its step size {}; give --step-size", method.name, name)
                                      : fmt::format("{} needs {}; give --hyper {}=NUMBER", method.name, name, name));
  given.insert(method.defaults.begin(), method.defaults.end());
  if (given.at(method.step_size) <= 0)
    throw std::invalid_argument(fmt::format("the step size {} of {} is {}; it must be above 0", method.step_size,
                                            method.name, given.at(method.step_size).str()));
  for (const std::string& name : method.held) given[name] = exact<Rational>(approximate(given.at(name)));
  return given;
}

StepMatrix step_matrix(const FixedStepMethod& method, const HyperParameters& hyper, int steps) {
  if (steps < 1) throw std::invalid_argument(fmt::format("{} steps have no rate; take at least 1", steps));
  StepMatrix matrix = method.run(complete(method, hyper), steps);
  for (Eigen::Index k = 0; k < matrix.rows(); ++k)
    if (matrix(k, 0) != 1)
      throw std::invalid_argument(
          fmt::format("{} depends on where the origin is; only methods that do not have a rate", method.name));
  return matrix;
}

}  // namespace verigrad::rate
