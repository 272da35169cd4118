// SGM, Lemma 5.5.2: the lines of the proof, and the errata.
#include "verigrad/theorem/network/gradient_one_norm_bound.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_one_norm_bound::proofs_numeric {
namespace {

namespace theorem = gradient_one_norm_bound;
using gradient_norm_bound::slopes_at_most_one;

constexpr const char* stem = "gradient_one_norm_bound";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      proof_checks(stem, generate::affine_ended_rational(), slopes_at_most_one, theorem::lines());
  checks.push_back(sampled({stem, Kind::step, "‖∇A_r‖ ≤ 1, sigmoids"}, generate::affine_ended_sigmoid(),
                           slopes_at_most_one, theorem::slopes()));
  return checks;
}

}  // namespace verigrad::gradient_one_norm_bound::proofs_numeric
