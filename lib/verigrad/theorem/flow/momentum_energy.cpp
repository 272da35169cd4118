#include "verigrad/theorem/flow/momentum_energy.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string PhaseInstance::describe() const {
  return fmt::format("J = {}; W = {}, Z = {}, ν = {}, ε = {}, τ = {}", J->describe(), in_words(w), in_words(z), nu,
                     epsilon, tau);
}

bool rate_is_decidable(const PhaseInstance& instance) {
  return instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius()) &&
         (instance.rational() || !instance.z.isZero(0));
}

template <class T>
T EnergyAlong<T>::energy(const T& h) const {
  const Vector<T> z = at.z + h * velocity.z;
  return J.value(at.w + h * velocity.w + kappa * z) + frac<T>(1, 2) * m * squared_norm(z);
}

template <class T>
T EnergyAlong<T>::rate_if_quadratic() const {
  return T(2) * (energy(frac<T>(1, 4)) - energy(frac<T>(-1, 4)));
}

template <class T>
void EnergyAlong<T>::claim_rate(const T& rate, const T& L, double tau, Claims<T>& claims) const {
  const T scale = frac<T>(1, 2) * (L * squared_norm<T>(velocity.w + kappa * velocity.z) + m * squared_norm(velocity.z));
  const T start = energy(T(0));
  for (int k = 0; k <= 4; ++k)
    for (const double sign : {1.0, -1.0}) {
      const T h = exact<T>(sign * std::ldexp(tau, -4 * k));
      claims.at_most("|E(h) − E(0) − h dE/dt| ≤ h²(L/2 |W′ + κZ′|² + m/2 |Z′|²)",
                     magnitude<T>(energy(h) - start - h * rate), scale * square(h), k);
    }
}

#define VERIGRAD_INSTANTIATE(T) template struct EnergyAlong<T>;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
