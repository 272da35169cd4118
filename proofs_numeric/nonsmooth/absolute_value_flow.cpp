// Stochastic gradient methods, proof of Lemma 5.6.7: each displayed line, and the sign that it loses.
#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::absolute_value_flow::proofs_numeric {
namespace {

namespace theorem = absolute_value_flow;

constexpr const char* stem = "absolute_value_flow";

}  // namespace

std::vector<Check> checks() {
  const auto instances = generate::tested_absolute_value_flow();
  const auto counterexample = [](const std::string&) { return theorem::TestedFlow{1, -1, 1, 1, 0}; };
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks, sampled_each(stem, Kind::corrected, instances, theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::absolute_value_flow::proofs_numeric
