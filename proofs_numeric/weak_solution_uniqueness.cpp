// Stochastic gradient methods, proof of Lemma 5.6.5: doubling the variables, line by line.
#include "verigrad/theorem/weak_solution_uniqueness.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = weak_solution_uniqueness;

constexpr const char* stem = "weak_solution_uniqueness";

/// J₁ = −w²/2 from 1 and 0, to e^t = 2.
theorem::TwoFlows parting(const std::string&) {
  const Vector<double> zero = Vector<double>::Zero(1), one = Vector<double>::Ones(1);
  return {{-1, zero, zero, one, 2}, zero};
}

/// J₁ = w²/2, W = t, Z = 0 on [0, 1].
theorem::Paths line(const std::string&) { return {1, 0, 1, 0, 0, 0, 1, 0.5, 0.125}; }

}  // namespace

std::vector<Check> weak_solution_uniqueness() {
  const auto flows = generate::two_weak_flows();
  const auto paths = generate::doubled_paths();
  std::vector<Check> checks = sampled_each(stem, Kind::step, paths, theorem::paths_hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), line));
  append(checks, sampled_each(stem, Kind::corrected, paths, theorem::paths_hypotheses_hold, theorem::corrected()));
  append(checks, examined_each(stem, Kind::erratum, theorem::half_errata(), [](const std::string&) {
           return theorem::Descending{1, 2};
         }));
  append(checks,
         sampled_each(stem, Kind::corrected, generate::descending(), theorem::goes_down, theorem::half_corrected()));
  append(checks, examined_each(stem, Kind::erratum, theorem::flow_errata(), parting));
  append(checks, sampled_each(stem, Kind::corrected, flows, theorem::hypotheses_hold, theorem::flow_corrected()));
  checks.push_back(sampled(check_of(stem, Kind::step, "estimate attained on one side of 0"), flows,
                           theorem::hypotheses_hold, theorem::estimate_attained()));
  append(checks, sampled_each(stem, Kind::planted, flows, theorem::hypotheses_hold, theorem::planted_estimates()));
  return checks;
}

std::vector<Check> weak_solution_uniqueness_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
