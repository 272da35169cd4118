#include "verigrad/theorem/flow/momentum_energy.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad {

std::string PhaseInstance::describe() const {
  return fmt::format("J = {}; W = {}, Z = {}, ν = {}, ε = {}, τ = {}", J->describe(), in_words(w), in_words(z), nu,
                     epsilon, tau);
}

PhaseInstance phase_on_parabola() {
  return {.J = make_objective(Quadratic(at(0.25), at(0))),
          .w = at(0.0625),
          .z = at(0.0625),
          .nu = 0.125,
          .epsilon = 0.03125,
          .tau = 0.125};
}

bool rate_is_decidable(const PhaseInstance& instance) {
  return instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius()) &&
         (instance.rational() || !instance.z.isZero(0));
}

Number EnergyAlong::energy(const Number& h) const {
  const Vector<Number> z = at.z + h * velocity.z;
  return J.value(at.w + h * velocity.w + kappa * z) + frac(1, 2) * m * squared_norm(z);
}

Number EnergyAlong::rate_if_quadratic() const { return 2 * (energy(frac(1, 4)) - energy(frac(-1, 4))); }

void EnergyAlong::claim_rate(const Number& rate, const Number& L, double tau, Claims& claims) const {
  const Number scale = frac(1, 2) * (L * squared_norm(velocity.w + kappa * velocity.z) + m * squared_norm(velocity.z));
  const Number start = energy(0);
  for (int k = 0; k <= 4; ++k)
    for (const double sign : {1.0, -1.0}) {
      const Number h = exact(sign * std::ldexp(tau, -4 * k));
      claims.at_most("|E(h) − E(0) − h dE/dt| ≤ h²(L/2 |W′ + κZ′|² + m/2 |Z′|²)",
                     magnitude(energy(h) - start - h * rate), scale * square(h), k);
    }
}

}  // namespace verigrad
