// MathDNN, Definition 6.5: what follows from (23) line by line, where it parts from the heavy ball, and its erratum.
#include "verigrad/theorem/momentum/gradient_descent_momentum.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::gradient_descent_momentum::proofs_numeric {
namespace {

namespace theorem = gradient_descent_momentum;
using theorem::MomentumInstance;

constexpr const char* stem = "gradient_descent_momentum";

rc::Gen<MomentumInstance> runs(rc::Gen<ObjectivePtr> objectives, int highest_n) {
  return rc::gen::mapcat(std::move(objectives), [highest_n](const ObjectivePtr& f) {
    const auto up_to = [](int first, int last) {
      return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(first, last + 1));
    };
    return rc::gen::map(rc::gen::tuple(generate::point(f->dimension()), generate::positive(4, -4, 2), up_to(0, 16),
                                       up_to(3, highest_n)),
                        [f](const std::tuple<Vector<double>, double, int, int>& draw) {
                          const auto& [x0, alpha, sixteenths, n] = draw;
                          return MomentumInstance{f, x0, alpha, sixteenths / 16.0, n};
                        });
  });
}

rc::Gen<ObjectivePtr> smooth() { return rc::gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

std::vector<Check> steps(const rc::Gen<MomentumInstance>& instances, const Forms<MomentumInstance>& lines) {
  return sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, lines);
}

MomentumInstance parabola(int n) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, Vector<double>::Zero(1))), one, 1, 0, n};
}

/// x²/2 with α = 1, β = 0 from 1: (23) gives 1, 1, 0, −1 and the heavy ball 1, 0, 0.
Check smallest_parting() {
  const auto parting = theorem::smallest_parting();
  return examined({stem, Kind::step, parting.key}, parabola(3), parting);
}

/// A run that meets (23) as printed, for n ∈ ℕ* only: x⁰ = 1, then x¹ = 0 and m¹ = 0 at will, then (23).
MomentumInstance arbitrary_first_iterate() {
  MomentumInstance instance = parabola(3);
  const Vector<double> one = Vector<double>::Ones(1), zero = Vector<double>::Zero(1);
  instance.recording = {{one, zero, zero, zero}, {zero, zero, zero, zero}};
  return instance;
}

/// That run does meet both printed lines for n = 1, 2.
Check meets_the_printed_lines() {
  return examined({stem, Kind::corrected, "first iterate: the counterexample meets (23) for n ∈ ℕ*"},
                  arbitrary_first_iterate(), theorem::conclusion_from_1());
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = steps(runs(smooth(), 6), theorem::steps());
  checks.push_back(smallest_parting());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(),
                               [](const std::string&) { return arbitrary_first_iterate(); }));
  checks.push_back(meets_the_printed_lines());
  return checks;
}

/// Identities in exp or log would be decided by wide balls only, at a price; (23) itself is checked in properties.
std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  const auto lines = theorem::steps();
  return steps(runs(rc::gen::just(f), 3), {with_key(lines, "recurrence"), with_key(lines, "part at the third")});
}

}  // namespace verigrad::gradient_descent_momentum::proofs_numeric
