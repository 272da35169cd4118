// Stochastic gradient methods, Lemma 5.2.6: the displayed lines of the proof, and the derivative of an inverse.
#include "verigrad/theorem/adaptive/adam_energy_decay.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/adam_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::adam_energy_decay::proofs_numeric {
namespace {

namespace theorem = adam_energy_decay;

constexpr const char* stem = "adam_energy_decay";

/// m > 0.
rc::Gen<theorem::DiagonalCoefficient> coefficients() {
  return rc::gen::map(rc::gen::pair(generate::positive(), generate::dyadic()),
                      [](const std::pair<double, double>& draw) {
                        return theorem::DiagonalCoefficient{draw.first, draw.second};
                      });
}

}  // namespace

std::vector<Check> checks() {
  const std::string inverse = "derivative of the inverse";
  std::vector<Check> checks = proved_each(stem, Kind::step, theorem::general_steps());
  append(checks,
         sampled_each(stem, Kind::step, generate::quadratic_adam_state(), theorem::state_is_defined, theorem::steps()));
  checks.push_back(examined(check_of(stem, Kind::erratum, inverse), theorem::DiagonalCoefficient{},
                            theorem::printed_inverse_derivative()));
  append(checks, proved_each(stem, Kind::corrected, {theorem::general_inverse_derivative()}));
  checks.push_back(sampled(
      {stem, Kind::corrected, inverse + " corrected, on numbers"}, coefficients(),
      [](const theorem::DiagonalCoefficient& c) { return c.m > 0; }, theorem::corrected_inverse_derivative()));
  return checks;
}

}  // namespace verigrad::adam_energy_decay::proofs_numeric
