#include "verigrad/claim/ball_form.hpp"

namespace verigrad {

Claims<Interval> in_intervals(const Claims<Ball>& claims) {
  Claims<Interval> result;
  const auto ends = [](const Ball& x) { return Interval::hull(x.lower(), x.upper()); };
  for (const Claim<Ball>& claim : claims.list()) {
    const Interval lhs = ends(claim.lhs), rhs = ends(claim.rhs);
    switch (claim.relation) {
      case Relation::at_most: result.at_most(claim.name, lhs, rhs, claim.index); break;
      case Relation::less: result.less(claim.name, lhs, rhs, claim.index); break;
      case Relation::equal: result.equal(claim.name, lhs, rhs, claim.index); break;
    }
  }
  return result;
}

ClaimSource ball_source(std::function<void(Claims<Ball>&)> evaluate) {
  const auto over_balls = [evaluate = std::move(evaluate)] {
    Claims<Ball> claims;
    evaluate(claims);
    return claims;
  };
  constexpr long bits_of_double = 53;
  return {[=] {
            const Ball::Precision precision(bits_of_double);
            return in_intervals(over_balls());
          },
          over_balls,
          {}};
}

}  // namespace verigrad
