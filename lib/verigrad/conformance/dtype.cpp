#include "verigrad/conformance/dtype.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad::conformance {

const Dtype float64{"float64", 53, 0x1p-1074, 0x1.fffffffffffffp1023};
const Dtype float32{"float32", 24, 0x1p-149, 0x1.fffffep127};
const Dtype float16{"float16", 11, 0x1p-24, 0x1.ffcp15};
const Dtype bfloat16{"bfloat16", 8, 0x1p-133, 0x1.fep127};

double Dtype::unit() const { return std::ldexp(1, -bits); }

bool Dtype::holds(double x) const {
  if (!std::isfinite(x) || bits == std::numeric_limits<double>::digits) return true;
  if (std::abs(x) > largest) return false;
  int exponent = 0;
  const double significand = std::ldexp(std::frexp(x, &exponent), bits);
  const double steps = x / smallest;  // a power of two: exact, or beyond what subnormal numbers reach
  return significand == std::trunc(significand) && (steps == std::trunc(steps) || std::isinf(steps));
}

double Dtype::nearest(double x) const {
  if (!std::isfinite(x) || x == 0) return x;
  int exponent = 0;
  std::frexp(x, &exponent);
  const double step = std::max(std::ldexp(1.0, exponent - bits), smallest);  // a power of two: quotients are exact
  const double result = std::nearbyint(x / step) * step;
  return std::abs(result) > largest ? std::copysign(std::numeric_limits<double>::infinity(), x) : result;
}

const Dtype& dtype_named(const std::string& name) {
  static const std::array<const Dtype*, 4> all{&float64, &float32, &float16, &bfloat16};
  for (const Dtype* dtype : all)
    if (dtype->name == name) return *dtype;
  throw std::invalid_argument(
      fmt::format("dtype \"{}\" is none of float64, float32, float16 and bfloat16; name the one that the optimiser "
                  "computes in",
                  name));
}

}  // namespace verigrad::conformance
