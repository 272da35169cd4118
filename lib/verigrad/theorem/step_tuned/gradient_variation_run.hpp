// Algorithms 4, 5 and 6 of the thesis in fractions, and as shipped: they differ in the estimate of the gradient's
// variation alone.
#pragma once

#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/claim/lines.hpp"
#include "verigrad/theorem/step_tuned/tuned_instance.hpp"

namespace verigrad::gradient_variation {

/// Where the variation of the gradient is taken from: Algorithms 4, 5 and 6.
enum class Estimate { stochastic, exact, expected };

/// What a planted mistake does to the printed lines.
enum class Slip { none, sign, batch, late, unbounded, gradient_in_numerator };

/// The lines of an algorithm: θ₀ … θₙ, γ₀ … γₙ₋₁ and the variations G₁ … Gₙ₋₁ (the first entry is 0). The expectation
/// of Algorithm 6 is over single terms, and its factor is αγ/k^{1/2 + δ}.
struct Printed {
  Printed(const TunedInstance& instance, Estimate estimate, Slip slip = Slip::none);

  std::vector<Vector<Rational>> points, variations;
  std::vector<Rational> gammas;

private:
  Vector<Rational> variation(const TunedInstance& instance, Estimate estimate, int k, bool other_batch) const;
};

/// The shipped method.
struct Run {
  Run(const TunedInstance& instance, Estimate estimate);

  const TunedInstance& instance;
  std::vector<Vector<Number>> points, variations;
  std::vector<Number> gammas;
};

/// The shipped θₖ₊₁ and γₖ are the printed ones; and the variation.
Form<TunedInstance> follows(const char* key, Estimate estimate, Slip slip = Slip::none);
Form<TunedInstance> variation_follows(const char* key, Estimate estimate);
/// The recursion of 4.3.3, times its denominator, where γₖ is the quotient: (θₖ₊₁ − θₖ)⟨Gₖ, Δθₖ⟩ =
/// −αₖ‖Δθₖ‖²∇𝒥_{Bₖ}(θₖ).
Form<TunedInstance> recursion(const char* key, Estimate estimate);

/// γₖ is that of the exact variation.
Form<TunedInstance> same_as_exact(const char* key, Estimate estimate);

/// A sign, an index, a missing term and a wrong numerator, of an estimate.
Forms<TunedInstance> planted(Estimate estimate);
/// They are all refuted by this run, or with wide bounds.
TunedInstance four_batches();
/// The same with all terms in each batch, with one term, and with wide bounds.
TunedInstance whole_batches();
TunedInstance one_term();
TunedInstance wide_bounds();

/// The sign of ⟨·, Δθ_{Bₖ}⟩ is asked for, which none of the three algorithms has.
Erratum undefined_move(const std::string& place, const std::string& printed, const std::string& corrected,
                       const std::string& same_as = {});

}  // namespace verigrad::gradient_variation
