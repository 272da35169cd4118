#include "verigrad/theorem/inertial_newton/din_first_order_form.hpp"

#include <fmt/format.h>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad::din_first_order_form {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.5-2.6",
      .stem = "din_first_order_form",
      .title = "DIN and its first-order form",
      .source = "Thesis, (2.5) and (2.6)",
      .text =
          "θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0 (2.5) is equivalent to θ′ + β∇𝒥(θ) + (α − 1/β)θ + ψ/β = 0, "
          "ψ′ + (α − 1/β)θ + ψ/β = 0 (2.6), with ψ = −βθ′ − β²∇𝒥(θ) − (αβ − 1)θ",
      .hypotheses = {{"parameters", "α ≥ 0, β > 0; only β ≠ 0 is needed"},
                     {"regularity",
                      "𝒥 twice differentiable. Where only ∇𝒥 is continuous, (2.6) still has solutions by Peano's "
                      "theorem, whose θ′ need not be differentiable; where it is not, there may be none"},
                     {"initial values",
                      "not in the text of 2.3: ψ(0) and θ′(0) belong to each other by the formula of ψ, "
                      "θ′(0) = −β∇𝒥(θ₀) − (α − 1/β)θ₀ − ψ₀/β; one θ₀ alone starts many solutions of "
                      "either system. 2.6.2 takes ψ₀ = (1 − αβ)θ₀ − (β² − β)∇𝒥(θ₀): θ′(0) = −∇𝒥(θ₀)"}},
      .steps = {{"lift", "ψ = −βθ′ − β²∇𝒥(θ) − (αβ − 1)θ turns (2.5) into (2.6)"},
                {"elimination", "the derivative of the first line of (2.6), with the second one, is (2.5)"},
                {"initial velocity",
                 "ψ₀ = (1 − αβ)θ₀ − (β² − β)∇𝒥(θ₀): the initial velocity is in the direction of −∇𝒥(θ₀) (2.6.2)"}},
      .errata = {}};
  return result;
}

std::string JetInstance::describe() const {
  return fmt::format("𝒥 = {}; θ = {}, θ′ = {}, α = {}, β = {}", J->describe(), in_words(theta), in_words(velocity),
                     alpha, beta);
}

JetInstance jet_of(const DinInstance& instance) {
  return {instance.J, instance.theta, instance.psi, instance.alpha, instance.beta};
}

bool hypotheses_hold(const JetInstance& instance) { return instance.alpha >= 0 && instance.beta > 0; }
bool state_hypotheses_hold(const DinInstance& instance) { return instance.alpha >= 0 && instance.beta > 0; }

namespace {

/// What a planted mistake puts in place of the factors of θ′, ∇𝒥 and θ in ψ.
template <class T>
struct Factors {
  T velocity, gradient, theta;
};

template <class T>
struct Lift {
  using Instance = JetInstance;
  explicit Lift(const JetInstance& instance)
      : J(&instance.J->over<T>()),
        alpha(exact<T>(instance.alpha)),
        beta(exact<T>(instance.beta)),
        theta(exact<T>(instance.theta)),
        u(exact<T>(instance.velocity)),
        g(J->gradient(theta)),
        Hu(J->hessian_product(theta, u)) {}
  explicit Lift(Unknowns<T>& unknowns) : Lift(unknowns, unknowns.nonnegative("α"), unknowns.positive("β")) {}
  Lift(Unknowns<T>& unknowns, T any_alpha, T any_beta)
      : alpha(std::move(any_alpha)),
        beta(std::move(any_beta)),
        theta(unknowns.vector("θ")),
        u(unknowns.vector("θ′")),
        g(unknowns.vector("∇𝒥(θ)")),
        Hu(unknowns.vector("∇²𝒥(θ)θ′")) {}

  /// θ″ by (2.5).
  Vector<T> acceleration() const { return -(alpha * u) - beta * Hu - g; }
  Factors<T> factors() const { return {-beta, -square(beta), T(1) - alpha * beta}; }
  Vector<T> psi(const Factors<T>& f) const { return f.velocity * u + f.gradient * g + f.theta * theta; }
  Vector<T> psi_rate(const Factors<T>& f) const { return f.velocity * acceleration() + f.gradient * Hu + f.theta * u; }
  DinState<T> first_order(const Vector<T>& psi) const { return din_velocity<T>({theta, psi}, g, alpha, beta); }
  /// ψ at the time h of the curve θ + hθ′ + h²/2 θ″.
  Vector<T> psi_after(const T& h) const {
    const Vector<T> a = acceleration();
    const Factors<T> f = factors();
    const Vector<T> there = theta + h * u + T(square(h) / T(2)) * a;
    return f.velocity * (u + h * a) + f.gradient * J->gradient(there) + f.theta * there;
  }

  const ObjectiveOver<T>* J = nullptr;
  T alpha, beta;
  Vector<T> theta, u, g, Hu;
};

template <class T, int sign>
struct AnyLift : Lift<T> {
  explicit AnyLift(Unknowns<T>& unknowns)
      : Lift<T>(unknowns, unknowns.real("α"), T(sign) * unknowns.positive(sign > 0 ? "β" : "−β")) {}
};
template <class T>
using AnyAlphaLift = AnyLift<T, 1>;
template <class T>
using NegativeBetaLift = AnyLift<T, -1>;

/// ‖x − y‖² = 0, which formulas can say of vectors, too.
template <class T>
void claim_same(std::string_view name, const Vector<T>& x, const Vector<T>& y, Claims<T>& claims) {
  claims.equal(name, squared_norm<T>(x - y), T(0));
}

template <class T>
void claim_lift(const Lift<T>& r, const Factors<T>& factors, Claims<T>& claims) {
  const DinState<T> velocity = r.first_order(r.psi(factors));
  claim_same<T>("θ′ + β∇𝒥(θ) + (α − 1/β)θ + ψ/β = 0", r.u, velocity.theta, claims);
  claim_same<T>("ψ′ + (α − 1/β)θ + ψ/β = 0", r.psi_rate(factors), velocity.psi, claims);
}

constexpr auto lift = []<class T>(const Lift<T>& r, Claims<T>& claims) { claim_lift(r, r.factors(), claims); };
constexpr auto lift_by_values = []<class T>(const Lift<T>& r, Claims<T>& claims) {
  const Vector<T> psi_rate = T(2) * (r.psi_after(frac<T>(1, 4)) - r.psi_after(frac<T>(-1, 4)));
  claims.equal("ψ′ + (α − 1/β)θ + ψ/β = 0", psi_rate, r.first_order(r.psi(r.factors())).psi);
};
constexpr auto psi_zero = []<class T>(const Lift<T>& r, Claims<T>& claims) {
  claims.equal("θ′(0) from ψ(0) = 0", r.first_order(T(0) * r.u).theta, r.u);
};

template <class T>
struct Elimination {
  using Instance = DinInstance;
  explicit Elimination(const DinInstance& instance)
      : J(&instance.J->over<T>()),
        alpha(exact<T>(instance.alpha)),
        beta(exact<T>(instance.beta)),
        at{exact<T>(instance.theta), exact<T>(instance.psi)},
        g(J->gradient(at.theta)),
        velocity(din_velocity(at, g, alpha, beta)),
        Hu(J->hessian_product(at.theta, velocity.theta)) {}
  explicit Elimination(Unknowns<T>& unknowns)
      : Elimination(unknowns, unknowns.nonnegative("α"), unknowns.positive("β")) {}
  Elimination(Unknowns<T>& unknowns, T any_alpha, T any_beta)
      : alpha(std::move(any_alpha)),
        beta(std::move(any_beta)),
        at{unknowns.vector("θ"), unknowns.vector("ψ")},
        g(unknowns.vector("∇𝒥(θ)")),
        velocity(din_velocity(at, g, alpha, beta)),
        Hu(unknowns.vector("∇²𝒥(θ)θ′")) {}

  /// θ″ as the derivative of the first line.
  Vector<T> acceleration() const { return -(beta * Hu) - din_residual(velocity, alpha, beta); }
  /// θ′ at the time h of the motion along the velocity.
  Vector<T> theta_velocity_after(const T& h) const {
    const DinState<T> there{at.theta + h * velocity.theta, at.psi + h * velocity.psi};
    return din_velocity<T>(there, J->gradient(there.theta), alpha, beta).theta;
  }
  Vector<T> second_order(const Vector<T>& a) const { return a + alpha * velocity.theta + beta * Hu + g; }

  const ObjectiveOver<T>* J = nullptr;
  T alpha, beta;
  DinState<T> at;
  Vector<T> g;
  DinState<T> velocity;
  Vector<T> Hu;
};

template <class T, int sign>
struct AnyElimination : Elimination<T> {
  explicit AnyElimination(Unknowns<T>& unknowns)
      : Elimination<T>(unknowns, unknowns.real("α"), T(sign) * unknowns.positive(sign > 0 ? "β" : "−β")) {}
};
template <class T>
using AnyAlphaElimination = AnyElimination<T, 1>;
template <class T>
using NegativeBetaElimination = AnyElimination<T, -1>;

constexpr auto elimination = []<class T>(const Elimination<T>& r, Claims<T>& claims) {
  claim_same<T>("θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0", r.second_order(r.acceleration()), T(0) * r.g, claims);
};
constexpr auto elimination_by_values = []<class T>(const Elimination<T>& r, Claims<T>& claims) {
  const Vector<T> a = T(2) * (r.theta_velocity_after(frac<T>(1, 4)) - r.theta_velocity_after(frac<T>(-1, 4)));
  claims.equal("θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0", r.second_order(a), Vector<T>(T(0) * a));
};
constexpr auto second_derivative = []<class T>(const Elimination<T>& r, Claims<T>& claims) {
  const Vector<T> now = r.velocity.theta;
  claims.equal("right and left derivative of θ′", Vector<T>(r.theta_velocity_after(frac<T>(1, 4)) - now),
               Vector<T>(now - r.theta_velocity_after(frac<T>(-1, 4))));
};

/// θ′(0) = −∇𝒥(θ₀) from ψ₀ = theta_factor θ₀ − gradient_factor ∇𝒥(θ₀).
template <class T>
void claim_initial_velocity(const Elimination<T>& r, const T& theta_factor, const T& gradient_factor,
                            Claims<T>& claims) {
  const Vector<T> psi = theta_factor * r.at.theta - gradient_factor * r.g;
  claim_same<T>("θ′(0) = −∇𝒥(θ₀)", din_velocity<T>({r.at.theta, psi}, r.g, r.alpha, r.beta).theta, -r.g, claims);
}
constexpr auto initial_velocity = []<class T>(const Elimination<T>& r, Claims<T>& claims) {
  claim_initial_velocity<T>(r, T(1) - r.alpha * r.beta, square(r.beta) - r.beta, claims);
};
template <class Wrong>
GeneralForm wrong_initial_value(const char* key, Wrong wrong) {
  return general_form<Elimination>(key, [wrong]<class T>(const Elimination<T>& r, Claims<T>& claims) {
    const auto [theta, gradient] = wrong(r);
    claim_initial_velocity<T>(r, theta, gradient, claims);
  });
}

/// make(key, the factors in the planted ψ).
template <class Make>
auto planted_with(Make make) {
  return std::vector{make("sign: +βθ′",
                          []<class T>(const Lift<T>& r) {
                            return Factors<T>{r.beta, -square(r.beta), T(1) - r.alpha * r.beta};
                          }),
                     make("factor: β∇𝒥 for β²∇𝒥",
                          []<class T>(const Lift<T>& r) {
                            return Factors<T>{-r.beta, -r.beta, T(1) - r.alpha * r.beta};
                          }),
                     make("missing term: no β²∇𝒥",
                          []<class T>(const Lift<T>& r) {
                            return Factors<T>{-r.beta, T(0), T(1) - r.alpha * r.beta};
                          }),
                     make("missing term: αβ for αβ − 1",
                          []<class T>(const Lift<T>& r) {
                            return Factors<T>{-r.beta, -square(r.beta), -r.alpha * r.beta};
                          }),
                     make("lost factor: α − 1 for αβ − 1", []<class T>(const Lift<T>& r) {
                       return Factors<T>{-r.beta, -square(r.beta), T(1) - r.alpha};
                     })};
}

template <class Planted>
auto claims_of(Planted planted) {
  return [planted]<class T>(const Lift<T>& r, Claims<T>& claims) { claim_lift(r, Factors<T>(planted(r)), claims); };
}

}  // namespace

Form<JetInstance> lifted() { return form<Lift>("lift", lift); }
Form<JetInstance> lifted_by_values() { return form<Lift>("lift by values", lift_by_values); }
Form<DinInstance> eliminated() { return form<Elimination>("elimination", elimination); }
Form<DinInstance> eliminated_by_values() { return form<Elimination>("elimination by values", elimination_by_values); }

GeneralForms general_forms() {
  return {general_form<Lift>("lift, all jets", lift),
          general_form<Elimination>("elimination, all states", elimination)};
}
GeneralForms general_dropped() {
  return {general_form<AnyAlphaLift>("lift without α ≥ 0", lift),
          general_form<NegativeBetaLift>("lift with β < 0", lift),
          general_form<AnyAlphaElimination>("elimination without α ≥ 0", elimination),
          general_form<NegativeBetaElimination>("elimination with β < 0", elimination)};
}

GeneralForm general_initial_velocity() { return general_form<Elimination>("initial velocity", initial_velocity); }
GeneralForms general_wrong_initial_values() {
  return {wrong_initial_value("ψ₀, sign: β² + β",
                              []<class T>(const Elimination<T>& r) {
                                return std::pair<T, T>(T(1) - r.alpha * r.beta, square(r.beta) + r.beta);
                              }),
          wrong_initial_value("ψ₀, lost factor: 1 − α",
                              []<class T>(const Elimination<T>& r) {
                                return std::pair<T, T>(T(1) - r.alpha, square(r.beta) - r.beta);
                              }),
          wrong_initial_value(
              "ψ₀, lost square: β − β",
              []<class T>(const Elimination<T>& r) { return std::pair<T, T>(T(1) - r.alpha * r.beta, T(0)); }),
          wrong_initial_value("ψ₀, missing term: β²", []<class T>(const Elimination<T>& r) {
            return std::pair<T, T>(T(1) - r.alpha * r.beta, square(r.beta));
          })};
}

Form<JetInstance> from_psi_zero() { return form<Lift>("ψ(0) = 0", psi_zero); }
Form<DinInstance> has_second_derivative() { return form<Elimination>("θ″ exists", second_derivative); }

Forms<JetInstance> planted() {
  return planted_with([](const char* key, auto factors) { return form<Lift>(key, claims_of(factors)); });
}
GeneralForms general_planted() {
  return planted_with(
      [](const std::string& key, auto factors) { return general_form<Lift>(key + ", all jets", claims_of(factors)); });
}

}  // namespace verigrad::din_first_order_form
