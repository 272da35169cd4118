// Standard normal numbers from a seed, the same on every machine, for what figures draw.
#pragma once

#include <cmath>
#include <numbers>
#include <random>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// By Box and Muller's method.
class NormalNumbers {
public:
  explicit NormalNumbers(unsigned seed) : engine_(seed) {}
  double uniform() { return (double(engine_() >> 11) + 0.5) * 0x1p-53; }
  double operator()() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
  /// The next numbers as the entries of a vector.
  Vector<double> vector(int size) {
    return Vector<double>::NullaryExpr(size, [this] { return (*this)(); });
  }

private:
  std::mt19937_64 engine_;
};

}  // namespace verigrad
