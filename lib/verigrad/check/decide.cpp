#include "verigrad/check/decide.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ostream.h>

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

template <class T>
double relative_margin(const Claim<T>& claim, const T& margin) {
  const double scale = std::max(std::abs(approximate(claim.lhs)), std::abs(approximate(claim.rhs)));
  const double size = approximate(margin);
  return scale > 0 ? size / scale : std::numeric_limits<double>::infinity();
}

std::string in_words(const Interval& x) { return fmt::format("[{}, {}]", x.lower(), x.upper()); }
std::string in_words(const Ball& x) { return to_string(x); }
std::string in_words(const Rational& x) {
  const std::string fraction = x.str();
  constexpr std::size_t readable = 60;
  return fraction.size() <= readable
             ? fraction
             : fmt::format("{:.17g} (a fraction of {} digits)", approximate(x), fraction.size());
}

/// When an identity without an exact rung counts as decided.
enum class Nearness {
  never,
  relative,  ///< both sides lie within identity_radius · the larger one
  absolute   ///< within identity_radius: on the last rung, where a side may be 0
};

template <class T>
bool is_near(const Claim<T>&, const T&, Nearness) {
  return false;
}
bool is_near(const Claim<Ball>& claim, const Ball& margin, Nearness nearness) {
  if (nearness == Nearness::never || !margin.is_finite()) return false;
  const auto size = [](const Ball& x) { return std::max(std::abs(x.lower()), std::abs(x.upper())); };
  const double scale = nearness == Nearness::absolute ? 1 : std::max(size(claim.lhs), size(claim.rhs));
  return size(margin) <= identity_radius * scale;
}

/// Two computations that round differently seldom enclose their values in the very same interval: where they always do,
/// both sides are the same expression.
template <class T>
bool same_enclosure(const Claim<T>&) {
  return false;
}
bool same_enclosure(const Claim<Interval>& claim) {
  return !claim.lhs.is_point() && claim.lhs.lower() == claim.rhs.lower() && claim.lhs.upper() == claim.rhs.upper();
}

template <class T>
void require_same_claims(const std::vector<Claim<T>>& list, const std::vector<Decision>& decisions) {
  if (decisions.size() != list.size())
    throw std::logic_error(
        fmt::format("decide: {} claims over one number type, {} over another; make their number independent of it",
                    decisions.size(), list.size()));
  for (std::size_t i = 0; i < list.size(); ++i)
    if (decisions[i].name != list[i].name || decisions[i].index != list[i].index ||
        decisions[i].relation != list[i].relation)
      throw std::logic_error(fmt::format(
          "decide: claim {} is \"{}\" at {} over one number type, \"{}\" at {} over another; make their order "
          "independent of it",
          i, decisions[i].name, decisions[i].index, list[i].name, list[i].index));
}

/// What the excess settles where rhs − lhs leaves the sign open. Throws std::logic_error where the two are certainly
/// different numbers.
template <class T>
Verdict verdict_of_excess(const Claim<T>& claim, const T& margin) {
  const Sign difference = sign_of(*claim.excess - margin);
  if (difference == Sign::positive || difference == Sign::negative)
    throw std::logic_error(fmt::format("decide: the excess of claim \"{}\" at {} is {}, but rhs − lhs is {}",
                                       claim.name, claim.index, in_words(*claim.excess), in_words(margin)));
  return verdict_of(sign_of(*claim.excess), claim.relation);
}

/// Climbs one rung: updates the open decisions from the claims over T.
template <class T>
void climb(const Claims<T>& claims, const std::string& rung, Nearness nearness, std::vector<Decision>& decisions) {
  const auto& list = claims.list();
  if (decisions.empty())
    for (const Claim<T>& claim : list) decisions.emplace_back(claim.name, claim.index, claim.relation);
  require_same_claims(list, decisions);
  for (std::size_t i = 0; i < list.size(); ++i) {
    Decision& decision = decisions[i];
    if (decision.verdict != Verdict::undecided) continue;
    const T margin = list[i].rhs - list[i].lhs;
    decision.rung = rung;
    decision.same_enclosure |= same_enclosure(list[i]);
    decision.verdict = verdict_of(sign_of(margin), list[i].relation);
    const bool open = decision.verdict == Verdict::undecided;
    if (open && list[i].excess) decision.verdict = verdict_of_excess(list[i], margin);
    if (decision.verdict == Verdict::undecided && decision.relation == Relation::equal &&
        is_near(list[i], margin, nearness)) {
      decision.verdict = Verdict::holds;
      decision.within = identity_radius;
    }
    decision.relative_margin = relative_margin(list[i], open && list[i].excess ? *list[i].excess : margin);
    if (decision.verdict != Verdict::holds) {
      decision.lhs = in_words(list[i].lhs);
      decision.rhs = in_words(list[i].rhs);
    }
  }
}

bool any_open(const std::vector<Decision>& decisions) {
  return std::any_of(decisions.begin(), decisions.end(),
                     [](const Decision& d) { return d.verdict == Verdict::undecided; });
}

}  // namespace

std::vector<Decision> decide(const ClaimSource& source, const Ladder& ladder) {
  const bool exact_rung = ladder.rational && source.rational;
  std::vector<Decision> decisions;
  if (ladder.interval) climb(source.interval(), "interval", Nearness::never, decisions);
  bool started = ladder.interval;
  for (const int bits : ladder.ball_bits) {
    if (started && !any_open(decisions)) break;
    if (exact_rung && started && bits > ladder.rational_after) break;
    const Ball::Precision precision(bits);
    const Nearness nearness = exact_rung                        ? Nearness::never
                              : bits == ladder.ball_bits.back() ? Nearness::absolute
                                                                : Nearness::relative;
    climb(source.ball(), fmt::format("ball {}", bits), nearness, decisions);
    started = true;
  }
  if (exact_rung && (!started || any_open(decisions))) climb(source.rational(), "rational", Nearness::never, decisions);
  return decisions;
}

void state_exact_sides(const ClaimSource& source, std::vector<Decision>& decisions) {
  if (!source.rational) return;
  const Claims<Rational> claims = source.rational();
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].verdict != Verdict::fails) continue;
    decisions[i].lhs = in_words(claims.list()[i].lhs);
    decisions[i].rhs = in_words(claims.list()[i].rhs);
  }
}

}  // namespace verigrad
