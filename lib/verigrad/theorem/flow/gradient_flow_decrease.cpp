#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::gradient_flow_decrease {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.3",
      .stem = "gradient_flow_decrease",
      .title = "Decrease along the gradient flow",
      .source = "Stochastic gradient methods, (5.3) and the line below it",
      .text = "d/dt J(W(t)) = −|∇J(W(t))|² ≤ 0",
      .hypotheses = {{"flow", "W′(t) = −∇J(W(t)), t > 0 (5.3)"},
                     {"regularity", "J ∈ C¹, not said here; convexity is not asked for"}},
      .steps =
          {{"limit",
            "(5.2) is the discrete form of (5.3): |Wᵏ − W(kτ)| ≤ ½tL|∇J(W⁰)| · τ, t = kτ, for convex quadratics and "
            "τL ≤ 2"}},
      .errata = {{.key = "initial condition",
                  .place = "(5.3), second line",
                  .printed = "W(t) = W₀",
                  .corrected = "W(0) = W₀",
                  .remark = "Beside W′(t) = −∇J(W(t)) for t > 0, W(t) = W₀ leaves only stationary points: J(W) = W²/2 "
                            "and W₀ = 1 give W(t) = 1/2 when e^(−t) = 1/2. Section 5.2 writes W(0) = W₀. Only one "
                            "printing of (5.3) is at hand, so that the slip may be the printer's."}}};
  return result;
}

std::string FlowPoint::describe() const {
  return fmt::format("J = {}; W = {}, τ = {}", J->describe(), in_words(w), tau);
}

std::string ParabolaFlow::describe() const { return fmt::format("J = W²/2, W₀ = {}, e^(−t) = {}", w0, q); }

bool hypotheses_hold(const FlowPoint& instance) {
  return instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius());
}

namespace {

struct State {
  using Instance = FlowPoint;
  explicit State(const FlowPoint& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact(instance.w)),
        g(J->gradient(w)),
        rate(along().rate_if_quadratic()) {}
  explicit State(const Unknowns& unknowns) : g(unknowns.vector("∇J(W)")), rate(dot(velocity(), g)) {}

  Vector<Number> velocity() const { return -g; }
  /// J alone: m = 0.
  EnergyAlong along() const {
    const Vector<Number> none = Vector<Number>::Constant(w.size(), 0);
    return {*J, Number(0), Number(0), {w, none}, {velocity(), none}};
  }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Vector<Number> w = {}, g;
  Number rate;  ///< d/dt J(W)
};

void identity(const State& s, Claims& claims) { claims.equal("d/dt J(W) = −|∇J(W)|²", s.rate, -squared_norm(s.g)); }

void identity_and_sign(const State& s, Claims& claims) {
  identity(s, claims);
  claims.at_most("−|∇J(W)|² ≤ 0", -squared_norm(s.g), 0);
}

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +|∇J(W)|²", [](const State& s) { return squared_norm(s.g); }),
                     make("factor: −½|∇J(W)|²", [](const State& s) { return frac(-1, 2) * squared_norm(s.g); }),
                     make("factor: −2|∇J(W)|²", [](const State& s) { return Number(-2) * squared_norm(s.g); }),
                     make("power: −|∇J(W)|⁴", [](const State& s) { return -square(squared_norm(s.g)); }),
                     make("missing term: 0", [](const State&) { return Number(0); })};
}

struct Parabola {
  using Instance = ParabolaFlow;
  explicit Parabola(const ParabolaFlow& instance) : w0(exact(instance.w0)), q(exact(instance.q)) {}

  Number at(const Number& e) const { return e * w0; }

  Number w0, q;
};

void stays(const Parabola& p, Claims& claims) { claims.equal("W(t) = W₀", p.at(p.q), p.w0); }

void starts(const Parabola& p, Claims& claims) {
  claims.equal("W(0) = W₀", p.at(Number(1)), p.w0);
  claims.equal("J(W(0)) − J(W(t)) = (1 − e^(−2t)) W₀²/2, the integral of |∇J(W)|² = e^(−2t) W₀²",
               frac(1, 2) * (square(p.w0) - square(p.at(p.q))), (1 - square(p.q)) * square(p.w0) * frac(1, 2));
}

}  // namespace

Form<FlowPoint> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<FlowPoint> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", [](const State& s) { return -squared_norm(s.g); });
}
Form<Unknowns> general_conclusion() { return form<State, Unknowns>("as printed, all points", identity_and_sign); }

Forms<FlowPoint> planted() { return planted_with(rate_form<State>); }
Forms<FlowPoint> smooth_planted() { return planted_with(smooth_rate_form<State>); }
Forms<Unknowns> general_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return form<State, Unknowns>(key + ", all points", rate_claim(rate)); });
}

Form<ParabolaFlow> printed_initial_condition() { return form<Parabola>("initial condition", stays); }
Form<ParabolaFlow> corrected_initial_condition() { return form<Parabola>("initial condition", starts); }

}  // namespace verigrad::gradient_flow_decrease
