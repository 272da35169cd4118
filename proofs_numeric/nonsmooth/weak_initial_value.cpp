// Stochastic gradient methods, proof of Lemma 5.6.4: the limit with its rate, the circles, and the test function.
#include "verigrad/theorem/nonsmooth/weak_initial_value.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/ratio.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_initial_value::proofs_numeric {
namespace {

namespace theorem = weak_initial_value;

constexpr const char* stem = "weak_initial_value";

}  // namespace

std::vector<Check> checks() {
  const auto paths = generate::weak_path();
  std::vector<Check> checks = sampled_each(stem, Kind::step, paths, theorem::hypotheses_hold, theorem::steps());
  for (Check& check : checks)
    if (check.id.name == "limit") check = noting_largest_ratio(check);
  append(checks,
         examined_each(stem, Kind::erratum, theorem::errata(), [](const std::string&) { return theorem::Cutoff{1}; }));
  append(checks, sampled_each(stem, Kind::corrected, paths, theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::weak_initial_value::proofs_numeric
