#include "verigrad/theorem/inertial_newton/inertial_newton_rate_run.hpp"

namespace verigrad::inertial_newton_rate {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.10",
       .stem = "inertial_newton_rate",
       .title = "Rate of DIN",
       .source = "INNA, Theorem 2.10",
       .text =
           "any bounded solution (θ, ψ) of (2.8) converges to a steady state with rate O(t^−b), b > 0, and J(θ(t)) to "
           "its limit with rate O(1/t): dE/dt ≤ −c₁‖∂E‖² and c₂²(‖θ′‖² + ‖ψ′‖²) ≤ ‖∂E‖², E = 2(1 + αβ)J(θ) + ‖w‖²",
       .found = "the claim (2.35) gives c₁ = αβ/(2(α + αβ² + β)((1 + αβ)² + (α − 1/β)² + 1/β²)), the best one is c₁ = "
                "β(2 + αβ − √(α²β² + 4))/(4(1 + αβ)); c₂² = 4(1 + αβ)²/(β²((1 + αβ)² + 5)) is within 1/16 of the best. "
                "|J − J̄| "
                "≤ (E − Ē)/(4√(αβ)) is best possible",
       .hypotheses = {{"chain rule", "⟨v, θ′⟩ is the same for all v ∈ ∂J(θ) (Lemma 2.2)"},
                      {"α > 0", "the text has α ≥ 0"},
                      {"semi-algebraic",
                       "J is semi-algebraic, locally Lipschitz and bounded below; not used in what is checked here"}},
       .errata = {{.key = "critical points",
                   .place = "Theorem 2.10, last sentence of the proof",
                   .printed = "converges to a point (θ̄, ψ̄) ∈ S … To conclude, we can apply Theorem 2.8 to (2.8)",
                   .corrected = "C₁(‖v‖² + ‖w‖²) ≤ ‖∂E‖²/4 and βw = ψ − (1 − αβ)θ: where 0 ∈ ∂E, v = 0 and w = 0",
                   .remark = "Theorem 2.8 leads to critical points of E; that these lie in S is not said.",
                   .weight = Weight::gap},
                  {.key = "J from E",
                   .place = "Theorem 2.10, last sentence of the proof",
                   .printed = "Moreover, J(θ(t)) converges to its limit J̄ with rate |J(θ(t)) − J̄| = O(1/t) … To "
                              "conclude, we can apply Theorem 2.8 to (2.8)",
                   .corrected = "|J − J̄| ≤ (E − Ē)/(4√(αβ)), because E_min and E_max both decrease",
                   .remark =
                       "Theorem 2.8 gives the rate of E = 2(1 + αβ)J + ‖w‖², and of J only together with that of ‖w‖².",
                   .weight = Weight::gap}}},
      general_lines(), kink_lines(), walls_lines());
  return result;
}

namespace {

void decrease(const Run& s, Claims& claims) {
  const Number excess = 2 * s.friction.above + 2 * s.friction.C1 / s.gradient.C2 * s.gradient.below;
  claims.equal("−dE/dt − c₁‖∂E‖² = a sum of squares", -s.rate - s.c1() * s.squared_gradient(), excess);
  claims.at_most("0 ≤ the sum of squares", 0, excess);
  claims.less("0 < c₁", 0, s.c1());
}
void speed(const Run& s, Claims& claims) {
  const Vector<Number> other = s.v + s.other();
  const Vector<Number> u = -s.beta * other - s.w;
  const TwoSquares form = in_velocities(s, u);
  const Number at_other = squared_norm((1 + s.alpha * s.beta) * other + s.g * s.w) + squared_norm(s.w) / square(s.beta);
  const Number excess = form.above + form.C1 * square(s.beta) * squared_norm(s.other());
  claims.equal("‖∂E‖²/4 − C₁(‖θ′‖² + ‖ψ′‖²) = a sum of squares, for every v′",
               at_other - form.C1 * (squared_norm(s.theta_velocity) + squared_norm(s.psi_velocity)), excess);
  claims.at_most("0 ≤ the sum of squares", 0, excess);
  claims.equal("C₁ = (1 + αβ)²/(β²((1 + αβ)² + 5))", form.C1,
               square(1 + s.alpha * s.beta) / (square(s.beta) * (square(1 + s.alpha * s.beta) + 5)));
}
/// (2.36) with another bracket than (α − 1/β) − (1 + αβ)/β.
void claim_in_velocities(const Run& s, const Number& bracket, Claims& claims) {
  const Number r1 = (1 + s.alpha * s.beta) / s.beta;
  claims.equal(
      "‖∂E‖²/4 = ‖(1 + αβ)θ′/β + […]ψ′‖² + ‖ψ′‖²/β²", s.gradient.value,
      squared_norm(r1 * s.theta_velocity + bracket * s.psi_velocity) + squared_norm(s.psi_velocity) / square(s.beta));
}
void line_36(const Run& s, Claims& claims) {
  const Number bracket = s.g - (1 + s.alpha * s.beta) / s.beta;
  claim_in_velocities(s, bracket, claims);
  claims.equal("(α − 1/β) − (1 + αβ)/β = −2/β", bracket, -2 / s.beta);
}
void speed_at_zero(const Run& s, Claims& claims) {
  const TwoSquares form = in_velocities(s, -s.w);
  claims.at_most("C₁(‖θ′‖² + ‖ψ′‖²) ≤ ‖∂E‖²/4 at v′ = 0",
                 form.C1 * (squared_norm(s.theta_velocity) + squared_norm(s.psi_velocity)), form.value);
}
void constants(const Run& s, Claims& claims) {
  claims.equal("c₁ = αβ/(2(α + αβ² + β)(…))", s.c1(),
               s.alpha * s.beta /
                   (2 * (s.alpha + s.alpha * square(s.beta) + s.beta) *
                    (square(1 + s.alpha * s.beta) + square(s.g) + 1 / square(s.beta))));
}
void first_line(const Run& s, Claims& claims) {
  const Vector<Number> turn = 1 / s.root_beta * (s.psi_velocity - s.theta_velocity);
  const Vector<Number> scaled = s.root_alpha * s.theta_velocity;
  const Number two =
      -2 * s.alpha * squared_norm(s.theta_velocity) - 2 / s.beta * squared_norm(s.psi_velocity - s.theta_velocity);
  claims.equal("dE/dt = −‖… − …‖² − ‖… + …‖²", s.rate, -squared_norm(scaled - turn) - squared_norm(scaled + turn));
  claims.equal("dE/dt = −2α‖θ′‖² − 2/β ‖ψ′ − θ′‖²", s.rate, two);
}
void at_subgradient(const Run& s, Claims& claims) {
  claims.equal("ψ′ − θ′ = βv", s.psi_velocity - s.theta_velocity, s.beta * s.v);
  claims.equal("dE/dt = −2α‖−βv − w‖² − 2β‖v‖²", s.rate,
               -2 * s.alpha * squared_norm(-s.beta * s.v - s.w) - 2 * s.beta * squared_norm(s.v));
}
void smooth_gradient(const Run& s, Claims& claims) {
  const Vector<Number> move = s.g * s.v + 1 / s.beta * s.z;
  claims.equal("d‖w‖² along (v, z) = 2⟨(α − 1/β)w, v⟩ + 2⟨w/β, z⟩",
               frac(1, 2) * (squared_norm(s.w + move) - squared_norm(s.w - move)),
               2 * s.g * dot(s.w, s.v) + 2 / s.beta * dot(s.w, s.z));
}
void line_34(const Run& s, Claims& claims) {
  const Vector<Number> first = 2 * ((1 + s.alpha * s.beta) * s.v + s.g * s.w), second = 2 / s.beta * s.w;
  claims.equal("‖∂E‖² from the blocks of (2.33)", squared_norm(first) + squared_norm(second), s.squared_gradient());
}
void in_w(const Run& s, Claims& claims) {
  claims.equal("⟨z, w′⟩ = ⟨z, −αw + (1 − αβ)v⟩", dot(s.z, s.w_velocity),
               dot(s.z, -s.alpha * s.w + (1 - s.alpha * s.beta) * s.v));
  const Number reach = 1 + s.alpha * s.beta;
  const Number excess = 2 * s.beta * reach * squared_norm(s.v + s.alpha / reach * s.w);
  claims.equal("−dE/dt − 2α/(1 + αβ) ‖w‖² = a square", -s.rate - 2 * s.alpha / reach * squared_norm(s.w), excess);
  claims.at_most("0 ≤ the square", 0, excess);
}

Forms<Unknowns> planted_constants() {
  const auto at_most = [](const char* key, auto factor) {
    return form<Run, Unknowns>(key, [factor](const Run& s, Claims& claims) {
      claims.at_most("factor · c₁‖∂E‖² ≤ −dE/dt", Number(factor(s)) * s.squared_gradient(), -s.rate);
    });
  };
  return {at_most("factor: 4c₁", [](const Run& s) { return 4 * s.c1(); }),
          at_most("missing factor: c₁ without 1/C₂", [](const Run& s) { return s.friction.C1; }),
          at_most("swapped: C₂/C₁", [](const Run& s) { return s.gradient.C2 / s.friction.C1; }),
          at_most("index: C₂ of (2.32) for C₁", [](const Run& s) { return s.friction.C2 / (2 * s.gradient.C2); }),
          form<Run, Unknowns>("sign: dE/dt = −2α‖θ′‖² + 2/β ‖ψ′ − θ′‖²",
                              [](const Run& s, Claims& claims) {
                                claims.equal(
                                    "planted", s.rate,
                                    -2 * s.alpha * squared_norm(s.theta_velocity) + 2 * s.beta * squared_norm(s.v));
                              }),
          form<Run, Unknowns>("sign: (α − 1/β) + (1 + αβ)/β in (2.36)",
                              [](const Run& s, Claims& claims) {
                                claim_in_velocities(s, s.g + (1 + s.alpha * s.beta) / s.beta, claims);
                              }),
          form<Run, Unknowns>("missing term: α − 1/β in (2.36)",
                              [](const Run& s, Claims& claims) { claim_in_velocities(s, s.g, claims); }),
          form<Run, Unknowns>("missing factor: 2α‖w‖² ≤ −dE/dt",
                              [](const Run& s, Claims& claims) {
                                claims.at_most("planted", 2 * s.alpha * squared_norm(s.w), -s.rate);
                              }),
          form<Run, Unknowns>("square: c₂² for c₂ in (ii)", [](const Run& s, Claims& claims) {
            const TwoSquares form = in_velocities(s, s.theta_velocity);
            claims.at_most("planted", square(4 * form.C1) * form.norm, s.squared_gradient());
          })};
}

std::vector<Step<Unknowns>> steps() {
  return {
      {"(2.32)", "dE/dt = −‖√α θ′ − (ψ′ − θ′)/√β‖² − ‖√α θ′ + (ψ′ − θ′)/√β‖² = −2α‖θ′‖² − 2/β ‖ψ′ − θ′‖²",
       form<Run, Unknowns>(first_line)},
      {"(2.33)", "the gradient of ‖w‖² is 2((α − 1/β)w, w/β); and (2.34)", form<Run, Unknowns>(smooth_gradient)},
      {"(2.35)", "C₁(a² + b²) ≤ (r₁a + r₂b)² + r₃b² ≤ C₂(a² + b²), C₂ = r₁² + r₂² + r₃, C₁ = r₁²r₃/C₂",
       bounds_of_claim()},
      {"(2.35), eigenvalues", "the same with the two eigenvalues, which are the best C₁ and C₂",
       eigenvalues_of_claim()},
      {"(2.36)", "in θ′ and ψ′, at the subgradient of the solution; the bracket is −2/β", form<Run, Unknowns>(line_36)},
      {"w", "w′ = −αw + (1 − αβ)v, and 2α/(1 + αβ) ‖w‖² ≤ −dE/dt, so that w → 0", form<Run, Unknowns>(in_w)},
      {"E_min and E_max", "E_λ′ = −‖√α θ′ ∓ √β v‖² for λ = (1 ± √(αβ))², E_λ = λJ + ½‖w‖²", decrease_of_both()},
      {"J from E", "|J − J̄| ≤ (E − Ē)/(4√(αβ)), ‖w‖² ≤ (1 + √(αβ))²(E − Ē)/(2√(αβ))", values_from_energies()},
      {"critical points", "C₁(‖v‖² + ‖w‖²) ≤ ‖∂E‖²/4, βw = ψ − (1 − αβ)θ: those of E are in S", critical_points()}};
}

}  // namespace

Lines<Unknowns> general_lines() {
  Forms<Unknowns> planted = planted_constants();
  for (const Forms<Unknowns>& more : {planted_claims(), planted_values()})
    planted.insert(planted.end(), more.begin(), more.end());
  return {.steps = steps(), .planted = planted};
}
Forms<Unknowns> further_steps() {
  return {form<Run, Unknowns>("(2.34)", line_34), form<Run, Unknowns>("value of c₁", constants), motion_in_wall()};
}
Forms<Unknowns> general_corrected() {
  return {form<Run, Unknowns>("(2.32) with dist(0, ∂J)", at_subgradient),
          form<Run, Unknowns>("(2.36) with dist(0, ∂E)", speed), form<Run, Unknowns>("strict decrease", decrease),
          form<Run, Unknowns>("α = 0", decrease)};
}

Forms<Unknowns> general_conclusions() {
  return {form<Run, Unknowns>("(i) with c₁", decrease), form<Run, Unknowns>("(ii) with c₂", speed)};
}
Form<Unknowns> without_chain_rule() { return form<Run, Unknowns>("(ii) without the chain rule", speed_at_zero); }

}  // namespace verigrad::inertial_newton_rate
