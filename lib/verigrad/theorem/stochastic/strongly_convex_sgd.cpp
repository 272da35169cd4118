#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

#include <algorithm>

#include "verigrad/number/types.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd_lines.hpp"

namespace verigrad::strongly_convex_sgd {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/24",
      .stem = "strongly_convex_sgd",
      .title = "Strongly convex stochastic gradient descent",
      .source = "Mathematical Foundations of Data Sciences, Theorem 24",
      .text =
          "E(‖xₖ − x*‖²) ≤ R/(k+1), where R = max(‖x₀ − x*‖, C²/μ²), for τₖ = 1/(μ(k+1)). C bounds the gradients at "
          "the points from which the method has stepped, the fewest that the proof needs. Then ‖x₀ − x*‖² ≤ C²/μ², "
          "so that the square missing in R does no harm",
      .hypotheses = {{"strongly convex",
                      "f is μ-strongly convex. Needed of the pairs xₖ, x* only, xₖ a point from which the method has "
                      "stepped, and of these only (14.17). Our copy, a scan, has Id ⪯ ∂²f(x), and μ everywhere else"},
                     {"bounded gradients", "‖∇fᵢ(x)‖² ≤ C² at the points from which the method has stepped"},
                     {"step", "τₖ = 1/(μ(k+1))"},
                     {"uniform", "i(k) is drawn uniformly, independently of the other draws"}},
      .steps = {{"strong convexity at xₖ", "f(x*) − f(xₖ) ≥ ⟨∇f(xₖ), x* − xₖ⟩ + μ/2 ‖xₖ − x*‖²"},
                {"strong convexity at x*", "f(xₖ) − f(x*) ≥ ⟨∇f(x*), xₖ − x*⟩ + μ/2 ‖xₖ − x*‖²"},
                {"(14.17)", "⟨∇f(xₖ) − ∇f(x*), xₖ − x*⟩ = ⟨∇f(xₖ), xₖ − x*⟩ ≥ μ‖xₖ − x*‖²"},
                {"unbiased", "(14.14): E ∇fᵢ(xₖ) = ∇f(xₖ)"},
                {"expansion", "Eᵢ‖xₖ₊₁ − x*‖² = ‖xₖ − x*‖² + 2τₖ⟨E ∇fᵢ(xₖ), x* − xₖ⟩ + τₖ² E‖∇fᵢ(xₖ)‖²"},
                {"bounded", "… ≤ ‖xₖ − x*‖² + 2τₖ⟨∇f(xₖ), x* − xₖ⟩ + τₖ²C²"},
                {"C²/μ² is R",
                 "μ²‖x₀ − x*‖² ≤ ‖∇f(x₀)‖² ≤ E‖∇fᵢ(x₀)‖² ≤ C²: the first entry of R, squared, is never the "
                 "larger one (not in the text)"},
                {"(14.18)", "εₖ₊₁ ≤ εₖ − 2μτₖεₖ + τₖ²C² = (1 − 2μτₖ)εₖ + τₖ²C²"},
                {"k = 0", "ε₀ ≤ max(‖x₀ − x*‖, C²/μ²)/1 = R/1 (both sides squared)"},
                {"induction, first line", "εₖ₊₁ ≤ (1 − 2μτₖ)εₖ + τₖ²C² = (1 − 2/m)εₖ + C²/(μm)², m = k + 1"},
                {"induction, equalities", "(1 − 2/m)R/m + R/m² = (1/m − 1/m²)R = (m−1)/m² R = (m²−1)/m² · R/(m+1)"},
                {"induction, last", "(m²−1)/m² · R/(m+1) ≤ R/(m+1)"},
                {"objective",
                 "(E f(xₖ) − f*)² ≤ C² E‖xₖ − x*‖²: the 1/√k rate on the objective that is announced before "
                 "the theorem, with C over x₀ … xₖ"}},
      .errata = errata_in_words()};
  return result;
}

bool hypotheses_hold(const StochasticInstance& instance) {
  return instance.mu > 0 && instance.f.curvature().lower >= instance.mu && instance.f.has_minimum() &&
         !instance.steps && instance.probabilities.empty() && !instance.claimed_C2 && !instance.x_star &&
         !instance.one_draw;
}

bool hypotheses_hold_at_points(const StochasticInstance& instance) {
  if (!(instance.mu > 0) || !instance.x_star || instance.steps || !instance.probabilities.empty()) return false;
  const Vector<Rational> x_star = exact<Rational>(*instance.x_star);
  const auto law = laws(instance);
  const auto line_17_holds = [&](const Atom<Vector<Rational>>& atom) {
    const Vector<Rational> from = atom.state - x_star, g = instance.f.gradient<Rational>(atom.state);
    return dot<Rational>(g, from) >= exact<Rational>(instance.mu) * squared_norm(from);
  };
  return std::all_of(law.begin(), law.end() - 1,
                     [&](const auto& at_k) { return std::all_of(at_k.begin(), at_k.end(), line_17_holds); });
}

Run::Run(const StochasticInstance& instance) : n(instance.n), mu(exact(instance.mu)) {
  if (instance.by_moments)
    take(moments(instance));
  else
    enumerate(instance);
  if (instance.claimed_C2) C2.assign(C2.size(), exact(*instance.claimed_C2));
  distance2 = eps.front();
}

void Run::enumerate(const StochasticInstance& instance) {
  const auto law = laws(instance);
  const Minimum<Number> minimum = minimum_of(instance);
  Rational largest = largest_squared_gradient(instance.f, law.front());
  for (int k = 0; k <= n; ++k) {
    const auto distance2_of = [&](const Vector<Rational>& x) { return squared_norm(enclose(x) - minimum.x_star); };
    const auto gap_of = [&](const Vector<Rational>& x) {
      return Number(instance.f.value<Number>(enclose(x)) - minimum.f_star);
    };
    eps.push_back(expectation<Number>(law[std::size_t(k)], distance2_of));
    gap.push_back(expectation<Number>(law[std::size_t(k)], gap_of));
    C2.push_back(enclose(largest));
    if (k > 0 || n == 0) largest = std::max(largest, largest_squared_gradient(instance.f, law[std::size_t(k)]));
  }
  all_C2 = enclose(largest);
}

void Run::take(const Moments& moments) {
  Rational largest = moments.C2.front();
  for (std::size_t k = 0; k < moments.eps.size(); ++k) {
    eps.push_back(enclose(moments.eps[k]));
    gap.push_back(enclose(moments.gap[k]));
    C2.push_back(enclose(largest));
    largest = std::max(largest, moments.C2[k]);
  }
  all_C2 = enclose(largest);
}

namespace {

void every_k(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k) printed_at(r, k, claims);
}

void all_but_one(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k)
    if (k != 1) printed_at(r, k, claims);
}

void corrected_bound(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("E‖xₖ − x*‖² ≤ R/(k+1), or R for k = 1", r.eps[std::size_t(k)],
                   squared_R(r, k) / Number(k == 1 ? 1 : k + 1), k);
}

void best(const Run& r, Claims& claims) {
  if (r.n > 0) claims.at_most("E‖x₁ − x*‖² ≤ C²/μ² − ‖x₀ − x*‖²", r.eps[1], bound_factor(r, 1) - r.distance2, 1);
  for (int k = 2; k <= r.n; ++k)
    claims.at_most("E‖xₖ − x*‖² ≤ (k − Hₖ)/(k(k−1)) C²/μ²", r.eps[std::size_t(k)], best_factor(k) * bound_factor(r, k),
                   k);
}

void attains(const Run& r, Claims& claims) {
  const Number factor = r.n < 2 ? Number(1) : best_factor(r.n);
  claims.equal("E‖xₖ − x*‖² = best factor · C²/μ²", r.eps.back(), factor * bound_factor(r, r.n), r.n);
}

/// A planted mistake: E‖xₖ − x*‖² ≤ bound(run, k) for k ≠ 1.
template <class Bound>
Form<StochasticInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    for (int k = 0; k <= r.n; ++k)
      if (k != 1) claims.at_most("E‖xₖ − x*‖² ≤ planted bound", r.eps[std::size_t(k)], Number(bound(r, k)), k);
  });
}

}  // namespace

Minimum<Number> minimum_of(const StochasticInstance& instance) {
  if (!instance.x_star) return instance.f.minimum<Number>();
  const Vector<Number> x_star = exact(*instance.x_star);
  return {x_star, instance.f.value<Number>(x_star)};
}

Number best_factor(int k) {
  Number harmonic(0);
  for (int j = 1; j <= k; ++j) harmonic += 1 / Number(j);
  return (Number(k) - harmonic) / (Number(k) * Number(k - 1));
}

Form<StochasticInstance> conclusion() { return form<Run>("as printed, k ≠ 1", all_but_one); }
Form<StochasticInstance> conclusion_for_every_k() { return form<Run>("as printed", every_k); }
Form<StochasticInstance> best_conclusion() { return form<Run>("best bound", best); }
Form<StochasticInstance> attained() { return form<Run>("best bound attained", attains); }

namespace {

Forms<StochasticInstance> joined(Forms<StochasticInstance> first, const Forms<StochasticInstance>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

Forms<StochasticInstance> steps() { return joined(point_lines().steps, induction_lines().steps); }

Forms<StochasticInstance> errata() {
  const Forms<StochasticInstance> theorem{form<Run>("k = 1", every_k)};
  return joined(theorem, joined(induction_lines().printed, point_lines().printed));
}

Forms<StochasticInstance> corrected() {
  return joined({form<Run>("k = 1", corrected_bound)}, joined(induction_lines().corrected, point_lines().corrected));
}

Forms<StochasticInstance> planted() {
  return {
      bounded_by("sign: −R/(k+1)", [](const Run& r, int k) { return -squared_R(r, k) / Number(k + 1); }),
      bounded_by("factor: R/(4(k+1))", [](const Run& r, int k) { return squared_R(r, k) / Number(4 * (k + 1)); }),
      bounded_by("rate: R/(k+1)²", [](const Run& r, int k) { return squared_R(r, k) / square(Number(k + 1)); }),
      bounded_by("index: R/(k+2)", [](const Run& r, int k) { return squared_R(r, k) / Number(k + 2); }),
      bounded_by("lost 1/μ²: C²/(k+1)", [](const Run& r, int k) { return r.C2[std::size_t(k)] / Number(k + 1); }),
      bounded_by("lost square: C²/μ", [](const Run& r, int k) { return r.C2[std::size_t(k)] / r.mu / Number(k + 1); }),
      bounded_by("swapped: μ²/C²",
                 [](const Run& r, int k) { return square(r.mu) / (1 + r.C2[std::size_t(k)]) / Number(k + 1); }),
      bounded_by("missing C: ‖x₀ − x*‖²/(k+1)", [](const Run& r, int k) { return r.distance2 / Number(k + 1); }),
      bounded_by("best factor with Hₖ₊₁ for Hₖ", [](const Run& r, int k) {
        return k < 2 ? squared_R(r, k)
                     : Number((best_factor(k) - 1 / Number((k + 1) * k * (k - 1))) * bound_factor(r, k));
      })};
}

}  // namespace verigrad::strongly_convex_sgd
