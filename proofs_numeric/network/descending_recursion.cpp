// SGM, (5.14) and Definition 5.1.9: the printed ranges and the printed label.
#include "verigrad/theorem/network/descending_recursion.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::descending_recursion::proofs_numeric {
namespace {

namespace theorem = descending_recursion;

constexpr const char* stem = "descending_recursion";

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  return proof_checks(stem, generate::affine_ended_rational(), anything, theorem::lines());
}

}  // namespace verigrad::descending_recursion::proofs_numeric
