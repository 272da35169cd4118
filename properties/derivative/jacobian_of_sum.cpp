// MathDNN, Proposition 1.2: the Jacobian of a sum of random maps ℝⁿ → ℝᵐ.
#include "verigrad/theorem/derivative/jacobian_of_sum.hpp"

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::jacobian_of_sum::properties {
namespace {

namespace theorem = jacobian_of_sum;

constexpr const char* stem = "jacobian_of_sum";

constexpr auto always = [](const theorem::Instance&) { return true; };

Gen<theorem::Instance> sums(generate::Algebra algebra, int outputs) {
  return gen::mapcat(generate::dimension(3), [=](int n) {
    return gen::apply(
        [](const Graph& f, const Graph& g, const Vector<double>& a, const Vector<double>& h) {
          return theorem::Instance{f, g, a, h};
        },
        generate::graph(algebra, n, outputs, 4), generate::graph(algebra, n, outputs, 4), generate::point(n, 5, 4),
        generate::point(n, 5, 4));
  });
}

/// |x| + x at 0 has no Jacobian: its one-sided slopes are 0 and 2.
struct WithAbsolute {
  bool rational() const { return true; }
  std::string describe() const { return "f(x) = |x|, g(x) = x, at 0, h = ±1"; }
};
void one_slope(const WithAbsolute&, Claims& claims) {
  const Absolute absolute(at(1), at(0));
  const auto slope = [&](int h) {
    return Number((absolute.value(Vector<Number>(Vector<Number>::Constant(1, h))) + h) / h);
  };
  claims.equal("slope of g + f to the right and to the left", slope(1), slope(-1));
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
  append(checks, planted_checks(stem, sums(Algebra::rational, 2), always, theorem::lines()));
  return checks;
}

}  // namespace verigrad::jacobian_of_sum::properties
