#include "verigrad/sampling/phases.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

Gen<PhaseInstance> phase(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& J) {
    const Eigen::Index d = J->dimension();
    return gen::apply(
        [J](const Vector<double>& w, const Vector<double>& z, double nu, int e, int t) {
          return PhaseInstance{J, w, z, std::abs(nu), std::ldexp(1, e - 5), std::ldexp(1, t - 3)};
        },
        point(d), point(d), dyadic(6, 3), up_to(8), up_to(6));
  });
}

Gen<PhaseInstance> quadratic_phase() {
  return phase(gen::oneOf(convex_quadratic(), indefinite_quadratic(), least_squares()));
}

Gen<PhaseInstance> smooth_phase() { return phase(gen::oneOf(convex_smooth(), non_convex_smooth())); }

Gen<SmallSteps> small_steps(Gen<ObjectivePtr> quadratics) {
  return gen::apply(
      [](const PhaseInstance& phase, int exponent, int halvings) {
        const double L = phase.J->curvature().smoothness();
        const int scale = L > 0 ? std::ilogb(L) + 1 : 0;
        return SmallSteps{phase.J, phase.w, phase.z, std::ldexp(1, exponent - 6 - scale), halvings};
      },
      phase(std::move(quadratics)), up_to(9), up_to(6));
}

Gen<SmallSteps> small_steps_on_parabola() {
  return gen::apply(
      [](double lambda, double w0, double z0, int exponent, int halvings) {
        return steps_on_parabola(lambda, w0, z0, std::ldexp(1, exponent - 7 - std::ilogb(lambda)), halvings);
      },
      positive(3, -2, 2), dyadic(5, 2), dyadic(5, 2), up_to(9), up_to(6));
}

}  // namespace verigrad::generate
