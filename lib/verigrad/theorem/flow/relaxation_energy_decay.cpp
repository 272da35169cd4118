#include "verigrad/theorem/flow/relaxation_energy_decay.hpp"

#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::relaxation_energy_decay {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.2.4",
       .stem = "relaxation_energy_decay",
       .title = "Energy decay with relaxation",
       .source = "Stochastic gradient methods, Lemma 5.2.4 (the printed line ends at ≤; 0 is lost in the scan)",
       .text = "d/dt (J(W(t)) + ε/2 |Z(t)|²) = −|Z(t)|² ≤ 0",
       .code = {"flow/momentum_systems.hpp: relaxation_velocity"},
       .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −(∇J(W(t)) + Z(t))/ε (5.22)"},
                      {"relaxation", "ε > 0; not needed for the rate, but without it the energy does not bound |Z|"},
                      {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
       .formal = {.theorems = {"conclusion", "conclusion_decreases"}}},
      lines());
  return result;
}

bool hypotheses_hold(const PhaseInstance& instance) { return instance.epsilon > 0; }

namespace {

struct Run {
  using Instance = PhaseInstance;
  explicit Run(const PhaseInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        epsilon(exact(instance.epsilon)),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w)),
        velocity(relaxation_velocity(z, g, epsilon)),
        rate(along().rate_if_quadratic()) {}
  explicit Run(const Unknowns& unknowns) : Run(unknowns, unknowns.positive("ε")) {}
  Run(const Unknowns& unknowns, Number any_epsilon)
      : epsilon(std::move(any_epsilon)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        velocity(relaxation_velocity(z, g, epsilon)),
        rate(rate_by_chain_rule(z, velocity, g, 0, epsilon)) {}

  EnergyAlong along() const { return {*J, 0, epsilon, {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Number epsilon;
  Vector<Number> w = {}, z, g;
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W) + ε/2 |Z|²)
};

/// A state with ε < 0.
struct NegativeEpsilon : Run {
  explicit NegativeEpsilon(const Unknowns& unknowns) : Run(unknowns, -unknowns.positive("−ε")) {}
};

Number printed_rate(const Run& r) { return -squared_norm(r.z); }

void identity(const Run& r, Claims& claims) { claims.equal("d/dt (J(W) + ε/2 |Z|²) = −|Z|²", r.rate, printed_rate(r)); }

void identity_and_sign(const Run& r, Claims& claims) {
  identity(r, claims);
  claims.at_most("−|Z|² ≤ 0", printed_rate(r), 0);
}

Number evident_line(const Run& r) { return dot(r.z, r.g) - dot(r.g + r.z, r.z); }

void evident(const Run& r, Claims& claims) {
  claims.equal("E′ = ⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩", r.rate, evident_line(r));
  claims.equal("⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩ = −|Z|²", evident_line(r), printed_rate(r));
}

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +|Z|²", [](const Run& r) { return squared_norm(r.z); }),
                     make("factor: −ε|Z|²", [](const Run& r) { return -r.epsilon * squared_norm(r.z); }),
                     make("factor: −|Z|²/ε", [](const Run& r) { return -squared_norm(r.z) / r.epsilon; }),
                     make("other vector: −|∇J(W)|²", [](const Run& r) { return -squared_norm(r.g); }),
                     make("energy: ½|Z|² for ε/2 |Z|²",
                          [](const Run& r) { return (r.epsilon - 1) * dot(r.velocity.z, r.z) - squared_norm(r.z); }),
                     make("system: Z′ = −∇J(W)/ε − Z",
                          [](const Run& r) { return (r.epsilon - 1) * squared_norm(r.z) - squared_norm(r.z); })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<Run>("as printed, quadratic J", identity).of_code(); }
Form<PhaseInstance> smooth_conclusion() { return smooth_rate_form<Run>("as printed", printed_rate); }
Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("as printed, all states", identity_and_sign); }
Form<Unknowns> general_negative() { return form<NegativeEpsilon, Unknowns>("without ε > 0", identity_and_sign); }

Lines<PhaseInstance> lines() {
  return {.steps = {{"evident", "the text's whole proof; by the chain rule E′ = ⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩",
                     form<Run>(evident)}},
          .planted = planted_with(rate_form<Run>),
          .separating = {phase_on_parabola()}};
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"evident, all states", "for all ε > 0, Z and ∇J(W)", form<Run, Unknowns>(evident)}},
          .planted = planted_with(general_rate_form<Run>)};
}

Lines<PhaseInstance> smooth_lines() {
  return {.planted = planted_with(smooth_rate_form<Run>), .separating = {phase_on_parabola()}};
}

}  // namespace verigrad::relaxation_energy_decay
