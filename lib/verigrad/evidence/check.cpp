#include "verigrad/evidence/check.hpp"

#include <iterator>

namespace verigrad {

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::conclusion: return "conclusion";
    case Kind::step: return "step";
    case Kind::sharp: return "sharp";
    case Kind::dropped: return "dropped";
    case Kind::planted: return "planted";
    case Kind::erratum: return "erratum";
    case Kind::corrected: break;
  }
  return "corrected";
}

CheckId check_of(std::string statement, Kind kind, const std::string& key) {
  const bool wrong = kind == Kind::planted || kind == Kind::erratum;
  const std::string name = kind == Kind::planted     ? "rejects " + key
                           : kind == Kind::corrected ? key + " corrected"
                                                     : key;
  return {std::move(statement), kind, name, wrong ? Verdict::fails : Verdict::holds};
}

Check as_conclusion(const Check& erratum) {
  Check check = erratum;
  check.id.kind = Kind::conclusion;
  check.id.name = "as printed: " + check.id.name;
  return check;
}

void append(std::vector<Check>& checks, std::vector<Check> more) {
  checks.insert(checks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed: return "passed";
    case Outcome::failed: return "failed";
    case Outcome::undecided: return "undecided";
    case Outcome::error: return "error";
    case Outcome::not_checked: break;
  }
  return "not checked here";
}

Outcome outcome_of(const CheckId& check, const Evidence& evidence) {
  if (!evidence.error.empty()) return Outcome::error;
  if (!evidence.not_checked.empty()) return Outcome::not_checked;
  if (evidence.verdict == check.expected) return Outcome::passed;
  return evidence.verdict == Verdict::undecided ? Outcome::undecided : Outcome::failed;
}

}  // namespace verigrad
