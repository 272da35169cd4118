// decide: the sign of every claim's margin, without tolerance. An interval look first, then balls of growing
// precision, then exact rationals where the claim has no exp, log or √.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/form.hpp"
#include "verigrad/evidence/evidence.hpp"

namespace verigrad {

/// The rungs to climb while a sign is open.
struct Ladder {
  bool interval = true;  ///< balls of 53 bits where intervals cannot hold the claims
  std::vector<int> ball_bits = {64, 128, 256, 512, 1024};
  bool rational = true;      ///< take the rational rung if fractions can hold the claims
  int rational_after = 128;  ///< after the ball of this many bits; at once while an identity is open
};

/// Identities that cannot be decided in rationals hold "within" this, relative to the larger side; on the last rung
/// absolutely, where a side may be 0.
inline constexpr double identity_radius = 1e-60;

/// The kinds of number that can hold the claims.
struct Kinds {
  bool interval = true;
  bool rational = true;
  bool ball = true;
};

/// The kinds of number that can hold a form's claims on this instance.
template <class Instance>
Kinds kinds_of(const Form<Instance>& form, const Instance& instance) {
  return {form.interval, form.rational_on(instance), form.ball};
}

/// The claims of a form on this instance.
template <class Instance>
MakeClaims claims_on(const Form<Instance>& form, const Instance& instance) {
  return [form, instance](Claims& claims) { form.claims(instance, claims); };
}

/// What only balls can hold, such as matrix exponentials.
inline constexpr Kinds in_balls{.interval = false, .rational = false};

/// The answer to one claim.
struct Decision {
  Decision(std::string_view claim_name, int claim_index, Relation claim_relation)
      : name(claim_name), index(claim_index), relation(claim_relation) {}

  std::string_view name;
  int index;
  Relation relation;
  Verdict verdict = Verdict::undecided;
  std::string rung;             ///< "interval", "ball 128", "rational": what decided, or the last that tried
  double within = 0;            ///< for an identity decided by balls: the radius within which it holds
  double relative_margin = 0;   ///< (rhs − lhs) / max(|lhs|, |rhs|), nearest double; 0 at equality
  bool same_enclosure = false;  ///< both sides have one and the same first enclosure that is no point
  std::string lhs, rhs;         ///< both sides in words, exact on the rational rung; only when it does not hold
};

/// Decides every claim that `make` yields. A claim that is open on the last rung is undecided.
/// Throws std::logic_error when `make` yields different claims over different kinds of number.
std::vector<Decision> decide(const MakeClaims& make, Kinds kinds, const Ladder& ladder = {});

/// Decides a form on one instance.
template <class Instance>
std::vector<Decision> decide(const Form<Instance>& form, const Instance& instance, const Ladder& ladder = {}) {
  return decide(claims_on(form, instance), kinds_of(form, instance), ladder);
}

/// Replaces both sides of every failing claim by exact fractions, if those can hold it: they are what a reader redoes
/// by hand.
void state_exact_sides(const MakeClaims& make, Kinds kinds, std::vector<Decision>& decisions);

/// The first claim with both its sides, exact if fractions can hold it, else from the first balls that tell them apart:
/// "θ₁ = θ₀ − α∇f at 0: 1/4 = 1/4". Empty when there is none.
std::string first_claim_in_words(const MakeClaims& make, Kinds kinds);

/// "θ₁ = θ₀ − α∇f at 0: 1/4 = 1/4".
std::string in_words(const Decision& decision);

}  // namespace verigrad
