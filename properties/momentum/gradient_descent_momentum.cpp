// MathDNN, Definition 6.5: gradient descent with momentum as printed, where it is stable and where it is not, every
// hypothesis dropped, planted mistakes.
#include "verigrad/theorem/momentum/gradient_descent_momentum.hpp"

#include <cmath>

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::gradient_descent_momentum::properties {
namespace {

namespace theorem = gradient_descent_momentum;
using theorem::MomentumInstance;

constexpr const char* stem = "gradient_descent_momentum";

constexpr auto any = [](const MomentumInstance&) { return true; };
ObjectivePtr parabola(double lambda) { return make_objective(Quadratic(at(lambda), at(0))); }

Gen<ObjectivePtr> smooth() { return gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

/// k/denominator, k = first … last.
Gen<double> fraction(int first, int last, int denominator) {
  return gen::map(gen::inRange(first, last + 1), [denominator](int k) { return double(k) / denominator; });
}

/// α in (0, 4], β from the generator, 3 to 6 steps.
Gen<MomentumInstance> runs(Gen<ObjectivePtr> objectives, Gen<double> beta, Gen<double> alpha) {
  return gen::mapcat(std::move(objectives), [=](const ObjectivePtr& f) {
    return gen::apply(
        [f](const Vector<double>& x0, double rate, double weight, int n) {
          return MomentumInstance{f, x0, rate, weight, n};
        },
        generate::point(f->dimension()), alpha, beta, gen::inRange(3, 7));
  });
}
Gen<MomentumInstance> runs() { return runs(smooth(), fraction(0, 16, 16), generate::positive(4, -4, 2)); }

/// f = λx²/2 from x⁰ = 1 with αλ = h and 8 steps.
Gen<MomentumInstance> modes(Gen<double> h, Gen<double> beta) {
  return gen::apply(
      [](int exponent, double relative_rate, double weight) {
        const double lambda = std::ldexp(1, exponent);
        return MomentumInstance{parabola(lambda), at(1), relative_rate / lambda, weight, 8};
      },
      gen::inRange(-3, 4), std::move(h), std::move(beta));
}

Check conclusion(const Gen<MomentumInstance>& instances, const Form<MomentumInstance>& law) {
  return sampled({stem, Kind::conclusion, law.key}, instances, theorem::hypotheses_hold, law);
}

/// (1 − β)/4 < h < 1, where the roots of the recurrence are a complex pair.
Gen<MomentumInstance> oscillating_modes() { return modes(fraction(257, 1023, 1024), fraction(0, 15, 16)); }

std::vector<Check> stability() {
  const auto below_1 = fraction(0, 15, 16);
  const auto all = modes(fraction(1, 80, 32), below_1), above_1 = modes(fraction(1025, 2047, 1024), below_1);
  return {conclusion(all, theorem::schur_conditions()), conclusion(all, theorem::energy()),
          conclusion(oscillating_modes(), theorem::vanishes()), conclusion(above_1, theorem::grows()),
          conclusion(all, theorem::heavy_ball_conditions())};
}

/// a x in one variable.
Gen<ObjectivePtr> linear() {
  return gen::map(generate::dyadic(), [](double a) {
    return make_objective(PiecewiseQuadratic({.knots = {0}, .slopes = {0, 0}, .first_derivative = a}));
  });
}

std::vector<Check> laws() {
  const auto rate = generate::positive(4, -4, 2);
  return {conclusion(runs(linear(), fraction(0, 16, 16), rate), theorem::constant_gradient()),
          conclusion(runs(smooth(), gen::just(0.0), rate), theorem::delayed_gradient()),
          conclusion(runs(smooth(), gen::just(1.0), rate), theorem::never_moves()),
          // β < 1: with β = 1 nothing moves, an equality that only rationals decide.
          conclusion(runs(smooth(), fraction(0, 15, 16), rate), theorem::first_move_descends())};
}

/// αλ = 1, β = 0 on x²/2: 1, 1, 0, −1, −1, 0, 1, 1, …
Check period_6() {
  const auto law = theorem::period_6();
  return examined({stem, Kind::sharp, law.key}, MomentumInstance{parabola(1), at(1), 1, 0, 12}, law);
}

/// αλ = 1 and any β < 1: c = 1 and V is conserved, so that the bound αλ < 1 cannot be relaxed.
Check conserved_energy() {
  const auto law = theorem::conserved();
  return sampled({stem, Kind::sharp, law.key}, modes(gen::just(1.0), fraction(0, 15, 16)), theorem::hypotheses_hold,
                 law);
}

/// x²/2 with αλ = 3/2: after 24 steps gradient descent has shrunk 2²⁴-fold, (23) has grown beyond 60 or 10.
Check growth(double beta) {
  const std::string name = beta == 0 ? "αλ = 3/2, β = 0: grows 60-fold" : "αλ = 3/2, β = 1/2: grows 10-fold";
  return examined({stem, Kind::sharp, name}, MomentumInstance{parabola(1), at(1), 1.5, beta, 24},
                  theorem::outgrows(beta == 0 ? 60 : 10));
}

std::vector<Check> dropped() {
  const auto real = fraction(-32, 32, 16);
  MomentumInstance moving{parabola(1), at(1), 1, 0.5, 3};
  moving.m0 = at(1);
  return {sampled({stem, Kind::dropped, "recurrence without α > 0 and β ∈ [0, 1]"}, runs(smooth(), real, real), any,
                  theorem::recurrence()),
          examined({stem, Kind::dropped, "without α > 0: the first move ascends", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), -1, 0.5, 3}, theorem::first_move_descends()),
          examined({stem, Kind::dropped, "without β ≤ 1: no average", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), 1, 3, 3}, theorem::average()),
          examined({stem, Kind::dropped, "without β ≥ 0: no average", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), 1, -1, 3}, theorem::average()),
          examined({stem, Kind::dropped, "without m⁰ = 0: x¹ moves", Verdict::fails}, moving, theorem::first_move()),
          examined({stem, Kind::dropped, "without β < 1 nothing converges", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), 0.5, 1, 8}, theorem::vanishes())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{conclusion(runs(), theorem::conclusion()), period_6(), conserved_energy(), growth(0),
                            growth(0.5)};
  for (const auto& more : {stability(), laws(), dropped()}) append(checks, more);
  append(checks, planted_checks(stem, runs(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  const Ladder from_256_bits{.interval = false, .ball_bits = {256, 512, 1024}};
  const auto instances =
      gen::map(runs(gen::just(f), fraction(0, 16, 16), generate::positive(4, -4, 2)), [](MomentumInstance instance) {
        instance.n = 2;
        return instance;
      });
  return {sampled({stem, Kind::conclusion, theorem::conclusion().key}, instances, theorem::hypotheses_hold,
                  theorem::conclusion(), f->rational() ? Ladder{} : from_256_bits)};
}

}  // namespace verigrad::gradient_descent_momentum::properties
