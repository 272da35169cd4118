// Thesis, (1.19): each displayed equality, and the errata.
#include "verigrad/theorem/stochastic/minibatch_expectation.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::minibatch_expectation::proofs_numeric {
namespace {

namespace theorem = minibatch_expectation;

constexpr const char* stem = "minibatch_expectation";

ObjectivePtr parabola(double centre) { return make_objective(Quadratic(at(1), at(centre))); }

/// Two samples: 𝒥₁ = 𝒥₂ = θ²/2 at θ = 1, so that ∇𝒥_B = 1 and ∇𝒥 = 2; for the martingale, (θ ± 1)²/2 at θ = 0.
BatchInstance counterexample(const std::string& key) {
  if (key == "martingale") return {FiniteSum({parabola(1), parabola(-1)}), at(0), 1};
  return {FiniteSum({parabola(0), parabola(0)}), at(1), 1};
}

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::batches();
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, instances, theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::minibatch_expectation::proofs_numeric
