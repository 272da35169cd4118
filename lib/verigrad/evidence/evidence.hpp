// Evidence: what a check found, as a value. Reports print it, test frameworks read it, none of them decides anew.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>

namespace verigrad {

/// The answer to a claim. Not convertible to bool: `undecided` must never count as `holds`.
enum class Verdict { holds, fails, undecided };

/// The scope of a verdict, from narrow to wide; a report never shows a lower one as a higher one.
enum class Level {
  instance,  ///< one named instance, decided exactly or by enclosure
  sampled,   ///< instances drawn at random, each decided rigorously
  covered,   ///< every point of a box of parameters
  proved,    ///< every instance, by a certificate that exact arithmetic re-checked
  kernel     ///< every instance, by a theorem that Coq's kernel checked
};

/// From the weakest to the strongest.
constexpr Level all_levels[] = {Level::instance, Level::sampled, Level::covered, Level::proved, Level::kernel};

/// What one check found. Only check/ makes one.
struct Evidence {
  Verdict verdict = Verdict::undecided;
  Level level = Level::instance;
  long cases = 0;                     ///< instances decided
  long unmet = 0;                     ///< instances drawn whose hypotheses did not hold; not decided
  long claims = 0;                    ///< inequalities and identities decided
  std::map<std::string, long> rungs;  ///< how many claims each rung of the ladder decided
  /// The smallest (rhs − lhs) / max(|lhs|, |rhs|) seen over the inequalities; ∞ if there was none.
  double smallest_margin = std::numeric_limits<double>::infinity();
  std::string tightest;        ///< the claim and instance of smallest_margin
  double within = 0;           ///< identities with exp, log, √ hold within this; 0 when all are exact
  std::string counterexample;  ///< instance, claim and both sides of the first claim that fails or stays open
  std::string note;            ///< a finding in words, with measured numbers
  std::string error;           ///< why the check itself is no evidence: vacuous, trivial, crashed, timed out
  std::string not_checked;     ///< why nothing was decided here, where that is no fault: no coqc
};

/// The word for it: "holds", "fails", "undecided"; "instance", "sampled", "covered", "proved".
std::string_view name(Verdict verdict);
std::string_view name(Level level);

}  // namespace verigrad
