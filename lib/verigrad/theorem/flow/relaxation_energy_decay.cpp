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

template <class T>
struct State {
  using Instance = PhaseInstance;
  explicit State(const PhaseInstance& instance)
      : J(&instance.J->over<T>()),
        L(exact<T>(instance.J->curvature().smoothness())),
        tau(instance.tau),
        epsilon(exact<T>(instance.epsilon)),
        w(exact<T>(instance.w)),
        z(exact<T>(instance.z)),
        g(J->gradient(w)),
        velocity(relaxation_velocity(z, g, epsilon)),
        rate(along().rate_if_quadratic()) {}
  explicit State(Unknowns<T>& unknowns) : State(unknowns, unknowns.positive("ε")) {}
  State(Unknowns<T>& unknowns, T any_epsilon)
      : epsilon(std::move(any_epsilon)),
        z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        velocity(relaxation_velocity(z, g, epsilon)),
        rate(rate_by_chain_rule(z, velocity, g, T(0), epsilon)) {}

  EnergyAlong<T> along() const { return {*J, T(0), epsilon, {w, z}, velocity}; }

  const ObjectiveOver<T>* J = nullptr;
  T L{};
  double tau = 0;
  T epsilon;
  Vector<T> w = {}, z, g;
  Phase<T> velocity;
  T rate;  ///< d/dt (J(W) + ε/2 |Z|²)
};

/// A state with ε < 0.
template <class T>
struct NegativeEpsilon : State<T> {
  explicit NegativeEpsilon(Unknowns<T>& unknowns) : State<T>(unknowns, -unknowns.positive("−ε")) {}
};

constexpr auto identity = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("d/dt (J(W) + ε/2 |Z|²) = −|Z|²", s.rate, -squared_norm(s.z));
};

constexpr auto identity_and_sign = []<class T>(const State<T>& s, Claims<T>& claims) {
  identity(s, claims);
  claims.at_most("−|Z|² ≤ 0", -squared_norm(s.z), T(0));
};

template <class T>
T evident_line(const State<T>& s) {
  return dot<T>(s.z, s.g) - dot<T>(s.g + s.z, s.z);
}

constexpr auto evident = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("E′ = ⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩", s.rate, evident_line(s));
  claims.equal("⟨Z, ∇J(W)⟩ − ⟨∇J(W) + Z, Z⟩ = −|Z|²", evident_line(s), -squared_norm(s.z));
};

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +|Z|²", []<class T>(const State<T>& s) { return squared_norm(s.z); }),
                     make("factor: −ε|Z|²", []<class T>(const State<T>& s) { return -s.epsilon * squared_norm(s.z); }),
                     make("factor: −|Z|²/ε", []<class T>(const State<T>& s) { return -squared_norm(s.z) / s.epsilon; }),
                     make("other vector: −|∇J(W)|²", []<class T>(const State<T>& s) { return -squared_norm(s.g); }),
                     make("energy: ½|Z|² for ε/2 |Z|²",
                          []<class T>(const State<T>& s) {
                            return (s.epsilon - T(1)) * dot<T>(s.velocity.z, s.z) - squared_norm(s.z);
                          }),
                     make("system: Z′ = −∇J(W)/ε − Z", []<class T>(const State<T>& s) {
                       return (s.epsilon - T(1)) * squared_norm(s.z) - squared_norm(s.z);
                     })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<PhaseInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", []<class T>(const State<T>& s) { return -squared_norm(s.z); });
}
GeneralForm general_conclusion() { return general_form<State>("as printed, all states", identity_and_sign); }
GeneralForm general_negative() { return general_form<NegativeEpsilon>("without ε > 0", identity_and_sign); }

Forms<PhaseInstance> steps() { return {form<State>("evident", evident)}; }
GeneralForms general_steps() { return {general_form<State>("evident, all states", evident)}; }

Forms<PhaseInstance> planted() { return planted_with(rate_form<State>); }
Forms<PhaseInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
GeneralForms general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::relaxation_energy_decay
