#include "verigrad/theorem/descent/polyak_lojasiewicz_rate.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

namespace verigrad::polyak_lojasiewicz_rate {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "beyond/pl",
                  .stem = "polyak_lojasiewicz_rate",
                  .title = "Linear rate under the Polyak–Łojasiewicz inequality",
                  .source = "Karimi, Nutini and Schmidt (2016), Theorem 1, for every admissible step",
                  .text = "f(xₖ) − f* ≤ (1 − 2μC)ᵏ (f(x₀) − f*), C = α − Lα²/2; for α = 1/L the factor is 1 − μ/L",
                  .code = {"algorithm/gradient_descent.hpp: GradientDescent"},
                  .hypotheses = {{"L-smooth", "∇f is L-Lipschitz, 0 < α < 2/L"},
                                 {"PL", "½‖∇f(xₖ)‖² ≥ μ(f(xₖ) − f*)"},
                                 {"minimum", "f has a global minimum f*"}},
                  .formal = {.theorems = {"conclusion", "conclusion_at_one_over_L"}}},
                 lines());
  return result;
}

bool hypotheses_hold(const DescentInstance& instance) {
  return instance.f->curvature().smooth() && instance.f->has_minimum() && instance.step_is_admissible() &&
         gradient_descent_rate::no_delta_is_zero(instance);
}

namespace {

struct Run : gradient_descent_rate::Run {
  explicit Run(const DescentInstance& instance) : gradient_descent_rate::Run(instance), mu(ratio(0)) {
    for (int k = 1; k < n; ++k) mu = smaller<Number>(mu, ratio(k));
  }
  /// ½‖∇f(xₖ)‖² / (f(xₖ) − f*).
  Number ratio(int k) const { return squared_norm(gradient[k]) / (2 * delta[k]); }
  Number mu;
};

/// (1 − c)ᵏ (f(x₀) − f*).
Number bound(const Run& r, const Number& c, int k) { return power(1 - c, k) * r.delta[0]; }
Number rate(const Run& r) { return 2 * r.mu * r.C; }

void decrease(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("f(xₖ₊₁) ≤ f(xₖ) − C‖∇f(xₖ)‖²", r.value[k + 1], r.value[k] - r.C * squared_norm(r.gradient[k]), k);
}

void one_step(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("f(xₖ₊₁) − f* ≤ (1 − 2μC)(f(xₖ) − f*)", r.delta[k + 1], (1 - rate(r)) * r.delta[k], k);
}

/// f(xₖ) − f* ≤ (1 − c)ᵏ⁺ᵃ (f(x₀) − f*).
template <class RateOf>
Form<DescentInstance> falls_by(const char* key, RateOf c, int a = 0) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ bound", r.delta[k], bound(r, Number(c(r)), k + a), k);
  });
}

void equality(const Run& r, Claims& claims) {
  claims.equal("f(xₙ) − f* = (1 − 2μC)ⁿ (f(x₀) − f*)", r.delta[r.n], bound(r, rate(r), r.n));
}

}  // namespace

Form<DescentInstance> conclusion() { return falls_by("as printed", rate).of_code().noting_largest_ratio(); }
Form<DescentInstance> attained() { return form<Run>("attained", equality); }
Form<DescentInstance> with_mu_of_x0() {
  return falls_by("μ of x₀ alone", [](const Run& r) { return 2 * r.ratio(0) * r.C; });
}

Lines<DescentInstance> lines() {
  return {
      .steps = {{"decrease", "f(xₖ₊₁) ≤ f(xₖ) − C‖∇f(xₖ)‖²", form<Run>(decrease)},
                {"PL", "f(xₖ₊₁) − f* ≤ (1 − 2μC)(f(xₖ) − f*)", form<Run>(one_step)}},
      .planted = {falls_by("index: k + 1 for k", rate, 1),
                  falls_by("missing ½: 1 − 4μC", [](const Run& r) { return 2 * rate(r); }),
                  falls_by("missing term: C = α", [](const Run& r) { return 2 * r.mu * r.alpha; }),
                  falls_by("L for μ", [](const Run& r) { return 2 * r.L * r.C; })},
      .separating = {gradient_descent_rate::parabola_witness(0.5, 2), gradient_descent_rate::huber_witness(0.5, 2)}};
}

}  // namespace verigrad::polyak_lojasiewicz_rate
