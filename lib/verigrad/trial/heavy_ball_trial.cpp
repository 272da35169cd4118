// Polyak's energy Eₖ = J(θₖ) + μ/(2γ)‖θₖ − θₖ₋₁‖² along recorded iterates: Eₖ₊₁ ≤ Eₖ where γL ≤ 2(1 − μ).
//
// It speaks of one step. Where the exact step from θₖ₋₁, θₖ ends in x, the recorded one ends within ρ of it, and there
// J is at most J(x) + ‖∇J(x)‖ρ + Lρ²/2, and the squared move at most ‖x − θₖ‖² + 2‖x − θₖ‖ρ + ρ².
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/momentum/heavy_ball.hpp"
#include "verigrad/trial/declared.hpp"
#include "verigrad/trial/trials.hpp"

namespace verigrad::trial {
namespace {

std::vector<Problem> under_friction(const Declared& declared) {
  require_hyper_parameters("heavy_ball", declared, {"lr", "L", "momentum"});
  Declared complete = declared;
  const double rate = declared.hyper.value_or("lr", 0.25), mu = declared.hyper.value_or("momentum", 0.5);
  complete.hyper.set("momentum", mu);
  std::vector<Problem> result;
  const auto add = [&](ObjectivePtr f, Vector<double> start) {
    result.push_back(
        {FiniteSum({std::move(f)}), std::move(start), std::vector<Rational>(8, exact<Rational>(rate)), complete.hyper});
  };
  for (const double share : {0.25, 0.875}) {
    const double L = declared.hyper.value_or("L", 2 * share * (1 - mu) / rate);
    add(make_objective(Quadratic(at(L), at(0))), at(1));
    add(make_objective(Quadratic(vector({L, L / 16}), vector({1, 1}))), vector({-1, 5}));
    add(make_objective(GemanMcClure(at(L / 2), at(0))), at(1.5));
  }
  return result;
}

struct Energy {
  Energy(const Problem& problem, const Run& run)
      : J(problem.objective()->over<Number>()),
        gamma(enclose(problem.rates.front())),
        mu(exact(problem.hyper.at("momentum"))),
        L(exact(problem.objective()->curvature().smoothness())),
        theta(recorded<Number>(run.x)) {}

  Number operator()(std::size_t k) const {
    const Vector<Number> move = theta[k] - theta[k == 0 ? 0 : k - 1];
    return J.value(theta[k]) + mu / (2 * gamma) * squared_norm(move);
  }

  const ObjectiveOver<Number>& J;
  Number gamma, mu, L;
  Trajectory<Number> theta;
};

void energy_decays(const Problem& problem, const std::vector<Run>& runs, Claims& claims) {
  const Energy energy(problem, runs.front());
  claims.at_most("γL ≤ 2(1 − μ)", energy.gamma * energy.L, 2 * (1 - energy.mu));
  for (std::size_t k = 1; k < energy.theta.size(); ++k) claims.at_most("Eₖ ≤ Eₖ₋₁", energy(k), energy(k - 1), int(k));
}

std::vector<double> of_energies(const Problem& problem, const std::vector<Run>& runs) {
  const Run& run = runs.front();
  const ObjectiveOver<Interval>& J = problem.objective()->over<Interval>();
  const Interval half = frac<Interval>(1, 2), L = Interval::point(problem.objective()->curvature().smoothness());
  const Interval weight =
      half * Interval::point(problem.hyper.at("momentum")) / enclose<Interval>(problem.rates.front());
  std::vector<double> result{0};
  for (std::size_t k = 0; k + 1 < run.x.size(); ++k) {
    const Interval rho = Interval::point(run.slack[k]), slope = norm<Interval>(J.gradient(run.exact[k]));
    const Interval move = norm<Interval>(run.exact[k] - exact<Interval>(run.x[k]));
    result.push_back(
        (slope * rho + half * L * square(rho) + weight * (Interval(2) * move * rho + square(rho))).upper());
  }
  return result;
}

}  // namespace

Trial heavy_ball_trial() { return {"heavy_ball", {"heavy_ball", "sgd"}, under_friction, energy_decays, of_energies}; }

}  // namespace verigrad::trial
