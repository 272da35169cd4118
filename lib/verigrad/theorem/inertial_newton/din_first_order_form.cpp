#include "verigrad/theorem/inertial_newton/din_first_order_form.hpp"

#include <fmt/format.h>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::din_first_order_form {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.5-2.6",
       .stem = "din_first_order_form",
       .title = "DIN and its first-order form",
       .source = "Thesis, (2.5) and (2.6)",
       .text = "θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0 (2.5) is equivalent to θ′ + β∇𝒥(θ) + (α − 1/β)θ + ψ/β = 0, ψ′ + (α − "
               "1/β)θ + ψ/β = 0 (2.6), with ψ = −βθ′ − β²∇𝒥(θ) − (αβ − 1)θ",
       .code = {"flow/din.hpp: din_velocity"},
       .hypotheses = {{"parameters", "α ≥ 0, β > 0; only β ≠ 0 is needed"},
                      {"regularity",
                       "𝒥 twice differentiable. Where only ∇𝒥 is continuous, (2.6) still has solutions by Peano's "
                       "theorem, whose θ′ need not be differentiable; where it is not, there may be none"},
                      {"initial values",
                       "not in the text of 2.3: ψ(0) and θ′(0) belong to each other by the formula of ψ, θ′(0) = "
                       "−β∇𝒥(θ₀) − (α − 1/β)θ₀ − ψ₀/β; one θ₀ alone starts many solutions of either system. 2.6.2 "
                       "takes ψ₀ = (1 − αβ)θ₀ − (β² − β)∇𝒥(θ₀): θ′(0) = −∇𝒥(θ₀)"}},
       .formal = {.theorems = {"conclusion", "conclusion_converse"}},
       .steps = {{"lift", "ψ = −βθ′ − β²∇𝒥(θ) − (αβ − 1)θ turns (2.5) into (2.6)"},
                 {"elimination", "the derivative of the first line of (2.6), with the second one, is (2.5)"}}},
      general_lines());
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
struct Factors {
  Number velocity, gradient, theta;
};

struct LiftRun {
  using Instance = JetInstance;
  explicit LiftRun(const JetInstance& instance)
      : J(&instance.J->over<Number>()),
        alpha(exact(instance.alpha)),
        beta(exact(instance.beta)),
        theta(exact(instance.theta)),
        u(exact(instance.velocity)),
        g(J->gradient(theta)),
        Hu(J->hessian_product(theta, u)) {}
  explicit LiftRun(const Unknowns& unknowns) : LiftRun(unknowns, unknowns.nonnegative("α"), unknowns.positive("β")) {}
  LiftRun(const Unknowns& unknowns, Number any_alpha, Number any_beta)
      : alpha(std::move(any_alpha)),
        beta(std::move(any_beta)),
        theta(unknowns.vector("θ")),
        u(unknowns.vector("θ′")),
        g(unknowns.vector("∇𝒥(θ)")),
        Hu(unknowns.vector("∇²𝒥(θ)θ′")) {}

  /// θ″ by (2.5).
  Vector<Number> acceleration() const { return -(alpha * u) - beta * Hu - g; }
  Factors factors() const { return {-beta, -square(beta), 1 - alpha * beta}; }
  Vector<Number> psi(const Factors& f) const { return f.velocity * u + f.gradient * g + f.theta * theta; }
  Vector<Number> psi_rate(const Factors& f) const {
    return f.velocity * acceleration() + f.gradient * Hu + f.theta * u;
  }
  DinState<Number> first_order(const Vector<Number>& psi) const {
    return din_velocity<Number>({theta, psi}, g, alpha, beta);
  }
  /// ψ at the time h of the curve θ + hθ′ + h²/2 θ″.
  Vector<Number> psi_after(const Number& h) const {
    const Vector<Number> a = acceleration();
    const Factors f = factors();
    const Vector<Number> there = theta + h * u + Number(square(h) / 2) * a;
    return f.velocity * (u + h * a) + f.gradient * J->gradient(there) + f.theta * there;
  }

  const ObjectiveOver<Number>* J = nullptr;
  Number alpha, beta;
  Vector<Number> theta, u, g, Hu;
};

template <int sign>
struct AnyLiftRun : LiftRun {
  explicit AnyLiftRun(const Unknowns& unknowns)
      : LiftRun(unknowns, unknowns.real("α"), sign * unknowns.positive(sign > 0 ? "β" : "−β")) {}
};
using AnyAlphaLiftRun = AnyLiftRun<1>;
using NegativeBetaLiftRun = AnyLiftRun<-1>;

/// ‖x − y‖² = 0, which formulas can say of vectors, too.
void claim_same(std::string_view name, const Vector<Number>& x, const Vector<Number>& y, Claims& claims) {
  claims.equal(name, squared_norm(x - y), 0);
}

void claim_lift(const LiftRun& r, const Factors& factors, Claims& claims) {
  const DinState<Number> velocity = r.first_order(r.psi(factors));
  claim_same("θ′ + β∇𝒥(θ) + (α − 1/β)θ + ψ/β = 0", r.u, velocity.theta, claims);
  claim_same("ψ′ + (α − 1/β)θ + ψ/β = 0", r.psi_rate(factors), velocity.psi, claims);
}

constexpr auto lift = [](const LiftRun& r, Claims& claims) { claim_lift(r, r.factors(), claims); };
void lift_by_values(const LiftRun& r, Claims& claims) {
  const Vector<Number> psi_rate = 2 * (r.psi_after(frac(1, 4)) - r.psi_after(frac(-1, 4)));
  claims.equal("ψ′ + (α − 1/β)θ + ψ/β = 0", psi_rate, r.first_order(r.psi(r.factors())).psi);
}
void psi_zero(const LiftRun& r, Claims& claims) {
  claims.equal("θ′(0) from ψ(0) = 0", r.first_order(0 * r.u).theta, r.u);
}

struct EliminationRun {
  using Instance = DinInstance;
  explicit EliminationRun(const DinInstance& instance)
      : J(&instance.J->over<Number>()),
        alpha(exact(instance.alpha)),
        beta(exact(instance.beta)),
        at{exact(instance.theta), exact(instance.psi)},
        g(J->gradient(at.theta)),
        velocity(din_velocity(at, g, alpha, beta)),
        Hu(J->hessian_product(at.theta, velocity.theta)) {}
  explicit EliminationRun(const Unknowns& unknowns)
      : EliminationRun(unknowns, unknowns.nonnegative("α"), unknowns.positive("β")) {}
  EliminationRun(const Unknowns& unknowns, Number any_alpha, Number any_beta)
      : alpha(std::move(any_alpha)),
        beta(std::move(any_beta)),
        at{unknowns.vector("θ"), unknowns.vector("ψ")},
        g(unknowns.vector("∇𝒥(θ)")),
        velocity(din_velocity(at, g, alpha, beta)),
        Hu(unknowns.vector("∇²𝒥(θ)θ′")) {}

  /// θ″ as the derivative of the first line.
  Vector<Number> acceleration() const { return -(beta * Hu) - din_residual(velocity, alpha, beta); }
  /// θ′ at the time h of the motion along the velocity.
  Vector<Number> theta_velocity_after(const Number& h) const {
    const DinState<Number> there{at.theta + h * velocity.theta, at.psi + h * velocity.psi};
    return din_velocity<Number>(there, J->gradient(there.theta), alpha, beta).theta;
  }
  Vector<Number> second_order(const Vector<Number>& a) const { return a + alpha * velocity.theta + beta * Hu + g; }

  const ObjectiveOver<Number>* J = nullptr;
  Number alpha, beta;
  DinState<Number> at;
  Vector<Number> g;
  DinState<Number> velocity;
  Vector<Number> Hu;
};

template <int sign>
struct AnyEliminationRun : EliminationRun {
  explicit AnyEliminationRun(const Unknowns& unknowns)
      : EliminationRun(unknowns, unknowns.real("α"), sign * unknowns.positive(sign > 0 ? "β" : "−β")) {}
};
using AnyAlphaEliminationRun = AnyEliminationRun<1>;
using NegativeBetaEliminationRun = AnyEliminationRun<-1>;

void elimination(const EliminationRun& r, Claims& claims) {
  claim_same("θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0", r.second_order(r.acceleration()), 0 * r.g, claims);
}
void elimination_by_values(const EliminationRun& r, Claims& claims) {
  const Vector<Number> a = 2 * (r.theta_velocity_after(frac(1, 4)) - r.theta_velocity_after(frac(-1, 4)));
  claims.equal("θ″ + αθ′ + β∇²𝒥(θ)θ′ + ∇𝒥(θ) = 0", r.second_order(a), Vector<Number>(0 * a));
}
void second_derivative(const EliminationRun& r, Claims& claims) {
  const Vector<Number> now = r.velocity.theta;
  claims.equal("right and left derivative of θ′", Vector<Number>(r.theta_velocity_after(frac(1, 4)) - now),
               Vector<Number>(now - r.theta_velocity_after(frac(-1, 4))));
}

/// θ′(0) = −∇𝒥(θ₀) from ψ₀ = theta_factor θ₀ − gradient_factor ∇𝒥(θ₀).
void claim_initial_velocity(const EliminationRun& r, const Number& theta_factor, const Number& gradient_factor,
                            Claims& claims) {
  const Vector<Number> psi = theta_factor * r.at.theta - gradient_factor * r.g;
  claim_same("θ′(0) = −∇𝒥(θ₀)", din_velocity<Number>({r.at.theta, psi}, r.g, r.alpha, r.beta).theta, -r.g, claims);
}
void initial_velocity(const EliminationRun& r, Claims& claims) {
  claim_initial_velocity(r, 1 - r.alpha * r.beta, square(r.beta) - r.beta, claims);
}
template <class Wrong>
Form<Unknowns> wrong_initial_value(const char* key, Wrong wrong) {
  return form<EliminationRun, Unknowns>(key, [wrong](const EliminationRun& r, Claims& claims) {
    const auto [theta, gradient] = wrong(r);
    claim_initial_velocity(r, theta, gradient, claims);
  });
}

/// wrong(key, the factors in the planted ψ).
template <class Instance>
Forms<Instance> planted(const std::string& suffix = "") {
  const auto wrong = [&](const std::string& key, auto factors) {
    return form<LiftRun, Instance>(key + suffix,
                                   [factors](const LiftRun& r, Claims& claims) { claim_lift(r, factors(r), claims); });
  };
  return {wrong("sign: +βθ′",
                [](const LiftRun& r) {
                  return Factors{r.beta, -square(r.beta), 1 - r.alpha * r.beta};
                }),
          wrong("factor: β∇𝒥 for β²∇𝒥",
                [](const LiftRun& r) {
                  return Factors{-r.beta, -r.beta, 1 - r.alpha * r.beta};
                }),
          wrong("missing term: no β²∇𝒥",
                [](const LiftRun& r) {
                  return Factors{-r.beta, 0, 1 - r.alpha * r.beta};
                }),
          wrong("missing term: αβ for αβ − 1",
                [](const LiftRun& r) {
                  return Factors{-r.beta, -square(r.beta), -r.alpha * r.beta};
                }),
          wrong("lost factor: α − 1 for αβ − 1", [](const LiftRun& r) {
            return Factors{-r.beta, -square(r.beta), 1 - r.alpha};
          })};
}

Forms<Unknowns> wrong_initial_values() {
  return {
      wrong_initial_value("ψ₀, sign: β² + β",
                          [](const EliminationRun& r) {
                            return std::pair<Number, Number>(1 - r.alpha * r.beta, square(r.beta) + r.beta);
                          }),
      wrong_initial_value(
          "ψ₀, lost factor: 1 − α",
          [](const EliminationRun& r) { return std::pair<Number, Number>(1 - r.alpha, square(r.beta) - r.beta); }),
      wrong_initial_value("ψ₀, lost square: β − β",
                          [](const EliminationRun& r) { return std::pair<Number, Number>(1 - r.alpha * r.beta, 0); }),
      wrong_initial_value("ψ₀, missing term: β²", [](const EliminationRun& r) {
        return std::pair<Number, Number>(1 - r.alpha * r.beta, square(r.beta));
      })};
}

/// 𝒥 = θ²/8 at rest at θ = 1.
JetInstance on_parabola() { return {make_objective(Quadratic(at(0.25), at(0))), at(1), at(0), 0.015625, 0.015625}; }

}  // namespace

Lines<JetInstance> lines() { return {.planted = planted<JetInstance>(), .separating = {on_parabola()}}; }
Lines<Unknowns> general_lines() {
  Forms<Unknowns> all = planted<Unknowns>(", all jets");
  for (const Form<Unknowns>& wrong : wrong_initial_values()) all.push_back(wrong);
  return {.steps = {{"initial velocity",
                     "ψ₀ = (1 − αβ)θ₀ − (β² − β)∇𝒥(θ₀): the initial velocity is in the direction of −∇𝒥(θ₀) (2.6.2)",
                     form<EliminationRun, Unknowns>(initial_velocity)}},
          .planted = all};
}

Form<JetInstance> lifted() { return form<LiftRun>("lift", lift).of_code(); }
Form<JetInstance> lifted_by_values() { return form<LiftRun>("lift by values", lift_by_values); }
Form<DinInstance> eliminated() { return form<EliminationRun>("elimination", elimination); }
Form<DinInstance> eliminated_by_values() {
  return form<EliminationRun>("elimination by values", elimination_by_values);
}

Forms<Unknowns> general_forms() {
  return {form<LiftRun, Unknowns>("lift, all jets", lift).of_code(),
          form<EliminationRun, Unknowns>("elimination, all states", elimination)};
}
Forms<Unknowns> general_dropped() {
  return {form<AnyAlphaLiftRun, Unknowns>("lift without α ≥ 0", lift),
          form<NegativeBetaLiftRun, Unknowns>("lift with β < 0", lift),
          form<AnyAlphaEliminationRun, Unknowns>("elimination without α ≥ 0", elimination),
          form<NegativeBetaEliminationRun, Unknowns>("elimination with β < 0", elimination)};
}

Form<JetInstance> from_psi_zero() { return form<LiftRun>("ψ(0) = 0", psi_zero); }
Form<DinInstance> has_second_derivative() { return form<EliminationRun>("θ″ exists", second_derivative); }

}  // namespace verigrad::din_first_order_form
