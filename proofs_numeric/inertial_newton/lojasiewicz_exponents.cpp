// INNA, Lemma 2.7: the distance for which it is stated.
#include "verigrad/theorem/inertial_newton/lojasiewicz_exponents.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/power_functions.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::lojasiewicz_exponents::proofs_numeric {

std::vector<Check> checks() {
  namespace theorem = verigrad::lojasiewicz_exponents;
  constexpr const char* stem = "lojasiewicz_exponents";
  return {as_conclusion(examined(check_of(stem, Kind::erratum, "any given distance"), theorem::FlatAt{1.0 / 16, 0.5, 2},
                                 theorem::any_distance())),
          sampled(check_of(stem, Kind::corrected, "any given distance"), generate::power_function(),
                  theorem::hypotheses_hold, theorem::conclusion())};
}

}  // namespace verigrad::lojasiewicz_exponents::proofs_numeric
