#include "verigrad/theorem/gradient_descent_rate.hpp"

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

template <class T>
Run<T> run(const DescentInstance& instance) {
  const ObjectiveOver<T>& f = instance.f->over<T>();
  const Minimum<T> minimum = instance.minimum<T>();
  Run<T> r;
  r.L = exact<T>(instance.L());
  r.alpha = exact<T>(instance.alpha);
  r.C = r.alpha - frac<T>(1, 2) * r.L * square(r.alpha);
  r.f_star = minimum.f_star;
  r.x_star = minimum.x_star;
  r.x = instance.iterates<T>();
  r.n = int(r.x.size()) - 1;
  r.R2 = squared_norm<T>(r.x.front() - r.x_star);
  for (const Vector<T>& x : r.x) {
    r.gradient.push_back(f.gradient(x));
    r.value.push_back(f.value(x));
    r.delta.push_back(r.value.back() - r.f_star);
  }
  return r;
}

template <class T>
T printed_bound(const Run<T>& r, int k) {
  return r.R2 / (T(k) * r.C);
}

namespace {

/// (1 − Lα)²ᵏ.
template <class T>
T parabola_factor(const Run<T>& r, int k) {
  T power(1);
  for (int i = 0; i < k; ++i) power *= square(T(T(1) - r.L * r.alpha));
  return power;
}

}  // namespace

template <class T>
T best_bound(const Run<T>& r, int k) {
  const T huber_factor = T(1) / (T(2 * k) * r.L * r.alpha + T(1));
  return frac<T>(1, 2) * r.L * r.R2 * larger<T>(huber_factor, parabola_factor(r, k));
}

template <class T>
void conclusion(const Run<T>& r, Claims<T>& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ R²/(kC)", r.delta[k], printed_bound(r, k), k);
}

template <class T>
void best_conclusion(const Run<T>& r, Claims<T>& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ best bound", r.delta[k], best_bound(r, k), k);
}

namespace {

template <class T>
T squared_distance(const Run<T>& r, int k) {
  return squared_norm<T>(r.x[k] - r.x_star);
}

template <class T>
T descent_factor(const Run<T>& r) {
  return T(2) * r.alpha / r.L - square(r.alpha);
}

template <class T>
void expansion(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("expansion of ‖xₖ₊₁ − x*‖²", squared_distance(r, k + 1),
                 squared_distance(r, k) - T(2) * r.alpha * dot<T>(r.x[k] - r.x_star, r.gradient[k]) +
                     square(r.alpha) * squared_norm(r.gradient[k]),
                 k);
}

template <class T>
void co_coercive(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most(
        "−2α⟨xₖ − x*, ∇f⟩ + α²‖∇f‖² ≤ −(2α/L − α²)‖∇f‖²",
        square(r.alpha) * squared_norm(r.gradient[k]) - T(2) * r.alpha * dot<T>(r.x[k] - r.x_star, r.gradient[k]),
        -descent_factor(r) * squared_norm(r.gradient[k]), k);
}

template <class T>
void factor_positive(const Run<T>& r, Claims<T>& claims) {
  claims.less("α² < 2α/L", square(r.alpha), T(2) * r.alpha / r.L);
}

template <class T>
void distance(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("‖xₖ₊₁ − x*‖² ≤ ‖x₀ − x*‖²", squared_distance(r, k + 1), r.R2, k);
}

template <class T>
void distance_decreases(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("‖xₖ₊₁ − x*‖² ≤ ‖xₖ − x*‖²", squared_distance(r, k + 1), squared_distance(r, k), k);
}

template <class T>
T descent_right(const Run<T>& r, int k) {
  const Vector<T> move = -r.alpha * r.gradient[k];
  return r.value[k] + dot<T>(r.gradient[k], move) + frac<T>(1, 2) * r.L * squared_norm<T>(move);
}

template <class T>
void descent(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("f(xₖ₊₁) ≤ (18) at xₖ", r.value[k + 1], descent_right(r, k), k);
}

template <class T>
void descent_factor_step(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("(18) at xₖ = f(xₖ) − C‖∇f(xₖ)‖²", descent_right(r, k), r.value[k] - r.C * squared_norm(r.gradient[k]),
                 k);
}

template <class T>
void c_positive(const Run<T>& r, Claims<T>& claims) {
  claims.less("Lα²/2 < α", frac<T>(1, 2) * r.L * square(r.alpha), r.alpha);
}

template <class T>
void line_a(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    claims.at_most("0 ≤ δₖ₊₁", T(0), r.delta[k + 1], k);
    claims.at_most("δₖ₊₁ ≤ δₖ − C‖∇f(xₖ)‖²", r.delta[k + 1], r.delta[k] - r.C * squared_norm(r.gradient[k]), k);
  }
}

template <class T>
void delta_decreases(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("δₖ₊₁ ≤ δₖ", r.delta[k + 1], r.delta[k], k);
}

template <class T>
void first_order(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("δₖ ≤ ⟨∇f(xₖ), xₖ − x*⟩", r.delta[k], dot<T>(r.gradient[k], r.x[k] - r.x_star), k);
}

template <class T>
void cauchy_schwarz(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("⟨∇f(xₖ), xₖ − x*⟩² ≤ ‖∇f(xₖ)‖² R²", square(dot<T>(r.gradient[k], r.x[k] - r.x_star)),
                   squared_norm(r.gradient[k]) * r.R2, k);
}

template <class T>
void inverse(const Run<T>& r, Claims<T>& claims) {
  const T share = r.C / r.R2;
  for (int k = 0; k < r.n; ++k) {
    const T middle = share * r.delta[k] / r.delta[k + 1];
    claims.at_most("C/R² ≤ C/R² · δₖ/δₖ₊₁", share, middle, k);
    claims.at_most("C/R² · δₖ/δₖ₊₁ ≤ 1/δₖ₊₁ − 1/δₖ", middle, T(1) / r.delta[k + 1] - T(1) / r.delta[k], k);
  }
}

template <class T>
void telescope(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const T middle = T(1) / r.delta[k + 1] - T(1) / r.delta[0];
    claims.at_most("(k+1)C/R² ≤ 1/δₖ₊₁ − 1/δ₀", T(k + 1) * r.C / r.R2, middle, k);
    claims.at_most("1/δₖ₊₁ − 1/δ₀ ≤ 1/δₖ₊₁", middle, T(1) / r.delta[k + 1], k);
  }
}

template <class T>
void lost_square(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("δₖ₊₁ ≤ δₖ − C/R² · δₖ", r.delta[k + 1], r.delta[k] - r.C / r.R2 * r.delta[k], k);
}

template <class T>
void with_square(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("δₖ₊₁ ≤ δₖ − C/R² · δₖ²", r.delta[k + 1], r.delta[k] - r.C / r.R2 * square(r.delta[k]), k);
}

template <class T>
void converges_to_x_star(const Run<T>& r, Claims<T>& claims) {
  if (r.n > 0) claims.less("‖xₙ − x*‖² < ‖x₀ − x*‖² for large n", squared_distance(r, r.n), r.R2);
}

/// One wrong bound a row: δₖ ≤ bound(run, k).
template <class T, class Bound>
void bounded_by(const Run<T>& r, Claims<T>& claims, Bound bound) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("f(xₖ) − f* ≤ planted bound", r.delta[k], bound(k), k);
}

}  // namespace

template <class T>
Forms<T> steps() {
  return {{"expansion", expansion<T>},
          {"co-coercive", co_coercive<T>},
          {"factor positive", factor_positive<T>},
          {"distance", distance<T>},
          {"distance decreases", distance_decreases<T>},
          {"descent", descent<T>},
          {"descent factor", descent_factor_step<T>},
          {"C positive", c_positive<T>},
          {"(a)", line_a<T>},
          {"delta decreases", delta_decreases<T>},
          {"first order", first_order<T>},
          {"Cauchy-Schwarz", cauchy_schwarz<T>},
          {"inverse", inverse<T>},
          {"telescope", telescope<T>}};
}

template <class T>
Forms<T> errata() {
  return {{"lost square", lost_square<T>},
          {"first iterate", conclusion<T>},
          {"iterates converge to x*", converges_to_x_star<T>}};
}

template <class T>
Forms<T> corrected() {
  return {{"lost square", with_square<T>}};
}

template <class T>
Forms<T> planted() {
  return {{"sign: −R²/(kC)",
           [](const Run<T>& r, Claims<T>& c) { bounded_by(r, c, [&](int k) { return -printed_bound(r, k); }); }},
          {"factor: R²/(8kC)",
           [](const Run<T>& r, Claims<T>& c) { bounded_by(r, c, [&](int k) { return printed_bound(r, k) / T(8); }); }},
          {"lost square: R⁴ under the root of R²",
           [](const Run<T>& r, Claims<T>& c) { bounded_by(r, c, [&](int k) { return square(r.R2) / (T(k) * r.C); }); }},
          {"rate: R²/(k²C)",
           [](const Run<T>& r, Claims<T>& c) { bounded_by(r, c, [&](int k) { return r.R2 / (T(k) * T(k) * r.C); }); }},
          {"inverse: R²C/k",
           [](const Run<T>& r, Claims<T>& c) { bounded_by(r, c, [&](int k) { return r.R2 * r.C / T(k); }); }},
          {"swapped: δ₀²/(kC) for R²/(kC)",
           [](const Run<T>& r, Claims<T>& c) {
             bounded_by(r, c, [&](int k) { return square(r.delta[0]) / (T(k) * r.C); });
           }},
          {"best constant with 2kLα + 2 for 2kLα + 1",
           [](const Run<T>& r, Claims<T>& c) {
             bounded_by(r, c, [&](int k) {
               const T huber = T(1) / (T(2 * k) * r.L * r.alpha + T(2));
               return frac<T>(1, 2) * r.L * r.R2 * larger<T>(huber, parabola_factor(r, k));
             });
           }},
          {"best constant without its Huber branch",
           [](const Run<T>& r, Claims<T>& c) {
             bounded_by(r, c, [&](int k) { return frac<T>(1, 2) * r.L * r.R2 * parabola_factor(r, k); });
           }},
          {"best constant without its parabola branch", [](const Run<T>& r, Claims<T>& c) {
             bounded_by(r, c, [&](int k) { return frac<T>(1, 2) * r.L * r.R2 / (T(2 * k) * r.L * r.alpha + T(1)); });
           }}};
}

DescentInstance parabola_witness(double h, int n, double scale) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, Vector<double>::Zero(1))), one * scale, h, n};
}

DescentInstance huber_witness(double h, int n, double scale) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Huber(one, scale, Vector<double>::Zero(1))), one * scale * (2 * n * h + 1), h, n};
}

#define VERIGRAD_INSTANTIATE(T)                                \
  template Run<T> run<T>(const DescentInstance&);              \
  template T printed_bound<T>(const Run<T>&, int);             \
  template T best_bound<T>(const Run<T>&, int);                \
  template void conclusion<T>(const Run<T>&, Claims<T>&);      \
  template void best_conclusion<T>(const Run<T>&, Claims<T>&); \
  template Forms<T> steps<T>();                                \
  template Forms<T> errata<T>();                               \
  template Forms<T> corrected<T>();                            \
  template Forms<T> planted<T>();
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad::gradient_descent_rate
