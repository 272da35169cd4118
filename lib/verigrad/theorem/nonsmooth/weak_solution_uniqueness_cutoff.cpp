// Lemma 5.6.5, the lines with the piecewise linear a(α), and Gronwall's lemma, on straight paths W and Z.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_run.hpp"

namespace verigrad::weak_solution_uniqueness {
namespace {

/// a(α): up from s − μ to s, 1 to t − μ, down to t, by a ramp from (0, 0) to (1, 1).
template <class Ramp>
Number cutoff(const PathsRun& r, const Number& at, const Ramp& ramp) {
  const auto cut = [](const Number& x) { return larger<Number>(0, smaller<Number>(1, x)); };
  return ramp(cut((at - r.s + r.mu) / r.mu)) * ramp(cut((r.t - at) / r.mu));
}
constexpr auto linear = [](const Number& x) { return x; };
constexpr auto smooth = [](const Number& x) { return Number(square(x) * (3 - 2 * x)); };

/// |a(α + h) − 2a(α) + a(α − h)| ≤ 3h²/μ² where pieces meet: without it a′ jumps there.
template <class Ramp>
void continuous_derivative(const PathsRun& r, const Ramp& ramp, Claims& claims) {
  const Number knots[] = {r.s - r.mu, r.s, r.t - r.mu, r.t};
  for (const Number& knot : knots)
    for (int part = 4; part <= 8; part += 4) {
      const Number h = frac(1, part) * smaller<Number>(r.mu, r.t - r.mu - r.s);
      const Number difference = cutoff(r, knot + h, ramp) + cutoff(r, knot - h, ramp) - 2 * cutoff(r, knot, ramp);
      claims.at_most("|a(α + h) − 2a(α) + a(α − h)| ≤ 3h²/μ²", magnitude<Number>(difference), 3 * square(h / r.mu),
                     part);
    }
}
void kinked(const PathsRun& r, Claims& claims) { continuous_derivative(r, linear, claims); }
/// With 3x² − 2x³ for the ramp x, a is C¹ and the limit μ → 0 the same.
void smoothed(const PathsRun& r, Claims& claims) {
  continuous_derivative(r, smooth, claims);
  const auto weighted = [&](const Number& at) {
    const Number x = (at - r.s + r.mu) / r.mu;
    return r.distance2(at) * 6 * x * (1 - x) / r.mu;
  };
  const Number rate = r.v - r.g;
  claims.equal("∫ |W − Z|² a′ over [s − μ, s] = |W(s) − Z(s)|² − μ⟨W − Z, W′ − Z′⟩ + 3/10 μ²|W′ − Z′|²",
               polynomial_integral<Number>(weighted, r.s - r.mu, r.s),
               r.distance2(r.s) - r.mu * r.difference(r.s) * rate + frac(3, 10) * square(r.mu * rate));
}

/// (1/μ) ∫ |W − Z|² over [to − μ, to].
Number mean_before(const PathsRun& r, const Number& to) {
  return polynomial_integral<Number>([&](const Number& at) { return r.distance2(at); }, to - r.mu, to) / r.mu;
}
/// ∫ |W − Z|²/2 a′, with a′ read off the two ramps of a.
Number kinetic(const PathsRun& r) {
  const auto ramp = [&](const Number& to) {
    const Number slope = (cutoff(r, to, linear) - cutoff(r, to - r.mu, linear)) / r.mu;
    return polynomial_integral<Number>([&](const Number& at) { return frac(1, 2) * r.distance2(at) * slope; },
                                       to - r.mu, to);
  };
  return ramp(r.s) + ramp(r.t);
}
void lost_half(const PathsRun& r, Claims& claims) {
  claims.equal("∫ |W − Z|²/2 a′ = (1/μ)(∫ |W − Z|² over [s − μ, s] − over [t − μ, t])", kinetic(r),
               mean_before(r, r.s) - mean_before(r, r.t));
}
void kept_half(const PathsRun& r, Claims& claims) {
  claims.equal("∫ |W − Z|²/2 a′ = (1/2μ)(∫ |W − Z|² over [s − μ, s] − over [t − μ, t])", kinetic(r),
               frac(1, 2) * (mean_before(r, r.s) - mean_before(r, r.t)));
}

/// max |W − Z|² over [s − μ, t]: at an end.
Number largest_distance2(const PathsRun& r) { return larger<Number>(r.distance2(r.s - r.mu), r.distance2(r.t)); }
/// ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ (1 − a) over [s − μ, t].
Number left_out(const PathsRun& r) {
  const auto ramp = [&](const Number& to, const Number& at_start, const Number& at_end) {
    return polynomial_integral<Number>(
        [&](const Number& at) {
          const Number share = (at - to + r.mu) / r.mu;
          return r.alpha * r.distance2(at) * (at_start + share * (at_end - at_start));
        },
        to - r.mu, to);
  };
  return ramp(r.s, 1, 0) + ramp(r.t, 0, 1);
}
Form<PathsInstance> within(const char* key, int denominator) {
  return form<PathsRun>(key, [denominator](const PathsRun& r, Claims& claims) {
    claims.at_most("|∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ (1 − a)| ≤ μ max |⟨∇J₁(W) − ∇J₁(Z), W − Z⟩|",
                   magnitude<Number>(left_out(r)),
                   frac(1, denominator) * r.mu * magnitude<Number>(r.alpha) * largest_distance2(r));
  });
}
void all_left_out(const PathsRun& r, Claims& claims) {
  claims.equal("|∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ (1 − a)| = μ max |⟨∇J₁(W) − ∇J₁(Z), W − Z⟩|",
               magnitude<Number>(left_out(r)), r.mu * magnitude<Number>(r.alpha) * largest_distance2(r));
}

/// f = |W − Z|² on [s, t]: ∫ (t − α)ⁿ⁻¹/(n − 1)! f dα.
Number iterated(const PathsRun& r, int n) {
  return r.over_time([&](const Number& at) {
    Number value = r.distance2(at);
    for (int k = 1; k < n; ++k) value *= frac(1, k) * (r.t - at);
    return value;
  });
}
/// max f (t − s)ⁿ/m!.
Number iterated_bound(const PathsRun& r, int n, int m) {
  Number bound = larger<Number>(r.distance2(r.s), r.distance2(r.t));
  for (int k = 1; k <= n; ++k) bound *= r.t - r.s;
  for (int k = 1; k <= m; ++k) bound *= frac(1, k);
  return bound;
}
constexpr int iterations = 5;
Form<PathsInstance> gronwall(const char* key, int more) {
  return form<PathsRun>(key, [more](const PathsRun& r, Claims& claims) {
    const auto from_s = [&](const Number& at) {
      return polynomial_integral<Number>([&](const Number& earlier) { return r.distance2(earlier); }, r.s, at);
    };
    claims.equal("∫∫ f = ∫ (t − α) f", r.over_time(from_s), iterated(r, 2));
    for (int n = 1; n <= iterations; ++n)
      claims.at_most("∫ … ∫ f ≤ max f (t − s)ⁿ/n!", iterated(r, n), iterated_bound(r, n, n + more), n);
  });
}
void gronwall_attained(const PathsRun& r, Claims& claims) {
  for (int n = 1; n <= iterations; ++n)
    claims.equal("∫ … ∫ f = max f (t − s)ⁿ/n!", iterated(r, n), iterated_bound(r, n, n), n);
}

FalseLine<PathsInstance> piecewise_linear_a() {
  return {
      .words = {.key = "a is not C¹",
                .place = "Proof of Lemma 5.6.5, \"Next set\"",
                .printed =
                    "a(α) = (α − s + μ)/μ on [s − μ, s], 1, (t − α)/μ on [t − μ, t], 0 elsewhere, for a ∈ C¹₊(]0, T[)",
                .corrected = "a(α) = σ((α − s + μ)/μ), 1, σ((t − α)/μ), 0 with σ(x) = 3x² − 2x³",
                .remark = "The limit μ → 0 is the same with σ.",
                .by_hand = "a′ jumps by 1/μ at four points",
                .weight = Weight::line},
      .printed = form<PathsRun>(kinked),
      .counterexample = line(0.125, 0.5),
      .corrected = {form<PathsRun>(smoothed)}};
}
FalseLine<PathsInstance> half_of_the_ramps() {
  return {
      .words = {.key = "half",
                .place = "Proof of Lemma 5.6.5, the display after a(α)",
                .printed = "[∫ |W − Z|²/2 a′ dα =] (1/μ) ∫ |W − Z|² over [s − μ, s] − (1/μ) ∫ |W − Z|² over [t − μ, t]",
                .corrected = "∫ |W − Z|²/2 a′ dα = (1/2μ) ∫ |W − Z|² − (1/2μ) ∫ |W − Z|², over the same intervals",
                .remark = "The ½ of |W − Z|²/2 in the line before is lost.",
                .by_hand =
                    "a′ is 1/μ, 0 and −1/μ; W = t, Z = 0, s = 1, t = 2, μ = ½: −5/4, printed 7/12 − 37/12 = −5/2",
                .weight = Weight::line},
      .printed = form<PathsRun>(lost_half),
      .counterexample = line(0.125, 0.5),
      .corrected = {form<PathsRun>(kept_half)}};
}

}  // namespace

Lines<PathsInstance> cutoff_lines() {
  return {.steps = {{"O(μ)", "∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ a dα is the integral without a over [s − μ, t], up to O(μ)",
                     within("", 1)}},
          .errata = {piecewise_linear_a(), half_of_the_ramps()},
          .planted = {within("O(μ), factor: half", 2)},
          .separating = {separating_paths}};
}
Lines<PathsInstance> gronwall_lines() {
  return {.steps = {{"Gronwall", "iterated n times: |W₁ − W₂|² ≤ max |W₁ − W₂|² (Ct)ⁿ/n!", gronwall("", 0)}},
          .planted = {gronwall("Gronwall, index: (n + 1)!", 1)},
          .separating = {separating_paths}};
}
Form<PathsInstance> remainder_attained() { return form<PathsRun>("O(μ) attained", all_left_out); }
Form<PathsInstance> iterations_attained() { return form<PathsRun>("Gronwall attained", gronwall_attained); }

}  // namespace verigrad::weak_solution_uniqueness
