#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence_run.hpp"

namespace verigrad::inna_convergence {
namespace {

/// k^{¼}.
Number fourth_root(int k) { return root<Number>(root<Number>(Number(k))); }
Number stretched_exponential(const Number& exponent) {
  using std::exp;
  return exp(exponent);
}

/// The planted forms change one side or the other.
struct Sides {
  Number lower, upper;
};
/// log(1 − x) is between −x − x² and −x for x = 1/(2√(j + 1)), and Σ_{j<k} 1/√(j + 1) between 2√(k + 1) − 2 and 2√k
/// − 1.
constexpr auto smooth_sides = [](const Run&, int k) {
  return Sides{stretched_exponential(frac(1, 4) - root<Number>(Number(k))) / fourth_root(k),
               stretched_exponential(1 - root<Number>(Number(k + 1)))};
};
constexpr auto nonsmooth_sides = [](const Run& r, int k) {
  const Number start = magnitude<Number>(r.theta.front());
  return Sides{start - 2 * root<Number>(Number(k)) + 1,
               larger<Number>(1 / root<Number>(Number(k)), start - 2 * root<Number>(Number(k + 1)) + 2)};
};

template <class Of>
auto smooth_claims(Of of) {
  return [of](const Run& r, Claims& claims) {
    for (int k = 1; k <= r.instance->steps; ++k) {
      const Number ratio = r.theta[std::size_t(k)] / r.theta.front();
      const Sides sides = of(r, k);
      claims.less("e^{¼ − √k}/k^{¼} < θₖ/θ₀", sides.lower, ratio, k);
      claims.less("θₖ/θ₀ < e^{1 − √(k + 1)}", ratio, sides.upper, k);
    }
  };
}
/// From k = 2 on: before, |θ₁| = |θ₀| − 1 where |θ₀| ≥ 1.
template <class Of>
auto nonsmooth_claims(Of of) {
  return [of](const Run& r, Claims& claims) {
    for (int k = 2; k <= r.instance->steps; ++k) {
      const Number reached = magnitude<Number>(r.theta[std::size_t(k)]);
      const Sides sides = of(r, k);
      claims.less("|θ₀| − 2√k + 1 < |θₖ|", sides.lower, reached, k);
      claims.less("|θₖ| < max(1/√k, |θ₀| − 2√(k + 1) + 2)", reached, sides.upper, k);
    }
  };
}

template <class Of>
Form<RunInstance> planted_smooth_side(const char* key, Of of) {
  return form<Run>(key, smooth_claims(of));
}
template <class Of>
Form<RunInstance> planted_nonsmooth_side(const char* key, Of of) {
  return form<Run>(key, nonsmooth_claims(of));
}

}  // namespace

Form<RunInstance> root_smooth_run() { return form<Run>("a = ½, θ²", smooth_claims(smooth_sides)); }
Form<RunInstance> root_nonsmooth_run() { return form<Run>("a = ½, |θ|", nonsmooth_claims(nonsmooth_sides)); }

Forms<RunInstance> planted_root_smooth() {
  return {planted_smooth_side("factor: a = ½, e^{2(1 − √(k + 1))}",
                              [](const Run& r, int k) {
                                Sides sides = smooth_sides(r, k);
                                sides.upper = square(sides.upper);
                                return sides;
                              }),
          planted_smooth_side("missing factor: a = ½, no k^{−¼} below",
                              [](const Run& r, int k) {
                                Sides sides = smooth_sides(r, k);
                                sides.lower *= fourth_root(k);
                                return sides;
                              }),
          planted_smooth_side("rate: a = ½, above like 1/k² as for γₖ = 1/(k + 1)", [](const Run& r, int k) {
            Sides sides = smooth_sides(r, k);
            sides.upper = frac(1, k * k);
            return sides;
          })};
}
Forms<RunInstance> planted_root_nonsmooth() {
  return {planted_nonsmooth_side("missing term: a = ½, |θ₀| − 2√(k + 1)",
                                 [](const Run& r, int k) {
                                   Sides sides = nonsmooth_sides(r, k);
                                   sides.upper =
                                       larger<Number>(1 / root<Number>(Number(k)), magnitude<Number>(r.theta.front()) -
                                                                                       2 * root<Number>(Number(k + 1)));
                                   return sides;
                                 }),
          planted_nonsmooth_side("factor: a = ½, |θ₀| − √k below", [](const Run& r, int k) {
            Sides sides = nonsmooth_sides(r, k);
            sides.lower = magnitude<Number>(r.theta.front()) - root<Number>(Number(k));
            return sides;
          })};
}

}  // namespace verigrad::inna_convergence
