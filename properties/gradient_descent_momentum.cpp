// MathDNN, Definition 6.5: gradient descent with momentum as printed, where it is stable and where it is not, every
// hypothesis dropped, planted mistakes.
#include "verigrad/theorem/gradient_descent_momentum.hpp"

#include <cmath>

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = gradient_descent_momentum;
using theorem::MomentumInstance;

constexpr const char* stem = "gradient_descent_momentum";

constexpr auto any = [](const MomentumInstance&) { return true; };
constexpr auto as_printed = []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
  theorem::conclusion(theorem::run_alone<T>(instance), claims);
};

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

ObjectivePtr parabola(double lambda) { return make_objective(Quadratic(at(lambda), at(0))); }

rc::Gen<ObjectivePtr> smooth() { return rc::gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

/// k/denominator, k = first … last.
rc::Gen<double> fraction(int first, int last, int denominator) {
  return rc::gen::map(rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first, last + 1)),
                      [denominator](int k) { return double(k) / denominator; });
}

/// α in (0, 4], β from the generator, 3 to 6 steps.
rc::Gen<MomentumInstance> runs(rc::Gen<ObjectivePtr> objectives, rc::Gen<double> beta, rc::Gen<double> alpha) {
  return rc::gen::mapcat(std::move(objectives), [=](const ObjectivePtr& f) {
    return rc::gen::map(rc::gen::tuple(generate::point(f->dimension()), alpha, beta,
                                       rc::gen::resize(rc::kNominalSize, rc::gen::inRange(3, 7))),
                        [f](const std::tuple<Vector<double>, double, double, int>& draw) {
                          const auto& [x0, rate, weight, n] = draw;
                          return MomentumInstance{f, x0, rate, weight, n};
                        });
  });
}
rc::Gen<MomentumInstance> runs() { return runs(smooth(), fraction(0, 16, 16), generate::positive(4, -4, 2)); }

/// f = λx²/2 from x⁰ = 1 with αλ = h and 8 steps.
rc::Gen<MomentumInstance> modes(rc::Gen<double> h, rc::Gen<double> beta) {
  return rc::gen::map(
      rc::gen::tuple(rc::gen::resize(rc::kNominalSize, rc::gen::inRange(-3, 4)), std::move(h), std::move(beta)),
      [](const std::tuple<int, double, double>& draw) {
        const auto [exponent, relative_rate, weight] = draw;
        const double lambda = std::ldexp(1, exponent);
        return MomentumInstance{parabola(lambda), at(1), relative_rate / lambda, weight, 8};
      });
}

template <class Law>
Check of_mode(const char* name, Kind kind, const rc::Gen<MomentumInstance>& instances, Law law) {
  return sampled(
      {stem, kind, name}, instances, theorem::hypotheses_hold,
      [law]<class T>(const MomentumInstance& instance, Claims<T>& claims) { law(theorem::mode<T>(instance), claims); });
}

/// (1 − β)/4 < h < 1, where the roots of the recurrence are a complex pair.
rc::Gen<MomentumInstance> oscillating_modes() { return modes(fraction(257, 1023, 1024), fraction(0, 15, 16)); }

std::vector<Check> stability() {
  const auto below_1 = fraction(0, 15, 16);
  const auto all = modes(fraction(1, 80, 32), below_1), above_1 = modes(fraction(1025, 2047, 1024), below_1);
  return {of_mode("Schur's conditions: stable if and only if 0 < αλ < 1", Kind::conclusion, all,
                  []<class T>(const theorem::Mode<T>& m, Claims<T>& c) { theorem::schur_conditions(m, c); }),
          of_mode("energy: Vₙ₊₁ = (β + (1 − β)αλ) Vₙ", Kind::conclusion, all,
                  []<class T>(const theorem::Mode<T>& m, Claims<T>& c) { theorem::energy(m, c); }),
          of_mode("vanishes for αλ < 1", Kind::conclusion, oscillating_modes(),
                  []<class T>(const theorem::Mode<T>& m, Claims<T>& c) { theorem::vanishes(m, c); }),
          of_mode("grows for αλ in (1, 2), where gradient descent converges", Kind::conclusion, above_1,
                  []<class T>(const theorem::Mode<T>& m, Claims<T>& c) {
                    theorem::grows(m, c);
                    theorem::plain_contracts(m, c);
                  }),
          of_mode("heavy ball: stable if and only if 0 < γλ < 2(1 + μ)", Kind::conclusion, all,
                  []<class T>(const theorem::Mode<T>& m, Claims<T>& c) { theorem::heavy_ball_conditions(m, c); })};
}

/// a x in one variable.
rc::Gen<ObjectivePtr> linear() {
  return rc::gen::map(generate::dyadic(), [](double a) {
    return make_objective(PiecewiseQuadratic({.knots = {0}, .slopes = {0, 0}, .first_derivative = a}));
  });
}

template <class Law>
Check of_run(const char* name, Kind kind, const rc::Gen<MomentumInstance>& instances, Law law) {
  return sampled(
      {stem, kind, name}, instances, any,
      [law]<class T>(const MomentumInstance& instance, Claims<T>& claims) { law(theorem::run<T>(instance), claims); });
}

std::vector<Check> laws() {
  const auto rate = generate::positive(4, -4, 2);
  return {of_run("constant gradient", Kind::conclusion, runs(linear(), fraction(0, 16, 16), rate),
                 []<class T>(const theorem::Run<T>& r, Claims<T>& c) { theorem::constant_gradient(r, c); }),
          of_run("β = 0 is delayed gradient descent", Kind::conclusion, runs(smooth(), rc::gen::just(0.0), rate),
                 []<class T>(const theorem::Run<T>& r, Claims<T>& c) { theorem::delayed_gradient(r, c); }),
          of_run("β = 1 never moves", Kind::conclusion, runs(smooth(), rc::gen::just(1.0), rate),
                 []<class T>(const theorem::Run<T>& r, Claims<T>& c) { theorem::never_moves(r, c); }),
          // β < 1: with β = 1 nothing moves, an equality that only rationals decide.
          of_run("first move descends", Kind::conclusion, runs(smooth(), fraction(0, 15, 16), rate),
                 []<class T>(const theorem::Run<T>& r, Claims<T>& c) { theorem::first_move_descends(r, c); })};
}

/// αλ = 1, β = 0 on x²/2: 1, 1, 0, −1, −1, 0, 1, 1, …
Check period_6() {
  return examined({stem, Kind::sharp, "αλ = 1: period 6"}, MomentumInstance{parabola(1), at(1), 1, 0, 12},
                  []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                    const auto r = theorem::run<T>(instance);
                    const int cycle[] = {1, 1, 0, -1, -1, 0};
                    for (int k = 0; k <= r.n; ++k) claims.equal("xᵏ", r.x[k][0], T(cycle[k % 6]), k);
                  });
}

/// αλ = 1 and any β < 1: c = 1 and V is conserved, so that the bound αλ < 1 cannot be relaxed.
Check conserved_energy() {
  return of_mode("αλ = 1: V is conserved", Kind::sharp, modes(rc::gen::just(1.0), fraction(0, 15, 16)),
                 []<class T>(const theorem::Mode<T>& m, Claims<T>& c) {
                   c.equal("c = 1", m.c, T(1));
                   theorem::energy(m, c);
                 });
}

/// x²/2 with αλ = 3/2: after 24 steps gradient descent has shrunk 2²⁴-fold, (23) has grown beyond 60 or 10.
Check growth(double beta) {
  const std::string name = beta == 0 ? "αλ = 3/2, β = 0: grows 60-fold" : "αλ = 3/2, β = 1/2: grows 10-fold";
  return examined({stem, Kind::sharp, name}, MomentumInstance{parabola(1), at(1), 1.5, beta, 24},
                  [beta]<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                    const auto r = theorem::run<T>(instance);
                    const T factor(beta == 0 ? 60 : 10);
                    const T size = square(r.x[r.n][0]) + square(r.x[r.n - 1][0]);
                    claims.less("factor² < x²ₙ + x²ₙ₋₁", square(factor), size);
                    claims.less("gradient descent: 2²³|xₙ| < 1", T(1 << 23) * magnitude<T>(r.plain[r.n][0]), T(1));
                  });
}

std::vector<Check> dropped() {
  const auto real = fraction(-32, 32, 16);
  MomentumInstance moving{parabola(1), at(1), 1, 0.5, 3};
  moving.m0 = at(1);
  constexpr auto first_move = []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
    theorem::steps<T>()[0].claims(theorem::run<T>(instance), claims);
  };
  constexpr auto average = []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
    theorem::steps<T>()[4].claims(theorem::run<T>(instance), claims);
  };
  constexpr auto recurrence = []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
    theorem::steps<T>()[3].claims(theorem::run<T>(instance), claims);
  };
  constexpr auto descends = []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
    theorem::first_move_descends(theorem::run<T>(instance), claims);
  };
  constexpr auto vanishes = []<class T>(const MomentumInstance& instance, Claims<T>& claims) {
    theorem::vanishes(theorem::mode<T>(instance), claims);
  };
  return {sampled({stem, Kind::dropped, "recurrence without α > 0 and β ∈ [0, 1]"}, runs(smooth(), real, real), any,
                  recurrence),
          examined({stem, Kind::dropped, "without α > 0: the first move ascends", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), -1, 0.5, 3}, descends),
          examined({stem, Kind::dropped, "without β ≤ 1: no average", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), 1, 3, 3}, average),
          examined({stem, Kind::dropped, "without β ≥ 0: no average", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), 1, -1, 3}, average),
          examined({stem, Kind::dropped, "without m⁰ = 0: x¹ moves", Verdict::fails}, moving, first_move),
          examined({stem, Kind::dropped, "without β < 1 nothing converges", Verdict::fails},
                   MomentumInstance{parabola(1), at(1), 0.5, 1, 8}, vanishes)};
}

std::vector<Check> planted() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::planted<Interval>().size(); ++i) {
    const CheckId id{stem, Kind::planted, std::string("rejects ") + theorem::planted<Interval>()[i].key,
                     Verdict::fails};
    checks.push_back(sampled(id, runs(), theorem::hypotheses_hold,
                             [i]<class T>(const MomentumInstance& instance, Claims<T>& claims) {
                               theorem::planted<T>()[i].claims(theorem::run<T>(instance), claims);
                             }));
  }
  return checks;
}

}  // namespace

std::vector<Check> gradient_descent_momentum() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, n ∈ ℕ"}, runs(), theorem::hypotheses_hold, as_printed), period_6(),
      conserved_energy(), growth(0), growth(0.5)};
  for (const auto& more : {stability(), laws(), dropped(), planted()})
    checks.insert(checks.end(), more.begin(), more.end());
  return checks;
}

std::vector<Check> gradient_descent_momentum_on(const ObjectivePtr& f) {
  const Ladder from_256_bits{.interval = false, .ball_bits = {256, 512, 1024}};
  const auto instances = rc::gen::map(runs(rc::gen::just(f), fraction(0, 16, 16), generate::positive(4, -4, 2)),
                                      [](MomentumInstance instance) {
                                        instance.n = 2;
                                        return instance;
                                      });
  return {sampled({stem, Kind::conclusion, "as printed, n ∈ ℕ"}, instances, theorem::hypotheses_hold, as_printed,
                  f->rational() ? Ladder{} : from_256_bits)};
}

}  // namespace verigrad::properties
