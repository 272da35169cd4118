// A continuous function on a closed bounded set has a minimiser: the minimum enclosed, and where it is.
// Stochastic gradient methods, Theorem 5.0.1.
#pragma once

#include "verigrad/algorithm/branch_and_bound.hpp"
#include "verigrad/claim/lines.hpp"

namespace verigrad::minimum_on_compact_set {

const Statement& statement();

/// J on the box Ω, its minimum to be enclosed within 2^−gap_bits of its range.
struct BoxInstance {
  ObjectivePtr J;
  Box omega;
  int gap_bits = 8;

  bool rational() const { return false; }  ///< a box is no rational
  std::string describe() const;
};

/// Σ λᵢ(Wᵢ − cᵢ)²/2, λᵢ of any sign, on the box Ω, and a point of Ω to compare the minimiser with.
struct SeparableInstance {
  Vector<double> spectrum, centre;
  Box omega;
  Vector<double> w;

  bool rational() const { return true; }
  std::string describe() const;
};

/// A candidate for the minimiser of a J that has none.
struct Candidate {
  Vector<double> w;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Ω is not empty; w lies in Ω.
bool hypotheses_hold(const BoxInstance& instance);
bool is_point_of_box(const SeparableInstance& instance);

/// ℓ ≤ J on every piece of a subdivision of Ω, and J(W̃) < J on those that hold no minimiser, for a W̃ ∈ Ω with
/// J(W̃) ≤ ℓ + 2·gap: the minimum lies in [ℓ, J(W̃)], its minimisers in the other pieces.
Form<BoxInstance> conclusion();
/// The minimiser of J on all of ℝ^q, if Ω holds it, is in a piece that was not discarded, and its value in [ℓ, J(W̃)].
Form<BoxInstance> known_minimiser();
/// The gap is 2^−gap_bits of J's range, which the corners of Ω attain.
Form<BoxInstance> gap_of_the_corners();
/// W* ∈ Ω and J(W*) ≤ J(W), W* in closed form: cᵢ clamped to Ω where λᵢ ≥ 0, else the end further from cᵢ.
Form<SeparableInstance> explicit_minimiser();

/// Without a hypothesis, every candidate is beaten by a point of Ω. Keys as in statement().hypotheses.
Forms<Candidate> without();
/// The one of these without continuity, and that Ω = ∅ holds the candidate.
Form<Candidate> without_continuity();
Form<Candidate> in_empty_set();

/// Wrong enclosures of the minimum, and wrong minimisers.
Lines<BoxInstance> lines();
Lines<SeparableInstance> minimiser_lines();

}  // namespace verigrad::minimum_on_compact_set
