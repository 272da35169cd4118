// Mathematical Foundations of Data Sciences, (14.13): the gradient of linear models by its second-order remainder, for
// three losses; equality for the squared loss; without differentiability; planted mistakes.
#include "verigrad/theorem/regression/linear_model_gradient.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/regularised.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::linear_model_gradient::properties {
namespace {

namespace theorem = linear_model_gradient;
using theorem::ModelInstance;

constexpr const char* stem = "linear_model_gradient";

/// ℓ(s, y) = |s − y| at s = y, a = x = 1: the sum of the remainders at ε = ±t is 2t for every gradient, not o(t).
struct Kink {
  double t;
  bool rational() const { return true; }
  std::string describe() const { return "ℓ(s, y) = |s − y|, a = x = y = 1, ε = ±2⁻¹⁰"; }
};

Check without_differentiability() {
  return examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, Kink{0x1p-10},
                  [](const Kink& kink, Claims& claims) {
                    const Number t = exact(kink.t);
                    claims.at_most("|f(x + t) + f(x − t) − 2f(x)| ≤ t², whatever the gradient",
                                   magnitude<Number>(2 * t), square(t));
                  });
}

ModelInstance parabola() {
  const Vector<double> ramp = Vector<double>::LinSpaced(3, 1, 3);
  return {LinearModelLoss::squared, ramp, 5, -ramp, ramp, 0.125};
}

/// (x/4 − 1/8)²/2 at 0.
ModelInstance beside_zero() { return {LinearModelLoss::squared, at(0.25), 0.125, at(0), at(0.25), 0.0625}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, generate::linear_model(),
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            examined({stem, Kind::sharp, "remainder attained"}, parabola(), theorem::attained()),
                            without_differentiability()};
  append(checks, sampled_each(stem, Kind::planted, generate::linear_model(), theorem::hypotheses_hold,
                              theorem::planted(), {beside_zero()}));
  return checks;
}

}  // namespace verigrad::linear_model_gradient::properties
