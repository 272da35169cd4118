// Stochastic gradient methods, Lemma 5.2.5: the three false lines of the proof, and those that replace them.
#include "verigrad/theorem/adaptive/second_moment_positivity.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/second_moments.hpp"

namespace verigrad::second_moment_positivity::proofs_numeric {
namespace {

namespace theorem = second_moment_positivity;
using theorem::SecondMoment;

constexpr const char* stem = "second_moment_positivity";

/// The smallest exact counterexample: at t = 0, or e^{−t/ε₂} = 1/2 without a gradient.
SecondMoment counterexample(const std::string& key) {
  if (key == "lost factor") return {.a = 1, .eps2 = 2};
  return {.q = 0.5};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  append(checks, proved_each(stem, Kind::corrected, theorem::general_corrected()));
  append(checks, sampled_each(stem, Kind::corrected, generate::second_moment(), theorem::hypotheses_hold,
                              theorem::corrected()));
  return checks;
}

}  // namespace verigrad::second_moment_positivity::proofs_numeric
