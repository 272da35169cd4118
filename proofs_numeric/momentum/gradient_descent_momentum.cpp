// MathDNN, Definition 6.5: what follows from (23) line by line, where it parts from the heavy ball, and its erratum.
#include "verigrad/theorem/momentum/gradient_descent_momentum.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::gradient_descent_momentum::proofs_numeric {
namespace {

namespace theorem = gradient_descent_momentum;
using theorem::MomentumInstance;

constexpr const char* stem = "gradient_descent_momentum";

Gen<MomentumInstance> runs(Gen<ObjectivePtr> objectives, int highest_n) {
  return gen::mapcat(std::move(objectives), [highest_n](const ObjectivePtr& f) {
    const auto up_to = [](int first, int last) { return gen::inRange(first, last + 1); };
    return gen::apply(
        [f](const Vector<double>& x0, double alpha, int sixteenths, int n) {
          return MomentumInstance{f, x0, alpha, sixteenths / 16.0, n};
        },
        generate::point(f->dimension()), generate::positive(4, -4, 2), up_to(0, 16), up_to(3, highest_n));
  });
}

Gen<ObjectivePtr> smooth() { return gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

/// x²/2 with α = 1, β = 0 from 1: (23) gives 1, 1, 0, −1 and the heavy ball 1, 0, 0.
Check smallest_parting() {
  const auto parting = theorem::smallest_parting();
  const MomentumInstance parabola{make_objective(Quadratic(at(1), at(0))), at(1), 1, 0, 3};
  return examined({stem, Kind::step, parting.key}, parabola, parting);
}

}  // namespace

std::vector<Check> checks() {
  const auto lines = theorem::lines();
  std::vector<Check> checks = proof_checks(stem, runs(smooth(), 6), theorem::hypotheses_hold, lines);
  append(checks, {smallest_parting(),
                  examined({stem, Kind::corrected, "first iterate: the counterexample meets (23) for n ∈ ℕ*"},
                           lines.errata.front().counterexample, theorem::conclusion_from_1())});
  return checks;
}

/// Identities in exp or log would be decided by wide balls only, at a price; (23) itself is checked in properties.
std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!f->rational()) return {};
  return sampled_each(stem, Kind::step, runs(gen::just(f), 3), theorem::hypotheses_hold,
                      {theorem::recurrence(), theorem::part_at_the_third()});
}

}  // namespace verigrad::gradient_descent_momentum::proofs_numeric
