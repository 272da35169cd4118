#include "verigrad/claim/claims.hpp"

namespace verigrad {

Claims claims_over(Number::Kind kind, const MakeClaims& make) {
  const Number::Over numbers(kind);
  Claims claims;
  make(claims);
  return claims;
}

}  // namespace verigrad
