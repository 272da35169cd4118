// G(x) = |x|^c and its gradient flow: where Kurdyka–Łojasiewicz exponents and rates are known exactly.
// INNA, section 2.5.3.
#pragma once

#include <string>

#include "verigrad/number/power.hpp"

namespace verigrad {

/// c = p/q > 1 at x = s^q, so that all powers are rational, with the exponent a = 1 − 1/c + m/p and a constant ρ.
struct PowerInstance {
  int p, q;
  double s;
  double rho = 1;
  int m = 0;

  bool rational() const { return true; }
  std::string describe() const;
};
/// p > q > 0, s > 0 and 0 < a < 1.
bool is_valid(const PowerInstance& instance);

}  // namespace verigrad
