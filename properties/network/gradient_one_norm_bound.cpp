// SGM, Lemma 5.5.2: the bound on random networks with slopes in [−1, 1], networks that attain it, two activations with
// larger slopes, planted mistakes.
#include "verigrad/theorem/network/gradient_one_norm_bound.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"
#include "verigrad/theorem/network/gradient_quadratic_norm.hpp"

namespace verigrad::gradient_one_norm_bound::properties {
namespace {

namespace theorem = gradient_one_norm_bound;
using gradient_norm_bound::one_unit;
using gradient_norm_bound::slopes_at_most_one;

constexpr const char* stem = "gradient_one_norm_bound";

/// The remark below the lemma.
std::vector<Check> quadratic_norm(const Gen<NetworkInstance>& tight) {
  namespace quadratic = gradient_quadratic_norm;
  const auto instances = gen::oneOf(generate::affine_ended_rational(), tight);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "quadratic norm"}, generate::affine_ended_rational(), slopes_at_most_one,
              quadratic::conclusion()),
      sampled({stem, Kind::conclusion, "quadratic norm, sigmoids"}, generate::affine_ended_sigmoid(),
              slopes_at_most_one, quadratic::conclusion()),
      sampled({stem, Kind::conclusion, "Frobenius norm"}, instances, slopes_at_most_one, quadratic::frobenius()),
      examined({stem, Kind::sharp, "quadratic norm attained by (1 1; 1 −1) twice"}, quadratic::two_rotations(),
               quadratic::attained()),
      examined({stem, Kind::dropped, "quadratic norm without |A′| ≤ 1: A = z²", Verdict::fails},
               one_unit(Activation::square, 1), quadratic::conclusion()),
      examined({stem, Kind::dropped, "quadratic norm without |A′| ≤ 1: SiLU", Verdict::fails},
               one_unit(Activation::silu, 2), quadratic::conclusion()),
      examined({stem, Kind::dropped, "‖∇A_r‖ ≤ 1 in the Frobenius norm", Verdict::fails}, quadratic::two_rotations(),
               quadratic::frobenius_of_slopes())};
  append(checks, planted_checks(stem, gen::oneOf(instances, gen::just(quadratic::two_rotations())), slopes_at_most_one,
                                quadratic::lines()));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with the product, sigmoids"}, generate::affine_ended_sigmoid(),
              slopes_at_most_one, theorem::bound()),
      examined({stem, Kind::sharp, "attained by matrices of ones"}, matrices_of_ones({2, 3, 2}), theorem::attained()),
      examined({stem, Kind::dropped, "without |A′| ≤ 1: A = z²", Verdict::fails}, one_unit(Activation::square, 1),
               theorem::bound()),
      examined({stem, Kind::dropped, "without |A′| ≤ 1: SiLU, whose slope exceeds 1", Verdict::fails},
               one_unit(Activation::silu, 2), theorem::bound())};
  const auto tight = gen::element(matrices_of_ones({2, 3, 2}), matrices_of_ones({2, 1}), matrices_of_ones({1, 2}));
  append(checks, planted_checks(stem, gen::oneOf(generate::affine_ended_rational(), tight), slopes_at_most_one,
                                theorem::lines()));
  append(checks, quadratic_norm(tight));
  return checks;
}

}  // namespace verigrad::gradient_one_norm_bound::properties
