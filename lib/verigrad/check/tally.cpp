#include "verigrad/check/tally.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace verigrad {
namespace {

std::string full_name(const Decision& decision) {
  return decision.index < 0 ? std::string(decision.name) : fmt::format("{} at {}", decision.name, decision.index);
}

std::string complaint(const std::string& instance, const Decision& decision) {
  return fmt::format("{}: {} {}", instance, in_words(decision),
                     decision.verdict == Verdict::fails ? "is false" : "is undecided");
}

}  // namespace

Verdict Tally::add(const std::string& instance, const std::vector<Decision>& decisions) {
  ++evidence_.cases;
  Verdict verdict = Verdict::holds;
  for (const Decision& decision : decisions) {
    ++evidence_.claims;
    ++evidence_.rungs[decision.rung];
    evidence_.within = std::max(evidence_.within, decision.within);
    if (decision.verdict == Verdict::fails && verdict != Verdict::fails) {
      if (!any_fails_) evidence_.counterexample = complaint(instance, decision);
      verdict = Verdict::fails;
      any_fails_ = true;
    }
    if (decision.verdict == Verdict::undecided) {
      if (!any_fails_ && !any_undecided_) evidence_.counterexample = complaint(instance, decision);
      any_undecided_ = true;
      if (verdict == Verdict::holds) verdict = Verdict::undecided;
    }
    if (decision.relation == Relation::equal) {
      inexact_identities_ += decision.rung != "interval";
      same_enclosures_ += decision.same_enclosure;
    }
    // 0 ≤ 0 says nothing about how tight a bound is.
    if (decision.relation == Relation::equal || !std::isfinite(decision.relative_margin)) continue;
    largest_margin_ = std::max(largest_margin_, std::abs(decision.relative_margin));
    if (decision.verdict == Verdict::holds && decision.relative_margin < evidence_.smallest_margin) {
      evidence_.smallest_margin = decision.relative_margin;
      evidence_.tightest = fmt::format("{}: {}", full_name(decision), instance);
    }
  }
  return verdict;
}

Evidence Tally::finish(Verdict expected, bool must_bind) const {
  Evidence result = evidence_;
  result.verdict = any_fails_ ? Verdict::fails : any_undecided_ ? Verdict::undecided : Verdict::holds;
  if (result.claims == 0) {
    result.verdict = Verdict::undecided;
    if (result.unmet == 0)
      result.error = "vacuous: no claim was decided";
    else if (must_bind)
      result.error = fmt::format("vacuous: the hypotheses held on none of {} instances", result.unmet);
    else
      result.note = fmt::format("the hypotheses held on none of {} instances", result.unmet);
    return result;
  }
  const bool judged = result.level == Level::sampled && expected == Verdict::holds && result.verdict == Verdict::holds;
  if (!judged) return result;
  std::string& complaint = must_bind ? result.error : result.note;
  const bool has_inequality = std::isfinite(result.smallest_margin);
  if (inexact_identities_ > 1 && same_enclosures_ == inexact_identities_)
    complaint = "trivial: both sides of every identity are computed the same way; are they the same expression?";
  if (has_inequality && result.smallest_margin > 1 - 1 / binding_factor)
    complaint = fmt::format("not binding: no case came within a factor {} of the bound", binding_factor);
  if (has_inequality && largest_margin_ == 0 && result.cases > 1)
    complaint = "trivial: both sides are equal in every case; are they the same expression?";
  return result;
}

}  // namespace verigrad
