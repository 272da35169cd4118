#include "verigrad/theorem/flow/normalised_friction_energy_decay.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::normalised_friction_energy_decay {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.21",
      .stem = "normalised_friction_energy_decay",
      .title = "Energy decay with normalised friction",
      .source = "Stochastic gradient methods, (5.21) and the line below it",
      .text = "d/dt (J(W(t)) + ½|Z(t)|²) = −ν|Z(t)|²/√(|Z(t)|² + ε) ≤ 0",
      .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −∇J(W(t)) − νZ(t)/√(|Z(t)|² + ε) (5.21)"},
                     {"friction", "ν ≥ 0, said of the Nesterov system; the identity needs no sign of ν"},
                     {"non degenerate", "ε > 0; without it Z′ is not defined at Z = 0"},
                     {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
      .steps = {},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const FrictionInstance& instance) {
  if (instance.nu < 0 || instance.epsilon <= 0) return false;
  return instance.root == 0 ||
         (instance.root > 0 && square(exact<Rational>(instance.root)) ==
                                   squared_norm(exact<Rational>(instance.z)) + exact<Rational>(instance.epsilon));
}

namespace {

/// √(|Z|² + ε). Over Rational only where it is given.
Number root_of(const FrictionInstance& instance) {
  if (instance.root != 0) return exact(instance.root);
  return root<Number>(Number(squared_norm(exact(instance.z)) + exact(instance.epsilon)));
}

/// Over Rational, ε > 0 is chosen such that the root is a fraction: (q + ¼ + p)² > q for q = |Z|², p > 0.
Number unknown_root(const Unknowns& unknowns, const Vector<Number>& z) {
  if constexpr (std::same_as<Number, Rational>)
    return squared_norm(z) + frac(1, 4) + unknowns.positive("√(|Z|² + ε) − |Z|² − 1/4");
  else
    return sqrt(squared_norm(z) + unknowns.positive("ε"));
}

struct State {
  using Instance = FrictionInstance;
  explicit State(const FrictionInstance& instance)
      : J(&instance.J->over<Number>()),
        L(exact(instance.J->curvature().smoothness())),
        tau(instance.tau),
        nu(exact(instance.nu)),
        w(exact(instance.w)),
        z(exact(instance.z)),
        g(J->gradient(w)),
        root(root_of(instance)),
        velocity(friction_velocity(z, g, nu, root)),
        rate(along().rate_if_quadratic()) {}
  explicit State(const Unknowns& unknowns) : State(unknowns, unknowns.nonnegative("ν")) {}
  State(const Unknowns& unknowns, Number any_nu)
      : nu(std::move(any_nu)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        root(unknown_root(unknowns, z)),
        velocity(friction_velocity(z, g, nu, root)),
        rate(rate_by_chain_rule(z, velocity, g, Number(0), Number(1))) {}

  EnergyAlong along() const { return {*J, Number(0), Number(1), {w, z}, velocity}; }

  const ObjectiveOver<Number>* J = nullptr;
  Number L{};
  double tau = 0;
  Number nu;
  Vector<Number> w = {}, z, g;
  Number root;  ///< √(|Z|² + ε)
  Phase<Number> velocity;
  Number rate;  ///< d/dt (J(W) + ½|Z|²)
};

/// A state with ν of any sign.
struct AnyNu : State {
  explicit AnyNu(const Unknowns& unknowns) : State(unknowns, unknowns.real("ν")) {}
};

Number printed_rate(const State& s) { return -s.nu * squared_norm(s.z) / s.root; }

void identity(const State& s, Claims& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = −ν|Z|²/√(|Z|² + ε)", s.rate, printed_rate(s));
}

void is_defined(const State& s, Claims& claims) { claims.less("0 < |Z|² + ε", 0, square(s.root)); }

void identity_and_sign(const State& s, Claims& claims) {
  identity(s, claims);
  claims.at_most("−ν|Z|²/√(|Z|² + ε) ≤ 0", printed_rate(s), 0);
  is_defined(s, claims);
}

void rate_at_most_zero(const State& s, Claims& claims) { claims.at_most("d/dt (J(W) + ½|Z|²) ≤ 0", s.rate, 0); }

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: +ν|Z|²/√(|Z|² + ε)", [](const State& s) { return -printed_rate(s); }),
      make("factor: ½ of it", [](const State& s) { return frac(1, 2) * printed_rate(s); }),
      make("root: −ν|Z|²/(|Z|² + ε)", [](const State& s) { return -s.nu * squared_norm(s.z) / square(s.root); }),
      make("friction not normalised: −ν|Z|²", [](const State& s) { return -s.nu * squared_norm(s.z); }),
      make("other vector: |∇J(W)|²", [](const State& s) { return -s.nu * squared_norm(s.g) / s.root; }),
      make("missing ε: −ν√(|Z|² + ε)", [](const State& s) { return -s.nu * s.root; })};
}

}  // namespace

Form<FrictionInstance> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<FrictionInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", [](const State& s) { return printed_rate(s); });
}
Form<Unknowns> general_conclusion() { return form<State, Unknowns>("as printed, all states", identity_and_sign); }
Form<Unknowns> general_identity() { return form<AnyNu, Unknowns>("identity without ν ≥ 0", identity); }
Form<FrictionInstance> decays() { return form<State>("decays", rate_at_most_zero); }
Form<FrictionInstance> defined() { return form<State>("defined", is_defined); }

Forms<FrictionInstance> planted() { return planted_with(rate_form<State>); }
Forms<FrictionInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
Forms<Unknowns> general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::normalised_friction_energy_decay
