#include "verigrad/check/decide.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/check/words.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad {
namespace {

Verdict inequality(Sign margin, Relation relation) {
  switch (margin) {
    case Sign::positive: return Verdict::holds;
    case Sign::negative: return Verdict::fails;
    case Sign::zero: return relation == Relation::at_most ? Verdict::holds : Verdict::fails;
    case Sign::nonnegative: return relation == Relation::at_most ? Verdict::holds : Verdict::undecided;
    case Sign::nonpositive: return relation == Relation::less ? Verdict::fails : Verdict::undecided;
    case Sign::unknown: break;
  }
  return Verdict::undecided;
}

Verdict identity(Sign margin) {
  if (margin == Sign::zero) return Verdict::holds;
  return margin == Sign::positive || margin == Sign::negative ? Verdict::fails : Verdict::undecided;
}

Verdict verdict_of(Sign margin, Relation relation) {
  return relation == Relation::equal ? identity(margin) : inequality(margin, relation);
}

double relative_margin(const Claim& claim, const Number& margin) {
  const double scale = std::max(std::abs(approximate(claim.lhs)), std::abs(approximate(claim.rhs)));
  const double size = approximate(margin);
  return scale > 0 ? size / scale : std::numeric_limits<double>::infinity();
}

void state_sides(const Claim& claim, const Number& difference, Decision& decision) {
  Sides sides = sides_in_words(claim, difference);
  decision.lhs = std::move(sides.lhs);
  decision.rhs = std::move(sides.rhs);
}

std::string_view symbol(Relation relation) {
  switch (relation) {
    case Relation::at_most: return "≤";
    case Relation::less: return "<";
    case Relation::equal: break;
  }
  return "=";
}

/// When an identity without an exact rung counts as decided.
enum class Nearness {
  never,
  relative,  ///< both sides lie within identity_radius · the larger one
  absolute   ///< within identity_radius: on the last rung, where a side may be 0
};

bool is_near(const Claim& claim, const Number& margin, Nearness nearness) {
  if (nearness == Nearness::never || !margin.as<Ball>().is_finite()) return false;
  const auto size = [](const Number& x) {
    const Ball& ball = x.as<Ball>();
    return std::max(std::abs(ball.lower()), std::abs(ball.upper()));
  };
  const double scale = nearness == Nearness::absolute ? 1 : std::max(size(claim.lhs), size(claim.rhs));
  return size(margin) <= identity_radius * scale;
}

template <class Enclosure>
bool same(const Enclosure& a, const Enclosure& b) {
  return a.is_finite() && a.lower() != a.upper() && a.lower() == b.lower() && a.upper() == b.upper();
}

/// Two computations that round differently seldom enclose their values in the very same interval: where they always do,
/// both sides are the same expression. Points are equal where the identity is right, and what is unbounded on both
/// sides says nothing.
bool same_enclosure(const Claim& claim) {
  if (std::holds_alternative<Interval>(claim.lhs.value()))
    return same(claim.lhs.as<Interval>(), claim.rhs.as<Interval>());
  return std::holds_alternative<Ball>(claim.lhs.value()) && same(claim.lhs.as<Ball>(), claim.rhs.as<Ball>());
}

void require_same_claims(const std::vector<Claim>& list, const std::vector<Decision>& decisions) {
  if (decisions.size() != list.size())
    throw std::logic_error(
        fmt::format("decide: {} claims over one kind of number, {} over another; make their number independent of it",
                    decisions.size(), list.size()));
  for (std::size_t i = 0; i < list.size(); ++i)
    if (decisions[i].name != list[i].name || decisions[i].index != list[i].index ||
        decisions[i].relation != list[i].relation)
      throw std::logic_error(fmt::format(
          "decide: claim {} is \"{}\" at {} over one kind of number, \"{}\" at {} over another; make their order "
          "independent of it",
          i, decisions[i].name, decisions[i].index, list[i].name, list[i].index));
}

/// What the excess settles where rhs − lhs leaves the sign open. Throws std::logic_error where the two are certainly
/// different numbers.
Verdict verdict_of_excess(const Claim& claim, const Number& margin) {
  const Sign difference = sign_of(*claim.excess - margin);
  if (difference == Sign::positive || difference == Sign::negative)
    throw std::logic_error(fmt::format("decide: the excess of claim \"{}\" at {} is {}, but rhs − lhs is {}",
                                       claim.name, claim.index, in_words(*claim.excess), in_words(margin)));
  return verdict_of(sign_of(*claim.excess), claim.relation);
}

struct Rung {
  Number::Kind kind;
  std::string name;
  Nearness nearness = Nearness::never;
  bool first = false;
};

/// Climbs one rung: updates the open decisions.
void climb(const MakeClaims& make, const Rung& rung, std::vector<Decision>& decisions) {
  const Claims claims = claims_over(rung.kind, make);
  const auto& list = claims.list();
  if (decisions.empty())
    for (const Claim& claim : list) decisions.emplace_back(claim.name, claim.index, claim.relation);
  require_same_claims(list, decisions);
  for (std::size_t i = 0; i < list.size(); ++i) {
    Decision& decision = decisions[i];
    if (decision.verdict != Verdict::undecided) continue;
    const Number margin = list[i].rhs - list[i].lhs;
    decision.rung = rung.name;
    if (rung.first) decision.same_enclosure = same_enclosure(list[i]);
    decision.verdict = verdict_of(sign_of(margin), list[i].relation);
    const bool by_excess = decision.verdict == Verdict::undecided && list[i].excess;
    if (by_excess) decision.verdict = verdict_of_excess(list[i], margin);
    if (decision.verdict == Verdict::undecided && decision.relation == Relation::equal &&
        is_near(list[i], margin, rung.nearness)) {
      decision.verdict = Verdict::holds;
      decision.within = identity_radius;
    }
    const Number& difference = by_excess ? *list[i].excess : margin;
    decision.relative_margin = relative_margin(list[i], difference);
    if (decision.verdict != Verdict::holds) state_sides(list[i], difference, decision);
  }
}

void climb_balls(const MakeClaims& make, int bits, Nearness nearness, std::vector<Decision>& decisions,
                 bool first = false) {
  const Ball::Precision precision(bits);
  climb(make, {Number::Kind::ball, fmt::format("ball {}", bits), nearness, first}, decisions);
}

/// False when fractions cannot hold the claims after all: a root of no square, an exp.
bool climb_rationals(const MakeClaims& make, std::vector<Decision>& decisions) {
  try {
    climb(make, {Number::Kind::rational, "rational"}, decisions);
  } catch (const std::domain_error&) {
    return false;
  }
  return true;
}

bool fails(const Decision& d) { return d.verdict == Verdict::fails; }
bool is_open(const Decision& d) { return d.verdict == Verdict::undecided; }
bool is_open_identity(const Decision& d) { return is_open(d) && d.relation == Relation::equal; }
bool is_open_inequality(const Decision& d) { return is_open(d) && d.relation != Relation::equal; }

bool any(const std::vector<Decision>& decisions, bool (*predicate)(const Decision&)) {
  return std::any_of(decisions.begin(), decisions.end(), predicate);
}
bool any_open(const std::vector<Decision>& decisions) { return any(decisions, is_open); }

/// Whether balls of so many bits are too wide for identity_radius.
bool too_wide_for_identities(int bits) { return std::ldexp(1, -bits) > identity_radius; }

}  // namespace

std::vector<Decision> decide(const MakeClaims& make, Kinds kinds, const Ladder& ladder) {
  const std::vector<int> ball_bits = kinds.ball ? ladder.ball_bits : std::vector<int>{};
  bool exact_rung = ladder.rational && kinds.rational;
  bool started = ladder.interval;
  std::vector<Decision> decisions;
  if (ladder.interval && kinds.interval)
    climb(make, {Number::Kind::interval, "interval", Nearness::never, true}, decisions);
  if (ladder.interval && !kinds.interval && kinds.ball) climb_balls(make, 53, Nearness::never, decisions, true);
  for (const int bits : ball_bits) {
    if (started && !any_open(decisions)) return decisions;
    if (exact_rung && started && (bits > ladder.rational_after || any(decisions, is_open_identity))) {
      exact_rung = climb_rationals(make, decisions);
      if (exact_rung) return decisions;
    }
    const bool in_vain = too_wide_for_identities(bits) && bits != ball_bits.back();
    if (started && in_vain && !any(decisions, is_open_inequality)) continue;
    climb_balls(make, bits,
                exact_rung                 ? Nearness::never
                : bits == ball_bits.back() ? Nearness::absolute
                                           : Nearness::relative,
                decisions, !started);
    started = true;
  }
  if (exact_rung && (!started || any_open(decisions)) && !climb_rationals(make, decisions) && !ball_bits.empty())
    climb_balls(make, ball_bits.back(), Nearness::absolute, decisions);
  return decisions;
}

namespace {

/// What `make` yields over fractions; nothing where they cannot hold it after all.
std::optional<Claims> exact_claims(const MakeClaims& make) {
  try {
    return claims_over(Number::Kind::rational, make);
  } catch (const std::domain_error&) {
    return std::nullopt;
  }
}

std::string first_in_words(const Claims& claims) {
  if (claims.list().empty()) return "";
  const Claim& claim = claims.list().front();
  Decision decision(claim.name, claim.index, claim.relation);
  state_sides(claim, claim.rhs - claim.lhs, decision);
  return in_words(decision);
}

bool sides_are_told_apart(const Claims& claims) {
  return claims.list().empty() || sign_of(claims.list()[0].rhs - claims.list()[0].lhs) != Sign::unknown;
}

}  // namespace

void state_exact_sides(const MakeClaims& make, Kinds kinds, std::vector<Decision>& decisions) {
  if (!any(decisions, fails)) return;
  const std::optional<Claims> claims = kinds.rational ? exact_claims(make) : std::nullopt;
  if (!claims) return;
  for (std::size_t i = 0; i < decisions.size(); ++i)
    if (decisions[i].verdict == Verdict::fails) {
      const Claim& claim = claims->list()[i];
      state_sides(claim, claim.rhs - claim.lhs, decisions[i]);
    }
}

std::string in_words(const Decision& decision) {
  const std::string place = decision.index < 0 ? "" : fmt::format(" at {}", decision.index);
  return fmt::format("{}{}: {} {} {}", decision.name, place, decision.lhs, symbol(decision.relation), decision.rhs);
}

std::string first_claim_in_words(const MakeClaims& make, Kinds kinds) {
  if (const std::optional<Claims> exact = kinds.rational ? exact_claims(make) : std::nullopt)
    return first_in_words(*exact);
  std::string words;
  for (const int bits : Ladder{}.ball_bits) {
    const Ball::Precision precision(bits);
    const Claims claims = claims_over(Number::Kind::ball, make);
    words = first_in_words(claims);
    if (sides_are_told_apart(claims)) break;
  }
  return words;
}

}  // namespace verigrad
