// The archetype of a number type: all that a template of the library may ask of T, and nothing else. Declared, never
// defined: templates are compiled over it so that a stray 0.1, an implicit conversion or a comparison is an error.
#pragma once

#include <concepts>

#include "verigrad/number/eigen.hpp"
#include "verigrad/number/sign.hpp"

namespace verigrad {

class Archetype {
public:
  Archetype();
  explicit Archetype(int);
  /// No other number converts, not even explicitly: T(0.5) would truncate, T(n) of a long would narrow.
  template <class Other>
  requires(std::is_arithmetic_v<Other> && !std::same_as<Other, int>) explicit Archetype(Other) = delete;

  Archetype operator-() const;
  Archetype& operator+=(const Archetype&);
  Archetype& operator-=(const Archetype&);
  Archetype& operator*=(const Archetype&);
  Archetype& operator/=(const Archetype&);
  friend Archetype operator+(const Archetype&, const Archetype&);
  friend Archetype operator-(const Archetype&, const Archetype&);
  friend Archetype operator*(const Archetype&, const Archetype&);
  friend Archetype operator/(const Archetype&, const Archetype&);
};

Archetype square(const Archetype&);
Archetype sqrt(const Archetype&);
Archetype exp(const Archetype&);
Archetype log(const Archetype&);
Archetype log1p(const Archetype&);
Archetype hull(const Archetype&, const Archetype&);
Sign sign_of(const Archetype&);
double approximate(const Archetype&);

}  // namespace verigrad

template <>
struct Eigen::NumTraits<verigrad::Archetype> : Eigen::VerigradTraits<verigrad::Archetype> {};
