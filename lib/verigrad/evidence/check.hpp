// A check: one claim of one statement, the verdict it must get, and how to get it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "verigrad/evidence/evidence.hpp"

namespace verigrad {

/// What a check looks at.
enum class Kind {
  conclusion,  ///< the statement as printed, on members of its class
  step,        ///< one displayed step of its proof
  sharp,       ///< an instance that attains the bound
  dropped,     ///< an instance without one hypothesis
  planted,     ///< a deliberately wrong form that must be rejected
  erratum,     ///< a printed form that is false
  corrected    ///< the form that replaces an erratum
};
/// The word for it: "conclusion", "step", "sharp", "dropped", "planted", "erratum", "corrected".
std::string_view name(Kind kind);

/// How much a run draws, and from which seed.
struct Settings {
  int cases = 100;         ///< instances that make a claim to draw for a sampled check, beside the named ones
  std::uint64_t seed = 1;  ///< the run's seed; a check mixes its own name into it
  /// Whether bounds never nearly tight, sides never different and hypotheses never met are errors, or noted.
  bool must_bind = true;
};

/// What tells a check from all others, and the verdict it must come to.
struct CheckId {
  std::string statement;  ///< stem of the statement
  Kind kind;
  std::string name;                   ///< unique among the checks of the statement
  Verdict expected = Verdict::holds;  ///< fails for planted mistakes, errata and needed hypotheses
  /// Whether it speaks of the whole conclusion, so that the statement has its level whatever the others have.
  bool whole = false;

  std::string full_name() const { return statement + "." + name; }
};

/// The check of a statement's form `key`: errata and planted mistakes must fail, and are named accordingly.
CheckId check_of(std::string statement, Kind kind, const std::string& key);

/// One question to a statement, and how to answer it.
struct Check {
  CheckId id;
  std::function<Evidence(const Settings&)> run;
};

/// An erratum of the statement's own words, and not only of its proof, as the conclusion it is: false as printed.
Check as_conclusion(const Check& erratum);

/// Adds the second list to the first.
void append(std::vector<Check>& checks, std::vector<Check> more);

/// What a check came to: the expected verdict, the opposite one, none, no evidence, or nothing that could be looked at.
enum class Outcome { passed, failed, undecided, error, not_checked };
/// The word for it, as in Outcome.
std::string_view name(Outcome outcome);

/// passed if the evidence has the expected verdict, error if it is none, not_checked if it says why nothing was
/// decided.
Outcome outcome_of(const CheckId& check, const Evidence& evidence);

}  // namespace verigrad
