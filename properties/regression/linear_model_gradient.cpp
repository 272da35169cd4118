// Mathematical Foundations of Data Sciences, (14.13): the gradient of linear models by its second-order remainder, for
// three losses; equality for the squared loss; without differentiability; planted mistakes.
#include "verigrad/theorem/regression/linear_model_gradient.hpp"

#include "verigrad/number/select.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::linear_model_gradient::properties {
namespace {

namespace theorem = linear_model_gradient;
using theorem::ModelInstance;

constexpr const char* stem = "linear_model_gradient";

/// ℓ(s, y) = |s − y| at s = y, a = x = 1: the sum of the remainders at ε = ±t is 2t for every gradient, not o(t).
struct KinkInstance {
  double t;
  bool rational() const { return true; }
  std::string describe() const { return "ℓ(s, y) = |s − y|, a = x = y = 1, ε = ±2⁻¹⁰"; }
};

Check without_differentiability() {
  return examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, KinkInstance{0x1p-10},
                  [](const KinkInstance& kink, Claims& claims) {
                    const Absolute loss(at(1), at(1));
                    const auto f = [&](const Number& x) { return loss.value<Number>(Vector<Number>::Constant(1, x)); };
                    const Number t = exact(kink.t);
                    claims.at_most("|f(x + t) + f(x − t) − 2f(x)| ≤ t², whatever the gradient",
                                   magnitude(f(1 + t) + f(1 - t) - 2 * f(1)), square(t));
                  });
}

ModelInstance parabola() {
  const Vector<double> ramp = Vector<double>::LinSpaced(3, 1, 3);
  return {LinearModelLoss::squared, ramp, 5, -ramp, ramp, 0.125};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, generate::linear_model(),
                                    theorem::hypotheses_hold, theorem::conclusion()),
                            examined({stem, Kind::sharp, "remainder attained"}, parabola(), theorem::attained()),
                            without_differentiability()};
  append(checks, planted_checks(stem, generate::linear_model(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::linear_model_gradient::properties
