// Tally: adds the decisions on one instance after another up to one Evidence, and refuses evidence that is vacuous.
#pragma once

#include <string>
#include <vector>

#include "verigrad/check/decide.hpp"

namespace verigrad {

/// What is known of one check while its instances are decided, and whether that is evidence.
class Tally {
public:
  explicit Tally(Level level) { evidence_.level = level; }

  /// Adds one instance. Returns its verdict: fails if a claim fails, else undecided if one is open, else holds.
  Verdict add(const std::string& instance, const std::vector<Decision>& decisions);
  void add_unmet() { ++evidence_.unmet; }
  /// How many claims were decided so far.
  long claims() const { return evidence_.claims; }
  void note(std::string text) { evidence_.note = std::move(text); }

  /// The evidence so far. An error is set when no case was decided or the hypotheses were never met; for sampled
  /// evidence that holds, also when no inequality came within `binding_factor` of its bound, when both sides of every
  /// inequality were always equal, or when both sides of every identity were always computed the same way. Without
  /// must_bind, the last three and hypotheses that were never met are noted and no error; evidence of no case stays
  /// undecided.
  Evidence finish(Verdict expected, bool must_bind = true) const;

  static constexpr double binding_factor = 100;

private:
  Evidence evidence_;
  bool any_fails_ = false;
  bool any_undecided_ = false;
  double largest_margin_ = 0;
  long inexact_identities_ = 0;
  long same_enclosures_ = 0;
};

}  // namespace verigrad
