// MFDS, section 14.3.1: what lies behind "≈": the exact error on polynomials, and the best step in double.
#include "verigrad/theorem/derivative/finite_differences.hpp"

#include "verigrad/sampling/polynomials.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::finite_differences::proofs_numeric {
namespace {

namespace theorem = finite_differences;

constexpr const char* stem = "finite_differences";

constexpr auto in_range = [](const theorem::PolynomialInstance& i) { return theorem::hypotheses_hold(i); };

}  // namespace

std::vector<Check> checks() {
  return proof_checks(stem, generate::polynomial(), in_range, theorem::polynomial_lines());
}

}  // namespace verigrad::finite_differences::proofs_numeric
