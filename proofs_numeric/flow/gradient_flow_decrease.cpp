// Stochastic gradient methods, (5.3): the initial condition as printed. The text displays no line of a proof.
#include "verigrad/theorem/flow/gradient_flow_decrease.hpp"

#include "verigrad/check/examine.hpp"

namespace verigrad::gradient_flow_decrease::proofs_numeric {
namespace {

namespace theorem = gradient_flow_decrease;

constexpr const char* stem = "gradient_flow_decrease";

}  // namespace

std::vector<Check> checks() {
  return {examined(check_of(stem, Kind::erratum, "initial condition"), theorem::ParabolaFlow{},
                   theorem::printed_initial_condition()),
          examined(check_of(stem, Kind::corrected, "initial condition"), theorem::ParabolaFlow{},
                   theorem::corrected_initial_condition())};
}

}  // namespace verigrad::gradient_flow_decrease::proofs_numeric
