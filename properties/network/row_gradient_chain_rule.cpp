// SGM, (5.9): the chain rule with row gradients on random maps between spaces of any dimension, and at |x| = √x².
#include "verigrad/theorem/network/row_gradient_chain_rule.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::row_gradient_chain_rule::properties {
namespace {

namespace theorem = row_gradient_chain_rule;
using generate::Algebra;

constexpr const char* stem = "row_gradient_chain_rule";

Gen<theorem::Instance> maps(Algebra algebra) {
  const auto dimensions = gen::tuple(generate::dimension(3), generate::dimension(3), generate::dimension(3));
  return gen::mapcat(dimensions, [algebra](const std::tuple<int, int, int>& d) {
    return generate::two_maps(algebra, std::get<0>(d), std::get<1>(d), std::get<2>(d));
  });
}

}  // namespace

std::vector<Check> checks() {
  const auto always = [](const theorem::Instance&) { return true; };
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, maps(Algebra::rational), always, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with exp, log and √"}, maps(Algebra::smooth), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "exact on polynomials"}, maps(Algebra::polynomial), always,
              theorem::of_polynomials()),
      examined({stem, Kind::dropped, "without v ∈ C¹: v = √, u = x²", Verdict::fails},
               jacobian_chain_rule::RootOfSquare{2}, jacobian_chain_rule::differentiable_at_border())};
  append(checks, planted_checks(stem, generate::two_maps(Algebra::rational, 2, 2, 2), always, theorem::lines()));
  return checks;
}

}  // namespace verigrad::row_gradient_chain_rule::properties
