#include "verigrad/theorem/inertial_newton/din_instance.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad {

std::string DinInstance::describe() const {
  return fmt::format("𝒥 = {}; θ = {}, ψ = {}, α = {}, β = {}, λ = {}, τ = {}", J->describe(), in_words(theta),
                     in_words(psi), alpha, beta, lambda, tau);
}

bool din_rate_is_decidable(const DinInstance& instance) {
  return instance.J->curvature().smooth() && std::isinf(instance.J->domain_radius());
}

DinInstance din_on_parabola(double psi) {
  return {.J = make_objective(Quadratic(at(1), at(0))), .theta = at(1), .psi = at(psi), .alpha = 1, .beta = 1};
}

DinInstance din_on_flat_parabola() {
  return {.J = make_objective(Quadratic(at(0.25), at(0))),
          .theta = at(0.0625),
          .psi = at(0),
          .alpha = 0.015625,
          .beta = 0.0625};
}

}  // namespace verigrad
