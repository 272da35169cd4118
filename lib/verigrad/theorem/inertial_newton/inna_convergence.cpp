#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/claim/unknowns.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

namespace verigrad::inna_convergence {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.1",
       .stem = "inna_convergence",
       .title = "Accumulation points are D-critical",
       .source = "Thesis, Theorem 2.1 with Assumption 2.1. Almost sure limits are not decided here: the checks are on "
                 "runs whose iterates or second moments have closed forms with a known limit",
       .text = "Almost surely, any accumulation point of (θₖ) is D-critical, and (𝒥(θₖ)) converges",
       .code = {"algorithm/inna.hpp: Inna"},
       .hypotheses = {{"step sizes",
                       "γₖ > 0, Σγₖ = ∞, γₖ = o(1/log k); both are needed, on θ², |θ| and with mini-batches on |θ − 1| "
                       "+ |θ + 1|. Checked for c/(k + s) and c(k + 1)^{−½}"},
                      {"batches",
                       "independent and uniform; needed. The noise is not centred as the proof says, see 2.13"},
                      {"bounded",
                       "sup ‖(θₖ, ψₖ)‖ ≤ C; needed for the convergence of 𝒥(θₖ) and, for α = 0, for the approach to S"},
                      {"terms",
                       "locally Lipschitz and tame. Tame is needed, for either half: there is a Lipschitz f with ∂f = "
                       "[−1, 1] on [0, 1] and f(1) − f(0) = 1/3 (see 2.3). For 𝒥 = f INNA may go from 0 to 1 and back "
                       "for ever, through points that are all D-critical, and 𝒥(θₖ) does not converge; Lemma 2.4 "
                       "fails, f(D-crit) = [0, 1/3]. For 𝒥(θ) = 2|θ| + f(|θ|) only 0 is D-critical, and INNA may pass "
                       "it for ever, out to |θ| > 1/16 on either side"},
                      {"parameters", "β > 0 and α ≥ 0. The theorem holds for α = 0, too, but not by the printed proof"},
                      {"D-critical", "Clarke-critical is false: the terms' subgradients may cancel where ∂𝒥 ∌ 0"}}},
      general_lines(), undamped_lines());
  return result;
}

std::string RunInstance::describe() const {
  return fmt::format("terms: {}; α = {}, β = {}, θ₀ = {}, ψ₀ = {}, γₖ = {}/(k + {})^{}, {} steps{}", terms.describe(),
                     alpha, beta, theta0, psi0, rule.c, rule.shift, rule.exponent(), steps,
                     batch.empty() ? "" : fmt::format(", batch ({})", fmt::join(batch, ", ")));
}

namespace {

struct SteadyRun {
  explicit SteadyRun(const Unknowns& unknowns)
      : alpha(unknowns.nonnegative("α")), beta(unknowns.positive("β")), theta(unknowns.vector("θ")) {}
  Number alpha, beta;
  Vector<Number> theta;
};
void no_kinetic_energy(const SteadyRun& r, Claims& claims) {
  const DinState<Number> state{r.theta, (1 - r.alpha * r.beta) * r.theta};
  claims.equal("‖(α − 1/β)θ + (1 − αβ)θ/β‖² = 0", squared_norm(din_residual(state, r.alpha, r.beta)), 0);
}

/// A state of (2.12) with α = 0, and v ∈ D𝒥(θ).
struct UndampedRun {
  explicit UndampedRun(const Unknowns& unknowns)
      : beta(unknowns.positive("β")),
        t(unknowns.nonnegative("t")),
        now{unknowns.vector("θ"), unknowns.vector("ψ")},
        v(unknowns.vector("v")),
        u(-din_residual<Number>(now, 0, beta)),
        velocity(velocity_at(now, v)) {}

  DinState<Number> velocity_at(const DinState<Number>& state, const Vector<Number>& element) const {
    return din_velocity<Number>(state, element, 0, beta);
  }
  Vector<Number> u_rate() const { return -din_residual<Number>(velocity, 0, beta); }
  /// d/dt (2𝒥 + ‖u‖²), where d𝒥/dt = ⟨θ′, v⟩ (Lemma 2.3).
  Number energy_rate() const { return 2 * dot(velocity.theta, v) + 2 * dot(u, u_rate()); }
  DinState<Number> on_line(const Number& time) const { return {now.theta + time * u, now.psi + time * u}; }
  DinState<Number> velocity_on_line(const Number& time) const { return velocity_at(on_line(time), 0 * v); }

  Number beta, t;
  DinState<Number> now;
  Vector<Number> v, u;
  DinState<Number> velocity;
};

void undamped(const UndampedRun& r, Claims& claims) {
  const Number loss = 2 * r.beta * squared_norm(r.v);
  claims.equal("u′ = −v", r.u_rate(), Vector<Number>(-r.v));
  claims.equal("E′ = −2β‖v‖²", r.energy_rate(), -loss);
  claims.at_most("−2β‖v‖² ≤ 0", -loss, 0);
  claims.equal("θ + tu has the velocity u if v = 0", r.velocity_on_line(r.t).theta, r.u);
  claims.equal("ψ + tu has the velocity u if v = 0", r.velocity_on_line(r.t).psi, r.u);
  claims.equal("‖θ + tu − θ‖² = t²‖u‖²", squared_norm(r.on_line(r.t).theta - r.now.theta),
               square(r.t) * squared_norm(r.u));
  claims.equal("‖θ − ψ‖² = β²‖u‖²", squared_norm(r.now.theta - r.now.psi), square(r.beta) * squared_norm(r.u));
}

template <class Rate>
Form<Unknowns> planted_rate(const char* key, Rate rate) {
  return form<UndampedRun, Unknowns>(key, [rate](const UndampedRun& r, Claims& claims) {
    claims.equal("E′ = planted rate", r.energy_rate(), rate(r));
  });
}

Forms<Unknowns> planted_undamped() {
  return {
      planted_rate("sign: α = 0, E′ = 2β‖v‖²", [](const UndampedRun& r) { return 2 * r.beta * squared_norm(r.v); }),
      planted_rate("factor: α = 0, E′ = −β‖v‖²", [](const UndampedRun& r) { return -r.beta * squared_norm(r.v); }),
      planted_rate("extra term: α = 0, E′ = −2β‖v‖² − 2‖u‖²",
                   [](const UndampedRun& r) { return -2 * (r.beta * squared_norm(r.v) + squared_norm(r.u)); }),
      form<UndampedRun, Unknowns>(
          "sign: α = 0, u′ = v", [](const UndampedRun& r, Claims& claims) { claims.equal("u′ = v", r.u_rate(), r.v); }),
      form<UndampedRun, Unknowns>("α = 0, E decreases strictly off S", [](const UndampedRun& r, Claims& claims) {
        const Number before = squared_norm(r.u), after = squared_norm(din_residual<Number>(r.on_line(r.t), 0, r.beta));
        claims.less("‖u(t)‖² < ‖u(0)‖² if v = 0", after, before);
      })};
}

/// max(|θ| − 1, 0)²/2 with α = 0, β = 1 at θ = 0, ψ = −1.
DinInstance across_the_flat() {
  return {.J = make_objective(PiecewiseQuadratic({{-1, 1}, {1, 0, 1}, 0})), .theta = at(0), .psi = at(-1)};
}

FalseLine<DinInstance> no_lyapunov_function() {
  return {
      .words =
          {.key = "Lyapunov function for α = 0",
           .place = "proof of Theorem 2.1",
           .printed =
               "Lemmas 2.5 and 2.6 state that E is a Lyapunov function for the set S and the dynamics (2.12) [α ≥ 0]",
           .corrected = "for α = 0, E′ = −2β‖v‖² ≤ 0, and no bounded solution off S keeps E constant for all t. That "
                        "is enough for the limit set to lie in S",
           .remark = "The proof rests on Lemma 2.6, and the theorem stands. With u = (θ − ψ)/β, (2.12) is θ′ = u − βv, "
                     "u′ = −v. Where E = 2𝒥 + ‖u‖² is constant, v = 0 and θ(t) = θ₀ + tu; if that is bounded for all "
                     "t, u = 0, which is S. The limit set L is compact and internally chain transitive (Benaïm et al., "
                     "Theorem 3.6). For c ∉ E(S) there are T and δ > 0 such that every solution in L that starts with "
                     "E ≤ c has E ≤ c − δ from T on: else, by compactness, one would have E = c for all t, and c ∈ "
                     "E(S). So no chain in L with small jumps leads from E < c to E > c. As E(S) is finite (Lemma "
                     "2.4), E is constant on L, which is invariant: L ⊂ S.",
           .by_hand = "𝒥(θ) = max(|θ| − 1, 0)²/2, α = 0, β = 1, θ₀ = 0, ψ₀ = −1 is not in S, and θ(t) = t, ψ(t) = t − "
                      "1 has E = 1 up to t = 1",
           .weight = Weight::proof,
           .same_as = "inna/2.6: α = 0"},
      .printed = din_energy_decrease::falls_in_uniform_motion(),
      .counterexample = across_the_flat()};
}

}  // namespace

FiniteSum parabola() { return FiniteSum({make_objective(Quadratic(at(2), at(0)))}); }
FiniteSum magnitude_term() { return FiniteSum({make_objective(Absolute(at(1), at(0)))}); }
FiniteSum opposite_parabolas() {
  return FiniteSum({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(1), at(-1)))});
}
FiniteSum flat_floor() {
  return FiniteSum({make_objective(Absolute(at(0.5), at(1))), make_objective(Absolute(at(0.5), at(-1)))});
}
FiniteSum two_kinks() {
  return FiniteSum({make_objective(Absolute(at(1), at(1))), make_objective(Absolute(at(1), at(-1)))});
}
FiniteSum three_kinks() {
  return FiniteSum({make_objective(Absolute(at(1), at(1))), make_objective(Absolute(at(1), at(-1))),
                    make_objective(Kink(1, -1, 0))});
}

Lines<Unknowns> general_lines() {
  return {.steps = {{"energy on S", "E(θ, ψ) = 2(1 + αβ)𝒥(θ) for (θ, ψ) ∈ S",
                     form<SteadyRun, Unknowns>(no_kinetic_energy)}},
          .planted = planted_undamped()};
}
Lines<DinInstance> undamped_lines() { return {.errata = {no_lyapunov_function()}}; }
Form<Unknowns> undamped_solutions() { return form<UndampedRun, Unknowns>(undamped); }

}  // namespace verigrad::inna_convergence
