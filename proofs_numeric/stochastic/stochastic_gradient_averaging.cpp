// MFDS, section 14.2.4: the running average as printed is one step late.
#include "verigrad/theorem/stochastic/stochastic_gradient_averaging.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::stochastic_gradient_averaging::proofs_numeric {
namespace {

namespace theorem = stochastic_gradient_averaging;

constexpr const char* stem = "stochastic_gradient_averaging";

/// x²/2 from 4 with τ = ½: x̃₁ = 2, x̃₂ = 1; x₂ is 3/2, printed 2.
FiniteSumInstance counterexample(const std::string&) {
  const auto parabola = make_objective(Quadratic(Vector<double>::Ones(1), Vector<double>::Zero(1)));
  return {FiniteSum({parabola}), Vector<double>::Constant(1, 4), {0.5, 0.5}};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(checks.front()));
  append(checks, sampled_each(stem, Kind::corrected, generate::stochastic_run(4, 2), theorem::hypotheses_hold,
                              theorem::corrected()));
  return checks;
}

}  // namespace verigrad::stochastic_gradient_averaging::proofs_numeric
