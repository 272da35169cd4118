// Sequences with Σ uₖvₖ < ∞, Σ vₖ = ∞ and |uₖ₊₁ − uₖ| ≤ Cvₖ tend to 0, with a modulus:
// uₖ² ≤ (Sₖ/Vₖ)² + 2C Sₖ, where Sₖ and Vₖ are the sums of uⱼvⱼ and of vⱼ from j = k on. Thesis, Lemma 4.6.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"

namespace verigrad::series_lemma {

const Statement& statement();

/// u₀ … uₙ and v₀ … vₙ₋₁, and then uₖ = uₙ and vₖ = v_rest · 2^{−(k−n)} or v_rest for all k ≥ n.
struct SequenceInstance {
  std::vector<double> u, v;
  double C;
  double v_rest = 1;
  bool halving = false;

  int n() const { return int(v.size()); }
  bool rational() const { return true; }
  std::string describe() const;
};

/// As printed but for Σ uₖvₖ < ∞: sums to n are judged, whatever the rest.
bool hypotheses_hold(const SequenceInstance& instance);
/// The same, with Σ uₖvₖ < ∞ and Σ vₖ = ∞ over all of the infinite sequences.
bool sums_hold(const SequenceInstance& instance);
/// hypotheses_hold with uₖ − uₖ₊₁ ≤ Cvₖ in place of |uₖ₊₁ − uₖ| ≤ Cvₖ: only decreases are bounded.
bool decreases_bounded(const SequenceInstance& instance);

/// uₖ² ≤ (Sₖ/Vₖ)² + 2C Sₖ for k < n with Vₖ > 0, the sums up to n: as n → ∞, uₖ² ≤ 2C Σ_{j ≥ k} uⱼvⱼ.
Form<SequenceInstance> conclusion();
/// The limit uₙ is 0, and uₖ² ≤ 2C Σ_{j ≥ k} uⱼvⱼ over all of the infinite sequences.
Form<SequenceInstance> limit();
/// uₖ² ≤ cC Σ_{j ≥ k} uⱼvⱼ with c = 15/8 for 2.
Form<SequenceInstance> smaller_factor();

/// The lines of the proof and wrong forms, of given sequences.
Lines<SequenceInstance> lines();
/// The proof for all values: one step, the steps one after the other, the smallest of the uₖ.
Lines<Unknowns> general_lines();
Form<Unknowns> general_conclusion();

/// uₖ falls from 1 to 0 in n equal steps, Cvₖ = 1/n: uₖ² + 1/n = 2C Sₖ at k = 0.
SequenceInstance ramp(int n);

}  // namespace verigrad::series_lemma
