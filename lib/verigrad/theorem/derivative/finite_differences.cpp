#include "verigrad/theorem/derivative/finite_differences.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/derivative/finite_differences_runs.hpp"

namespace verigrad::finite_differences {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.3.1",
       .stem = "finite_differences",
       .title = "Finite differences",
       .source = "MFDS, section 14.3.1",
       .text = "(1/ε)(f(x + εδ₁) − f(x), …, f(x + εδ_p) − f(x))ᵀ ≈ ∇f(x), ε > 0 small enough, requires p + 1 "
               "evaluations of f. Checked: each entry is within εL/2 of ∂f/∂xₖ, which is attained",
       .found = "in double, where the error has a part that grows like 1/ε, in general no ε reaches machine precision; "
                "near the best ε about half of the digits are right",
       .code = {"autodiff/forward_differences.hpp: forward_differences"},
       .hypotheses = {{"smooth", "∇f is L-Lipschitz"},
                      {"step", "ε > 0"},
                      {"exact", "the values of f are exact: the bound for double has a rounding part"}},
       .formal = {.theorems = {"conclusion", "conclusion_central"},
                  .given = "≈ as an error of at most Lε/2 for an L-smooth f"}},
      lines(), polynomial_lines());
  return result;
}

std::string DifferenceInstance::describe() const {
  return fmt::format("f: {}, x = {}, ε = {}", f->describe(), in_words(x), epsilon);
}
std::string PolynomialInstance::describe() const {
  return fmt::format("f(z) = Σ aⱼzʲ, a = {}, x = {}, ε = 2^-{}", in_words(a), x, k);
}

bool smooth(const DifferenceInstance& instance) {
  return instance.epsilon != 0 && std::isfinite(instance.L()) && std::isinf(instance.f->domain_radius());
}
bool hypotheses_hold(const DifferenceInstance& instance) { return instance.epsilon > 0 && smooth(instance); }
bool hypotheses_hold(const PolynomialInstance& instance) {
  const auto moderate = [](double entry) {
    return entry == 0 || (std::abs(entry) >= 0x1p-60 && std::abs(entry) <= 0x1p20);
  };
  return instance.k >= 2 && instance.k <= 60 && instance.degree() <= 8 && moderate(instance.x) &&
         std::all_of(instance.a.begin(), instance.a.end(), moderate);
}

namespace {

void claim_within(std::string_view name, const Number& error, const Number& bound, int k, Claims& claims) {
  claims.at_most(name, error, bound, k);
  claims.at_most(name, -error, bound, k);
}

void printed(const Run& r, Claims& claims) {
  claims.equal("evaluations = p + 1", r.evaluations, r.p() + 1);
  for (int k = 0; k < r.p(); ++k) claim_within("|qₖ − ∂f/∂xₖ| ≤ |ε|L/2", r.error[k], r.bound, k, claims);
}
void equality(const Run& r, Claims& claims) {
  for (int k = 0; k < r.p(); ++k) claims.equal("qₖ − ∂f/∂xₖ = εL/2", r.error[k], r.bound, k);
  claims.equal("‖q − ∇f‖² = pε²L²/4", squared_norm(r.error), r.p() * square(r.bound));
}

void double_bound(const PolynomialRun& r, Claims& claims) {
  claim_within("|q̂ − f′(x)| ≤ truncation + rounding", Number(r.rounded - r.slope),
               Number(r.truncation_part() + r.u * r.M1 + r.rounding_part()), -1, claims);
}
void truncation_bound(const PolynomialRun& r, Claims& claims) {
  claim_within("|q̂ − f′(x)| ≤ εM₂/2", Number(r.rounded - r.slope), r.truncation_part(), -1, claims);
}

/// Σ_{j ≥ first} factor(j) εʲ⁻¹ f⁽ʲ⁾(x)/j!.
template <class Factor>
Number tail(const PolynomialRun& r, int first, const Factor& factor) {
  Number sum(0);
  for (int j = first; j <= r.d; ++j) sum += factor(j) * power(r.epsilon, j - 1) * taylor_coefficient(r.a, r.x, j);
  return sum;
}

void taylor(const PolynomialRun& r, Claims& claims) {
  const Number remainder = tail(r, 2, [](int) { return Number(1); });
  claims.equal("q(ε) = f′(x) + Σ εʲ⁻¹ f⁽ʲ⁾(x)/j!", r.quotient(r.epsilon), r.slope + remainder);
}
void halved_step(const PolynomialRun& r, Claims& claims) {
  const Number remainder = tail(r, 3, [](int j) { return 1 - 4 / power(Number(2), j); });
  claims.equal("2q(ε/2) − q(ε)", 2 * r.quotient(r.epsilon / 2) - r.quotient(r.epsilon), r.slope - remainder);
}
void best_step(const PolynomialRun& r, Claims& claims) {
  const Number bound = square(r.best * r.M2 / 2 + 2 * r.E_best / r.best);
  claims.at_most("4M₂E′ ≤ (εM₂/2 + 2E′/ε)²", 4 * r.M2 * r.E_best, bound);
  claims.at_most("(εM₂/2 + 2E′/ε)² ≤ 9/2 · M₂E′", bound, frac(9, 2) * r.M2 * r.E_best);
}

/// The best step lies between 2⁻⁶⁰ and ¼, so that powers of two come within √2 of it.
bool has_best_step(const PolynomialInstance& instance) {
  const int k = best_exponent(instance);
  return k > 2 && k < 60;
}

template <class Wrong>
Form<DifferenceInstance> wrong_bound(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    for (int k = 0; k < r.p(); ++k)
      claim_within("|qₖ − ∂f/∂xₖ| ≤ planted bound", r.error[k], Number(wrong(r)), k, claims);
  });
}
/// |wrong(run, k) − ∂f/∂xₖ| ≤ |ε|L/2.
template <class Wrong>
Form<DifferenceInstance> wrong_quotient(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    for (int k = 0; k < r.p(); ++k)
      claim_within("|planted quotient − ∂f/∂xₖ| ≤ |ε|L/2", Number(wrong(r, k) - r.gradient[k]), r.bound, k, claims);
  });
}
template <class Wrong>
Form<PolynomialInstance> wrong_in_double(const char* key, Wrong wrong) {
  return form<PolynomialRun>(key, [wrong](const PolynomialRun& r, Claims& claims) {
    claim_within("|q̂ − f′(x)| ≤ planted bound", Number(r.rounded - r.slope), Number(wrong(r)), -1, claims);
  });
}
template <class Wrong>
Form<PolynomialInstance> wrong_expansion(const char* key, Wrong wrong) {
  return form<PolynomialRun>(key, [wrong](const PolynomialRun& r, Claims& claims) {
    claims.equal("q(ε) = planted expansion", r.quotient(r.epsilon), Number(r.slope + wrong(r)));
  });
}

Forms<DifferenceInstance> planted() {
  return {wrong_bound("sign: −|ε|L/2", [](const auto& r) { return -r.bound; }),
          wrong_bound("factor: |ε|L/4", [](const Run& r) { return r.bound / 2; }),
          wrong_bound("order: ε²L/2", [](const auto& r) { return magnitude(r.epsilon) * r.bound; }),
          wrong_quotient("sign: f(x − εδₖ)", [](const auto& r, int k) { return -r.q[k]; }),
          wrong_quotient("missing factor: without 1/ε", [](const auto& r, int k) { return r.q[k] * r.epsilon; }),
          wrong_quotient("index: δₖ₊₁ for δₖ", [](const auto& r, int k) { return r.q[(k + 1) % r.p()]; }),
          form<Run>("count: p evaluations",
                    [](const Run& r, Claims& claims) { claims.equal("evaluations = p", r.evaluations, r.p()); })};
}

Forms<PolynomialInstance> planted_in_double() {
  return {
      wrong_in_double("missing term: without the rounding part",
                      [](const auto& r) { return r.truncation_part() + r.u * r.M1; }),
      wrong_in_double("missing term: without the truncation part",
                      [](const auto& r) { return r.u * r.M1 + r.rounding_part(); }),
      wrong_in_double("missing factor: rounding without 1/ε",
                      [](const auto& r) { return r.truncation_part() + r.u * r.M1 + r.epsilon * r.rounding_part(); }),
      wrong_expansion("factor: f⁽ʲ⁾ without 1/j!",
                      [](const PolynomialRun& r) {
                        return tail(r, 2, [](int j) {
                          Number factorial(1);
                          for (int i = 2; i <= j; ++i) factorial *= i;
                          return factorial;
                        });
                      }),
      wrong_expansion("index: the sum from j = 3",
                      [](const PolynomialRun& r) { return tail(r, 3, [](int) { return Number(1); }); }),
      wrong_expansion("power: εʲ for εʲ⁻¹",
                      [](const PolynomialRun& r) { return tail(r, 2, [&](int) { return r.epsilon; }); })};
}

}  // namespace

double in_double(const PolynomialInstance& instance) {
  const auto f = [&](const Vector<double>& at) { return horner(instance.a, at[0]); };
  const Vector<double> x = Vector<double>::Constant(1, instance.x);
  return forward_differences(f, x, std::ldexp(1.0, -instance.k))[0];
}

int best_exponent(const PolynomialInstance& instance) {
  const Vector<Rational> a = exact<Rational>(instance.a);
  const Rational u = exact<Rational>(std::ldexp(1.0, -53)), n = 2 * instance.degree() * u;
  const Rational R = magnitude(exact<Rational>(instance.x)) + Rational(1, 2);
  const Rational E = n / (1 - n) * derivative_bound(a, R, 0) + u * R * derivative_bound(a, R, 1) / 2;
  const Rational M2 = derivative_bound(a, R, 2);
  int best = 2;
  const auto cost = [&](int k) {
    const Rational epsilon = exact<Rational>(std::ldexp(1.0, -k));
    return Rational(epsilon * M2 / 2 + 2 * E / epsilon);
  };
  for (int k = 3; k <= 60; ++k)
    if (cost(k) < cost(best)) best = k;
  return best;
}

Form<DifferenceInstance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<DifferenceInstance> attained() { return form<Run>("attained", equality).of_code(); }
Form<PolynomialInstance> rounded() { return form<PolynomialRun>("in double", double_bound).of_code(); }
Form<PolynomialInstance> truncation_only() { return form<PolynomialRun>("truncation only", truncation_bound); }

Lines<DifferenceInstance> lines() {
  return {.planted = planted(),
          .separating = {{make_objective(Quadratic(vector({1, 1}), vector({0, 0}))), vector({0, 0.0625}), 0.0625}}};
}

Lines<PolynomialInstance> polynomial_lines() {
  return {.steps = {{"Taylor", "(f(x + ε) − f(x))/ε = f′(x) + Σ_{j ≥ 2} εʲ⁻¹ f⁽ʲ⁾(x)/j! for polynomials",
                     form<PolynomialRun>(taylor).of_code()},
                    {"halved step",
                     "2q(ε/2) − q(ε) = f′(x) − Σ_{j ≥ 3} (1 − 2²⁻ʲ) εʲ⁻¹ f⁽ʲ⁾(x)/j!, so that the error of "
                     "q is εf″(x)/2 up to O(ε²)",
                     form<PolynomialRun>(halved_step).of_code()},
                    {"best step", "min over ε = 2⁻ᵏ of (εM₂/2 + 2E′/ε)² is between 4M₂E′ and 9/2 · M₂E′",
                     form<PolynomialRun>(best_step).where(has_best_step)}},
          .planted = planted_in_double(),
          .separating = {{vector({0, 0, 1.4375}), 9.4375, 21}}};
}

}  // namespace verigrad::finite_differences
