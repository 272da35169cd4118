// Thesis, (1.32): the moments, the erratum of the bias correction, and what (1.32) is and is not.
#include "verigrad/theorem/adaptive/adam.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/optimisers.hpp"

namespace verigrad::adam::proofs_numeric {
namespace {

namespace theorem = adam;

constexpr const char* stem = "adam";

/// g = 1 once, β₁ = 1/2, β₂ = 3/4, α = 1, ε = 1/2: (1.32) moves by 1/2, ADAM by 2/3.
OptimiserInstance one_step(const std::string&) { return along({1}, 0.5); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, generate::exact_roots(true), theorem::hypotheses_hold, theorem::steps());
  const std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), one_step);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, errata);
  append(checks, sampled_each(stem, Kind::corrected, generate::adaptive_along(true), theorem::hypotheses_hold,
                              theorem::corrected()));
  append(checks, compared(stem));
  return checks;
}

}  // namespace verigrad::adam::proofs_numeric
