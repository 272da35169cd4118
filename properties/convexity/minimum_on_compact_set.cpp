// Stochastic gradient methods, Theorem 5.0.1: minima on boxes enclosed by branch and bound, minimisers in closed form,
// every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/minimum_on_compact_set.hpp"

#include <fmt/format.h>

#include "verigrad/check/cover.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/boxes.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::minimum_on_compact_set::properties {
namespace {

namespace theorem = minimum_on_compact_set;

constexpr const char* stem = "minimum_on_compact_set";

bool any(const theorem::Candidate&) { return true; }

/// The width that the pieces with a minimiser may have in one dimension.
double candidate_width(const theorem::BoxInstance& instance) {
  const BoxMinimum found = branch_and_bound(*instance.J, instance.omega, instance.gap_bits);
  const std::vector<Box> pieces = subdivision(instance.omega, found.splits);
  double width = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (found.candidates[i]) width += pieces[i].upper[0] - pieces[i].lower[0];
  return width;
}

/// A double well at every point of [−4, 5]: the enclosure of the minimum and of its two minimisers shrinks with the
/// gap.
Evidence shrinks(const Settings&) {
  Tally tally(Level::covered);
  std::string widths;
  for (const int gap_bits : {4, 8, 12, 16, 20}) {
    const theorem::BoxInstance instance{make_objective(double_well(1, 1, 0)), {at(-4), at(5)}, gap_bits};
    tally.add(instance.describe(), decide(theorem::conclusion(), instance));
    widths += fmt::format("{}{:.4f}", widths.empty() ? "" : ", ", candidate_width(instance));
  }
  tally.note("double well on [−4, 5], gap 2⁻⁴, 2⁻⁸ … 2⁻²⁰ of the range: pieces that may hold a minimiser are " +
             widths + " wide in all");
  return tally.finish(Verdict::holds);
}

/// J″ = s but for −s within a of c.
struct WellInstance {
  double s, a, c;
  bool rational() const { return true; }
  std::string describe() const { return make_objective(double_well(s, a, c))->describe(); }
};

void both_minimise(const WellInstance& w, Claims& claims) {
  const ObjectivePtr f = make_objective(double_well(w.s, w.a, w.c));
  const ObjectiveOver<Number>& J = f->over<Number>();
  const Number lowest = J.minimum().f_star;
  for (const double end : {w.c - 2 * w.a, w.c + 2 * w.a})
    claims.equal("J(c ± 2a) = J*", J.value(exact(at(end))), lowest);
  claims.equal("J(c) = J* + sa²", J.value(exact(at(w.c))), lowest + exact(w.s) * square(exact(w.a)));
  claims.equal("J′(c) = 0", J.gradient(exact(at(w.c)))[0], 0);
}

/// x²/2 on [1, 3].
theorem::BoxInstance parabola_beside_its_minimum() {
  return {make_objective(Quadratic(at(1), at(0))), {at(1), at(3)}, 4};
}

/// J(W*) ≤ J(W) + 2^−room_bits at every W of Ω, decided over pieces of Ω: at W* itself, intervals leave an equality
/// open, however small the piece.
Check at_every_point(CheckId id, const ObjectivePtr& J, const Box& omega, const Vector<double>& w_star, int room_bits) {
  const std::string words = fmt::format("J = {}, W* = {}; every W from {} to {}", J->describe(), in_words(w_star),
                                        in_words(omega.lower), in_words(omega.upper));
  return covered(std::move(id), words, omega, [=](const Vector<Number>& w, Claims& claims) {
    const ObjectiveOver<Number>& over = J->over<Number>();
    claims.at_most("J(W*) ≤ J(W) + room", over.value(exact(w_star)), over.value(w) + power(frac(1, 2), room_bits));
  });
}

std::vector<Check> at_every_point() {
  const ObjectivePtr saddle = make_objective(Quadratic(vector({-0.25, 0.25}), vector({-1, 0})));
  const ObjectivePtr bowl = make_objective(Quadratic(vector({1, 3, 0}), vector({2, -5, 0})));
  const ObjectivePtr wells = make_objective(double_well(1, 1, 0));
  const Box around_saddle{vector({-1.5, -1.75}), vector({1, 0.25})};
  const Box beside_bowl{vector({-1, -1, -1}), vector({1, 1, 1})};
  const Box around_wells{at(-4), at(5)};
  return {at_every_point({stem, Kind::conclusion, "at every W of Ω within 2⁻³⁰: a saddle"}, saddle, around_saddle,
                         vector({1, 0}), 30),
          at_every_point({stem, Kind::conclusion, "at every W of Ω within 2⁻³⁰: a bowl beside its centre"}, bowl,
                         beside_bowl, vector({1, -1, 0.5}), 30),
          at_every_point({stem, Kind::conclusion, "at every W of Ω within 2⁻¹²: a double well"}, wells, around_wells,
                         at(2), 12),
          at_every_point({stem, Kind::planted, "rejects at every W of Ω: a saddle's maximiser", Verdict::fails}, saddle,
                         around_saddle, vector({-1, -1.75}), 30),
          at_every_point({stem, Kind::planted, "rejects at every W of Ω: 2⁻¹⁰ beside a well", Verdict::fails}, wells,
                         around_wells, at(2 + 0x1p-10), 24)};
}

std::vector<Check> dropped() {
  std::vector<Check> checks;
  for (const Form<theorem::Candidate>& form : theorem::without())
    checks.push_back(sampled({stem, Kind::dropped, "without \"" + form.key + "\": every W* is beaten (by formula)"},
                             generate::candidate(), any, form));
  append(checks, {examined({stem, Kind::dropped, "Ω empty, not excluded in print (by formula)", Verdict::fails},
                           theorem::Candidate{at(0)}, theorem::in_empty_set()),
                  examined({stem, Kind::dropped, "without \"continuous\": J(0) = 1 is beaten (by formula)"},
                           theorem::Candidate{at(0)}, theorem::without_continuity())});
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "the minimum enclosed, and where"}, generate::box_problem(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "a known minimiser is where it is said to be"}, generate::box_problem(7),
              theorem::hypotheses_hold, theorem::known_minimiser()),
      sampled({stem, Kind::conclusion, "as printed, minimisers in closed form"}, generate::separable_on_box(),
              theorem::is_point_of_box, theorem::explicit_minimiser()),
      {{stem, Kind::sharp, "the enclosure shrinks with the gap"}, shrinks},
      examined({stem, Kind::sharp, "both minimisers of a double well"}, WellInstance{2, 1.5, 4}, both_minimise),
      examined({stem, Kind::sharp, "the gap is its share of the range"}, parabola_beside_its_minimum(),
               theorem::gap_of_the_corners())};
  append(checks, at_every_point());
  append(checks, dropped());
  append(checks, planted_checks(stem, generate::box_problem(), theorem::hypotheses_hold, theorem::lines()));
  append(checks,
         planted_checks(stem, generate::separable_on_box(), theorem::is_point_of_box, theorem::minimiser_lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->dimension() > 2) return {};
  return {sampled({stem, Kind::conclusion, "the minimum enclosed, and where"}, generate::box_problem(gen::just(f)),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::minimum_on_compact_set::properties
