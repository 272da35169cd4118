// MathDNN, Proposition 1.2: the Jacobian of a sum of random maps ℝⁿ → ℝᵐ.
#include "verigrad/theorem/derivative/jacobian_of_sum.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::jacobian_of_sum::properties {
namespace {

namespace theorem = jacobian_of_sum;

constexpr const char* stem = "jacobian_of_sum";

constexpr auto always = [](const theorem::Instance&) { return true; };

rc::Gen<theorem::Instance> sums(generate::Algebra algebra, int outputs) {
  return rc::gen::mapcat(generate::dimension(3), [=](int n) {
    return rc::gen::map(rc::gen::tuple(generate::graph(algebra, n, outputs, 4), generate::graph(algebra, n, outputs, 4),
                                       generate::point(n, 5, 4), generate::point(n, 5, 4)),
                        [](const std::tuple<Graph, Graph, Vector<double>, Vector<double>>& t) {
                          return theorem::Instance{std::get<0>(t), std::get<1>(t), std::get<2>(t), std::get<3>(t)};
                        });
  });
}

/// |x| + x at 0 has no Jacobian: its one-sided slopes are 0 and 2.
struct WithAbsolute {
  bool rational() const { return true; }
  std::string describe() const { return "f(x) = |x|, g(x) = x, at 0, h = ±1"; }
};
void one_slope(const WithAbsolute&, Claims& claims) {
  claims.equal("slope of g + f to the right and to the left", 1 + Number(1), 1 - Number(1));
}

/// (x₁², x₁²) + (x₁², x₁³) at (1/16, 0).
theorem::Instance powers() {
  const GraphNode square{Operation::multiply, 0, 0}, cube{Operation::multiply, 0, 2};
  return {Graph(2, {square, square}, 2), Graph(2, {square, cube}, 2), vector({0.0625, 0}), vector({0, 0})};
}

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, sums(Algebra::rational, 2), always, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with exp, log and √"}, sums(Algebra::smooth, 2), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "exact on polynomials"}, sums(Algebra::polynomial, 1), always,
              theorem::of_polynomials()),
      examined({stem, Kind::dropped, "without a differentiable f: |x| at 0", Verdict::fails}, WithAbsolute{},
               one_slope)};
  append(checks, sampled_each(stem, Kind::planted, sums(Algebra::rational, 2), always, theorem::planted(), {powers()}));
  return checks;
}

}  // namespace verigrad::jacobian_of_sum::properties
