// Thesis, (3.36): where the formula is no permutation, and what it is meant to be.
#include "verigrad/theorem/inertial_newton/permutation_matrices.hpp"

#include "verigrad/check/examine.hpp"

namespace verigrad::permutation_matrices::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "permutation_matrices";
  std::vector<Check> checks = erratum_checks(stem, lines());
  append(checks, examined_each(stem, Kind::corrected, lines().corrected_forms(), Sizes{1, 64}));
  return checks;
}

}  // namespace verigrad::permutation_matrices::proofs_numeric
