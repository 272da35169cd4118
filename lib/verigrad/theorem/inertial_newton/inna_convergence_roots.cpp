#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence_run.hpp"

namespace verigrad::inna_convergence {
namespace {

/// k^{¼}.
Number fourth_root(int k) { return root<Number>(root<Number>(k)); }

/// The planted forms change one side or the other.
struct Bounds {
  Number lower, upper;
};
/// log(1 − x) is between −x − x² and −x for x = 1/(2√(j + 1)), and Σ_{j<k} 1/√(j + 1) between 2√(k + 1) − 2 and 2√k
/// − 1.
Bounds smooth_bounds(int k) {
  return {exp(frac(1, 4) - root<Number>(k)) / fourth_root(k), exp(1 - root<Number>(k + 1))};
}
Bounds nonsmooth_bounds(const Number& start, int k) {
  return {start - 2 * root<Number>(k) + 1, larger<Number>(1 / root<Number>(k), start - 2 * root<Number>(k + 1) + 2)};
}

template <class Change>
Form<RunInstance> smooth_with(const char* key, Change change) {
  return form<Run>(key, [change](const Run& r, Claims& claims) {
    for (int k = 1; k <= r.instance->steps; ++k) {
      const Number ratio = r.theta[std::size_t(k)] / r.theta.front();
      Bounds bounds = smooth_bounds(k);
      change(bounds, k);
      claims.less("e^{¼ − √k}/k^{¼} < θₖ/θ₀", bounds.lower, ratio, k);
      claims.less("θₖ/θ₀ < e^{1 − √(k + 1)}", ratio, bounds.upper, k);
    }
  });
}
/// From k = 2 on: before, |θ₁| = |θ₀| − 1 where |θ₀| ≥ 1.
template <class Change>
Form<RunInstance> nonsmooth_with(const char* key, Change change) {
  return form<Run>(key, [change](const Run& r, Claims& claims) {
    const Number start = magnitude<Number>(r.theta.front());
    for (int k = 2; k <= r.instance->steps; ++k) {
      const Number reached = magnitude<Number>(r.theta[std::size_t(k)]);
      Bounds bounds = nonsmooth_bounds(start, k);
      change(bounds, start, k);
      claims.less("|θ₀| − 2√k + 1 < |θₖ|", bounds.lower, reached, k);
      claims.less("|θₖ| < max(1/√k, |θ₀| − 2√(k + 1) + 2)", reached, bounds.upper, k);
    }
  });
}

}  // namespace

Form<RunInstance> root_smooth_run() {
  return smooth_with("a = ½, θ²", [](const Bounds&, int) {});
}
Form<RunInstance> root_nonsmooth_run() {
  return nonsmooth_with("a = ½, |θ|", [](const Bounds&, const Number&, int) {});
}

Lines<RunInstance> root_smooth_lines() {
  return {
      .planted = {smooth_with("factor: a = ½, e^{2(1 − √(k + 1))}", [](Bounds& b, int) { b.upper = square(b.upper); }),
                  smooth_with("missing factor: a = ½, no k^{−¼} below",
                              [](Bounds& b, int k) { b.lower *= fourth_root(k); }),
                  smooth_with("rate: a = ½, above like 1/k² as for γₖ = 1/(k + 1)",
                              [](Bounds& b, int k) { b.upper = frac(1, k * k); })},
      .separating = {{parabola(), 0.0625, 0, {0.25, 1, 1, 1}, 24}}};
}
Lines<RunInstance> root_nonsmooth_lines() {
  return {.planted = {nonsmooth_with("missing term: a = ½, |θ₀| − 2√(k + 1)",
                                     [](Bounds& b, const Number& start, int k) {
                                       b.upper = larger<Number>(1 / root<Number>(k), start - 2 * root<Number>(k + 1));
                                     }),
                      nonsmooth_with("factor: a = ½, |θ₀| − √k below",
                                     [](Bounds& b, const Number& start, int k) { b.lower = start - root<Number>(k); })},
          .separating = {{magnitude_term(), 2.4375, 0, {1, 1, 1, 1}, 24}}};
}

}  // namespace verigrad::inna_convergence
