// Lemma 5.6.5, the new variables α and β, footnote 1 and the limits of A and B, on straight paths W and Z.
#include <array>

#include <fmt/format.h>

#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_run.hpp"

namespace verigrad::weak_solution_uniqueness {

std::string Paths::describe() const {
  return fmt::format("J₁ = {}w²/2, W = {} + {}t, Z = {} + {}t, s = {}, t = {}, μ = {}, ε = {}, {} of b on [−1, 0]",
                     alpha, b, v, d, g, s, t, mu, epsilon, left);
}
bool paths_hypotheses_hold(const Paths& i) {
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
  for (int i = 0; i < 11; ++i) sum += Number(weights[i]) * Number(f(Number(from + frac(i, 10) * width)));
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
            const Number at = half(Number(tau + sigma)), beta = half(Number(tau - sigma));
            return r.doubled_distance2(at, beta) * r.a_prime(at) * b(beta);
          };
          return integral_up_to_degree_11(along_sigma, Number(low(tau)), Number(high(tau)));
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
  return part(right, s, Number(s + e), first, diagonal) + part(right, Number(s + e), t, below, diagonal) +
         part(right, t, Number(t + e), below, last) + part(left, Number(s - e), s, first, above) +
         part(left, s, Number(t - e), diagonal, above) + part(left, Number(t - e), t, diagonal, last);
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
  const auto phi = [&](const Number& t, const Number& s) {
    return r.a(Number(half * (t + s))) * r.b_right(Number(half * (t - s)));
  };
  const auto along = [&](const Number& h) { return phi(Number(middle + beta + h), Number(middle - beta + h)); };
  const auto difference = [&](const Number& h) { return (along(h) - along(Number(-h))) / (2 * h); };
  claims.equal("(∂ₜ + ∂ₛ)φ = a′(α) b(β/ε)/ε", frac(1, 3) * (4 * difference(Number(1)) - difference(Number(2))),
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
  const auto increment = [&](const Number& beta) { return Number(f(beta) - f(Number(0))); };
  const Number mean_increment = r.mean_left(increment) + r.mean_right(increment);
  claims.equal("∫ f b_ε − f(0) = ∫ (f − f(0)) b_ε", r.mean_left(f) + r.mean_right(f) - f(Number(0)), mean_increment);
  claims.at_most("|∫ f b_ε − f(0)| ≤ max |f − f(0)| over [−ε, ε]", magnitude<Number>(mean_increment),
                 2 * magnitude<Number>(drift) + square(Number((r.v + r.g) * r.epsilon)));
}

/// The area of the image of a square of side μ under (α, β) ↦ (α + β, α − β).
Number image_area(const PathsRun& r) {
  const auto image = [](const Number& at, const Number& beta) { return std::array<Number, 2>{at + beta, at - beta}; };
  const auto corner = image(r.s, r.t), along_alpha = image(Number(r.s + r.mu), r.t),
             along_beta = image(r.s, Number(r.t + r.mu));
  return magnitude<Number>(Number((along_alpha[0] - corner[0]) * (along_beta[1] - corner[1]) -
                                  (along_alpha[1] - corner[1]) * (along_beta[0] - corner[0])));
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
  claims.at_most("|A − limit| ≤ ε |∫ ⟨W − Z, W′ + Z′⟩ a′|", magnitude<Number>(Number(A - limit)),
                 factor * r.epsilon * magnitude<Number>(r.drift_A()));
}
void B_tends_to(const PathsRun& r, const Number& B, const Number& limit, const Number& factor, Claims& claims) {
  claims.at_most("|B − limit| ≤ |J₁″| (ε |∫ ⟨W − Z, W′ + Z′⟩ a| + ε² ∫ |W′ + Z′|² a)",
                 magnitude<Number>(Number(B - limit)),
                 factor * magnitude<Number>(r.alpha) *
                     (r.epsilon * magnitude<Number>(r.drift_B()) + square(r.epsilon) * r.spread_B()));
}
void A_for_any_b(const PathsRun& r, Claims& claims) {
  A_tends_to(r, printed_A(r), frac(1, 2) * r.limit_A(), Number(1), claims);
}
void limit_of_A(const PathsRun& r, Claims& claims) { A_tends_to(r, right_A(r), 2 * r.limit_A(), Number(2), claims); }
void limit_of_B(const PathsRun& r, Claims& claims) { B_tends_to(r, right_B(r), -2 * r.limit_B(), Number(2), claims); }
/// B of the printed domain against `numerator`/2 of ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a.
Form<Paths> half_domain_B(const char* key, int numerator) {
  return form<PathsRun>(key, [numerator](const PathsRun& r, Claims& claims) {
    B_tends_to(r, printed_B(r), Number(numerator) * frac(1, 2) * r.limit_B(), Number(1), claims);
  });
}
/// The whole A against `factor` times ∫ |W − Z|² a′.
Form<Paths> whole_A(const char* key, int factor) {
  return form<PathsRun>(key, [factor](const PathsRun& r, Claims& claims) {
    A_tends_to(r, right_A(r), Number(factor) * r.limit_A(), Number(2), claims);
  });
}

bool even(const Paths& i) { return i.left == 0.5; }

}  // namespace

Forms<Paths> limit_steps() {
  return {form<PathsRun>("sum of derivatives", sum_of_derivatives),
          form<PathsRun>("A, even b", A_for_even_b).where(even), form<PathsRun>("B, even b", B_for_even_b).where(even),
          form<PathsRun>("footnote 1", footnote)};
}
Forms<Paths> limit_errata() {
  return {form<PathsRun>("Jacobian", no_jacobian), form<PathsRun>("domain of β", half_domain),
          form<PathsRun>("limit of A", A_for_any_b), half_domain_B("limit of B", 2)};
}
Forms<Paths> limit_corrected() {
  return {form<PathsRun>("Jacobian", jacobian), form<PathsRun>("limit of A", limit_of_A),
          form<PathsRun>("limit of B", limit_of_B)};
}
Form<Paths> whole_domain() { return form<PathsRun>("domain of β", both_signs_of_beta); }
Forms<Paths> planted_limits() {
  return {half_domain_B("limit of B, factor: without ½", -2).where(even),
          half_domain_B("limit of B, sign", 1).where(even), whole_A("limit of A, factor: without the Jacobian", 1),
          whole_A("limit of A, sign", -2)};
}

}  // namespace verigrad::weak_solution_uniqueness
