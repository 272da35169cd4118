// SGM, Lemma 5.5.1: the bound on random networks with slopes in [−1, 1], networks that attain it, two activations with
// larger slopes, planted mistakes.
#include "verigrad/theorem/network/gradient_infinity_norm_bound.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_infinity_norm_bound::properties {
namespace {

namespace theorem = gradient_infinity_norm_bound;
using gradient_norm_bound::matrices_of_ones;
using gradient_norm_bound::one_unit;
using gradient_norm_bound::slopes_at_most_one;

constexpr const char* stem = "gradient_infinity_norm_bound";

/// Two linear layers, 2–2–1.
NetworkInstance two_linear_layers() {
  return {.network = DenseNetwork({2, 2, 1}, {Activation::identity, Activation::identity}),
          .theta = vector({-0.125, 0.875, 0, 0.75, 0, 0, -0.125, 2.875, 0}),
          .inputs = Matrix<double>::Zero(1, 2),
          .targets = Matrix<double>::Zero(1, 1)};
}

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
  const auto tight = rc::gen::element(matrices_of_ones({2, 3, 2}), matrices_of_ones({2, 1}), matrices_of_ones({1, 2}));
  append(checks, sampled_each(stem, Kind::planted, rc::gen::oneOf(generate::affine_ended_rational(), tight),
                              slopes_at_most_one, theorem::planted(), {two_linear_layers()}));
  return checks;
}

}  // namespace verigrad::gradient_infinity_norm_bound::properties
