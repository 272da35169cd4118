#include "verigrad/theorem/inertial_newton/power_function.hpp"

#include <fmt/format.h>

namespace verigrad {

std::string PowerInstance::describe() const {
  return fmt::format("G(x) = |x|^({}/{}), x = {}^{}, a = {}/{}, ρ = {}", p, q, s, q, p - q + m, p, rho);
}

bool is_valid(const PowerInstance& i) {
  const int a = i.p - i.q + i.m;
  return i.p > i.q && i.q > 0 && i.s > 0 && a > 0 && a < i.p;
}

}  // namespace verigrad
