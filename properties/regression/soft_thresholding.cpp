// Mathematical Foundations of Data Sciences, Proposition 46: soft thresholding minimises, on data at, below and above
// the threshold; where the bound is attained; without λ ≥ 0; planted mistakes.
#include "verigrad/theorem/regression/soft_thresholding.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::soft_thresholding::properties {
namespace {

namespace theorem = soft_thresholding;
using theorem::ProximalInstance;

constexpr const char* stem = "soft_thresholding";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::corrected, "argument of S corrected, the minimiser"}, generate::proximal(),
              theorem::hypotheses_hold, theorem::conclusion()),
      examined({stem, Kind::sharp, "strong convexity attained"},
               ProximalInstance{vector({3, -2, 0.5}), 1, vector({7, -0.25, 0})}, theorem::attained()),
      examined({stem, Kind::dropped, "without λ ≥ 0", Verdict::fails}, ProximalInstance{vector({0}), -1, vector({1})},
               theorem::conclusion())};
  append(checks, planted_checks(stem, generate::proximal(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::soft_thresholding::properties
