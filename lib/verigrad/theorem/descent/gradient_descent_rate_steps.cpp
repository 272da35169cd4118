#include <algorithm>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

namespace verigrad::gradient_descent_rate {

bool no_delta_is_zero(const DescentInstance& instance) {
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  const Run r(instance);
  return std::all_of(r.delta.begin(), r.delta.end(), [](const Number& d) { return certainly_less(Number(0), d); });
}

namespace {

Number squared_distance(const Run& r, int k) { return squared_norm(r.x[k] - r.x_star); }

Number descent_factor(const Run& r) { return 2 * r.alpha / r.L - square(r.alpha); }

void expansion(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("expansion of ‖xₖ₊₁ − x*‖²", squared_distance(r, k + 1),
                 squared_distance(r, k) - 2 * r.alpha * dot(r.x[k] - r.x_star, r.gradient[k]) +
                     square(r.alpha) * squared_norm(r.gradient[k]),
                 k);
}

void co_coercive(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("−2α⟨xₖ − x*, ∇f⟩ + α²‖∇f‖² ≤ −(2α/L − α²)‖∇f‖²",
                   square(r.alpha) * squared_norm(r.gradient[k]) - 2 * r.alpha * dot(r.x[k] - r.x_star, r.gradient[k]),
                   -descent_factor(r) * squared_norm(r.gradient[k]), k);
}

void factor_positive(const Run& r, Claims& claims) { claims.less("α² < 2α/L", square(r.alpha), 2 * r.alpha / r.L); }

void distance(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("‖xₖ₊₁ − x*‖² ≤ ‖x₀ − x*‖²", squared_distance(r, k + 1), r.R2, k);
}

void distance_decreases(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("‖xₖ₊₁ − x*‖² ≤ ‖xₖ − x*‖²", squared_distance(r, k + 1), squared_distance(r, k), k);
}

Number descent_right(const Run& r, int k) {
  const Vector<Number> move = -r.alpha * r.gradient[k];
  return r.value[k] + dot(r.gradient[k], move) + frac(1, 2) * r.L * squared_norm(move);
}

void descent(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("f(xₖ₊₁) ≤ (18) at xₖ", r.value[k + 1], descent_right(r, k), k);
}

void descent_factor_step(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("(18) at xₖ = f(xₖ) − C‖∇f(xₖ)‖²", descent_right(r, k), r.value[k] - r.C * squared_norm(r.gradient[k]),
                 k);
}

void c_positive(const Run& r, Claims& claims) { claims.less("Lα²/2 < α", frac(1, 2) * r.L * square(r.alpha), r.alpha); }

void line_a(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    claims.at_most("0 ≤ δₖ₊₁", 0, r.delta[k + 1], k);
    claims.at_most("δₖ₊₁ ≤ δₖ − C‖∇f(xₖ)‖²", r.delta[k + 1], r.delta[k] - r.C * squared_norm(r.gradient[k]), k);
  }
}

void delta_decreases(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("δₖ₊₁ ≤ δₖ", r.delta[k + 1], r.delta[k], k);
}

void first_order(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("δₖ ≤ ⟨∇f(xₖ), xₖ − x*⟩", r.delta[k], dot(r.gradient[k], r.x[k] - r.x_star), k);
}

void cauchy_schwarz(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("⟨∇f(xₖ), xₖ − x*⟩² ≤ ‖∇f(xₖ)‖² R²", square(dot(r.gradient[k], r.x[k] - r.x_star)),
                   squared_norm(r.gradient[k]) * r.R2, k);
}

void inverse(const Run& r, Claims& claims) {
  const Number share = r.C / r.R2;
  for (int k = 0; k < r.n; ++k) {
    const Number middle = share * r.delta[k] / r.delta[k + 1];
    claims.at_most("C/R² ≤ C/R² · δₖ/δₖ₊₁", share, middle, k);
    claims.at_most("C/R² · δₖ/δₖ₊₁ ≤ 1/δₖ₊₁ − 1/δₖ", middle, 1 / r.delta[k + 1] - 1 / r.delta[k], k);
  }
}

void telescope(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Number middle = 1 / r.delta[k + 1] - 1 / r.delta[0];
    claims.at_most("(k+1)C/R² ≤ 1/δₖ₊₁ − 1/δ₀", (k + 1) * r.C / r.R2, middle, k);
    claims.at_most("1/δₖ₊₁ − 1/δ₀ ≤ 1/δₖ₊₁", middle, 1 / r.delta[k + 1], k);
  }
}

void lost_square(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("δₖ₊₁ ≤ δₖ − C/R² · δₖ", r.delta[k + 1], r.delta[k] - r.C / r.R2 * r.delta[k], k);
}

void with_square(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("δₖ₊₁ ≤ δₖ − C/R² · δₖ²", r.delta[k + 1], r.delta[k] - r.C / r.R2 * square(r.delta[k]), k);
}

void converges_to_x_star(const Run& r, Claims& claims) {
  if (r.n > 0) claims.less("‖xₙ − x*‖² < ‖x₀ − x*‖² for large n", squared_distance(r, r.n), r.R2);
}

std::vector<Step<DescentInstance>> steps() {
  return {
      {"expansion", "‖xⁿ⁺¹ − x*‖² = ‖xⁿ − x*‖² − 2α⟨xⁿ − x*, ∇f(xⁿ)⟩ + α²‖∇f(xⁿ)‖²", form<Run>(expansion).of_code()},
      {"co-coercive", "… ≤ ‖xⁿ − x*‖² − (2α/L − α²)‖∇f(xⁿ)‖², by (19) and (21)", form<Run>(co_coercive)},
      {"factor positive", "2α/L − α² > 0", form<Run>(factor_positive)},
      {"distance", "‖xⁿ⁺¹ − x*‖² ≤ ‖x⁰ − x*‖²", form<Run>(distance).of_code()},
      {"distance decreases", "‖xⁿ⁺¹ − x*‖ ≤ ‖xⁿ − x*‖", form<Run>(distance_decreases)},
      {"descent", "f(xⁿ⁺¹) ≤ f(xⁿ) + ⟨∇f(xⁿ), −α∇f(xⁿ)⟩ + L/2 ‖−α∇f(xⁿ)‖², by (22) and (18)",
       form<Run>(descent).of_code()},
      {"descent factor", "… ≤ f(xⁿ) − (α − Lα²/2)‖∇f(xⁿ)‖² (an equality)", form<Run>(descent_factor_step)},
      {"C positive", "α − Lα²/2 > 0", form<Run>(c_positive)},
      {"(a)", "0 ≤ f(xⁿ⁺¹) − f(x*) ≤ f(xⁿ) − f(x*) − C‖∇f(xⁿ)‖²", form<Run>(line_a)},
      {"delta decreases", "δⁿ⁺¹ ≤ δⁿ", form<Run>(delta_decreases)},
      {"first order", "f(xⁿ) − f(x*) ≤ ⟨∇f(xⁿ), xⁿ − x*⟩, by (16)", form<Run>(first_order)},
      {"Cauchy-Schwarz", "⟨∇f(xⁿ), xⁿ − x*⟩ ≤ ‖∇f(xⁿ)‖ ‖x⁰ − x*‖ (both sides squared)", form<Run>(cauchy_schwarz)},
      {"inverse", "C/R² ≤ C/R² · δⁿ/δⁿ⁺¹ ≤ 1/δⁿ⁺¹ − 1/δⁿ, if no δ is 0", form<Run>(inverse).where(no_delta_is_zero)},
      {"telescope", "(n+1)C/R² ≤ 1/δⁿ⁺¹ − 1/δ⁰ ≤ 1/δⁿ⁺¹, if no δ is 0", form<Run>(telescope).where(no_delta_is_zero)}};
}

ObjectivePtr parabola() { return make_objective(Quadratic(at(1), at(0))); }

FalseLine<DescentInstance> lost_square_line() {
  return {
      .words = {.key = "lost square",
                .place = "Proposition 6.5, proof, line after the Cauchy–Schwarz line",
                .printed = "δⁿ⁺¹ ≤ δⁿ − C/‖x⁰ − x*‖² · δⁿ",
                .corrected = "δⁿ⁺¹ ≤ δⁿ − C/‖x⁰ − x*‖² · (δⁿ)²",
                .remark = "The square is lost in this line only: the next printed line, divided by δⁿδⁿ⁺¹, has it.",
                .by_hand = "f(x) = x²/2, L = 1, α = ½, C = ⅜, x⁰ = ½: δ⁰ = ⅛ and δ¹ = 1/32, but ⅛ − (⅜ / ¼)·⅛ = −1/16",
                .weight = Weight::line,
                .one_letter = true},
      .printed = form<Run>(lost_square),
      .counterexample = {.f = parabola(), .x0 = at(0.5), .alpha = 0.5, .n = 1},
      .corrected = {form<Run>(with_square).where(no_delta_is_zero)}};
}

FalseLine<DescentInstance> first_iterate() {
  return {.words = {.key = "first iterate",
                    .place = "Definition 6.4, (22)",
                    .printed = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − α∇f(x⁽ⁿ⁾) for n ∈ ℕ*",
                    .corrected = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − α∇f(x⁽ⁿ⁾) for n ∈ ℕ: the form of every check of this statement",
                    .remark = "ℕ* leaves out 0, so that x⁽¹⁾ is arbitrary and Proposition 6.5 fails at n = 1; its "
                              "proof takes n ∈ ℕ. (23) and Definitions 6.6 and 6.7 print the same.",
                    .weight = Weight::notation},
          .printed = conclusion(),
          .counterexample = {.f = parabola(), .x0 = at(0), .alpha = 1, .n = 1, .recording = {at(0), at(1)}}};
}

FalseLine<DescentInstance> iterates_converge() {
  return {
      .words = {.key = "iterates converge to x*",
                .place = "Proposition 6.5, note",
                .printed = "(x⁽ⁿ⁾) converge to the global minimum x* with a rate of o(n⁻¹), n → 0",
                .corrected = "f(x⁽ⁿ⁾) converges to f(x*) with a rate of O(n⁻¹), n → ∞: the conclusion",
                .remark = "f may have other minimisers: the iterates then need not approach the x* that was named. The "
                          "note also prints n → 0 under the o.",
                .by_hand = "f(x₁, x₂) = x₁²/2 has the minimiser x* = 0; from x⁰ = (0, 1) every x⁽ⁿ⁾ is (0, 1)",
                .weight = Weight::statement,
                .survives = "f(x⁽ⁿ⁾) → f(x*) with O(1/n), which is the proposition itself"},
      .printed = form<Run>(converges_to_x_star),
      .counterexample = {
          .f = make_objective(Quadratic(vector({1, 0}), vector({0, 0}))), .x0 = vector({0, 1}), .alpha = 1, .n = 1}};
}

}  // namespace

Lines<DescentInstance> lines() {
  return {.steps = steps(), .errata = {lost_square_line(), first_iterate(), iterates_converge()}};
}

}  // namespace verigrad::gradient_descent_rate
