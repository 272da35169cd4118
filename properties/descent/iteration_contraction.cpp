// Stochastic gradient methods, Lemma 5.1.3: contraction of the discrete iteration on random members, the sharp factor
// and what attains it, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/descent/iteration_contraction.hpp"

#include <fmt/format.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/strongly_convex.hpp"

namespace verigrad::iteration_contraction::properties {
namespace {

namespace theorem = iteration_contraction;
using Instance = theorem::Instance;

constexpr const char* stem = "iteration_contraction";

/// For β/α = 1, 2, 10, 1000 and βΔt = 1/16 … 31/16: the slowest quadratic attains the sharp factor.
Evidence attained(const Settings&) {
  Tally tally(Level::instance);
  const auto form = theorem::attained();
  for (const double kappa : {1.0, 2.0, 10.0, 1000.0})
    for (int k = 1; k < 32; ++k) {
      const Instance instance = theorem::slowest_quadratic(1, kappa, k / (16 * kappa), 3);
      tally.add(instance.describe(), decide(form, instance));
    }
  tally.note(
      "β/α = 1, 2, 10, 1000 and βΔt = 1/16 … 31/16: max{|1 − αΔt|, |1 − βΔt|} is attained; it is below 1 up to "
      "Δt = 2/β, the lemma asks for Δt < 2α/β²");
  return tally.finish(Verdict::holds);
}

/// Over Δt < 2α/β² the sharp factor is below the printed one if α < β; how far.
Evidence slack(const Settings&) {
  Tally tally(Level::instance);
  const auto form = theorem::sharper_than_printed();
  for (const double kappa : {2.0, 10.0, 1000.0})
    for (int k = 1; k < 16; ++k) {
      const Instance instance = theorem::slowest_quadratic(1, kappa, k / (8 * kappa * kappa), 1);
      tally.add(instance.describe(), decide(form, instance));
    }
  const double kappa = 100;
  const auto steps_to_tenth = [](double factor) { return std::log(10) / -std::log(factor); };
  tally.note(
      fmt::format("β/α = 100: steps to a tenth of the distance, at best {:.0f} by the printed bound (Δt = α/β²), "
                  "{:.0f} by the sharp one (Δt = 2/(α + β))",
                  steps_to_tenth(std::sqrt(1 - 1 / (kappa * kappa))), steps_to_tenth((kappa - 1) / (kappa + 1))));
  return tally.finish(Verdict::holds);
}

/// hX²/2 from 1 under claimed bounds.
Instance parabola(double h, double alpha, double beta, double dt) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {{.f = make_objective(Quadratic(one * h, one * 0)), .x0 = one, .alpha = dt, .n = 1, .claimed_L = beta}, alpha};
}

/// X²/2 from 1 with 1 taken for W*.
Instance not_extremal() {
  Instance result = parabola(1, 1, 1, 0.5);
  result.reference = Vector<double>::Ones(1);
  return result;
}

/// |1 − βΔt| = 4.1: what is rounded off near 10⁶ in a first step has grown more than a thousandfold after six.
Instance moving_apart() {
  return {{.f = make_objective(Quadratic(at(3), at(1000000.1))), .x0 = at(1000000), .alpha = 1.7, .n = 6}};
}

std::vector<Check> dropped() {
  return {
      examined({stem, Kind::dropped, "without Δt < 2/β: iterates that move apart are enclosed"}, moving_apart(),
               theorem::enclosed_iterates()),
      examined({stem, Kind::dropped, "without ∇²J ≥ α", Verdict::fails}, parabola(0.25, 1, 1, 1),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "without ∇²J ≤ β", Verdict::fails}, parabola(5, 1, 1, 1), theorem::conclusion()),
      examined({stem, Kind::dropped, "without ∇J(W*) = 0", Verdict::fails}, not_extremal(), theorem::conclusion()),
      examined({stem, Kind::dropped, "without Δt > 0", Verdict::fails}, parabola(1, 1, 1, -0.5), theorem::conclusion()),
      examined({stem, Kind::dropped, "at Δt = 2/β no factor below 1", Verdict::fails},
               theorem::slowest_quadratic(1, 4, 0.5, 1), theorem::sharp_conclusion()),
      sampled({stem, Kind::dropped, "without a continuous Hessian: it holds"},
              generate::contraction(generate::strongly_convex_piecewise()), theorem::step_below_two_over_beta,
              theorem::sharp_conclusion())};
}

std::vector<Check> conclusions(const Gen<Instance>& instances) {
  return {sampled({stem, Kind::conclusion, "as printed, for some ε"}, instances, theorem::hypotheses_hold,
                  theorem::conclusion()),
          sampled({stem, Kind::conclusion, "sharp factor for all Δt < 2/β"}, instances,
                  theorem::step_below_two_over_beta, theorem::sharp_conclusion()),
          sampled({stem, Kind::conclusion, "GradientDescent::lipschitz is no less"}, instances,
                  theorem::step_below_two_over_beta, theorem::shipped_factor())};
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::contraction(generate::strongly_convex());
  std::vector<Check> checks = conclusions(instances);
  append(checks, {{{stem, Kind::sharp, "sharp factor attained"}, attained},
                  {{stem, Kind::sharp, "printed factor is too large"}, slack},
                  examined({stem, Kind::sharp, "printed factor attained for α = β"},
                           theorem::slowest_quadratic(2, 2, 0.25, 1), theorem::as_sharp_as_printed())});
  append(checks, dropped());
  append(checks, planted_checks(stem, instances, theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->curvature().lower <= 0 || !f->has_minimum()) return {};
  return conclusions(generate::contraction(gen::just(f)));
}

}  // namespace verigrad::iteration_contraction::properties
