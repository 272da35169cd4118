// Lemma 5.6.5, the lines with the piecewise linear a(α), and Gronwall's lemma, on straight paths W and Z.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness_run.hpp"

namespace verigrad::weak_solution_uniqueness {
namespace {

/// a(α): up from s − μ to s, 1 to t − μ, down to t, by a ramp from (0, 0) to (1, 1).
template <class T, class Ramp>
T cutoff(const PathsRun<T>& r, const T& at, const Ramp& ramp) {
  const auto cut = [](const T& x) { return larger<T>(T(0), smaller<T>(T(1), x)); };
  return ramp(cut(T((at - r.s + r.mu) / r.mu))) * ramp(cut(T((r.t - at) / r.mu)));
}
constexpr auto linear = []<class T>(const T& x) { return x; };
constexpr auto smooth = []<class T>(const T& x) { return T(square(x) * (T(3) - T(2) * x)); };

/// |a(α + h) − 2a(α) + a(α − h)| ≤ 3h²/μ² where pieces meet: without it a′ jumps there.
template <class T, class Ramp>
void continuous_derivative(const PathsRun<T>& r, const Ramp& ramp, Claims<T>& claims) {
  const T knots[] = {T(r.s - r.mu), r.s, T(r.t - r.mu), r.t};
  for (const T& knot : knots)
    for (int part = 4; part <= 8; part += 4) {
      const T h = frac<T>(1, part) * smaller<T>(r.mu, T(r.t - r.mu - r.s));
      const T difference = cutoff(r, T(knot + h), ramp) + cutoff(r, T(knot - h), ramp) - T(2) * cutoff(r, knot, ramp);
      claims.at_most("|a(α + h) − 2a(α) + a(α − h)| ≤ 3h²/μ²", magnitude<T>(difference), T(3) * square(T(h / r.mu)),
                     part);
    }
}
constexpr auto kinked = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  continuous_derivative(r, linear, claims);
};
/// With 3x² − 2x³ for the ramp x, a is C¹ and the limit μ → 0 the same.
constexpr auto smoothed = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  continuous_derivative(r, smooth, claims);
  const auto weighted = [&](const T& at) {
    const T x = (at - r.s + r.mu) / r.mu;
    return r.distance2(at) * T(6) * x * (T(1) - x) / r.mu;
  };
  const T rate = r.v - r.g;
  claims.equal("∫ |W − Z|² a′ over [s − μ, s] = |W(s) − Z(s)|² − μ⟨W − Z, W′ − Z′⟩ + 3/10 μ²|W′ − Z′|²",
               polynomial_integral<T>(weighted, T(r.s - r.mu), r.s),
               r.distance2(r.s) - r.mu * r.difference(r.s) * rate + frac<T>(3, 10) * square(T(r.mu * rate)));
};

/// (1/μ) ∫ |W − Z|² over [to − μ, to].
template <class T>
T mean_before(const PathsRun<T>& r, const T& to) {
  return polynomial_integral<T>([&](const T& at) { return r.distance2(at); }, T(to - r.mu), to) / r.mu;
}
/// ∫ |W − Z|²/2 a′, with a′ read off the two ramps of a.
template <class T>
T kinetic(const PathsRun<T>& r) {
  const auto ramp = [&](const T& to) {
    const T slope = (cutoff(r, to, linear) - cutoff(r, T(to - r.mu), linear)) / r.mu;
    return polynomial_integral<T>([&](const T& at) { return frac<T>(1, 2) * r.distance2(at) * slope; }, T(to - r.mu),
                                  to);
  };
  return ramp(r.s) + ramp(r.t);
}
constexpr auto lost_half = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("∫ |W − Z|²/2 a′ = (1/μ)(∫ |W − Z|² over [s − μ, s] − over [t − μ, t])", kinetic(r),
               mean_before(r, r.s) - mean_before(r, r.t));
};
constexpr auto kept_half = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("∫ |W − Z|²/2 a′ = (1/2μ)(∫ |W − Z|² over [s − μ, s] − over [t − μ, t])", kinetic(r),
               frac<T>(1, 2) * (mean_before(r, r.s) - mean_before(r, r.t)));
};

/// max |W − Z|² over [s − μ, t]: at an end.
template <class T>
T largest_distance2(const PathsRun<T>& r) {
  return larger<T>(r.distance2(T(r.s - r.mu)), r.distance2(r.t));
}
/// ∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ (1 − a) over [s − μ, t].
template <class T>
T left_out(const PathsRun<T>& r) {
  const auto ramp = [&](const T& to, const T& at_start, const T& at_end) {
    return polynomial_integral<T>(
        [&](const T& at) {
          const T share = (at - to + r.mu) / r.mu;
          return r.alpha * r.distance2(at) * (at_start + share * (at_end - at_start));
        },
        T(to - r.mu), to);
  };
  return ramp(r.s, T(1), T(0)) + ramp(r.t, T(0), T(1));
}
Form<Paths> within(const char* key, int denominator) {
  return form<PathsRun>(key, [denominator]<class T>(const PathsRun<T>& r, Claims<T>& claims) {
    claims.at_most("|∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ (1 − a)| ≤ μ max |⟨∇J₁(W) − ∇J₁(Z), W − Z⟩|", magnitude<T>(left_out(r)),
                   frac<T>(1, denominator) * r.mu * magnitude<T>(r.alpha) * largest_distance2(r));
  });
}
constexpr auto all_left_out = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  claims.equal("|∫ ⟨∇J₁(W) − ∇J₁(Z), W − Z⟩ (1 − a)| = μ max |⟨∇J₁(W) − ∇J₁(Z), W − Z⟩|", magnitude<T>(left_out(r)),
               r.mu * magnitude<T>(r.alpha) * largest_distance2(r));
};

/// f = |W − Z|² on [s, t]: ∫ (t − α)ⁿ⁻¹/(n − 1)! f dα.
template <class T>
T iterated(const PathsRun<T>& r, int n) {
  return r.over_time([&](const T& at) {
    T value = r.distance2(at);
    for (int k = 1; k < n; ++k) value *= frac<T>(1, k) * (r.t - at);
    return value;
  });
}
/// max f (t − s)ⁿ/m!.
template <class T>
T iterated_bound(const PathsRun<T>& r, int n, int m) {
  T bound = larger<T>(r.distance2(r.s), r.distance2(r.t));
  for (int k = 1; k <= n; ++k) bound *= r.t - r.s;
  for (int k = 1; k <= m; ++k) bound *= frac<T>(1, k);
  return bound;
}
constexpr int iterations = 5;
Form<Paths> gronwall(const char* key, int more) {
  return form<PathsRun>(key, [more]<class T>(const PathsRun<T>& r, Claims<T>& claims) {
    const auto from_s = [&](const T& at) {
      return polynomial_integral<T>([&](const T& earlier) { return r.distance2(earlier); }, r.s, at);
    };
    claims.equal("∫∫ f = ∫ (t − α) f", r.over_time(from_s), iterated(r, 2));
    for (int n = 1; n <= iterations; ++n)
      claims.at_most("∫ … ∫ f ≤ max f (t − s)ⁿ/n!", iterated(r, n), iterated_bound(r, n, n + more), n);
  });
}
constexpr auto gronwall_attained = []<class T>(const PathsRun<T>& r, Claims<T>& claims) {
  for (int n = 1; n <= iterations; ++n)
    claims.equal("∫ … ∫ f = max f (t − s)ⁿ/n!", iterated(r, n), iterated_bound(r, n, n), n);
};

}  // namespace

Forms<Paths> cutoff_steps() { return {within("O(μ)", 1), gronwall("Gronwall", 0)}; }
Forms<Paths> cutoff_attained() {
  return {form<PathsRun>("O(μ) attained", all_left_out), form<PathsRun>("Gronwall attained", gronwall_attained)};
}
Forms<Paths> cutoff_errata() { return {form<PathsRun>("a is not C¹", kinked), form<PathsRun>("half", lost_half)}; }
Forms<Paths> cutoff_corrected() { return {form<PathsRun>("a is not C¹", smoothed), form<PathsRun>("half", kept_half)}; }
Forms<Paths> planted_cutoffs() { return {within("O(μ), factor: half", 2), gronwall("Gronwall, index: (n + 1)!", 1)}; }

}  // namespace verigrad::weak_solution_uniqueness
