// Unknowns: where the quantities of a statement come from when it is to be proved for all their values. Over Symbolic
// they stay unknown; over Rational they are drawn, to find a counterexample or to hold a proof against.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "verigrad/claim/claims.hpp"
#include "verigrad/number/symbolic.hpp"

namespace verigrad {

/// T is Symbolic or Rational. The order in which a run asks for its unknowns must not depend on T.
template <class T>
class Unknowns {
public:
  /// Over Rational, the values of the draw of this number: small ones first, vectors in dimension 1, 2 or 3 in turn.
  explicit Unknowns(int draw = 0) : draw_(draw) {}

  T real(const std::string& name) { return number(name, Sign::unknown); }
  T nonnegative(const std::string& name) { return number(name, Sign::nonnegative); }
  T positive(const std::string& name) { return number(name, Sign::positive); }
  /// In any inner-product space; over Rational, in ℚⁿ.
  Vector<T> vector(const std::string& name);

  /// "all ν ≥ 0, vectors Z, ∇J(W)", or "ν = 1, Z = (1, 2)".
  std::string describe() const;

private:
  T number(const std::string& name, Sign sign);
  /// The next value of the draw: k/2ᵉ, of either sign.
  Rational draw();

  int draw_;
  int drawn_ = 0;
  std::vector<std::string> numbers_, vectors_;
};

extern template class Unknowns<Symbolic>;
extern template class Unknowns<Rational>;

/// A form of claims about unknowns: to be proved for all their values, or refuted by some. See check/prove.hpp.
struct GeneralForm {
  std::string key;
  std::function<Claims<Symbolic>(Unknowns<Symbolic>&)> symbolic;
  std::function<Claims<Rational>(Unknowns<Rational>&)> rational;
};
using GeneralForms = std::vector<GeneralForm>;

/// The form whose claims are claims_of(Run<T>(unknowns), Claims<T>&): the same generic function that
/// theorem/form.hpp decides on instances, where Run<T> has a constructor from Unknowns<T>&, too.
template <template <class> class Run, class ClaimsOf>
GeneralForm general_form(std::string key, ClaimsOf claims_of) {
  const auto over = [claims_of]<class T>(Unknowns<T>& unknowns) {
    Claims<T> claims;
    claims_of(Run<T>(unknowns), claims);
    return claims;
  };
  return {std::move(key), over, over};
}

}  // namespace verigrad
