#include "verigrad/theorem/flow/momentum_energy_conservation.hpp"

#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::momentum_energy_conservation {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.2.1",
                  .stem = "momentum_energy_conservation",
                  .title = "Energy conservation of the momentum system",
                  .source = "Stochastic gradient methods, Lemma 5.2.1",
                  .text = "d/dt (J(W(t)) + ½|Z(t)|²) = 0",
                  .code = {"flow/momentum_systems.hpp: momentum_velocity"},
                  .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −∇J(W(t)) (5.16)"},
                                 {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
                  .formal = {.theorems = {"conclusion", "conclusion_constant"}}},
                 lines());
  return result;
}

namespace {

struct Run {
  using Instance = PhaseInstance;
  explicit Run(const PhaseInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w)),
        velocity(momentum_velocity(z, g)),
        rate(along().rate_if_quadratic()) {}
  explicit Run(const Unknowns& unknowns)
      : z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        velocity(momentum_velocity(z, g)),
        rate(rate_by_chain_rule(z, velocity, g, 0, 1)) {}

  EnergyAlong along() const { return {*J, 0, 1, {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Vector<Number> w = {}, z, g;
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W) + ½|Z|²)
};

void conserved(const Run& r, Claims& claims) { claims.equal("d/dt (J(W) + ½|Z|²) = 0", r.rate, 0); }

void chain_rule(const Run& r, Claims& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = ⟨W′, ∇J(W)⟩ + ⟨Z′, Z⟩", r.rate, dot(r.velocity.w, r.g) + dot(r.velocity.z, r.z));
}

void by_the_system(const Run& r, Claims& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = ⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩", r.rate, dot(r.z, r.g) + dot(-r.g, r.z));
}

void cancels(const Run& r, Claims& claims) {
  claims.equal("⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩ = 0", dot(r.z, r.g) + dot(-r.g, r.z), 0);
}

/// make(key, what E′ would be if the planted energy stayed the same along the system, or E along the planted system).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: J(W) − ½|Z|²", [](const Run& r) { return 2 * dot(r.velocity.z, r.z); }),
                     make("factor: |Z|² for ½|Z|²", [](const Run& r) { return -dot(r.velocity.z, r.z); }),
                     make("missing term: J(W) alone", [](const Run& r) { return dot(r.velocity.z, r.z); }),
                     make("sign: Z′ = +∇J(W)", [](const Run& r) { return -2 * dot(r.g, r.z); }),
                     make("friction: Z′ = −∇J(W) − Z", [](const Run& r) { return squared_norm(r.z); })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<Run>("as printed, quadratic J", conserved).of_code(); }
Form<PhaseInstance> smooth_conclusion() {
  return smooth_rate_form<Run>("as printed", [](const Run&) { return 0; });
}
Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("as printed, all states", conserved).of_code(); }

Lines<PhaseInstance> lines() {
  return {.steps = {{"chain rule", "d/dt (J(W) + ½|Z|²) = ⟨W′, ∇J(W)⟩ + ⟨Z′, Z⟩", form<Run>(chain_rule)},
                    {"by the system", "… = ⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩", form<Run>(by_the_system)},
                    {"cancels", "… = 0", form<Run>(cancels)}},
          .planted = planted_with(rate_form<Run>),
          .separating = {phase_on_parabola()}};
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"by the system, all states", "for all Z and ∇J(W)", form<Run, Unknowns>(by_the_system)},
                    {"cancels, all states", "for all Z and ∇J(W)", form<Run, Unknowns>(cancels)}},
          .planted = planted_with(general_rate_form<Run>)};
}

Lines<PhaseInstance> smooth_lines() {
  return {.planted = planted_with(smooth_rate_form<Run>), .separating = {phase_on_parabola()}};
}

}  // namespace verigrad::momentum_energy_conservation
