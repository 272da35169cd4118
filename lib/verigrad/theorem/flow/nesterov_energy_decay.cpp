#include "verigrad/theorem/flow/nesterov_energy_decay.hpp"

#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::nesterov_energy_decay {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.2.3",
                  .stem = "nesterov_energy_decay",
                  .title = "Energy decay of the Nesterov system",
                  .source = "Stochastic gradient methods, Lemma 5.2.3, (5.20)",
                  .text = "d/dt (J(W(t) + νZ(t)) + ½|Z(t)|²) = −ν|∇J(W(t) + νZ(t))|² ≤ 0",
                  .code = {"flow/momentum_systems.hpp: momentum_velocity"},
                  .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −∇J(W(t) + νZ(t)) (5.19)"},
                                 {"acceleration", "ν ≥ 0; the identity needs no sign of ν, the inequality does"},
                                 {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
                  .formal = {.theorems = {"conclusion", "conclusion_decreases"}}},
                 lines());
  return result;
}

bool hypotheses_hold(const PhaseInstance& instance) { return instance.nu >= 0; }

namespace {

struct Run {
  using Instance = PhaseInstance;
  explicit Run(const PhaseInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        nu(exact(instance.nu)),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w + nu * z)),
        g_at_w(J->gradient(w)),
        velocity(momentum_velocity(z, g)),
        rate(along().rate_if_quadratic()) {}
  explicit Run(const Unknowns& unknowns) : Run(unknowns, unknowns.nonnegative("ν")) {}
  Run(const Unknowns& unknowns, Number any_nu)
      : nu(std::move(any_nu)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W + νZ)")),
        g_at_w(unknowns.vector("∇J(W)")),
        velocity(momentum_velocity(z, g)),
        rate(rate_by_chain_rule(z, velocity, g, nu, 1)) {}

  EnergyAlong along() const { return {*J, nu, 1, {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Number nu;
  Vector<Number> w = {}, z;
  Vector<Number> g, g_at_w;  ///< ∇J(W + νZ), ∇J(W)
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W + νZ) + ½|Z|²)
};

/// A state with ν of any sign.
struct AnyNu : Run {
  explicit AnyNu(const Unknowns& unknowns) : Run(unknowns, unknowns.real("ν")) {}
};

Number printed_rate(const Run& r) { return -r.nu * squared_norm(r.g); }

void identity(const Run& r, Claims& claims) {
  claims.equal("d/dt (J(W + νZ) + ½|Z|²) = −ν|∇J(W + νZ)|²", r.rate, printed_rate(r));
}

void identity_and_sign(const Run& r, Claims& claims) {
  identity(r, claims);
  claims.at_most("−ν|∇J(W + νZ)|² ≤ 0", printed_rate(r), 0);
}

void rate_at_most_zero(const Run& r, Claims& claims) { claims.at_most("d/dt (J(W + νZ) + ½|Z|²) ≤ 0", r.rate, 0); }

void chain_rule(const Run& r, Claims& claims) {
  claims.equal("E′ = ⟨W′ + νZ′, ∇J(W + νZ)⟩ + ⟨Z′, Z⟩", r.rate,
               dot(r.velocity.w + r.nu * r.velocity.z, r.g) + dot(r.velocity.z, r.z));
}

Number by_system(const Run& r) { return dot(r.z - r.nu * r.g, r.g) + dot(-r.g, r.z); }

void by_the_system(const Run& r, Claims& claims) {
  claims.equal("E′ = ⟨Z − ν∇J, ∇J⟩ + ⟨−∇J, Z⟩, ∇J at W + νZ", r.rate, by_system(r));
}

void cancels(const Run& r, Claims& claims) {
  claims.equal("⟨Z − ν∇J, ∇J⟩ + ⟨−∇J, Z⟩ = −ν|∇J|², ∇J at W + νZ", by_system(r), printed_rate(r));
}

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +ν|∇J(W + νZ)|²", [](const Run& r) { return -printed_rate(r); }),
                     make("factor: −ν/2 |∇J(W + νZ)|²", [](const Run& r) { return frac(1, 2) * printed_rate(r); }),
                     make("lost factor: −|∇J(W + νZ)|²", [](const Run& r) { return -squared_norm(r.g); }),
                     make("point: −ν|∇J(W)|²", [](const Run& r) { return -r.nu * squared_norm(r.g_at_w); }),
                     make("other vector: −ν|Z|²", [](const Run& r) { return -r.nu * squared_norm(r.z); }),
                     make("missing term: 0, as for (5.16)", [](const Run&) { return 0; })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<Run>("as printed, quadratic J", identity).of_code(); }
Form<PhaseInstance> smooth_conclusion() { return smooth_rate_form<Run>("as printed", printed_rate); }
Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("as printed, all states", identity_and_sign); }
Form<Unknowns> general_identity() { return form<AnyNu, Unknowns>("identity without ν ≥ 0", identity).of_code(); }
Form<PhaseInstance> decays() { return form<Run>("decays", rate_at_most_zero).of_code(); }

Lines<PhaseInstance> lines() {
  return {.steps = {{"chain rule", "E′ = ⟨W′ + νZ′, ∇J(W + νZ)⟩ + ⟨Z′, Z⟩", form<Run>(chain_rule)},
                    {"by the system", "… = ⟨Z − ν∇J(W + νZ), ∇J(W + νZ)⟩ + ⟨−∇J(W + νZ), Z⟩", form<Run>(by_the_system)},
                    {"cancels", "… = −ν|∇J(W + νZ)|²", form<Run>(cancels)}},
          .planted = planted_with(rate_form<Run>),
          .separating = {phase_on_parabola()}};
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"by the system, all states", "for all Z and ∇J(W + νZ)", form<Run, Unknowns>(by_the_system)},
                    {"cancels, all states", "for all Z and ∇J(W + νZ)", form<Run, Unknowns>(cancels)}},
          .planted = planted_with(general_rate_form<Run>)};
}

Lines<PhaseInstance> smooth_lines() {
  return {.planted = planted_with(smooth_rate_form<Run>), .separating = {phase_on_parabola()}};
}

}  // namespace verigrad::nesterov_energy_decay
