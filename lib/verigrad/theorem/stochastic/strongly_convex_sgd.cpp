#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

#include <algorithm>

#include "verigrad/number/types.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/stochastic/strongly_convex_sgd_lines.hpp"

namespace verigrad::strongly_convex_sgd {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/24",
       .stem = "strongly_convex_sgd",
       .title = "Strongly convex stochastic gradient descent",
       .source = "Mathematical Foundations of Data Sciences, Theorem 24",
       .text = "E(‖xₖ − x*‖²) ≤ R/(k+1), where R = max(‖x₀ − x*‖, C²/μ²), for τₖ = 1/(μ(k+1)). C bounds the gradients "
               "at the points from which the method has stepped, the fewest that the proof needs. Then ‖x₀ − x*‖² ≤ "
               "C²/μ², so that the square missing in R does no harm",
       .code = {"algorithm/stochastic_gradient.hpp: StochasticGradient"},
       .hypotheses = {{"strongly convex",
                       "f is μ-strongly convex. Needed of the pairs xₖ, x* only, xₖ a point from which the method has "
                       "stepped, and of these only (14.17). Our copy, a scan, has Id ⪯ ∂²f(x), and μ everywhere else"},
                      {"bounded gradients", "‖∇fᵢ(x)‖² ≤ C² at the points from which the method has stepped"},
                      {"step", "τₖ = 1/(μ(k+1))"},
                      {"uniform", "i(k) is drawn uniformly, independently of the other draws"}},
       .formal = {.theorems = {"conclusion", "conclusion_at_one"},
                  .corrected = "for every k but 1, where E‖x₁ − x*‖² ≤ R",
                  .given = "‖∇fᵢ‖ ≤ C at the points from which the method steps"},
       .errata = {{.key = "μ in the Hessian bound",
                   .place = "Theorem 24, hypotheses",
                   .printed = "Id_p ⪯ ∂²f(x)",
                   .corrected = "μ Id_p ⪯ ∂²f(x)",
                   .weight = Weight::notation,
                   .one_letter = true},
                  {.key = "square in R",
                   .place = "Theorem 24, (14.16), and the first line of the induction",
                   .printed = "R = max(||x₀ − x*||, C²/μ²)",
                   .corrected = "R = max(‖x₀ − x*‖², C²/μ²)",
                   .remark =
                       "Under the bound on the gradients ‖x₀ − x*‖² ≤ C²/μ², so that the lost square does no harm.",
                   .weight = Weight::notation,
                   .one_letter = true}}},
      lines());
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

namespace {

using Laws = std::vector<Law<Vector<Rational>>>;

/// E of(xₖ) for k = 0 … n.
template <class Of>
std::vector<Number> expectations(const Laws& law, Of of) {
  std::vector<Number> result;
  for (const auto& at_k : law) result.push_back(expectation<Number>(at_k, of));
  return result;
}

std::vector<Number> distances(const StochasticInstance& instance, const Laws& law) {
  const Vector<Number> x_star = minimum_of(instance).x_star;
  return expectations(law, [&](const Vector<Rational>& x) { return squared_norm(enclose(x) - x_star); });
}

std::vector<Number> gaps(const StochasticInstance& instance, const Laws& law) {
  const Number f_star = minimum_of(instance).f_star;
  return expectations(law,
                      [&](const Vector<Rational>& x) { return Number(instance.f.value<Number>(enclose(x)) - f_star); });
}

std::vector<Rational> largest_gradients(const FiniteSum& f, const Laws& law) {
  std::vector<Rational> result;
  for (const auto& at_k : law) result.push_back(largest_squared_gradient(f, at_k));
  return result;
}

std::vector<Number> enclosed(const std::vector<Rational>& exact) {
  std::vector<Number> result;
  for (const Rational& x : exact) result.push_back(enclose(x));
  return result;
}

}  // namespace

Run::Run(const StochasticInstance& instance)
    : Run(instance.by_moments ? Run(instance, moments(instance)) : Run(instance, laws(instance))) {}
Run::Run(const StochasticInstance& instance, const Laws& law)
    : Run(instance, distances(instance, law), largest_gradients(instance.f, law)) {}
Run::Run(const StochasticInstance& instance, const Moments& moments)
    : Run(instance, enclosed(moments.eps), moments.C2) {}

Run::Run(const StochasticInstance& instance, std::vector<Number> expected, const std::vector<Rational>& largest_at)
    : n(instance.n), mu(exact(instance.mu)), distance2(expected.front()), eps(std::move(expected)) {
  Rational largest = largest_at.front();
  for (const Rational& at_k : largest_at) {
    C2.push_back(enclose(largest));
    largest = std::max(largest, at_k);
  }
  all_C2 = enclose(largest);
  if (instance.claimed_C2) C2.assign(C2.size(), exact(*instance.claimed_C2));
}

GapRun::GapRun(const StochasticInstance& instance)
    : Run(instance), gap(instance.by_moments ? enclosed(moments(instance).gap) : gaps(instance, laws(instance))) {}

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
                   squared_R(r, k) / (k == 1 ? 1 : k + 1), k);
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

Forms<StochasticInstance> planted() {
  return {bounded_by("sign: −R/(k+1)", [](const Run& r, int k) { return -squared_R(r, k) / (k + 1); }),
          bounded_by("factor: R/(4(k+1))", [](const Run& r, int k) { return squared_R(r, k) / (4 * (k + 1)); }),
          bounded_by("rate: R/(k+1)²", [](const Run& r, int k) { return squared_R(r, k) / square(Number(k + 1)); }),
          bounded_by("index: R/(k+2)", [](const Run& r, int k) { return squared_R(r, k) / (k + 2); }),
          bounded_by("lost 1/μ²: C²/(k+1)", [](const Run& r, int k) { return r.C2[std::size_t(k)] / (k + 1); }),
          bounded_by("lost square: C²/μ", [](const Run& r, int k) { return r.C2[std::size_t(k)] / r.mu / (k + 1); }),
          bounded_by("swapped: μ²/C²",
                     [](const Run& r, int k) { return square(r.mu) / (1 + r.C2[std::size_t(k)]) / (k + 1); }),
          bounded_by("missing C: ‖x₀ − x*‖²/(k+1)", [](const Run& r, int k) { return r.distance2 / (k + 1); }),
          bounded_by("best factor with Hₖ₊₁ for Hₖ", [](const Run& r, int k) {
            return k < 2 ? squared_R(r, k)
                         : Number((best_factor(k) - 1 / Number((k + 1) * k * (k - 1))) * bound_factor(r, k));
          })};
}

/// (8θ₁² + θ₂²)/32 along the steep axis, and a parabola before the first step.
std::vector<StochasticInstance> separating() {
  return {{FiniteSum({make_objective(Quadratic(vector({0.5, 0.0625}), vector({0, 0})))}), vector({0.25, 0}), 0.0625, 2},
          {FiniteSum({make_objective(Quadratic(at(0.5), at(0)))}), at(0.25), 0.5, 0}};
}

FalseLine<StochasticInstance> k_is_1() {
  return {
      .words =
          {.key = "k = 1",
           .place = "Theorem 24, (14.16)",
           .printed = "E(‖x_k − x*‖²) ≤ R/(k+1) [for every k]",
           .corrected = "E(‖xₖ − x*‖²) ≤ R/(k+1) for k ≠ 1, and E(‖x₁ − x*‖²) ≤ R",
           .remark =
               "The step τ₀ = 1/μ turns the factor 1 − 2μτ₀ into −1, and the factor 2 is the most that k = 1 loses.",
           .by_hand = "f₁′ = 1 and f₂′ = 2x − 1 for x ≥ 0, f₁′ = 2x + 1 and f₂′ = −1 for x ≤ 0: f = x²/2, and |fᵢ′| ≤ "
                      "1 on [−1, 1], which no iterate from x₀ = 0 leaves. So R = 1, x₁ = ±1, and 1 ≤ 1/2 is false",
           .weight = Weight::statement,
           .survives = "the bound for every k ≠ 1, and E‖x₁ − x*‖² ≤ R",
           .of_statement = true},
      .printed = form<Run>(every_k),
      .counterexample = staircase(2, 0, 1),
      .corrected = {every_k_corrected()}};
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
  return (k - harmonic) / (Number(k) * (k - 1));
}

Form<StochasticInstance> conclusion() { return form<Run>("as printed, k ≠ 1", all_but_one); }
Form<StochasticInstance> conclusion_for_every_k() { return form<Run>("as printed", every_k); }
Form<StochasticInstance> best_conclusion() { return form<Run>("best bound", best); }
Form<StochasticInstance> attained() { return form<Run>("best bound attained", attains).of_code(); }

Form<StochasticInstance> every_k_corrected() { return form<Run>("k = 1", corrected_bound); }

Lines<StochasticInstance> lines() {
  std::vector<Step<StochasticInstance>> steps = point_steps();
  for (const Step<StochasticInstance>& step : induction_steps()) steps.push_back(step);
  return {.steps = steps,
          .errata = {k_is_1(), negative_factor(), bounded_everywhere()},
          .planted = planted(),
          .separating = separating()};
}

}  // namespace verigrad::strongly_convex_sgd
