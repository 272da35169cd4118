#include <algorithm>

#include "verigrad/number/sign.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

namespace verigrad::gradient_descent_rate {
namespace {

/// δₖ ≠ 0 for all k ≤ n: the proof's first case, in which it divides by δ.
bool no_delta_is_zero(const DescentInstance& instance) {
  const Ball::Precision precision(256);
  const Number::Over balls(Number::Kind::ball);
  const Run r(instance);
  return std::all_of(r.delta.begin(), r.delta.end(), [](const Number& d) { return certainly_less(Number(0), d); });
}

Number squared_distance(const Run& r, int k) { return squared_norm(r.x[k] - r.x_star); }

Number descent_factor(const Run& r) { return 2 * r.alpha / r.L - square(r.alpha); }

void expansion(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("expansion of ‖xₖ₊₁ − x*‖²", squared_distance(r, k + 1),
                 squared_distance(r, k) - 2 * r.alpha * dot(r.x[k] - r.x_star, r.gradient[k]) +
                     square(r.alpha) * squared_norm(r.gradient[k]),
                 k);
}

void co_coercive(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("−2α⟨xₖ − x*, ∇f⟩ + α²‖∇f‖² ≤ −(2α/L − α²)‖∇f‖²",
                   square(r.alpha) * squared_norm(r.gradient[k]) - 2 * r.alpha * dot(r.x[k] - r.x_star, r.gradient[k]),
                   -descent_factor(r) * squared_norm(r.gradient[k]), k);
}

void factor_positive(const Run& r, Claims& claims) { claims.less("α² < 2α/L", square(r.alpha), 2 * r.alpha / r.L); }

void distance(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("‖xₖ₊₁ − x*‖² ≤ ‖x₀ − x*‖²", squared_distance(r, k + 1), r.R2, k);
}

void distance_decreases(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("‖xₖ₊₁ − x*‖² ≤ ‖xₖ − x*‖²", squared_distance(r, k + 1), squared_distance(r, k), k);
}

Number descent_right(const Run& r, int k) {
  const Vector<Number> move = -r.alpha * r.gradient[k];
  return r.value[k] + dot(r.gradient[k], move) + frac(1, 2) * r.L * squared_norm(move);
}

void descent(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("f(xₖ₊₁) ≤ (18) at xₖ", r.value[k + 1], descent_right(r, k), k);
}

void descent_factor_step(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("(18) at xₖ = f(xₖ) − C‖∇f(xₖ)‖²", descent_right(r, k), r.value[k] - r.C * squared_norm(r.gradient[k]),
                 k);
}

void c_positive(const Run& r, Claims& claims) { claims.less("Lα²/2 < α", frac(1, 2) * r.L * square(r.alpha), r.alpha); }

void line_a(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    claims.at_most("0 ≤ δₖ₊₁", 0, r.delta[k + 1], k);
    claims.at_most("δₖ₊₁ ≤ δₖ − C‖∇f(xₖ)‖²", r.delta[k + 1], r.delta[k] - r.C * squared_norm(r.gradient[k]), k);
  }
}

void delta_decreases(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) claims.at_most("δₖ₊₁ ≤ δₖ", r.delta[k + 1], r.delta[k], k);
}

void first_order(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("δₖ ≤ ⟨∇f(xₖ), xₖ − x*⟩", r.delta[k], dot(r.gradient[k], r.x[k] - r.x_star), k);
}

void cauchy_schwarz(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.n; ++k)
    claims.at_most("⟨∇f(xₖ), xₖ − x*⟩² ≤ ‖∇f(xₖ)‖² R²", square(dot(r.gradient[k], r.x[k] - r.x_star)),
                   squared_norm(r.gradient[k]) * r.R2, k);
}

void inverse(const Run& r, Claims& claims) {
  const Number share = r.C / r.R2;
  for (int k = 0; k < r.n; ++k) {
    const Number middle = share * r.delta[k] / r.delta[k + 1];
    claims.at_most("C/R² ≤ C/R² · δₖ/δₖ₊₁", share, middle, k);
    claims.at_most("C/R² · δₖ/δₖ₊₁ ≤ 1/δₖ₊₁ − 1/δₖ", middle, 1 / r.delta[k + 1] - 1 / r.delta[k], k);
  }
}

void telescope(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Number middle = 1 / r.delta[k + 1] - 1 / r.delta[0];
    claims.at_most("(k+1)C/R² ≤ 1/δₖ₊₁ − 1/δ₀", Number(k + 1) * r.C / r.R2, middle, k);
    claims.at_most("1/δₖ₊₁ − 1/δ₀ ≤ 1/δₖ₊₁", middle, 1 / r.delta[k + 1], k);
  }
}

void lost_square(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("δₖ₊₁ ≤ δₖ − C/R² · δₖ", r.delta[k + 1], r.delta[k] - r.C / r.R2 * r.delta[k], k);
}

void with_square(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("δₖ₊₁ ≤ δₖ − C/R² · δₖ²", r.delta[k + 1], r.delta[k] - r.C / r.R2 * square(r.delta[k]), k);
}

void converges_to_x_star(const Run& r, Claims& claims) {
  if (r.n > 0) claims.less("‖xₙ − x*‖² < ‖x₀ − x*‖² for large n", squared_distance(r, r.n), r.R2);
}

}  // namespace

Forms<DescentInstance> steps() {
  return {form<Run>("expansion", expansion),
          form<Run>("co-coercive", co_coercive),
          form<Run>("factor positive", factor_positive),
          form<Run>("distance", distance),
          form<Run>("distance decreases", distance_decreases),
          form<Run>("descent", descent),
          form<Run>("descent factor", descent_factor_step),
          form<Run>("C positive", c_positive),
          form<Run>("(a)", line_a),
          form<Run>("delta decreases", delta_decreases),
          form<Run>("first order", first_order),
          form<Run>("Cauchy-Schwarz", cauchy_schwarz),
          form<Run>("inverse", inverse).where(no_delta_is_zero),
          form<Run>("telescope", telescope).where(no_delta_is_zero)};
}

Forms<DescentInstance> errata() {
  return {form<Run>("lost square", lost_square),
          {"first iterate", conclusion().claims},
          form<Run>("iterates converge to x*", converges_to_x_star)};
}

Forms<DescentInstance> corrected() { return {form<Run>("lost square", with_square).where(no_delta_is_zero)}; }

}  // namespace verigrad::gradient_descent_rate
