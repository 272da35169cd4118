#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::gradient_flow_decrease {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.3",
                  .stem = "gradient_flow_decrease",
                  .title = "Decrease along the gradient flow",
                  .source = "Stochastic gradient methods, (5.3) and the line below it",
                  .text = "d/dt J(W(t)) = −|∇J(W(t))|² ≤ 0",
                  .code = {"algorithm/gradient_descent.hpp: GradientDescent"},
                  .hypotheses = {{"flow", "W′(t) = −∇J(W(t)), t > 0 (5.3)"},
                                 {"regularity", "J ∈ C¹, not said here; convexity is not asked for"}},
                  .formal = {.theorems = {"conclusion", "conclusion_decreases"}}},
                 limit_lines(), initial_lines());
  return result;
}

std::string PointInstance::describe() const {
  return fmt::format("J = {}; W = {}, τ = {}", J->describe(), in_words(w), tau);
}

std::string ParabolaInstance::describe() const { return fmt::format("J = W²/2, W₀ = {}, e^(−t) = {}", w0, q); }

bool hypotheses_hold(const PointInstance& instance) {
  return instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius());
}

namespace {

struct Run {
  using Instance = PointInstance;
  explicit Run(const PointInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact(instance.w)),
        g(J->gradient(w)),
        rate(along().rate_if_quadratic()) {}
  explicit Run(const Unknowns& unknowns) : g(unknowns.vector("∇J(W)")), rate(dot(velocity(), g)) {}

  Vector<Number> velocity() const { return -g; }
  /// J alone: m = 0.
  EnergyAlong along() const {
    const Vector<Number> none = Vector<Number>::Constant(w.size(), 0);
    return {*J, 0, 0, {w, none}, {velocity(), none}};
  }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Vector<Number> w = {}, g;
  Number rate;  ///< d/dt J(W)
};

Number printed_rate(const Run& r) { return -squared_norm(r.g); }

void identity(const Run& r, Claims& claims) { claims.equal("d/dt J(W) = −|∇J(W)|²", r.rate, printed_rate(r)); }

void identity_and_sign(const Run& r, Claims& claims) {
  identity(r, claims);
  claims.at_most("−|∇J(W)|² ≤ 0", printed_rate(r), 0);
}

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +|∇J(W)|²", [](const Run& r) { return squared_norm(r.g); }),
                     make("factor: −½|∇J(W)|²", [](const Run& r) { return frac(-1, 2) * squared_norm(r.g); }),
                     make("factor: −2|∇J(W)|²", [](const Run& r) { return -2 * squared_norm(r.g); }),
                     make("power: −|∇J(W)|⁴", [](const Run& r) { return -square(squared_norm(r.g)); }),
                     make("missing term: 0", [](const Run&) { return 0; })};
}

struct ParabolaRun {
  using Instance = ParabolaInstance;
  explicit ParabolaRun(const ParabolaInstance& instance) : w0(exact(instance.w0)), q(exact(instance.q)) {}

  Number at(const Number& e) const { return e * w0; }

  Number w0, q;
};

void stays(const ParabolaRun& p, Claims& claims) { claims.equal("W(t) = W₀", p.at(p.q), p.w0); }

void starts(const ParabolaRun& p, Claims& claims) {
  claims.equal("W(0) = W₀", p.at(1), p.w0);
  claims.equal("J(W(0)) − J(W(t)) = (1 − e^(−2t)) W₀²/2, the integral of |∇J(W)|² = e^(−2t) W₀²",
               frac(1, 2) * (square(p.w0) - square(p.at(p.q))), (1 - square(p.q)) * square(p.w0) * frac(1, 2));
}

/// W²/8 at 1/16.
PointInstance on_parabola() { return {make_objective(Quadratic(at(0.25), at(0))), at(0.0625), 0.125}; }

}  // namespace

Form<PointInstance> conclusion() { return form<Run>("as printed, quadratic J", identity); }
Form<PointInstance> smooth_conclusion() { return smooth_rate_form<Run>("as printed", printed_rate); }
Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("as printed, all points", identity_and_sign); }

Lines<PointInstance> lines() { return {.planted = planted_with(rate_form<Run>), .separating = {on_parabola()}}; }
Lines<Unknowns> general_lines() {
  return {.planted = planted_with([](const std::string& key, auto rate) {
            return form<Run, Unknowns>(key + ", all points", rate_claim(rate));
          })};
}
Lines<PointInstance> smooth_lines() {
  return {.planted = planted_with(smooth_rate_form<Run>), .separating = {on_parabola()}};
}

Lines<ParabolaInstance> initial_lines() {
  return {.errata = {{.words = {.key = "initial condition",
                                .place = "(5.3), second line",
                                .printed = "W(t) = W₀",
                                .corrected = "W(0) = W₀",
                                .remark = "Beside W′(t) = −∇J(W(t)) for t > 0, W(t) = W₀ leaves only stationary "
                                          "points. Section 5.2 writes W(0) = W₀.",
                                .weight = Weight::notation,
                                .one_letter = true},
                      .printed = form<ParabolaRun>(stays),
                      .corrected = {form<ParabolaRun>(starts)}}}};
}

}  // namespace verigrad::gradient_flow_decrease
