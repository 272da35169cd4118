// Stochastic gradient methods, proof of Lemma 5.6.4: the limit with its rate, the circles, and the test function.
#include "verigrad/theorem/weak_initial_value.hpp"

#include <fmt/format.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = weak_initial_value;

constexpr const char* stem = "weak_initial_value";

}  // namespace

std::vector<Check> weak_initial_value() {
  const auto paths = generate::weak_path();
  std::vector<Check> checks = sampled_each(stem, Kind::step, paths, theorem::hypotheses_hold, theorem::steps());
  const Form<theorem::TestFunction> slope = theorem::continuous_slope();
  checks.push_back(examined(check_of(stem, Kind::erratum, slope.key), theorem::TestFunction{1, 1}, slope));
  for (const double epsilon : {1.0, 0.25})
    checks.push_back(
        examined({stem, Kind::corrected, fmt::format("{} corrected, φ ∈ C¹ for ε = {}", slope.key, epsilon)},
                 theorem::TestFunction{epsilon, 2}, slope));
  append(checks, sampled_each(stem, Kind::corrected, paths, theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

std::vector<Check> weak_initial_value_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
