// Thesis, Table 3.1: the symmetry of both minimisers, the column of zeros, and runs that escape.
#include "verigrad/theorem/inertial_newton/saddle_escape_counts.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::saddle_escape_counts::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "saddle_escape_counts";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, examined_each(stem, Kind::step, lines().step_forms(), below_one()));
  append(checks, proof_checks(stem, generate::escape_start(8, 32), hypotheses_hold, escape_lines()));
  return checks;
}

}  // namespace verigrad::saddle_escape_counts::proofs_numeric
