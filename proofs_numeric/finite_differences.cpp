// MFDS, section 14.3.1: what lies behind "≈": the exact error on polynomials, and the best step in double.
#include "verigrad/theorem/finite_differences.hpp"

#include "verigrad/sampling/polynomials.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = finite_differences;

constexpr const char* stem = "finite_differences";

constexpr auto in_range = [](const theorem::PolynomialInstance& i) { return theorem::hypotheses_hold(i); };

}  // namespace

std::vector<Check> finite_differences() {
  return sampled_each(stem, Kind::step, generate::polynomial(), in_range, theorem::steps());
}

std::vector<Check> finite_differences_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
