// Mathematical Foundations of Data Sciences, (14.12) and (14.14): the risks of the library against their parts, and the
// sampled gradient by enumeration of every draw; other distributions; planted mistakes.
#include "verigrad/theorem/stochastic/empirical_risk_gradient.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::empirical_risk_gradient::properties {
namespace {

namespace theorem = empirical_risk_gradient;

constexpr const char* stem = "empirical_risk_gradient";

/// ½(x − 1)² and ½(x + 1)², at 0.
theorem::RiskInstance two_parabolas() {
  return theorem::least_squares_risk(Matrix<double>::Ones(2, 1), Vector<double>::LinSpaced(2, -1, 1), 0);
}

/// ½(x − 1)² twice, at 0.
theorem::RiskInstance one_parabola_twice() {
  return theorem::least_squares_risk(Matrix<double>::Ones(2, 1), Vector<double>::Ones(2), 0);
}

/// |x| and −|x|: f = 0, and 1 is the limit of the derivatives of the one from the right, of the other from the left.
const theorem::Kinks opposite_kinks{{{1, 0, 1}, {-1, 0, -1}}, 0, 1};

/// One to three convex kinks, x on the first of them in half of the draws.
Gen<theorem::Kinks> kinks() {
  const auto part = gen::apply(
      [](double weight, double centre, double slope) {
        return theorem::Kinks::Part{weight, centre, slope};
      },
      generate::positive(), generate::dyadic(4, 1), generate::dyadic(2, 2));
  const auto parts = gen::mapcat(generate::dimension(3), [part](int n) {
    return gen::container<std::vector<theorem::Kinks::Part>>(std::size_t(n), part);
  });
  return gen::apply(
      [](const std::vector<theorem::Kinks::Part>& list, double x, double z, bool on_kink) {
        return theorem::Kinks{list, on_kink ? list.front().centre : x, z};
      },
      parts, generate::dyadic(4, 1), generate::dyadic(5, 2), gen::boolean());
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::risk(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "unbiased"}, generate::risk(), theorem::hypotheses_hold, theorem::unbiased()),
      examined({stem, Kind::dropped, "without a uniform draw", Verdict::fails}, two_parabolas(),
               theorem::drawn_unevenly()),
      examined({stem, Kind::dropped, "without the mean: the sum for f", Verdict::fails}, one_parabola_twice(),
               theorem::of_the_sum()),
      examined(
          {stem, Kind::dropped, "without differentiable fᵢ, though f is: |x| and −|x| (by formula)", Verdict::fails},
          opposite_kinks, theorem::mean_of_subgradients()),
      sampled({stem, Kind::dropped, "without differentiable fᵢ, convex: a subgradient"}, kinks(), theorem::convex_kinks,
              theorem::mean_of_subgradients())};
  append(checks, planted_checks(stem, generate::risk(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::empirical_risk_gradient::properties
