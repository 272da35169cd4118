#include <fmt/format.h>

#include "verigrad/autodiff/dual.hpp"
#include "verigrad/autodiff/elementary.hpp"
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate_run.hpp"

namespace verigrad::lojasiewicz_rate {
namespace {

/// ∫‖X′‖ from the distance `from` to the distance `to`.
Number way(const Run& r, const Number& from, const Number& to) { return r.stretch * (from - to); }
/// ‖X − X̄‖ and the way that is left, at s.
Number way_left(const Run& r) { return way(r, r.distance(r.s), 0); }

void rate(const Run& r, Claims& claims) {
  const int m = r.p - 2 * r.q;
  const Number here = r.distance(r.s), start = r.distance(r.s0);
  claims.less("(2.31) from 0 to t", way(r, start, here), r.factor() * (start - here));
  claims.less("(2.31) from t to ∞", way_left(r), r.factor() * here);
  const Number bound = power<Number>(r.factor(), m);
  claims.less("‖X − X̄‖^m ((2a − 1)κt)^q < (ρ/(c₁c₂))^m, m/q = (2a − 1)/(1 − a)",
              power(here, m) * power<Number>(r.growth(), r.q), bound);
  claims.less("the same for the way that is left", power<Number>(way_left(r), m) * power<Number>(r.growth(), r.q),
              bound);
  const Number later = r.reduced(r.s0) + square(r.rho) * r.reduced(r.s);
  claims.less("the way after N(ε) < ε = ρ/(c₁c₂) s^q, (2a − 1)κN(ε) = s^−m", power(r.stretch, m),
              bound * power(here, m) * power(later, r.q));
}
void rate_attained(const Run& r, Claims& claims) {
  const int m = r.p - 2 * r.q;
  claims.equal("∫‖X′‖^m (G₀^{1−2a} + (2a − 1)κt)^q = (1/(c₁c₂))^m",
               power<Number>(way_left(r), m) * power<Number>(r.reduced(r.s0) + r.growth(), r.q),
               power<Number>(r.factor(), m));
}
void finite(const Run& r, Claims& claims) {
  const int d = 2 * r.q - r.p;
  claims.less("∫‖X′‖^d < (ρ/(c₁c₂))^d (G₀^{1−2a} − (1 − 2a)κt)^q, d/q = (1 − 2a)/(1 − a)",
              power<Number>(way_left(r), d),
              power<Number>(r.factor(), d) * power<Number>(r.reduced(r.s0) + r.growth(), r.q));
}
void linear_along_flow(const Run& r, Claims& claims) {
  claims.less("∫‖X′‖ < ρ/(c₁c₂) (G₀e^{−κt})^{1−a}", way_left(r),
              r.factor() * r.distance(r.s0) * exp(-r.kappa * time(r) * Number(r.q) / Number(r.p)));
}

/// c₁t‖∂G‖² at the end, where the gradient is least.
Number least(const Run& r) { return r.c1 * r.t * square(frac(r.p, r.q) * power(r.s, r.p - r.q)); }
Number drop(const Run& r) { return power(r.s0, r.p) - power(r.s, r.p); }
void least_bounded(const Run& r, Claims& claims) { claims.at_most("c₁t min‖∂G‖² ≤ G₀ − G", least(r), drop(r)); }
void least_equal(const Run& r, Claims& claims) { claims.equal("c₁t min‖∂G‖² = G₀ − G", least(r), drop(r)); }

/// A planted mistake: left(run) < right(run) for a > 1/2.
template <class Left, class Right>
Form<PowerFlowInstance> wrong(const char* key, Left left, Right right) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { claims.less("planted", left(r), right(r)); }).where(slow);
}

struct OtherRun {
  using Instance = OtherFlowInstance;
  explicit OtherRun(const OtherFlowInstance& i) : s(exact(i.s)), bound(exact(i.bound)) {}
  Number s, bound;
};
void times_value(const OtherRun& o, Claims& claims) {
  claims.at_most("t G(X(t)) ≤ bound", (power(o.s, 3) - 1) / (3 * o.s), o.bound);
}
void opposite_points(const OtherRun& o, Claims& claims) {
  claims.at_most("‖X(t + π) − X(t)‖ ≤ bound for large t", 2 * o.s, o.bound);
}
void opposite_values(const OtherRun& o, Claims& claims) {
  claims.at_most("|G(X(2πk + π)) − G(X(2πk))| ≤ bound for large k", o.s - (-o.s), o.bound);
}
void jump(const OtherRun& o, Claims& claims) {
  const Dual<Number> x = Dual<Number>::variable(o.s, 0, 1);
  const Dual<Number> G = Dual<Number>(3) * x * x - Dual<Number>(2) * x * x * x;
  claims.equal("G′(X(2k + 1)) = 0", G.tangent(), 0);
  claims.at_most("|G(X(2k + 1)) − G(X(2k))| ≤ bound for large k", G.value(), o.bound);
}
void slow_stairs(const OtherRun& o, Claims& claims) {
  const Number slope = power(o.s, 3), width = o.s / 4;
  const Number duration = width / slope;
  claims.at_most("t G(X(t)) ≤ bound", duration * (o.s - slope * width), o.bound);
}
void derivative_of_program(const OtherRun& o, Claims& claims) {
  const Dual<Number> x = Dual<Number>::variable(o.s, 0, 1);
  const Dual<Number> G = x * x + relu(x) - relu(-x) - x;
  claims.equal("x² + relu(x) − relu(−x) − x = x²", G.value(), square(o.s));
  claims.equal("the derivative is 2x", G.tangent(), 2 * o.s);
}

Forms<PowerFlowInstance> planted_slow() {
  const auto left = [](const auto& r) { return way_left(r); };
  const auto here = [](const auto& r) { return r.distance(r.s); };
  return {
      wrong("inverse: c₁c₂/ρ for ρ/(c₁c₂)", left, [=](const auto& r) { return here(r) / r.factor(); }),
      wrong("swapped: c₁/c₂ for c₁c₂", left, [=](const auto& r) { return r.rho * r.c2 / r.c1 * here(r); }),
      wrong("exponent: G^a for G^{1−a}", left, [](const auto& r) { return r.factor() * power(r.s, r.p - r.q); }),
      wrong(
          "sign: G(X(t))^{1−a} − G(X(s))^{1−a}", [](const Run& r) { return way(r, r.distance(r.s0), r.distance(r.s)); },
          [](const auto& r) { return r.factor() * (r.distance(r.s) - r.distance(r.s0)); }),
      wrong(
          "exponent: (2a − 1)/(1 − a) for its inverse",
          [](const Run& r) { return power<Number>(way_left(r), r.q) * power<Number>(r.growth(), r.p - 2 * r.q); },
          [](const Run& r) { return power<Number>(r.factor(), r.q); }),
      wrong(
          "factor: N(ε)/4", [](const Run& r) { return power(r.stretch, r.p - 2 * r.q); },
          [](const Run& r) {
            const int m = r.p - 2 * r.q;
            const Number later = r.reduced(r.s0) + square(r.rho) * r.reduced(r.s) / 4;
            return power<Number>(r.factor(), m) * power(r.s, r.q * m) * power(later, r.q);
          }),
      wrong(
          "power: ‖∂G‖ for ‖∂G‖²", [](const Run& r) { return r.c1 * r.t * frac(r.p, r.q) * power(r.s, r.p - r.q); },
          [](const auto& r) { return drop(r); })};
}

Forms<PowerFlowInstance> planted_fast() {
  return {form<Run>("exponent: 1 for 1 − a",
                    [](const Run& r, Claims& claims) {
                      claims.less("planted", way_left(r), r.factor() * r.distance(r.s0) * exp(-r.kappa * time(r)));
                    })
              .in_balls(),
          form<Run>("missing factor: without c₂", [](const Run& r, Claims& claims) {
            claims.less("planted", way_left(r),
                        r.rho / r.c1 * r.distance(r.s0) * exp(-r.kappa * time(r) * Number(r.q) / Number(r.p)));
          }).in_balls()};
}

}  // namespace

Lines<PowerFlowInstance> slow_trajectory_lines() {
  return {.planted = planted_slow(), .separating = separating_flows()};
}
Lines<PowerFlowInstance> fast_trajectory_lines() {
  return {.planted = planted_fast(), .separating = separating_flows()};
}

Form<PowerFlowInstance> trajectory_rate() { return form<Run>("rate of X, a > 1/2", rate).where(slow); }
Form<PowerFlowInstance> trajectory_attained() { return form<Run>("rate of X attained", rate_attained).where(slow); }
Form<PowerFlowInstance> trajectory_linear_rate() {
  return form<Run>("rate of X, a ≤ 1/2", linear_along_flow).in_balls().where([](const PowerFlowInstance& i) {
    return !slow(i);
  });
}
Form<PowerFlowInstance> trajectory_finite_time() { return form<Run>("rate of X, a < 1/2", finite).where(fast); }
Form<PowerFlowInstance> least_gradient() { return form<Run>("least gradient", least_bounded); }
Form<PowerFlowInstance> least_gradient_attained() { return form<Run>("least gradient attained", least_equal); }

std::string OtherFlowInstance::describe() const { return fmt::format("s = {}, bound {}", s, bound); }
Form<OtherFlowInstance> unbounded() { return form<OtherRun>("unbounded", times_value); }
Form<OtherFlowInstance> circle() { return form<OtherRun>("circle", opposite_points); }
Form<OtherFlowInstance> circle_values() { return form<OtherRun>("circle values", opposite_values); }
Form<OtherFlowInstance> jumping() { return form<OtherRun>("jumping", jump); }
Form<OtherFlowInstance> stairs() { return form<OtherRun>("stairs", slow_stairs); }
Form<OtherFlowInstance> program_derivative() { return form<OtherRun>("program", derivative_of_program); }

}  // namespace verigrad::lojasiewicz_rate
