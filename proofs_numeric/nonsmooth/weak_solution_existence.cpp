// Stochastic gradient methods, (5.41): the printed weak formulation, and the corrected one.
#include "verigrad/theorem/nonsmooth/weak_solution_existence.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_existence::proofs_numeric {
namespace {

namespace theorem = weak_solution_existence;

constexpr const char* stem = "weak_solution_existence";

}  // namespace

std::vector<Check> checks() {
  const auto counterexample = [](const std::string&) { return theorem::AtRest{1, 1, 1, 1, 0}; };
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(checks.front()));
  append(checks, sampled_each(stem, Kind::corrected, generate::flow_at_rest(), theorem::rests, theorem::corrected()));
  append(checks, examined_each(stem, Kind::erratum, theorem::smooth_errata(), [](const std::string&) {
           return theorem::SmoothRest{1, 2, 2, 1, 1};
         }));
  append(checks, sampled_each(stem, Kind::corrected, generate::smooth_rest(), theorem::rests_smoothly,
                              theorem::smooth_corrected()));
  return checks;
}

}  // namespace verigrad::weak_solution_existence::proofs_numeric
