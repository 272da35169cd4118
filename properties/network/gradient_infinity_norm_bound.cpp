// SGM, Lemma 5.5.1: the bound on random networks with slopes in [−1, 1], networks that attain it, two activations with
// larger slopes, planted mistakes.
#include "verigrad/theorem/network/gradient_infinity_norm_bound.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_infinity_norm_bound::properties {
namespace {

namespace theorem = gradient_infinity_norm_bound;
using gradient_norm_bound::one_unit;
using gradient_norm_bound::slopes_at_most_one;

constexpr const char* stem = "gradient_infinity_norm_bound";

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed but for r ≤ p, the norm as defined"},
              generate::affine_ended_rational(), slopes_at_most_one, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed but for r ≤ p, sigmoids"}, generate::affine_ended_sigmoid(),
              slopes_at_most_one, theorem::conclusion()),
      examined({stem, Kind::sharp, "attained by matrices of ones"}, matrices_of_ones({2, 3, 2}), theorem::attained()),
      examined({stem, Kind::dropped, "without |A′| ≤ 1: A = z²", Verdict::fails}, one_unit(Activation::square, 1),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "without |A′| ≤ 1: SiLU, whose slope exceeds 1", Verdict::fails},
               one_unit(Activation::silu, 2), theorem::conclusion())};
  const auto tight = gen::element(matrices_of_ones({2, 3, 2}), matrices_of_ones({2, 1}), matrices_of_ones({1, 2}));
  append(checks, planted_checks(stem, gen::oneOf(generate::affine_ended_rational(), tight), slopes_at_most_one,
                                theorem::lines()));
  return checks;
}

}  // namespace verigrad::gradient_infinity_norm_bound::properties
