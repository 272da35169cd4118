#include "verigrad/number/pi.hpp"

#include <stdexcept>

namespace verigrad {

Number pi() {
  if (Number::kind() != Number::Kind::ball) throw std::domain_error("pi: only balls hold it; use a form in_balls()");
  Ball result;
  arb_const_pi(result.arb(), Ball::precision());
  return Number(std::move(result));
}

}  // namespace verigrad
