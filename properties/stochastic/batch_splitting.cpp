// Stochastic gradient methods, (5.29): the fully discrete splitting over batches against its closed form, exact flows
// against the discrete method, hypotheses dropped, planted mistakes.
#include "verigrad/theorem/stochastic/batch_splitting.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/splitting.hpp"

namespace verigrad::batch_splitting::properties {
namespace {

namespace theorem = batch_splitting;

constexpr const char* stem = "batch_splitting";

/// αw² from 1, one epoch of one batch.
SplittingInstance parabola(double dt, double alpha = 0.5) {
  const Matrix<double> one = Matrix<double>::Ones(1, 1);
  return {one, Matrix<double>::Zero(1, 1), Vector<double>::Constant(1, alpha), one, {dt}, {{{0}}}};
}

/// On w²/2 the distance of flow and step, exp(−Δt) − 1 + Δt, reaches 9/10 of ½Δt² from Δt = 1/4 on.
Evidence attained(const Settings&) {
  Tally tally(Level::instance);
  std::string shares;
  for (int e = 2; e <= 8; ++e) {
    const SplittingInstance instance = parabola(std::ldexp(1, -e));
    const auto claims = [&](Claims& list) {
      list.less("9/10 · bound < distance", frac(9, 10), theorem::share_of_bound(instance));
      list.less("1 − distance/bound < Δt", 1 - theorem::share_of_bound(instance), exact(instance.dt.front()));
    };
    tally.add(instance.describe(), decide(claims, in_balls));
    const Ball::Precision precision(128);
    shares += fmt::format(" {:.5f}", approximate(theorem::share_of_bound(instance)));
  }
  tally.note("distance/bound on w²/2 for Δt = 2⁻² … 2⁻⁸:" + shares + "; it tends to 1: the factor ½ is sharp");
  return tally.finish(Verdict::holds);
}

/// w²/4 and (10w − 6.05…)²/2: the second batch nearly rests where the first flow ends, and Δt tr A = 50.5.
SplittingInstance amplifying() {
  Matrix<double> x(2, 1), y(2, 1);
  x << 1, 10;
  y << 0, 6.0546875;
  return {x, y, (Vector<double>(2) << 0.25, 0.5).finished(), Matrix<double>::Ones(1, 1), {1}, {{{0}, {1}}}};
}

SplittingInstance without_partition(const SplittingInstance::Epoch& epoch) {
  const Matrix<double> x = Matrix<double>::Ones(2, 1), y = (Matrix<double>(2, 1) << 0, 1).finished();
  return {x, y, Vector<double>::Constant(2, 0.5), Matrix<double>::Constant(1, 1, 2), {0.5}, {epoch}};
}

/// The bound itself, where its condition is dropped.
Form<SplittingInstance> unconditioned(Form<SplittingInstance> form) {
  form.needs = {};
  return form;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "fully discrete: closed form"}, generate::splitting(),
                                    theorem::hypotheses_hold, theorem::discrete_epoch()),
                            sampled({stem, Kind::conclusion, "exact flows near the fully discrete method"},
                                    generate::splitting(), theorem::hypotheses_hold, theorem::flow_near_discrete()),
                            {{stem, Kind::sharp, "½Δt² is attained as Δt → 0"}, attained},
                            examined({stem, Kind::dropped, "without Δt tr A ≤ 2", Verdict::fails}, amplifying(),
                                     unconditioned(theorem::flow_near_discrete())),
                            examined({stem, Kind::dropped, "without αᵢ > 0", Verdict::fails}, parabola(1, -0.5),
                                     unconditioned(theorem::flow_near_discrete())),
                            examined({stem, Kind::dropped, "without Δt > 0", Verdict::fails}, parabola(-1),
                                     unconditioned(theorem::flow_near_discrete())),
                            examined({stem, Kind::dropped, "a term in no batch", Verdict::fails},
                                     without_partition({{0}}), theorem::sum_over_batches()),
                            examined({stem, Kind::dropped, "a term in two batches", Verdict::fails},
                                     without_partition({{0, 1}, {1}}), theorem::sum_over_batches())};
  append(checks, planted_checks(stem, generate::splitting(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::batch_splitting::properties
