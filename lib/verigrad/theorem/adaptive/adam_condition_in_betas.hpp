// The condition ε₁ ≤ 4ε₂ in the parameters β₁ = 1 − Δt/ε₁ and β₂ = 1 − Δt/ε₂ of ADAM: 4(β₁ − 1) ≤ β₂ − 1; and the
// relaxation times of ADAM's default values. Stochastic gradient methods, Remark 5.2.7.
#pragma once

#include <string>

#include "verigrad/claim/form.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/claim/unknowns.hpp"

namespace verigrad::adam_condition_in_betas {

const Statement& statement();

/// Parameters as decimal fractions with this denominator: ADAM's defaults are 900, 999 and 1 of 1000.
struct Parameters {
  int beta1 = 900, beta2 = 999, dt = 1;
  int denominator = 1000;

  bool rational() const { return true; }
  std::string describe() const;
};

/// β₁ < 1, β₂ < 1 and Δt > 0.
bool hypotheses_hold(const Parameters& instance);

/// (β₂ − 1) − 4(β₁ − 1) is 4ε₂ − ε₁ times (1 − β₁)(1 − β₂)/Δt.
Form<Parameters> same_margin();
/// The same, and the factor is positive, for all Δt > 0, β₁ < 1 and β₂ < 1: the two conditions are one.
Form<Unknowns> general_conclusion();
/// The printed condition 4(β₁ − 1) ≤ β₂ − 1, and ε₁ ≤ 4ε₂ in the relaxation times.
Form<Parameters> condition();
/// Both with equality.
Form<Parameters> boundary();
/// The two conditions have the same answer: (4ε₂ − ε₁)((β₂ − 1) − 4(β₁ − 1)) ≥ 0.
Form<Parameters> same_answer();

/// The numbers of the text for the default values, keys as in statement().steps.
Forms<Parameters> steps();
/// Wrong forms of the condition, for all parameters, and of the relaxation times, that every check must reject.
Forms<Unknowns> general_planted();
Forms<Parameters> planted();

}  // namespace verigrad::adam_condition_in_betas
