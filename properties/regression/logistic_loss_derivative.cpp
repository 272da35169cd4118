// Mathematical Foundations of Data Sciences, 14.2.2: the derivative of the logistic loss by its second-order remainder,
// for increments from 2⁻²⁰ on; for any label, not only ±1; the constant y²/8; planted mistakes.
#include "verigrad/theorem/regression/logistic_loss_derivative.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/regularised.hpp"

namespace verigrad::logistic_loss_derivative::properties {
namespace {

namespace theorem = logistic_loss_derivative;
using theorem::LossInstance;

constexpr const char* stem = "logistic_loss_derivative";

bool is_no_label(const LossInstance& i) { return theorem::hypotheses_hold(i) && i.y != 1 && i.y != -1; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::corrected, "argument corrected, within y²h²/8"}, generate::logistic_loss(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::corrected, "argument corrected, the printed form is the derivative in y"},
              generate::logistic_loss(), theorem::hypotheses_hold, theorem::derivative_in_second_argument()),
      examined({stem, Kind::corrected, "argument corrected, far out: sy = −512"}, LossInstance{-512, 1, 0.5},
               theorem::conclusion()),
      sampled({stem, Kind::dropped, "y ∈ {−1, 1} is not needed"}, generate::logistic_loss(), is_no_label,
              theorem::conclusion()),
      examined({stem, Kind::sharp, "y²/8 attained to 1 % at s = 0"}, LossInstance{0, 1, 0.25},
               theorem::nearly_attained())};
  append(checks, planted_checks(stem, generate::logistic_loss(), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::logistic_loss_derivative::properties
