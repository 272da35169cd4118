// Mathematical Foundations of Data Sciences, (14.12) and (14.14): the risks of the library against their parts, and the
// sampled gradient by enumeration of every draw; other distributions; planted mistakes.
#include "verigrad/theorem/empirical_risk_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = empirical_risk_gradient;

constexpr const char* stem = "empirical_risk_gradient";

/// ½(x − 1)² and ½(x + 1)², at 0.
theorem::RiskInstance two_parabolas() {
  return theorem::least_squares_risk(Matrix<double>::Ones(2, 1), Vector<double>::LinSpaced(2, -1, 1), 0);
}

}  // namespace

std::vector<Check> empirical_risk_gradient() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::risk(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "unbiased"}, generate::risk(), theorem::hypotheses_hold, theorem::unbiased()),
      examined({stem, Kind::dropped, "without a uniform draw", Verdict::fails}, two_parabolas(),
               theorem::drawn_unevenly())};
  append(checks, sampled_each(stem, Kind::planted, generate::risk(), theorem::hypotheses_hold, theorem::planted()));
  return checks;
}

std::vector<Check> empirical_risk_gradient_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
