// Stochastic gradient methods, Theorem 5.1.1, which is printed without a proof: the contraction of Picard's map, from
// which existence follows.
#include "verigrad/theorem/flow/cauchy_lipschitz.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/phases.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::cauchy_lipschitz::proofs_numeric {
namespace {

namespace theorem = cauchy_lipschitz;

constexpr const char* stem = "cauchy_lipschitz";

}  // namespace

std::vector<Check> checks() {
  const auto paths = generate::quadratic_phase();
  std::vector<Check> checks{
      sampled(check_of(stem, Kind::step, "Picard's map"), paths, theorem::picard_hypotheses_hold, theorem::picard())};
  append(checks, sampled_each(stem, Kind::planted, paths, theorem::picard_hypotheses_hold, theorem::planted_picard(),
                              {phase_on_parabola()}));
  return checks;
}

}  // namespace verigrad::cauchy_lipschitz::proofs_numeric
