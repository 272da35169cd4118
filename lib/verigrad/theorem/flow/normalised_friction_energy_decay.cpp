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
template <class T>
T root_of(const FrictionInstance& instance) {
  if (instance.root != 0) return exact<T>(instance.root);
  return root<T>(T(squared_norm(exact<T>(instance.z)) + exact<T>(instance.epsilon)));
}

/// Over Rational, ε > 0 is chosen such that the root is a fraction: (q + ¼ + p)² > q for q = |Z|², p > 0.
template <class T>
T unknown_root(Unknowns<T>& unknowns, const Vector<T>& z) {
  if constexpr (std::same_as<T, Rational>)
    return squared_norm(z) + frac<T>(1, 4) + unknowns.positive("√(|Z|² + ε) − |Z|² − 1/4");
  else
    return sqrt(squared_norm(z) + unknowns.positive("ε"));
}

template <class T>
struct State {
  using Instance = FrictionInstance;
  explicit State(const FrictionInstance& instance)
      : J(&instance.J->over<T>()),
        L(exact<T>(instance.J->curvature().smoothness())),
        tau(instance.tau),
        nu(exact<T>(instance.nu)),
        w(exact<T>(instance.w)),
        z(exact<T>(instance.z)),
        g(J->gradient(w)),
        root(root_of<T>(instance)),
        velocity(friction_velocity(z, g, nu, root)),
        rate(along().rate_if_quadratic()) {}
  explicit State(Unknowns<T>& unknowns) : State(unknowns, unknowns.nonnegative("ν")) {}
  State(Unknowns<T>& unknowns, T any_nu)
      : nu(std::move(any_nu)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        root(unknown_root(unknowns, z)),
        velocity(friction_velocity(z, g, nu, root)),
        rate(rate_by_chain_rule(z, velocity, g, T(0), T(1))) {}

  EnergyAlong<T> along() const { return {*J, T(0), T(1), {w, z}, velocity}; }

  const ObjectiveOver<T>* J = nullptr;
  T L{};
  double tau = 0;
  T nu;
  Vector<T> w = {}, z, g;
  T root;  ///< √(|Z|² + ε)
  Phase<T> velocity;
  T rate;  ///< d/dt (J(W) + ½|Z|²)
};

/// A state with ν of any sign.
template <class T>
struct AnyNu : State<T> {
  explicit AnyNu(Unknowns<T>& unknowns) : State<T>(unknowns, unknowns.real("ν")) {}
};

template <class T>
T printed_rate(const State<T>& s) {
  return -s.nu * squared_norm(s.z) / s.root;
}

constexpr auto identity = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = −ν|Z|²/√(|Z|² + ε)", s.rate, printed_rate(s));
};

constexpr auto is_defined = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.less("0 < |Z|² + ε", T(0), square(s.root));
};

constexpr auto identity_and_sign = []<class T>(const State<T>& s, Claims<T>& claims) {
  identity(s, claims);
  claims.at_most("−ν|Z|²/√(|Z|² + ε) ≤ 0", printed_rate(s), T(0));
  is_defined(s, claims);
};

constexpr auto rate_at_most_zero = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.at_most("d/dt (J(W) + ½|Z|²) ≤ 0", s.rate, T(0));
};

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: +ν|Z|²/√(|Z|² + ε)", []<class T>(const State<T>& s) { return -printed_rate(s); }),
      make("factor: ½ of it", []<class T>(const State<T>& s) { return frac<T>(1, 2) * printed_rate(s); }),
      make("root: −ν|Z|²/(|Z|² + ε)",
           []<class T>(const State<T>& s) { return -s.nu * squared_norm(s.z) / square(s.root); }),
      make("friction not normalised: −ν|Z|²", []<class T>(const State<T>& s) { return -s.nu * squared_norm(s.z); }),
      make("other vector: |∇J(W)|²", []<class T>(const State<T>& s) { return -s.nu * squared_norm(s.g) / s.root; }),
      make("missing ε: −ν√(|Z|² + ε)", []<class T>(const State<T>& s) { return -s.nu * s.root; })};
}

}  // namespace

Form<FrictionInstance> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<FrictionInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", []<class T>(const State<T>& s) { return printed_rate(s); });
}
GeneralForm general_conclusion() { return general_form<State>("as printed, all states", identity_and_sign); }
GeneralForm general_identity() { return general_form<AnyNu>("identity without ν ≥ 0", identity); }
Form<FrictionInstance> decays() { return form<State>("decays", rate_at_most_zero); }
Form<FrictionInstance> defined() { return form<State>("defined", is_defined); }

Forms<FrictionInstance> planted() { return planted_with(rate_form<State>); }
Forms<FrictionInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
GeneralForms general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::normalised_friction_energy_decay
