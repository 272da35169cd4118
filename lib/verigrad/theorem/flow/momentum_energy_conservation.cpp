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

template <class T>
struct State {
  using Instance = PhaseInstance;
  explicit State(const PhaseInstance& instance)
      : J(&instance.J->over<T>()),
        L(exact<T>(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact<T>(instance.w)),
        z(exact<T>(instance.z)),
        g(J->gradient(w)),
        velocity(momentum_velocity(z, g)),
        rate(along().rate_if_quadratic()) {}
  explicit State(Unknowns<T>& unknowns)
      : z(unknowns.vector("Z")),
        g(unknowns.vector("∇J(W)")),
        velocity(momentum_velocity(z, g)),
        rate(rate_by_chain_rule(z, velocity, g, T(0), T(1))) {}

  EnergyAlong<T> along() const { return {*J, T(0), T(1), {w, z}, velocity}; }

  const ObjectiveOver<T>* J = nullptr;
  T L{};
  double tau = 0;
  Vector<T> w = {}, z, g;
  Phase<T> velocity;
  T rate;  ///< d/dt (J(W) + ½|Z|²)
};

constexpr auto conserved = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = 0", s.rate, T(0));
};

constexpr auto chain_rule = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = ⟨W′, ∇J(W)⟩ + ⟨Z′, Z⟩", s.rate,
               dot<T>(s.velocity.w, s.g) + dot<T>(s.velocity.z, s.z));
};

constexpr auto by_the_system = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("d/dt (J(W) + ½|Z|²) = ⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩", s.rate, dot<T>(s.z, s.g) + dot<T>(-s.g, s.z));
};

constexpr auto cancels = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("⟨Z, ∇J(W)⟩ + ⟨−∇J(W), Z⟩ = 0", dot<T>(s.z, s.g) + dot<T>(-s.g, s.z), T(0));
};

/// make(key, what E′ would be if the planted energy stayed the same along the system, or E along the planted system).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: J(W) − ½|Z|²", []<class T>(const State<T>& s) { return T(2) * dot<T>(s.velocity.z, s.z); }),
      make("factor: |Z|² for ½|Z|²", []<class T>(const State<T>& s) { return -dot<T>(s.velocity.z, s.z); }),
      make("missing term: J(W) alone", []<class T>(const State<T>& s) { return dot<T>(s.velocity.z, s.z); }),
      make("sign: Z′ = +∇J(W)", []<class T>(const State<T>& s) { return T(-2) * dot<T>(s.g, s.z); }),
      make("friction: Z′ = −∇J(W) − Z", []<class T>(const State<T>& s) { return squared_norm(s.z); })};
}

}  // namespace

Form<PhaseInstance> conclusion() { return form<State>("as printed, quadratic J", conserved); }
Form<PhaseInstance> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", []<class T>(const State<T>&) { return T(0); });
}
GeneralForm general_conclusion() { return general_form<State>("as printed, all states", conserved); }

Forms<PhaseInstance> steps() {
  return {form<State>("chain rule", chain_rule), form<State>("by the system", by_the_system),
          form<State>("cancels", cancels)};
}
GeneralForms general_steps() {
  return {general_form<State>("by the system, all states", by_the_system),
          general_form<State>("cancels, all states", cancels)};
}

Forms<PhaseInstance> planted() { return planted_with(rate_form<State>); }
Forms<PhaseInstance> smooth_planted() { return planted_with(smooth_rate_form<State>); }
GeneralForms general_planted() { return planted_with(general_rate_form<State>); }

}  // namespace verigrad::momentum_energy_conservation
