#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/theorem/flow/energy_rate_forms.hpp"

namespace verigrad::gradient_flow_decrease {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.3",
      .stem = "gradient_flow_decrease",
      .title = "Decrease along the gradient flow",
      .source = "Stochastic gradient methods, (5.3) and the line below it",
      .text = "d/dt J(W(t)) = −|∇J(W(t))|² ≤ 0",
      .hypotheses = {{"flow", "W′(t) = −∇J(W(t)), t > 0 (5.3)"},
                     {"regularity", "J ∈ C¹, not said here; convexity is not asked for"}},
      .steps =
          {{"limit",
            "(5.2) is the discrete form of (5.3): |Wᵏ − W(kτ)| ≤ ½tL|∇J(W⁰)| · τ, t = kτ, for convex quadratics and "
            "τL ≤ 2"}},
      .errata = {{.key = "initial condition",
                  .place = "(5.3), second line",
                  .printed = "W(t) = W₀",
                  .corrected = "W(0) = W₀",
                  .remark = "Beside W′(t) = −∇J(W(t)) for t > 0, W(t) = W₀ leaves only stationary points: J(W) = W²/2 "
                            "and W₀ = 1 give W(t) = 1/2 when e^(−t) = 1/2. Section 5.2 writes W(0) = W₀. Only one "
                            "printing of (5.3) is at hand, so that the slip may be the printer's."}}};
  return result;
}

std::string FlowPoint::describe() const {
  return fmt::format("J = {}; W = {}, τ = {}", J->describe(), in_words(w), tau);
}

std::string ParabolaFlow::describe() const { return fmt::format("J = W²/2, W₀ = {}, e^(−t) = {}", w0, q); }

bool hypotheses_hold(const FlowPoint& instance) {
  return instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius());
}

namespace {

template <class T>
struct State {
  using Instance = FlowPoint;
  explicit State(const FlowPoint& instance)
      : J(&instance.J->over<T>()),
        L(exact<T>(instance.J->curvature().smoothness())),
        tau(instance.tau),
        w(exact<T>(instance.w)),
        g(J->gradient(w)),
        rate(along().rate_if_quadratic()) {}
  explicit State(Unknowns<T>& unknowns) : g(unknowns.vector("∇J(W)")), rate(dot<T>(velocity(), g)) {}

  Vector<T> velocity() const { return -g; }
  /// J alone: m = 0.
  EnergyAlong<T> along() const {
    const Vector<T> none = Vector<T>::Constant(w.size(), T(0));
    return {*J, T(0), T(0), {w, none}, {velocity(), none}};
  }

  const ObjectiveOver<T>* J = nullptr;
  T L{};
  double tau = 0;
  Vector<T> w = {}, g;
  T rate;  ///< d/dt J(W)
};

constexpr auto identity = []<class T>(const State<T>& s, Claims<T>& claims) {
  claims.equal("d/dt J(W) = −|∇J(W)|²", s.rate, -squared_norm(s.g));
};

constexpr auto identity_and_sign = []<class T>(const State<T>& s, Claims<T>& claims) {
  identity(s, claims);
  claims.at_most("−|∇J(W)|² ≤ 0", -squared_norm(s.g), T(0));
};

/// make(key, what the planted form says that the rate is).
template <class Make>
auto planted_with(Make make) {
  return std::vector{
      make("sign: +|∇J(W)|²", []<class T>(const State<T>& s) { return squared_norm(s.g); }),
      make("factor: −½|∇J(W)|²", []<class T>(const State<T>& s) { return frac<T>(-1, 2) * squared_norm(s.g); }),
      make("factor: −2|∇J(W)|²", []<class T>(const State<T>& s) { return T(-2) * squared_norm(s.g); }),
      make("power: −|∇J(W)|⁴", []<class T>(const State<T>& s) { return -square(squared_norm(s.g)); }),
      make("missing term: 0", []<class T>(const State<T>&) { return T(0); })};
}

template <class T>
struct Parabola {
  using Instance = ParabolaFlow;
  explicit Parabola(const ParabolaFlow& instance) : w0(exact<T>(instance.w0)), q(exact<T>(instance.q)) {}

  T at(const T& e) const { return e * w0; }

  T w0, q;
};

constexpr auto stays = []<class T>(const Parabola<T>& p, Claims<T>& claims) {
  claims.equal("W(t) = W₀", p.at(p.q), p.w0);
};

constexpr auto starts = []<class T>(const Parabola<T>& p, Claims<T>& claims) {
  claims.equal("W(0) = W₀", p.at(T(1)), p.w0);
  claims.equal("J(W(0)) − J(W(t)) = (1 − e^(−2t)) W₀²/2, the integral of |∇J(W)|² = e^(−2t) W₀²",
               frac<T>(1, 2) * (square(p.w0) - square(p.at(p.q))), (T(1) - square(p.q)) * square(p.w0) * frac<T>(1, 2));
};

}  // namespace

Form<FlowPoint> conclusion() { return form<State>("as printed, quadratic J", identity); }
Form<FlowPoint> smooth_conclusion() {
  return smooth_rate_form<State>("as printed", []<class T>(const State<T>& s) { return -squared_norm(s.g); });
}
GeneralForm general_conclusion() { return general_form<State>("as printed, all points", identity_and_sign); }

Forms<FlowPoint> planted() { return planted_with(rate_form<State>); }
Forms<FlowPoint> smooth_planted() { return planted_with(smooth_rate_form<State>); }
GeneralForms general_planted() {
  return planted_with(
      [](const std::string& key, auto rate) { return general_form<State>(key + ", all points", rate_claim(rate)); });
}

Form<ParabolaFlow> printed_initial_condition() { return form<Parabola>("initial condition", stays); }
Form<ParabolaFlow> corrected_initial_condition() { return form<Parabola>("initial condition", starts); }

}  // namespace verigrad::gradient_flow_decrease
