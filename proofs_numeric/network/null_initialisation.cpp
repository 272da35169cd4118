// SGM, Lemma 5.4.1: the lines of the proof, for any depth, output and cost.
#include "verigrad/theorem/network/null_initialisation.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::null_initialisation::proofs_numeric {
namespace {

namespace theorem = null_initialisation;

constexpr const char* stem = "null_initialisation";

}  // namespace

std::vector<Check> checks() {
  const auto instances = rc::gen::map(
      rc::gen::oneOf(generate::affine_ended_rational(), generate::affine_ended_smooth()), theorem::null_start);
  return sampled_each(stem, Kind::step, instances, theorem::hypotheses_hold, theorem::steps());
}

}  // namespace verigrad::null_initialisation::proofs_numeric
