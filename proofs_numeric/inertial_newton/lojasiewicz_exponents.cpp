// INNA, Lemma 2.7: the distance for which it is stated.
#include "verigrad/theorem/inertial_newton/lojasiewicz_exponents.hpp"

#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::lojasiewicz_exponents::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = lojasiewicz_exponents;
  constexpr const char* stem = "lojasiewicz_exponents";
  std::vector<Check> checks = erratum_checks(stem, theorem::flat_lines());
  checks.push_back(sampled(check_of(stem, Kind::corrected, "any given distance"), generate::power_function(),
                           theorem::hypotheses_hold, theorem::conclusion()));
  return checks;
}

}  // namespace verigrad::lojasiewicz_exponents::proofs_numeric
