#include "verigrad/theorem/flow/momentum_energy_conservation.hpp"

#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::momentum_energy_conservation {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.2.1",
      .stem = "momentum_energy_conservation",
      .title = "Energy conservation of the momentum system",
      .source = "Stochastic gradient methods, Lemma 5.2.1",
      .text = "d/dt (J(W(t)) + ½|Z(t)|²) = 0",
      .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −∇J(W(t)) (5.16)"},
                     {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
      .steps = {{"chain rule", "d/dt (J(W) + ½|Z|²) = ⟨W′, ∇J(W)⟩ + ⟨Z′, Z⟩"},
                {"by the system", "… = ⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩"},
                {"cancels", "… = 0"}},
      .errata = {}};
  return result;
}

namespace {

struct State {
  using Instance = PhaseInstance;
  explicit State(const PhaseInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w)),
        velocity(momentum_velocity(z, g)),
        rate(along().rate_if_quadratic()) {}
  explicit State(const Unknowns& unknowns)
      : z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        velocity(momentum_velocity(z, g)),
        rate(rate_by_chain_rule(z, velocity, g, Number(0), Number(1))) {}

  EnergyAlong along() const { return {*J, Number(0), Number(1), {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Vector<Number> w = {}, z, g;
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W) + ½|Z|²)
};

void conserved(const State& s, Claims& claims) { claims.equal("d/dt (J(W) + ½|Z|²) = 0", s.rate, 0); }

void chain_rule(const State& s, Claims& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = ⟨W′, ∇J(W)⟩ + ⟨Z′, Z⟩", s.rate, dot(s.velocity.w, s.g) + dot(s.velocity.z, s.z));
}

void by_the_system(const State& s, Claims& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = ⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩", s.rate, dot(s.z, s.g) + dot(-s.g, s.z));
}

void cancels(const State& s, Claims& claims) {
  claims.equal("⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩ = 0", dot(s.z, s.g) + dot(-s.g, s.z), 0);
}

/// make(key, what E′ would be if the planted energy stayed the same along the system, or E along the planted system).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: J(W) − ½|Z|²", [](const State& s) { return 2 * dot(s.velocity.z, s.z); }),
                     make("factor: |Z|² for ½|Z|²", [](const State& s) { return -dot(s.velocity.z, s.z); }),
                     make("missing term: J(W) alone", [](const State& s) { return dot(s.velocity.z, s.z); }),
                     make("sign: Z′ = +∇J(W)", [](const State& s) { return Number(-2) * dot(s.g, s.z); }),
                     make("friction: Z′ = −∇J(W) − Z", [](const State& s) { return squared_norm(s.z); })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<State>("as printed, quadratic J", conserved); }
Form<PhaseInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", [](const State&) { return Number(0); });
}
Form<Unknowns> general_conclusion() { return form<State, Unknowns>("as printed, all states", conserved); }

Forms<PhaseInstance> steps() {
  return {form<State>("chain rule", chain_rule), form<State>("by the system", by_the_system),
          form<State>("cancels", cancels)};
}
Forms<Unknowns> general_steps() {
  return {form<State, Unknowns>("by the system, all states", by_the_system),
          form<State, Unknowns>("cancels, all states", cancels)};
}

Forms<PhaseInstance> planted() { return planted_with(rate_form<State>); }
Forms<PhaseInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
Forms<Unknowns> general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::momentum_energy_conservation
