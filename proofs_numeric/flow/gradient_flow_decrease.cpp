// Stochastic gradient methods, (5.3): the initial condition as printed. The text displays no line of a proof.
#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

#include "verigrad/check/examine.hpp"

namespace verigrad::gradient_flow_decrease::proofs_numeric {
namespace {

namespace theorem = gradient_flow_decrease;

constexpr const char* stem = "gradient_flow_decrease";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = erratum_checks(stem, theorem::initial_lines());
  append(checks,
         examined_each(stem, Kind::corrected, theorem::initial_lines().corrected_forms(), theorem::ParabolaInstance{}));
  return checks;
}

}  // namespace verigrad::gradient_flow_decrease::proofs_numeric
