#include "verigrad/theorem/power_function.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "verigrad/number/symbolic.hpp"
#include "verigrad/number/types.hpp"

namespace verigrad {

std::string PowerFunction::describe() const {
  return fmt::format("G(x) = |x|^({}/{}), x = {}^{}, a = {}/{}, ρ = {}", p, q, s, q, p - q + m, p, rho);
}

bool is_valid(const PowerFunction& i) {
  const int a = i.p - i.q + i.m;
  return i.p > i.q && i.q > 0 && i.s > 0 && a > 0 && a < i.p;
}

template <class T>
T integer_power(const T& s, int n) {
  T result(1);
  for (int k = 0; k < std::abs(n); ++k) result *= s;
  return n < 0 ? T(1) / result : result;
}

#define VERIGRAD_INSTANTIATE(T) template T integer_power<T>(const T&, int);
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE
#ifndef VERIGRAD_ARCHETYPE
template Symbolic integer_power<Symbolic>(const Symbolic&, int);
#endif

}  // namespace verigrad
