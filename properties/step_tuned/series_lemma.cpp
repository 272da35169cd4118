// Thesis, Lemma 4.6: its modulus, proved and on drawn sequences; the factor 2 on ramps; hypotheses dropped; planted
// mistakes.
#include "verigrad/theorem/step_tuned/series_lemma.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::series_lemma::properties {
namespace {

constexpr const char* stem = "series_lemma";

SequenceInstance once(double u, double v, double C, double v_rest, bool halving) {
  return {{u, u}, {v}, C, v_rest, halving};
}

}  // namespace

std::vector<Check> checks() {
  const Gen<SequenceInstance> slow = generate::slow_sequence(true), slow_decrease = generate::slow_sequence(false);
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "modulus, all values"}, general_conclusion()),
      sampled({stem, Kind::conclusion, "as printed"}, slow, hypotheses_hold, conclusion()),
      sampled({stem, Kind::conclusion, "limit"}, generate::vanishing_sequence(), sums_hold, limit()),
      examined({stem, Kind::sharp, "15/8 for 2", Verdict::fails}, ramp(16), smaller_factor()),
      sampled({stem, Kind::dropped, "increases need no bound"}, slow_decrease, decreases_bounded, conclusion()),
      examined({stem, Kind::dropped, "without Σ vₖ = ∞", Verdict::fails}, once(1, 1, 0.125, 0.5, true), limit()),
      examined({stem, Kind::dropped, "without Σ uₖvₖ < ∞", Verdict::fails}, once(1, 1, 0.125, 1, false), limit()),
      examined({stem, Kind::dropped, "without uₖ − uₖ₊₁ ≤ Cvₖ", Verdict::fails},
               SequenceInstance{{2, 0, 0}, {1, 1}, 0.25}, conclusion()),
      examined({stem, Kind::dropped, "without uₖ ≥ 0", Verdict::fails}, once(-1, 1, 1, 1, false), limit())};
  append(checks, planted_checks(stem, slow, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::series_lemma::properties
