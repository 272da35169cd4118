// From beside the stable line of a double well's saddle: where the solution goes, decided by its energy once it has
// left.
#include <cmath>

#include <fmt/format.h>

#include "verigrad/flow/din.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/convergence_to_minimisers.hpp"

namespace verigrad::convergence_to_minimisers {

std::string EscapeInstance::describe() const {
  return fmt::format("𝒥″ = −{} within {} of 0, {} beyond; α = {}, β = {}, θ₀ = {}, ψ₀ = {}, t = {}", s, a, s, alpha,
                     beta, theta, psi, time());
}

double EscapeInstance::u() const {
  const double damping = alpha - beta * s, sigma = (-damping + std::sqrt(damping * damping + 4 * s)) / 2;
  return (1 + beta * sigma) * theta - psi;
}

double EscapeInstance::time() const {
  const double damping = alpha - beta * s, width = std::sqrt(damping * damping + 4 * s);
  return std::floor(64 * std::log(a * beta * width / (4 * std::abs(u()))) / ((width - damping) / 2)) / 64;
}

bool beside_stable_line(const EscapeInstance& i) {
  constexpr double least = 0x1p-20, most = 0x1p-8;
  return i.s > 0 && i.a > 0 && i.alpha >= 0 && i.beta > 0 && std::abs(i.u()) > least * i.a &&
         std::abs(i.theta) + std::abs(i.psi) <= most * i.a && i.time() > 0;
}

namespace {

struct EscapeRun : DinFlowRun {
  using Instance = EscapeInstance;
  explicit EscapeRun(const EscapeInstance& i)
      : DinFlowRun({in_one_dimension(-i.s, i.alpha, i.beta), at(i.theta), at(i.psi), i.time()}),
        a(exact(i.a)),
        J(make_objective(verigrad::double_well(i.s, i.a, 0))) {}
  DinState<Number> state(const Vector<Number>& x) const { return {x.head(1), x.tail(1)}; }
  Number energy(const Vector<Number>& x) const {
    const Number above = J->over<Number>().value(state(x).theta) - J->over<Number>().minimum().f_star;
    return 2 * (1 + alpha * beta) * above + squared_norm(din_residual(state(x), alpha, beta));
  }
  /// (1 + βσ)θ − ψ, which is e^{σt} times what it was.
  Number along(int sign, const Vector<Number>& x) const { return (1 + beta * sigma(0, sign)) * x[0] - x[1]; }
  Number a;
  ObjectivePtr J;
};

void goes_below_saddle(const EscapeRun& r, Claims& claims) {
  const DinState<Number> there = r.state(r.end);
  const Vector<Number> gradient = r.J->over<Number>().gradient(there.theta), velocity = product(r.generator, r.end);
  claims.equal("θ′(t)", din_velocity(there, gradient, r.alpha, r.beta).theta[0], velocity[0]);
  claims.at_most(
      "|θ| ≤ (|u(t)| + |v(0)|)/(β(σ₊ − σ₋)) ≤ a until t",
      (magnitude(r.along(1, r.end)) + magnitude(r.along(-1, r.start))) / (r.beta * (r.sigma(0, 1) - r.sigma(0, -1))),
      r.a);
  claims.less("E(t) < E(0, 0)", r.energy(r.end), r.energy(0 * r.end));
}
Number u(const EscapeRun& r) { return r.along(1, r.start); }

/// side(run) has the sign of θ(t).
template <class Side>
Form<EscapeInstance> goes_to_side(const char* key, Side side) {
  return form<EscapeRun>(key,
                         [side](const EscapeRun& r, Claims& claims) {
                           goes_below_saddle(r, claims);
                           claims.less("0 < u(0)θ(t)", 0, side(r) * r.end[0]);
                         })
      .in_balls();
}

}  // namespace

Form<EscapeInstance> leaves_for_minimiser() {
  return goes_to_side("leaves for the minimiser on u's side", u).of_code();
}

Lines<EscapeInstance> escape_lines() {
  const auto theta = [](const EscapeRun& r) { return r.start[0]; };
  const auto missing = [](const EscapeRun& r) { return Number((1 + r.sigma(0, 1)) * r.start[0] - r.start[1]); };
  const auto swapped = [](const EscapeRun& r) { return r.along(-1, r.start); };
  const auto wrong_sign = [](const EscapeRun& r) {
    return Number((1 + r.beta * r.sigma(0, 1)) * r.start[0] + r.start[1]);
  };
  return {.planted = {goes_to_side("the side of θ₀", theta), goes_to_side("missing β: (1 + σ₊)θ − ψ", missing),
                      goes_to_side("swapped: σ₋ for σ₊", swapped), goes_to_side("sign: (1 + βσ₊)θ + ψ", wrong_sign)},
          .separating = {{1, 1, 0, 0.125, 6 * 0x1p-12, 8 * 0x1p-12}, {1, 1, 1, 1, 8 * 0x1p-12, 4 * 0x1p-12}}};
}

}  // namespace verigrad::convergence_to_minimisers
