// Mathematical Foundations of Data Sciences, Proposition 46: soft thresholding minimises, on data at, below and above
// the threshold; where the bound is attained; without λ ≥ 0; planted mistakes.
#include "verigrad/theorem/regression/soft_thresholding.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::soft_thresholding::properties {
namespace {

namespace theorem = soft_thresholding;
using theorem::ProximalInstance;

constexpr const char* stem = "soft_thresholding";

/// One entry below the threshold, one beyond it.
ProximalInstance both_sides() { return {vector({0.25, -0.75}), 0.5, vector({0, 0})}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::corrected, "argument of S corrected, the minimiser"}, generate::proximal(),
              theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "strong convexity attained"},
               ProximalInstance{vector({3, -2, 0.5}), 1, vector({7, -0.25, 0})}, theorem::attained()),
      examined({stem, Kind::dropped, "without λ ≥ 0", Verdict::fails}, ProximalInstance{vector({0}), -1, vector({1})},
               theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, generate::proximal(), theorem::hypotheses_hold, theorem::planted(),
                              {both_sides()}));
  return checks;
}

}  // namespace verigrad::soft_thresholding::properties
