// The condition ε₁ ≤ 4ε₂ in the parameters β₁ = 1 − Δt/ε₁ and β₂ = 1 − Δt/ε₂ of ADAM: 4(β₁ − 1) ≤ β₂ − 1; and the
// relaxation times of ADAM's default values. Stochastic gradient methods, Remark 5.2.7.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"

namespace verigrad::adam_condition_in_betas {

const Statement& statement();

/// ParametersInstance as decimal fractions with this denominator: ADAM's defaults are 900, 999 and 1 of 1000.
struct ParametersInstance {
  int beta1 = 900, beta2 = 999, dt = 1;
  int denominator = 1000;

  bool rational() const { return true; }
  std::string describe() const;
};

/// β₁ < 1, β₂ < 1 and Δt > 0.
bool hypotheses_hold(const ParametersInstance& instance);

/// (β₂ − 1) − 4(β₁ − 1) is 4ε₂ − ε₁ times (1 − β₁)(1 − β₂)/Δt.
Form<ParametersInstance> same_margin();
/// The same, and the factor is positive, for all Δt > 0, β₁ < 1 and β₂ < 1: the two conditions are one.
Form<Unknowns> general_conclusion();
/// The printed condition 4(β₁ − 1) ≤ β₂ − 1, and ε₁ ≤ 4ε₂ in the relaxation times.
Form<ParametersInstance> condition();
/// Both with equality.
Form<ParametersInstance> boundary();
/// The two conditions have the same answer: (4ε₂ − ε₁)((β₂ − 1) − 4(β₁ − 1)) ≥ 0.
Form<ParametersInstance> same_answer();

/// The numbers of the text for the default values, and wrong forms of the relaxation times; wrong forms of the
/// condition, for all parameters.
Lines<ParametersInstance> lines();
Lines<Unknowns> general_lines();

}  // namespace verigrad::adam_condition_in_betas
