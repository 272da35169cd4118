// MathDNN, Proposition 6.5: the rate of gradient descent on random members of its class, the best constant known and
// the functions that attain it, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

#include <fmt/format.h>

#include "verigrad/check/cover.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::gradient_descent_rate::properties {
namespace {

namespace theorem = gradient_descent_rate;

constexpr const char* stem = "gradient_descent_rate";

/// Whether gradient descent's last δₙ/R² on `one` is not below that on the other, decided in fractions.
bool is_slower(const DescentInstance& one, const DescentInstance& other) {
  const Number::Over fractions(Number::Kind::rational);
  const theorem::Run a(one), b(other);
  return certainly_at_most(b.delta.back() / b.R2, a.delta.back() / a.R2);
}

/// For αL = 1/16 … 31/16 and n = 1 … 12: the slower of the two witnesses attains the best bound.
Evidence attained(const Settings&) {
  Tally tally(Level::instance);
  int parabola_wins = 0;
  int huber_wins = 0;
  for (int sixteenths = 1; sixteenths < 32; ++sixteenths)
    for (int n = 1; n <= 12; ++n) {
      const double h = sixteenths / 16.0;
      const bool huber_is_slower = is_slower(theorem::huber_witness(h, n), theorem::parabola_witness(h, n));
      ++(huber_is_slower ? huber_wins : parabola_wins);
      const DescentInstance slower = huber_is_slower ? theorem::huber_witness(h, n) : theorem::parabola_witness(h, n);
      const auto claims = [&](Claims& list) {
        const auto run = theorem::Run(slower);
        list.equal("f(xₙ) − f* = best bound", run.delta[n], theorem::best_bound(run, n), n);
      };
      tally.add(slower.describe(), decide(claims, Kinds{}));
    }
  tally.note(fmt::format("αL = 1/16 … 31/16, n = 1 … 12: Huber's function attains it {} times, the parabola {} times",
                         huber_wins, parabola_wins));
  return tally.finish(Verdict::holds);
}

/// The printed bound exceeds the best one more than 4 times, L = R = 1 and αL = p₁; best/printed tends to 1/4 as αL → 0
/// and nαL → ∞.
void four_times(const Vector<Number>& p, Claims& claims) {
  theorem::Run run;
  run.L = run.R2 = 1;
  run.alpha = p[0];
  run.C = run.alpha - square(run.alpha) / 2;
  for (const int n : {1, 2, 5, 20, 100, 1000})
    claims.less("4 · best < printed", 4 * theorem::best_bound(run, n), theorem::printed_bound(run, n), n);
}

/// f′(x) = x up to 1, 2 − x up to 2, 0 beyond: gradient descent stays on the plateau f = 1.
DescentInstance not_convex() {
  const PiecewiseQuadratic f({.knots = {1, 2}, .slopes = {1, -1, 0}, .first_derivative = 1});
  return {make_objective(f), at(2), 1, 9};
}

/// f(x) = 5x²/2 under the claim L = 1.
DescentInstance not_smooth() {
  return {.f = make_objective(Quadratic(at(5), at(0))), .x0 = at(1), .alpha = 1, .n = 1, .claimed_L = 1.0};
}

/// Gradient descent judged against any point in place of a minimiser.
Gen<DescentInstance> with_any_reference() {
  return gen::mapcat(generate::descent(), [](const DescentInstance& instance) {
    return gen::map(generate::point(instance.f->dimension()), [instance](const Vector<double>& y) {
      DescentInstance result = instance;
      result.reference = y;
      return result;
    });
  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::descent(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "best constant known"}, generate::descent(), theorem::hypotheses_hold,
              theorem::best_conclusion()),
      {{stem, Kind::sharp, "best constant attained"}, attained},
      covered({stem, Kind::sharp, "printed constant is 4 times too large"}, "αL from 1/1024 to 2 − 1/1024",
              {at(0x1p-10), at(2 - 0x1p-10)}, four_times),
      examined({stem, Kind::dropped, "without convexity", Verdict::fails}, not_convex(), theorem::conclusion()),
      examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, not_smooth(), theorem::conclusion()),
      examined({stem, Kind::dropped, "without α < 2/L", Verdict::fails}, theorem::parabola_witness(2.5, 1),
               theorem::conclusion()),
      sampled({stem, Kind::dropped, "without a minimum: any point for x*"}, with_any_reference(),
              theorem::hypotheses_hold, theorem::conclusion())};
  append(checks, planted_checks(stem, gen::oneOf(generate::descent(), generate::slowest_descent(32)),
                                theorem::hypotheses_hold, theorem::wrong_rates()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  const auto instances = generate::descent(gen::just(f), 12);
  return {sampled({stem, Kind::conclusion, "as printed"}, instances, theorem::hypotheses_hold, theorem::conclusion()),
          sampled({stem, Kind::conclusion, "best constant known"}, instances, theorem::hypotheses_hold,
                  theorem::best_conclusion())};
}

}  // namespace verigrad::gradient_descent_rate::properties
