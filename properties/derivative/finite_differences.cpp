// MFDS, section 14.3.1: the error of finite differences against the step, on every smooth family; against the step and
// precision, on polynomials in double; what is attained, dropped, planted.
#include "verigrad/theorem/derivative/finite_differences.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/polynomials.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::finite_differences::properties {
namespace {

namespace theorem = finite_differences;
using theorem::DifferenceInstance;
using theorem::PolynomialInstance;

constexpr const char* stem = "finite_differences";

constexpr auto smooth_and_positive = [](const DifferenceInstance& i) { return theorem::hypotheses_hold(i); };
constexpr auto in_range = [](const PolynomialInstance& i) { return theorem::hypotheses_hold(i); };

Gen<DifferenceInstance> differences(Gen<ObjectivePtr> objectives, double sign = 1) {
  return gen::mapcat(std::move(objectives), [sign](const ObjectivePtr& f) {
    return gen::apply(
        [=](const Vector<double>& x, double epsilon) {
          return DifferenceInstance{f, x, sign * epsilon};
        },
        generate::point(f->dimension()), generate::positive(4, -20, 2));
  });
}
Gen<ObjectivePtr> smooth_objectives() {
  return gen::oneOf(generate::convex_smooth(), generate::convex_smooth(), generate::non_convex_smooth());
}

/// 5/2 ‖x‖² in three dimensions at (1, −2, 0), ε = 1/4: each entry is 5/8 too large.
DifferenceInstance scaled_sphere() {
  const Vector<double> spectrum = Vector<double>::Constant(3, 5);
  return {make_objective(Quadratic(spectrum, Vector<double>::Zero(3))), Vector<double>{{1, -2, 0}}, 0.25};
}

/// |x| at 0, where the library's derivative is 0, claimed to be 1-smooth: (|ε| − 0)/ε = 1 for every ε.
DifferenceInstance kink() {
  return {make_objective(Absolute(Vector<double>::Ones(1), Vector<double>::Zero(1))), Vector<double>::Zero(1), 0.25, 1};
}

/// z² at 1: 1 + 2⁻⁵³ is 1 in double, and the quotient 0 for 2.
PolynomialInstance step_lost() { return {Vector<double>{{0, 0, 1}}, 1, 53}; }

struct Measured {
  int best;        ///< the k of the smallest error
  double least;    ///< that error
  double derived;  ///< the error at the step that the bound proposes
};
Measured measure(PolynomialInstance instance, double slope) {
  const auto error_at = [&](int k) {
    instance.k = k;
    return std::abs(theorem::in_double(instance) - slope);
  };
  Measured result{2, error_at(2), error_at(theorem::best_exponent(instance))};
  for (int k = 3; k <= 60; ++k)
    if (error_at(k) < result.least) result = {k, error_at(k), result.derived};
  return result;
}

/// The bound in double at every ε = 2⁻², …, 2⁻⁶⁰ of one polynomial, with the best step measured and derived.
Evidence every_step(const Settings&) {
  Tally tally(Level::instance);
  PolynomialInstance cubic{Vector<double>{{0.3, -1.7, 0.9, 2.1}}, 1.3, 2};
  const Vector<double>& a = cubic.a;
  const double slope = a[1] + cubic.x * (2 * a[2] + cubic.x * 3 * a[3]);
  for (; cubic.k <= 60; ++cubic.k) tally.add(cubic.describe(), decide(theorem::rounded(), cubic));
  const Measured found = measure(cubic, slope);
  tally.note(fmt::format("best step derived 2^-{}, error there {:.1e}; measured 2^-{}, error {:.1e}, f′(x) = {:.3f}",
                         theorem::best_exponent(cubic), found.derived, found.best, found.least, slope));
  return tally.finish(Verdict::holds);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, within εL/2"}, differences(smooth_objectives()),
              smooth_and_positive, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "in double, with its rounding"}, generate::polynomial(), in_range,
              theorem::rounded()),
      {{stem, Kind::conclusion, "in double, at every step of one polynomial"}, every_step},
      examined({stem, Kind::sharp, "εL/2 attained in every entry"}, scaled_sphere(), theorem::attained()),
      examined({stem, Kind::dropped, "without a gradient: |x| at 0", Verdict::fails}, kink(), theorem::conclusion()),
      sampled({stem, Kind::dropped, "without ε > 0: it holds"}, differences(smooth_objectives(), -1), theorem::smooth,
              theorem::conclusion()),
      examined({stem, Kind::dropped, "without exact values: ε = 2⁻⁵³ in double", Verdict::fails}, step_lost(),
               theorem::truncation_only())};
  append(checks,
         planted_checks(stem, differences(generate::convex_quadratic()), smooth_and_positive, theorem::lines()));
  append(checks, planted_checks(stem, generate::polynomial(), in_range, theorem::polynomial_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::smooth({f, Vector<double>::Zero(f->dimension()), 1})) return {};
  return {sampled({stem, Kind::conclusion, "as printed, within εL/2"}, differences(gen::just(f)), smooth_and_positive,
                  theorem::conclusion())};
}

}  // namespace verigrad::finite_differences::properties
