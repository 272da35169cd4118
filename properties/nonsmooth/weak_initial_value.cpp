// Stochastic gradient methods, Lemma 5.6.4: a continuous W that starts elsewhere fails (5.41), for an explicit test
// function; planted mistakes.
#include "verigrad/theorem/nonsmooth/weak_initial_value.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_initial_value::properties {
namespace {

namespace theorem = weak_initial_value;
using theorem::PathInstance;

constexpr const char* stem = "weak_initial_value";

/// W = 1, W₀ = 0, no forces.
PathInstance at_rest_elsewhere() { return {0, at(0), at(0), at(0), at(1), at(0), at(0), 1}; }

}  // namespace

std::vector<Check> checks() {
  const auto paths = generate::weak_path();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "another start fails (5.41)"}, paths, theorem::hypotheses_hold,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "without forces: −|b − W₀|²/2"}, at_rest_elsewhere(), theorem::attained()),
      examined({stem, Kind::dropped, "without continuity", Verdict::fails}, at_rest_elsewhere(),
               theorem::discontinuous())};
  append(checks, planted_checks(stem, paths, theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::weak_initial_value::properties
