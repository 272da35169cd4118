#include "verigrad/theorem/flow/normalised_friction_energy_decay.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::normalised_friction_energy_decay {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "sgm/5.21",
                  .stem = "normalised_friction_energy_decay",
                  .title = "Energy decay with normalised friction",
                  .source = "Stochastic gradient methods, (5.21) and the line below it",
                  .text = "d/dt (J(W(t)) + ½|Z(t)|²) = −ν|Z(t)|²/√(|Z(t)|² + ε) ≤ 0",
                  .code = {"flow/momentum_systems.hpp: friction_velocity"},
                  .hypotheses = {{"system", "W′(t) = Z(t), Z′(t) = −∇J(W(t)) − νZ(t)/√(|Z(t)|² + ε) (5.21)"},
                                 {"friction", "ν ≥ 0, said of the Nesterov system; the identity needs no sign of ν"},
                                 {"non degenerate", "ε > 0; without it Z′ is not defined at Z = 0"},
                                 {"regularity", "J ∈ C² (5.18); C¹ is enough, and convexity is not asked for"}},
                  .formal = {.theorems = {"conclusion", "conclusion_decreases"}}},
                 lines());
  return result;
}

FrictionInstance at_minimum(double z, double nu, double root) {
  return {
      {.J = make_objective(Quadratic(at(1), at(0))), .w = at(0), .z = at(z), .nu = nu, .epsilon = root * root - z * z},
      root};
}

bool hypotheses_hold(const FrictionInstance& instance) {
  if (instance.nu < 0 || instance.epsilon <= 0) return false;
  return instance.root == 0 ||
         (instance.root > 0 && square(exact<Rational>(instance.root)) ==
                                   squared_norm(exact<Rational>(instance.z)) + exact<Rational>(instance.epsilon));
}

namespace {

/// √(|Z|² + ε). Over rationals only where it is given.
Number root_of(const FrictionInstance& instance) {
  if (instance.root != 0) return exact(instance.root);
  return root(squared_norm(exact(instance.z)) + exact(instance.epsilon));
}

/// Over rationals, ε > 0 is chosen such that the root is a fraction: (q + ¼ + p)² > q for q = |Z|², p > 0.
Number unknown_root(const Unknowns& unknowns, const Vector<Number>& z) {
  if (Number::kind() == Number::Kind::rational)
    return squared_norm(z) + frac(1, 4) + unknowns.positive("√(|Z|² + ε) − |Z|² − 1/4");
  return sqrt(squared_norm(z) + unknowns.positive("ε"));
}

struct Run {
  using Instance = FrictionInstance;
  explicit Run(const FrictionInstance& instance)
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
  explicit Run(const Unknowns& unknowns) : Run(unknowns, unknowns.nonnegative("ν")) {}
  Run(const Unknowns& unknowns, Number any_nu)
      : nu(std::move(any_nu)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        root(unknown_root(unknowns, z)),
        velocity(friction_velocity(z, g, nu, root)),
        rate(rate_by_chain_rule(z, velocity, g, 0, 1)) {}

  EnergyAlong along() const { return {*J, 0, 1, {w, z}, velocity}; }

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
struct AnyNu : Run {
  explicit AnyNu(const Unknowns& unknowns) : Run(unknowns, unknowns.real("ν")) {}
};

Number printed_rate(const Run& r) { return -r.nu * squared_norm(r.z) / r.root; }

void identity(const Run& r, Claims& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = −ν|Z|²/√(|Z|² + ε)", r.rate, printed_rate(r));
}

void is_defined(const Run& r, Claims& claims) { claims.less("0 < |Z|² + ε", 0, square(r.root)); }

void identity_and_sign(const Run& r, Claims& claims) {
  identity(r, claims);
  claims.at_most("−ν|Z|²/√(|Z|² + ε) ≤ 0", printed_rate(r), 0);
  is_defined(r, claims);
}

void rate_at_most_zero(const Run& r, Claims& claims) { claims.at_most("d/dt (J(W) + ½|Z|²) ≤ 0", r.rate, 0); }

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: +ν|Z|²/√(|Z|² + ε)", [](const Run& r) { return -printed_rate(r); }),
      make("factor: ½ of it", [](const Run& r) { return frac(1, 2) * printed_rate(r); }),
      make("root: −ν|Z|²/(|Z|² + ε)", [](const Run& r) { return -r.nu * squared_norm(r.z) / square(r.root); }),
      make("friction not normalised: −ν|Z|²", [](const Run& r) { return -r.nu * squared_norm(r.z); }),
      make("other vector: |∇J(W)|²", [](const Run& r) { return -r.nu * squared_norm(r.g) / r.root; }),
      make("missing ε: −ν√(|Z|² + ε)", [](const Run& r) { return -r.nu * r.root; })};
}

}  // namespace

Form<FrictionInstance> conclusion() { return form<Run>("as printed, quadratic J", identity).of_code(); }
Form<FrictionInstance> smooth_conclusion() { return smooth_rate_form<Run>("as printed", printed_rate); }
Form<Unknowns> general_conclusion() { return form<Run, Unknowns>("as printed, all states", identity_and_sign); }
Form<Unknowns> general_identity() { return form<AnyNu, Unknowns>("identity without ν ≥ 0", identity).of_code(); }
Form<FrictionInstance> decays() { return form<Run>("decays", rate_at_most_zero).of_code(); }
Form<FrictionInstance> defined() { return form<Run>("defined", is_defined); }

Lines<FrictionInstance> lines() {
  return {.planted = planted_with(rate_form<Run>), .separating = {at_minimum(0.0625, 0.125, 0.25)}};
}
Lines<Unknowns> general_lines() { return {.planted = planted_with(general_rate_form<Run>)}; }
Lines<FrictionInstance> smooth_lines() {
  return {.planted = planted_with(smooth_rate_form<Run>), .separating = {at_minimum(0.0625, 0.125, 0.25)}};
}

}  // namespace verigrad::normalised_friction_energy_decay
