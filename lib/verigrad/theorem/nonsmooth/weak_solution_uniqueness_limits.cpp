// Lemma 5.6.5, the new variables α and β, footnote 1 and the limits of A and B, on straight paths W and Z.
#include <array>

#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_run.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string PathsInstance::describe() const {
  return fmt::format("J₁ = {}w²/2, W = {} + {}t, Z = {} + {}t, s = {}, t = {}, μ = {}, ε = {}, {} of b on [−1, 0]",
                     alpha, b, v, d, g, s, t, mu, epsilon, left);
}
bool paths_hypotheses_hold(const PathsInstance& i) {
  return 0 < i.mu && i.mu < i.t - i.s && 0 < i.epsilon && i.epsilon <= i.t - i.s && i.mu <= i.s && i.epsilon <= i.s &&
         0 <= i.left && i.left <= 1;
}

namespace {

/// As polynomial_integral, for degrees up to 11: the closed Newton–Cotes rule with eleven nodes.
template <class F>
Number integral_up_to_degree_11(const F& f, const Number& from, const Number& to) {
  constexpr int weights[] = {16067, 106300, -48525, 272400, -260550, 427368, -260550, 272400, -48525, 106300, 16067};
  const Number width = to - from;
  Number sum(0);
  for (int i = 0; i < 11; ++i) sum += weights[i] * f(from + frac(i, 10) * width);
  return frac(1, 598752) * width * sum;
}

/// ∫∫ |W(τ) − Z(σ)|² (∂ₜ + ∂ₛ)φ(τ, σ) dτ dσ, the definition of A: over the parallelogram s ≤ (τ + σ)/2 ≤ t,
/// |τ − σ| ≤ 2ε, cut along τ = σ and where the ends of σ change.
Number A_by_definition(const PathsRun& r) {
  const auto half = [](const Number& x) { return Number(frac(1, 2) * x); };
  const auto part = [&](const auto& b, const Number& from, const Number& to, const auto& low, const auto& high) {
    return integral_up_to_degree_11(
        [&](const Number& tau) {
          const auto along_sigma = [&](const Number& sigma) {
            const Number at = half(tau + sigma), beta = half(tau - sigma);
            return r.doubled_distance2(at, beta) * r.a_prime(at) * b(beta);
          };
          return integral_up_to_degree_11(along_sigma, low(tau), high(tau));
        },
        from, to);
  };
  const auto diagonal = [](const Number& tau) { return tau; };
  const auto first = [&](const Number& tau) { return Number(2 * r.s - tau); };
  const auto last = [&](const Number& tau) { return Number(2 * r.t - tau); };
  const auto below = [&](const Number& tau) { return Number(tau - 2 * r.epsilon); };
  const auto above = [&](const Number& tau) { return Number(tau + 2 * r.epsilon); };
  const auto right = [&](const Number& beta) { return r.b_right(beta); };
  const auto left = [&](const Number& beta) { return r.b_left(beta); };
  const Number s = r.s, t = r.t, e = r.epsilon;
  return part(right, s, s + e, first, diagonal) + part(right, s + e, t, below, diagonal) +
         part(right, t, t + e, below, last) + part(left, s - e, s, first, above) +
         part(left, s, t - e, diagonal, above) + part(left, t - e, t, diagonal, last);
}

Number printed_A(const PathsRun& r) {
  return r.on_half_line([&](const Number& at) { return r.a_prime(at); });
}
Number printed_B(const PathsRun& r) {
  return -r.alpha * r.on_half_line([&](const Number& at) { return r.a(at); });
}
Number right_A(const PathsRun& r) {
  return 2 * r.on_line([&](const Number& at) { return r.a_prime(at); });
}
Number right_B(const PathsRun& r) {
  return -2 * r.alpha * r.on_line([&](const Number& at) { return r.a(at); });
}

/// φ along (1, 1) from a (t, s) with s < t: differences of a polynomial in one variable of degree 4.
void sum_of_derivatives(const PathsRun& r, Claims& claims) {
  const Number half = frac(1, 2), beta = half * r.epsilon, middle = frac(1, 3) * (r.s + r.s + r.t);
  const auto phi = [&](const Number& t, const Number& s) { return r.a(half * (t + s)) * r.b_right(half * (t - s)); };
  const auto along = [&](const Number& h) { return phi(middle + beta + h, middle - beta + h); };
  const auto difference = [&](const Number& h) { return (along(h) - along(-h)) / (2 * h); };
  claims.equal("(∂ₜ + ∂ₛ)φ = a′(α) b(β/ε)/ε", frac(1, 3) * (4 * difference(1) - difference(2)),
               r.a_prime(middle) * r.b_right(beta));
}
void A_for_even_b(const PathsRun& r, Claims& claims) {
  claims.equal("∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′ (1/ε) b(β/ε) = ∫ |W − Z|²/2 a′ + ε/2 ∫ ⟨W − Z, W′ + Z′⟩ a′",
               printed_A(r), frac(1, 2) * (r.limit_A() + r.epsilon * r.drift_A()));
}
void B_for_even_b(const PathsRun& r, Claims& claims) {
  const Number remainder = r.epsilon * r.drift_B() + frac(2, 7) * square(r.epsilon) * r.spread_B();
  claims.equal("B over [0, T]² = −½ ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a + O(ε)", printed_B(r),
               -frac(1, 2) * (r.limit_B() + r.alpha * remainder));
}
/// f(β) = |W(m + β) − Z(m − β)|² in the middle m of [s, t]: a square of D + βS, so that |f − f(0)| is largest at ±ε,
/// where it is 2|DS|ε + S²ε².
void footnote(const PathsRun& r, Claims& claims) {
  const Number middle = frac(1, 2) * (r.s + r.t), drift = r.difference(middle) * (r.v + r.g) * r.epsilon;
  const auto f = [&](const Number& beta) { return r.doubled_distance2(middle, beta); };
  const auto increment = [&](const Number& beta) { return f(beta) - f(0); };
  const Number mean_increment = r.mean_left(increment) + r.mean_right(increment);
  claims.equal("∫ f b_ε − f(0) = ∫ (f − f(0)) b_ε", r.mean_left(f) + r.mean_right(f) - f(0), mean_increment);
  claims.at_most("|∫ f b_ε − f(0)| ≤ max |f − f(0)| over [−ε, ε]", magnitude<Number>(mean_increment),
                 2 * magnitude<Number>(drift) + square((r.v + r.g) * r.epsilon));
}

/// The area of the image of a square of side μ under (α, β) ↦ (α + β, α − β).
Number image_area(const PathsRun& r) {
  const auto image = [](const Number& at, const Number& beta) { return std::array<Number, 2>{at + beta, at - beta}; };
  const auto corner = image(r.s, r.t), along_alpha = image(r.s + r.mu, r.t), along_beta = image(r.s, r.t + r.mu);
  return magnitude<Number>((along_alpha[0] - corner[0]) * (along_beta[1] - corner[1]) -
                           (along_alpha[1] - corner[1]) * (along_beta[0] - corner[0]));
}
void no_jacobian(const PathsRun& r, Claims& claims) { claims.equal("dt ds = dα dβ", image_area(r), square(r.mu)); }
void jacobian(const PathsRun& r, Claims& claims) { claims.equal("dt ds = 2 dα dβ", image_area(r), 2 * square(r.mu)); }
void half_domain(const PathsRun& r, Claims& claims) {
  claims.equal("A = ∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ", A_by_definition(r), printed_A(r));
}
void both_signs_of_beta(const PathsRun& r, Claims& claims) {
  claims.equal("A = 2 ∫ over β ∈ [−T, T]", A_by_definition(r), right_A(r));
}

/// |A − limit| ≤ Cε and |B − limit| ≤ Cε, as footnote 1 estimates; times 2 over β ∈ [−T, T].
void A_tends_to(const PathsRun& r, const Number& A, const Number& limit, const Number& factor, Claims& claims) {
  claims.at_most("|A − limit| ≤ ε |∫ ⟨W − Z, W′ + Z′⟩ a′|", magnitude<Number>(A - limit),
                 factor * r.epsilon * magnitude<Number>(r.drift_A()));
}
void B_tends_to(const PathsRun& r, const Number& B, const Number& limit, const Number& factor, Claims& claims) {
  claims.at_most("|B − limit| ≤ |J₁″| (ε |∫ ⟨W − Z, W′ + Z′⟩ a| + ε² ∫ |W′ + Z′|² a)", magnitude<Number>(B - limit),
                 factor * magnitude<Number>(r.alpha) *
                     (r.epsilon * magnitude<Number>(r.drift_B()) + square(r.epsilon) * r.spread_B()));
}
void A_for_any_b(const PathsRun& r, Claims& claims) {
  A_tends_to(r, printed_A(r), frac(1, 2) * r.limit_A(), 1, claims);
}
void limit_of_A(const PathsRun& r, Claims& claims) { A_tends_to(r, right_A(r), 2 * r.limit_A(), 2, claims); }
void limit_of_B(const PathsRun& r, Claims& claims) { B_tends_to(r, right_B(r), -2 * r.limit_B(), 2, claims); }
/// B of the printed domain against `numerator`/2 of ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a.
Form<PathsInstance> half_domain_B(const char* key, int numerator) {
  return form<PathsRun>(key, [numerator](const PathsRun& r, Claims& claims) {
    B_tends_to(r, printed_B(r), frac(numerator, 2) * r.limit_B(), 1, claims);
  });
}
/// The whole A against `factor` times ∫ |W − Z|² a′.
Form<PathsInstance> whole_A(const char* key, int factor) {
  return form<PathsRun>(
      key, [factor](const PathsRun& r, Claims& claims) { A_tends_to(r, right_A(r), factor * r.limit_A(), 2, claims); });
}

bool even(const PathsInstance& i) { return i.left == 0.5; }

FalseLine<PathsInstance> wrong_jacobian() {
  return {.words = {.key = "Jacobian",
                    .place = "Proof of Lemma 5.6.5, A in the variables α and β",
                    .printed = "A = ∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² … dα dβ [dt ds = dα dβ]",
                    .corrected = "dt ds = 2 dα dβ",
                    .remark = "The factor is lost in A and in B alike, so that the estimate does not change.",
                    .by_hand = "t = α + β, s = α − β has the determinant −2: dt ds = 2 dα dβ",
                    .weight = Weight::line},
          .printed = form<PathsRun>(no_jacobian),
          .counterexample = line(0.125, 0.5),
          .corrected = {form<PathsRun>(jacobian)}};
}
FalseLine<PathsInstance> wrong_domain() {
  return {.words = {.key = "domain of β",
                    .place = "Proof of Lemma 5.6.5, A in the variables α and β",
                    .printed = "A = ∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ",
                    .corrected = "A = 2 ∫₀ᵀ∫ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dβ dα over |β| ≤ min(α, T − α), "
                                 "which is [−ε, ε] on the support of b once ε is small",
                    .remark = "The text has β ∈ [−T, T] four lines before, and footnote 1 integrates over ℝ; t and s "
                              "lie in [0, T] where |β| ≤ min(α, T − α).",
                    .by_hand = "b = 30x²(1 + x)² on [−1, 0], W = t, Z = 0, a = (α − 1)²(2 − α)² on [1, 2], ε = 1: A = "
                               "−2/15, and the printed integral is 0",
                    .weight = Weight::line},
          .printed = form<PathsRun>(half_domain),
          .counterexample = line(1, 1),
          .corrected = {form<PathsRun>(both_signs_of_beta).without_balls()}};
}
FalseLine<PathsInstance> wrong_limit_of_A() {
  return {.words = {.key = "limit of A",
                    .place = "Proof of Lemma 5.6.5, after footnote 1",
                    .printed = "∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ → ∫ |W − Z|²/2 a′ dα",
                    .corrected = "A → 2 ∫ |W − Z|² a′ dα",
                    .remark = "True over β ≥ 0 for an even b, but only ∫ b = 1 is asked.",
                    .by_hand = "b = 30x²(1 + x)² on [−1, 0], W = t, Z = 0, a = (α − 1)²(2 − α)² on [1, 2]: the left "
                               "side is 0 for every ε, the right −1/20",
                    .weight = Weight::line},
          .printed = form<PathsRun>(A_for_any_b),
          .counterexample = line(0.125, 1),
          .corrected = {form<PathsRun>(limit_of_A)}};
}
FalseLine<PathsInstance> wrong_limit_of_B() {
  return {.words = {.key = "limit of B",
                    .place = "Proof of Lemma 5.6.5, \"A similar algebra\", and the display after it",
                    .printed = "B → ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα",
                    .corrected = "B → 2 ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα; over β ≥ 0 and without the Jacobian, for an "
                                 "even b, ½ of that integral",
                    .remark = "Sign and ½: B was defined with Z − W, and the domain that halves A halves B. But for "
                              "the sign the ratio of A to B comes out right: the half of (5.41), lost in A, is the one "
                              "lost here. The lemma follows, as Gronwall's inequality needs no sign.",
                    .by_hand = "J₁ = w²/2, W = t, Z = 0, a = (α − 1)²(2 − α)² on [1, 2], b even: −4/105, printed 8/105",
                    .weight = Weight::proof},
          .printed = half_domain_B("", 2),
          .counterexample = line(0.125, 0.5),
          .corrected = {form<PathsRun>(limit_of_B)}};
}

std::vector<Step<PathsInstance>> limit_steps() {
  return {{"sum of derivatives", "(∂ₜ + ∂ₛ)φ(t, s) = a′(α) (1/ε) b(β/ε)", form<PathsRun>(sum_of_derivatives)},
          {"A, even b", "∫₀ᵀ∫₀ᵀ |W(α + β) − Z(α − β)|² a′(α) (1/ε) b(β/ε) dα dβ → ∫ |W − Z|²/2 a′ dα for an even b",
           form<PathsRun>(A_for_even_b).where(even)},
          {"B, even b", "over the same domain B → ½ ∫ ⟨∇J₁(W) − ∇J₁(Z), Z − W⟩ a dα",
           form<PathsRun>(B_for_even_b).where(even)},
          {"footnote 1", "|∫ f(β) (1/ε) b(β/ε) dβ − f(0)| = |∫ (f(β) − f(0)) …| ≤ max |f(β) − f(0)| over |β| ≤ ε",
           footnote_1()}};
}

}  // namespace

Lines<PathsInstance> limit_lines() {
  return {.steps = limit_steps(),
          .errata = {wrong_jacobian(), wrong_domain(), wrong_limit_of_A(), wrong_limit_of_B()},
          .planted = {half_domain_B("limit of B, factor: without ½", -2).where(even),
                      half_domain_B("limit of B, sign", 1).where(even),
                      whole_A("limit of A, factor: without the Jacobian", 1), whole_A("limit of A, sign", -2)},
          .separating = {separating_paths}};
}
Form<PathsInstance> footnote_1() { return form<PathsRun>(footnote); }

}  // namespace verigrad::weak_solution_uniqueness
