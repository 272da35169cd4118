#include "verigrad/claim/claims.hpp"

namespace verigrad {
namespace {

/// What `evaluate` yields over numbers of the kind T.
template <class T>
std::function<Claims<T>()> over(Number::Kind kind, const std::function<void(Claims<Number>&)>& evaluate) {
  return [=] {
    const Number::Over numbers(kind);
    Claims<Number> claims;
    evaluate(claims);
    Claims<T> result;
    for (const Claim<Number>& claim : claims.list())
      result.add({claim.name, claim.index, claim.relation, claim.lhs.as<T>(), claim.rhs.as<T>(),
                  claim.excess ? std::optional<T>(claim.excess->as<T>()) : std::nullopt});
    return result;
  };
}

}  // namespace

template class Claims<Interval>;
template class Claims<Ball>;
template class Claims<Rational>;
template class Claims<Number>;

ClaimSource claim_source(std::function<void(Claims<Number>&)> evaluate, bool rational) {
  ClaimSource source{over<Interval>(Number::Kind::interval, evaluate), over<Ball>(Number::Kind::ball, evaluate), {}};
  if (rational) source.rational = over<Rational>(Number::Kind::rational, evaluate);
  return source;
}

}  // namespace verigrad
