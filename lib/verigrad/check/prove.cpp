#include "verigrad/check/prove.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>

#include <fmt/format.h>

#include "verigrad/number/sign.hpp"
#include "verigrad/number/trace.hpp"

namespace verigrad {
namespace {

bool is_proved(const Claim& claim) {
  if (claim.relation == Relation::equal) return identical(claim.lhs.as<Symbolic>(), claim.rhs.as<Symbolic>());
  const Sign margin = sign_of(claim.rhs - claim.lhs);
  if (margin == Sign::positive) return true;
  if (claim.relation == Relation::less) return false;
  return margin == Sign::zero || margin == Sign::nonnegative ||
         identical(claim.lhs.as<Symbolic>(), claim.rhs.as<Symbolic>());
}

Decision decision_of(const Claim& claim) {
  Decision result(claim.name, claim.index, claim.relation);
  result.rung = "symbolic";
  result.verdict = is_proved(claim) ? Verdict::holds : Verdict::undecided;
  result.relative_margin = std::numeric_limits<double>::infinity();
  result.lhs = to_string(claim.lhs.as<Symbolic>());
  result.rhs = to_string(claim.rhs.as<Symbolic>());
  return result;
}

/// The first of `draws` draws on which a claim fails, as evidence.
std::optional<Evidence> counterexample(const Form<Unknowns>& form, int draws) {
  const Ladder exact_only{.interval = false, .ball_bits = {}};
  for (int draw = 0; draw < draws; ++draw) {
    std::string words;
    const MakeClaims make = [&](Claims& claims) {
      const Unknowns unknowns(draw);
      form.claims(unknowns, claims);
      words = unknowns.describe();
    };
    const auto decisions = decide(make, {}, exact_only);
    Tally tally(Level::instance);
    if (tally.add(words, decisions) == Verdict::fails) return tally.finish(Verdict::holds);
  }
  return {};
}

/// What was decided over symbols, at the level it has.
Evidence evidence_of(const std::vector<Decision>& decisions, const std::string& scope, Level level) {
  Tally tally(level);
  tally.add(scope, decisions);
  return tally.finish(Verdict::holds);
}

/// A form over symbols.
struct Traced {
  std::vector<Decision> decisions;
  std::string scope, complaint;
};

/// The unknowns that the claims mention, whatever else their run has asked for.
std::string scope_of(const std::vector<Claim>& claims) {
  std::vector<Symbolic> sides;
  for (const Claim& claim : claims) sides.insert(sides.end(), {claim.lhs.as<Symbolic>(), claim.rhs.as<Symbolic>()});
  return for_all(unknowns_in(sides));
}

/// Why a proof of the claim would say nothing; empty where it says something. Two sides of one expression are also what
/// a run leaves that sets one quantity equal to another in its constructor.
std::string emptiness(const Claim& claim) {
  if (!built_alike(claim.lhs.as<Symbolic>(), claim.rhs.as<Symbolic>())) return "";
  return fmt::format("trivial: both sides of \"{}\" are the same expression; does the run set them equal?", claim.name);
}

Traced traced(const Form<Unknowns>& form) {
  const Number::Over symbols(Number::Kind::symbolic);
  Claims claims;
  form.claims(Unknowns(), claims);
  Traced result{.scope = scope_of(claims.list())};
  for (const Claim& claim : claims.list()) {
    result.decisions.push_back(decision_of(claim));
    if (result.complaint.empty()) result.complaint = emptiness(claim);
  }
  return result;
}

}  // namespace

Evidence prove(const Form<Unknowns>& form) {
  const auto [decisions, scope, complaint] = traced(form);
  const bool all_proved =
      std::all_of(decisions.begin(), decisions.end(), [](const Decision& d) { return d.verdict == Verdict::holds; });
  const auto refuted = counterexample(form, all_proved ? confirmation_draws : refutation_draws);
  if (all_proved && refuted)
    throw std::logic_error("prove: \"" + form.key + "\" is proved, but fails on " + refuted->counterexample);
  if (refuted) return *refuted;
  Evidence result = evidence_of(decisions, scope, all_proved ? Level::proved : Level::instance);
  if (all_proved) {
    result.note = "for " + scope;
    if (result.error.empty()) result.error = complaint;
  }
  return result;
}

Check proved(CheckId id, Form<Unknowns> form) {
  return {std::move(id), [form = std::move(form)](const Settings&) { return prove(form); }};
}

std::vector<Check> proved_each(const std::string& stem, Kind kind, const Forms<Unknowns>& forms) {
  std::vector<Check> checks;
  for (const Form<Unknowns>& form : forms) checks.push_back(proved(check_of(stem, kind, form.key), form));
  return checks;
}

std::vector<Check> proof_checks(const std::string& stem, const Lines<Unknowns>& lines) {
  std::vector<Check> checks = proved_each(stem, Kind::step, lines.step_forms());
  for (const FalseLine<Unknowns>& line : lines.errata) {
    checks.push_back(proved(check_of(stem, Kind::erratum, line.words.key), line.printed));
    if (line.words.of_statement) checks.push_back(as_conclusion(checks.back()));
  }
  append(checks, proved_each(stem, Kind::corrected, lines.corrected_forms()));
  return checks;
}

std::vector<Check> planted_checks(const std::string& stem, const Lines<Unknowns>& lines) {
  return proved_each(stem, Kind::planted, lines.planted);
}

}  // namespace verigrad
