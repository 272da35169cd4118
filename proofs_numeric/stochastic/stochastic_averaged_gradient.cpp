// MFDS, section 14.2.5, which has no proof: what its update keeps, and its two errata.
#include "verigrad/theorem/stochastic/stochastic_averaged_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::stochastic_averaged_gradient::proofs_numeric {
namespace {

namespace theorem = stochastic_averaged_gradient;

constexpr const char* stem = "stochastic_averaged_gradient";

/// x²/2 three times, from 1, τ = 1/L = 1; x²/2 once, x̃ = 1.
FiniteSumInstance counterexample(const std::string& key) {
  const auto parabola = make_objective(Quadratic(Vector<double>::Ones(1), Vector<double>::Zero(1)));
  const std::vector<ObjectivePtr> terms(key == "sum for mean" ? 3 : 1, parabola);
  return {FiniteSum(terms), Vector<double>::Ones(1), {1}};
}

bool convex(const FiniteSumInstance& instance) { return instance.convex(); }

bool step_is_short(const FiniteSumInstance& instance) {
  return instance.convex() && instance.tau.front() * instance.largest_L() <= 1;
}

}  // namespace

std::vector<Check> checks() {
  const auto runs = generate::stochastic_run(3, 1);
  std::vector<Check> checks = sampled_each<FiniteSumInstance>(
      stem, Kind::step, runs, convex, {theorem::memory_is_summed(), theorem::printed_step_is_longer()});
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, runs, step_is_short, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::stochastic_averaged_gradient::proofs_numeric
