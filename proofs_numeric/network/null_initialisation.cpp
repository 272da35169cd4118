// SGM, Lemma 5.4.1: the lines of the proof, for any depth, output and cost.
#include "verigrad/theorem/network/null_initialisation.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::null_initialisation::proofs_numeric {
namespace {

namespace theorem = null_initialisation;

constexpr const char* stem = "null_initialisation";

}  // namespace

std::vector<Check> checks() {
  const auto instances =
      gen::map(gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth()), theorem::null_start);
  return proof_checks(stem, instances, theorem::hypotheses_hold, theorem::lines());
}

}  // namespace verigrad::null_initialisation::proofs_numeric
