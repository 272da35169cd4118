#include "verigrad/theorem/flow/relaxation_energy_decay.hpp"

#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::relaxation_energy_decay {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.2.4",
      .stem = "relaxation_energy_decay",
      .title = "Energy decay with relaxation",
      .source = "Stochastic gradient methods, Lemma 5.2.4 (the printed line ends at ≤; 0 is lost in the scan)",
      .text = "d/dt (J(W(t)) + ε/2 |Z(t)|²) = −|Z(t)|² ≤ 0",
      .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −(∇J(W(t)) + Z(t))/ε (5.22)"},
                     {"relaxation", "ε > 0; not needed for the rate, but without it the energy does not bound |Z|"},
                     {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
      .steps = {{"evident", "the text's whole proof; by the chain rule E′ = ⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const PhaseInstance& instance) { return instance.epsilon > 0; }

namespace {

struct State {
  using Instance = PhaseInstance;
  explicit State(const PhaseInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        epsilon(exact(instance.epsilon)),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w)),
        velocity(relaxation_velocity(z, g, epsilon)),
        rate(along().rate_if_quadratic()) {}
  explicit State(const Unknowns& unknowns) : State(unknowns, unknowns.positive("ε")) {}
  State(const Unknowns& unknowns, Number any_epsilon)
      : epsilon(std::move(any_epsilon)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        velocity(relaxation_velocity(z, g, epsilon)),
        rate(rate_by_chain_rule(z, velocity, g, Number(0), epsilon)) {}

  EnergyAlong along() const { return {*J, Number(0), epsilon, {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Number epsilon;
  Vector<Number> w = {}, z, g;
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W) + ε/2 |Z|²)
};

/// A state with ε < 0.
struct NegativeEpsilon : State {
  explicit NegativeEpsilon(const Unknowns& unknowns) : State(unknowns, -unknowns.positive("−ε")) {}
};

void identity(const State& s, Claims& claims) {
  claims.equal("d/dt (J(W) + ε/2 |Z|²) = −|Z|²", s.rate, -squared_norm(s.z));
}

void identity_and_sign(const State& s, Claims& claims) {
  identity(s, claims);
  claims.at_most("−|Z|² ≤ 0", -squared_norm(s.z), 0);
}

Number evident_line(const State& s) { return dot(s.z, s.g) - dot(s.g + s.z, s.z); }

void evident(const State& s, Claims& claims) {
  claims.equal("E′ = ⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩", s.rate, evident_line(s));
  claims.equal("⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩ = −|Z|²", evident_line(s), -squared_norm(s.z));
}

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +|Z|²", [](const State& s) { return squared_norm(s.z); }),
                     make("factor: −ε|Z|²", [](const State& s) { return -s.epsilon * squared_norm(s.z); }),
                     make("factor: −|Z|²/ε", [](const State& s) { return -squared_norm(s.z) / s.epsilon; }),
                     make("other vector: −|∇J(W)|²", [](const State& s) { return -squared_norm(s.g); }),
                     make("energy: ½|Z|² for ε/2 |Z|²",
                          [](const State& s) { return (s.epsilon - 1) * dot(s.velocity.z, s.z) - squared_norm(s.z); }),
                     make("system: Z′ = −∇J(W)/ε − Z",
                          [](const State& s) { return (s.epsilon - 1) * squared_norm(s.z) - squared_norm(s.z); })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<PhaseInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", [](const State& s) { return -squared_norm(s.z); });
}
Form<Unknowns> general_conclusion() { return form<State, Unknowns>("as printed, all states", identity_and_sign); }
Form<Unknowns> general_negative() { return form<NegativeEpsilon, Unknowns>("without ε > 0", identity_and_sign); }

Forms<PhaseInstance> steps() { return {form<State>("evident", evident)}; }
Forms<Unknowns> general_steps() { return {form<State, Unknowns>("evident, all states", evident)}; }

Forms<PhaseInstance> planted() { return planted_with(rate_form<State>); }
Forms<PhaseInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
Forms<Unknowns> general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::relaxation_energy_decay
