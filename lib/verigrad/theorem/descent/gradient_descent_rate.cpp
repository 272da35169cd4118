#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::gradient_descent_rate {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/6.5",
                  .stem = "gradient_descent_rate",
                  .title = "Rate of gradient descent",
                  .source = "MathDNN, Proposition 6.5",
                  .text = "∀ n ∈ ℕ*, f(x⁽ⁿ⁾) − f(x*) ≤ ‖x⁽⁰⁾ − x*‖² / (nC), where C = α − Lα²/2",
                  .code = {"algorithm/gradient_descent.hpp: GradientDescent"},
                  .hypotheses = {{"convex", "f is convex"},
                                 {"L-smooth", "f is L-smooth"},
                                 {"minimum", "f admits x* as a global minimum"},
                                 {"step", "0 < α < 2/L"}},
                  .formal = {.theorems = {"conclusion", "gradient_descent_rate_sharp.conclusion_best_rate"},
                             .given = "the step for n ≥ 0, where (22) has it for n ≥ 1 only"}},
                 lines());
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

Number printed_bound(const Run& r, int k) { return r.R2 / (k * r.C); }

namespace {

/// (1 − Lα)²ᵏ.
Number parabola_factor(const Run& r, int k) { return power(square(1 - r.L * r.alpha), k); }

}  // namespace

Number best_bound(const Run& r, int k) {
  const Number huber_factor = 1 / (2 * k * r.L * r.alpha + 1);
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
    for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ planted bound", r.delta[k], bound(r, k), k);
  });
}

/// Down Huber's slope, and one long step across a parabola.
std::vector<DescentInstance> separating() {
  return {{make_objective(Huber(at(1), 0.125, at(0))), at(0.34375), 0.125, 7},
          {make_objective(Quadratic(at(1), at(0))), at(1), 1.5625, 1}};
}

Forms<DescentInstance> planted() {
  constexpr auto half_L_R2 = [](const Run& r) { return frac(1, 2) * r.L * r.R2; };
  return {
      bounded_by("sign: −R²/(kC)", [](const auto& r, int k) { return -printed_bound(r, k); }),
      bounded_by("factor: R²/(8kC)", [](const Run& r, int k) { return printed_bound(r, k) / 8; }),
      bounded_by("lost square: R⁴ under the root of R²", [](const Run& r, int k) { return square(r.R2) / (k * r.C); }),
      bounded_by("rate: R²/(k²C)", [](const Run& r, int k) { return r.R2 / (k * k * r.C); }),
      bounded_by("inverse: R²C/k", [](const Run& r, int k) { return r.R2 * r.C / k; }),
      bounded_by("swapped: δ₀²/(kC) for R²/(kC)", [](const Run& r, int k) { return square(r.delta[0]) / (k * r.C); }),
      bounded_by("best constant with 2kLα + 2 for 2kLα + 1",
                 [=](const Run& r, int k) {
                   const Number huber = 1 / (2 * k * r.L * r.alpha + 2);
                   return half_L_R2(r) * larger<Number>(huber, parabola_factor(r, k));
                 }),
      bounded_by("best constant without its Huber branch",
                 [=](const auto& r, int k) { return half_L_R2(r) * parabola_factor(r, k); }),
      bounded_by("best constant without its parabola branch",
                 [=](const Run& r, int k) { return half_L_R2(r) / (2 * k * r.L * r.alpha + 1); })};
}

}  // namespace

Lines<DescentInstance> wrong_rates() { return {.planted = planted(), .separating = separating()}; }

Form<DescentInstance> conclusion() { return form<Run>("as printed", printed).of_code(); }
Form<DescentInstance> best_conclusion() { return form<Run>("best constant known", best).of_code(); }

DescentInstance parabola_witness(double h, int n, double scale) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, Vector<double>::Zero(1))), one * scale, h, n};
}

DescentInstance huber_witness(double h, int n, double scale) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Huber(one, scale, Vector<double>::Zero(1))), one * scale * (2 * n * h + 1), h, n};
}

}  // namespace verigrad::gradient_descent_rate
