// Thesis, (3.36): both printed examples, the mended formula for every P up to 64, and what (3.7) needs of it; planted
// mistakes.
#include "verigrad/theorem/inertial_newton/permutation_matrices.hpp"

#include "verigrad/check/examine.hpp"

namespace verigrad::permutation_matrices::properties {

constexpr const char* stem = "permutation_matrices";

std::vector<Check> checks() {
  std::vector<Check> checks{
      examined({stem, Kind::step, "both examples"}, Sizes{3, 4}, examples()),
      examined({stem, Kind::step, "the mended formula, every P up to 64"}, Sizes{1, 64}, mended()),
      examined({stem, Kind::step, "UᵀAU is block diagonal, every P up to 12"}, Sizes{1, 12}, block_diagonal())};
  for (const Sizes& sizes : lines().separating)
    if (sizes.least == 2) append(checks, examined_each(stem, Kind::planted, lines().planted, sizes));
  return checks;
}

}  // namespace verigrad::permutation_matrices::properties
