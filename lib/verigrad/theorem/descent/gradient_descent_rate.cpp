#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::gradient_descent_rate {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/6.5",
      .stem = "gradient_descent_rate",
      .title = "Rate of gradient descent",
      .source = "MathDNN, Proposition 6.5",
      .text = "∀ n ∈ ℕ*, f(x⁽ⁿ⁾) − f(x*) ≤ ‖x⁽⁰⁾ − x*‖² / (nC), where C = α − Lα²/2",
      .hypotheses = {{"convex", "f is convex"},
                     {"L-smooth", "f is L-smooth"},
                     {"minimum", "f admits x* as a global minimum"},
                     {"step", "0 < α < 2/L"}},
      .steps = {{"expansion", "‖xⁿ⁺¹ − x*‖² = ‖xⁿ − x*‖² − 2α⟨xⁿ − x*, ∇f(xⁿ)⟩ + α²‖∇f(xⁿ)‖²"},
                {"co-coercive", "… ≤ ‖xⁿ − x*‖² − (2α/L − α²)‖∇f(xⁿ)‖², by (19) and (21)"},
                {"factor positive", "2α/L − α² > 0"},
                {"distance", "‖xⁿ⁺¹ − x*‖² ≤ ‖x⁰ − x*‖²"},
                {"distance decreases", "‖xⁿ⁺¹ − x*‖ ≤ ‖xⁿ − x*‖"},
                {"descent", "f(xⁿ⁺¹) ≤ f(xⁿ) + ⟨∇f(xⁿ), −α∇f(xⁿ)⟩ + L/2 ‖−α∇f(xⁿ)‖², by (22) and (18)"},
                {"descent factor", "… ≤ f(xⁿ) − (α − Lα²/2)‖∇f(xⁿ)‖² (an equality)"},
                {"C positive", "α − Lα²/2 > 0"},
                {"(a)", "0 ≤ f(xⁿ⁺¹) − f(x*) ≤ f(xⁿ) − f(x*) − C‖∇f(xⁿ)‖²"},
                {"delta decreases", "δⁿ⁺¹ ≤ δⁿ"},
                {"first order", "f(xⁿ) − f(x*) ≤ ⟨∇f(xⁿ), xⁿ − x*⟩, by (16)"},
                {"Cauchy-Schwarz", "⟨∇f(xⁿ), xⁿ − x*⟩ ≤ ‖∇f(xⁿ)‖ ‖x⁰ − x*‖ (both sides squared)"},
                {"inverse", "C/R² ≤ C/R² · δⁿ/δⁿ⁺¹ ≤ 1/δⁿ⁺¹ − 1/δⁿ, if no δ is 0"},
                {"telescope", "(n+1)C/R² ≤ 1/δⁿ⁺¹ − 1/δ⁰ ≤ 1/δⁿ⁺¹, if no δ is 0"}},
      .errata = {{.key = "lost square",
                  .place = "Proposition 6.5, proof, line after the Cauchy–Schwarz line",
                  .printed = "δⁿ⁺¹ ≤ δⁿ − C/‖x⁰ − x*‖² · δⁿ",
                  .corrected = "δⁿ⁺¹ ≤ δⁿ − C/‖x⁰ − x*‖² · (δⁿ)²",
                  .remark = "the square is lost in this line only: the next printed line, divided by δⁿδⁿ⁺¹, has it"},
                 {.key = "first iterate",
                  .place = "Definition 6.4, (22)",
                  .printed = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − α∇f(x⁽ⁿ⁾) for n ∈ ℕ*",
                  .corrected = "x⁽ⁿ⁺¹⁾ = x⁽ⁿ⁾ − α∇f(x⁽ⁿ⁾) for n ∈ ℕ: the form of every check of this statement",
                  .remark = "ℕ* leaves out 0, so that x⁽¹⁾ is arbitrary and Proposition 6.5 fails at n = 1; its proof "
                            "takes n ∈ ℕ"},
                 {.key = "iterates converge to x*",
                  .place = "Proposition 6.5, note",
                  .printed = "(x⁽ⁿ⁾) converges to the global minimum x* with a rate of o(n⁻¹)",
                  .corrected = "f(x⁽ⁿ⁾) converges to f(x*) with a rate of O(n⁻¹), n → ∞: the conclusion",
                  .remark = "f may have other minimisers: the iterates then need not approach the x* that was named. "
                            "The note also prints n → 0 under the o"}}};
  return result;
}

bool hypotheses_hold(const DescentInstance& instance) {
  const Curvature curvature = instance.f->curvature();
  return curvature.convex() && curvature.smoothness() <= instance.L() && instance.f->has_minimum() &&
         instance.step_is_admissible();
}

Run::Run(const DescentInstance& instance) : L(exact(instance.L())), alpha(exact(instance.alpha)) {
  const ObjectiveOver<Number>& f = instance.f->over<Number>();
  const Minimum<Number> minimum = instance.minimum();
  C = alpha - frac(1, 2) * L * square(alpha);
  f_star = minimum.f_star;
  x_star = minimum.x_star;
  x = instance.iterates();
  n = int(x.size()) - 1;
  R2 = squared_norm(x.front() - x_star);
  for (const Vector<Number>& point : x) {
    gradient.push_back(f.gradient(point));
    value.push_back(f.value(point));
    delta.push_back(value.back() - f_star);
  }
}

Number printed_bound(const Run& r, int k) { return r.R2 / (Number(k) * r.C); }

namespace {

/// (1 − Lα)²ᵏ.
Number parabola_factor(const Run& r, int k) { return power(square(Number(1 - r.L * r.alpha)), k); }

}  // namespace

Number best_bound(const Run& r, int k) {
  const Number huber_factor = 1 / (Number(2 * k) * r.L * r.alpha + 1);
  return frac(1, 2) * r.L * r.R2 * larger<Number>(huber_factor, parabola_factor(r, k));
}

namespace {

void printed(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ R²/(kC)", r.delta[k], printed_bound(r, k), k);
}

void best(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ best bound", r.delta[k], best_bound(r, k), k);
}

/// A planted mistake: δₖ ≤ bound(run, k) for k = 1 … n.
template <class Bound>
Form<DescentInstance> bounded_by(const char* key, Bound bound) {
  return form<Run>(key, [bound](const Run& r, Claims& claims) {
    for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ planted bound", r.delta[k], Number(bound(r, k)), k);
  });
}

}  // namespace

Form<DescentInstance> conclusion() { return form<Run>("as printed", printed); }

Form<DescentInstance> best_conclusion() { return form<Run>("best constant known", best); }

Forms<DescentInstance> planted() {
  constexpr auto half_L_R2 = [](const Run& r) { return frac(1, 2) * r.L * r.R2; };
  return {bounded_by("sign: −R²/(kC)", [](const auto& r, int k) { return -printed_bound(r, k); }),
          bounded_by("factor: R²/(8kC)", [](const Run& r, int k) { return printed_bound(r, k) / 8; }),
          bounded_by("lost square: R⁴ under the root of R²",
                     [](const Run& r, int k) { return square(r.R2) / (Number(k) * r.C); }),
          bounded_by("rate: R²/(k²C)", [](const Run& r, int k) { return r.R2 / (Number(k) * Number(k) * r.C); }),
          bounded_by("inverse: R²C/k", [](const Run& r, int k) { return r.R2 * r.C / Number(k); }),
          bounded_by("swapped: δ₀²/(kC) for R²/(kC)",
                     [](const Run& r, int k) { return square(r.delta[0]) / (Number(k) * r.C); }),
          bounded_by("best constant with 2kLα + 2 for 2kLα + 1",
                     [=](const Run& r, int k) {
                       const Number huber = 1 / (Number(2 * k) * r.L * r.alpha + 2);
                       return half_L_R2(r) * larger<Number>(huber, parabola_factor(r, k));
                     }),
          bounded_by("best constant without its Huber branch",
                     [=](const auto& r, int k) { return half_L_R2(r) * parabola_factor(r, k); }),
          bounded_by("best constant without its parabola branch",
                     [=](const Run& r, int k) { return half_L_R2(r) / (Number(2 * k) * r.L * r.alpha + 1); })};
}

DescentInstance parabola_witness(double h, int n, double scale) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, Vector<double>::Zero(1))), one * scale, h, n};
}

DescentInstance huber_witness(double h, int n, double scale) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Huber(one, scale, Vector<double>::Zero(1))), one * scale * (2 * n * h + 1), h, n};
}

}  // namespace verigrad::gradient_descent_rate
