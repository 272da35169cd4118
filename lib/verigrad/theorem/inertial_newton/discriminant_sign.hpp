// The sign of (α + βλ)² − 4λ, the discriminant of DIN at an eigenvalue λ of the Hessian. Thesis, Lemma 3.6.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"

namespace verigrad::discriminant_sign {

const Statement& statement();

/// The parameters of DIN and an eigenvalue λ.
struct Parameters {
  double alpha, beta, lambda;

  bool rational() const { return true; }
  std::string describe() const;
};

/// α ≥ 0, β > 0.
bool hypotheses_hold(const Parameters& parameters);
/// β ≠ 0 alone.
bool beta_is_not_0(const Parameters& parameters);

/// Where (α + βλ)² − 4λ ≤ 0: αβ ≤ 1, and λ is in the interval. Elsewhere αβ > 1, or λ is outside.
Form<Parameters> conclusion();
/// (α + βλ)² − 4λ = 0.
Form<Parameters> is_zero();

/// For λ in the interval, below it, beyond it, and for αβ > 1: all there are.
Form<Unknowns> within();
Form<Unknowns> below();
Form<Unknowns> beyond();
Form<Unknowns> no_interval();

/// The lines and wrong forms, at given parameters and for all.
Lines<Parameters> lines();
Lines<Unknowns> general_lines();

}  // namespace verigrad::discriminant_sign
