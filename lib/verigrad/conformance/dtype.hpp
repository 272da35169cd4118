// The floating-point types that a foreign optimiser may compute in.
#pragma once

#include <string>
#include <string_view>

namespace verigrad::conformance {

/// A binary format with rounding to nearest and subnormal numbers.
struct Dtype {
  std::string_view name;
  int bits;         ///< of the significand, the hidden one among them
  double smallest;  ///< the least positive number
  double largest;

  /// The relative error of one rounding to nearest, 2^−bits.
  double unit() const;
  /// Whether x is one of its numbers, an infinity or NaN.
  bool holds(double x) const;
  /// The nearest of its numbers, ties to even; an infinity beyond the largest.
  double nearest(double x) const;
};

/// IEEE binary64, binary32 and binary16, and the upper half of binary32.
extern const Dtype float64, float32, float16, bfloat16;

/// Throws std::invalid_argument, which names those there are.
const Dtype& dtype_named(const std::string& name);

}  // namespace verigrad::conformance
