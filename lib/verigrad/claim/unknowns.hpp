// Unknowns: where the quantities of a statement come from when it is to be proved for all their values. Over symbols
// they stay unknown; over rationals they are drawn, to find a counterexample or to hold a proof against.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/form.hpp"
#include "verigrad/number/trace.hpp"

namespace verigrad {

/// "all ν ≥ 0, vectors Z, ∇J(W)".
std::string for_all(const std::vector<TracedUnknown>& unknowns);

/// The instance of a form that speaks of all values: a Run with a constructor from const Unknowns& asks it for its
/// quantities by name, and form<Run, Unknowns>(key, claims) is the form to be proved. See check/prove.hpp.
/// A run must ask for the same unknowns in the same order over every kind of number.
class Unknowns {
public:
  /// Over rationals, the values of the draw of this number: small ones first, vectors in dimension 1, 2 or 3 in turn.
  explicit Unknowns(int draw = 0) : draw_(draw) {}

  Number real(const std::string& name) const { return number(name, Sign::unknown); }
  Number nonnegative(const std::string& name) const { return number(name, Sign::nonnegative); }
  Number positive(const std::string& name) const { return number(name, Sign::positive); }
  /// In any inner-product space; over rationals, in ℚⁿ.
  Vector<Number> vector(const std::string& name) const;

  /// What has been asked for: "all ν ≥ 0, vectors Z, ∇J(W)", or "ν = 1, Z = (1, 2)".
  std::string describe() const;

private:
  Number number(const std::string& name, Sign sign) const;
  /// The next value of the draw: k/2ᵉ, of either sign.
  Rational draw() const;

  int draw_;
  mutable int drawn_ = 0;
  mutable std::vector<TracedUnknown> asked_;            ///< over symbols
  mutable std::vector<std::string> numbers_, vectors_;  ///< with the values that were drawn
};

}  // namespace verigrad
