#include "verigrad/sampling/phases.hpp"

#include <cmath>

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

rc::Gen<PhaseInstance> phase(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::mapcat(std::move(objectives), [](const ObjectivePtr& J) {
    const Eigen::Index d = J->dimension();
    return rc::gen::map(rc::gen::tuple(point(d), point(d), dyadic(6, 3), up_to(8), up_to(6)),
                        [J](const std::tuple<Vector<double>, Vector<double>, double, int, int>& draw) {
                          const auto& [w, z, nu, e, t] = draw;
                          return PhaseInstance{J, w, z, std::abs(nu), std::ldexp(1, e - 5), std::ldexp(1, t - 3)};
                        });
  });
}

rc::Gen<PhaseInstance> quadratic_phase() {
  return phase(rc::gen::oneOf(convex_quadratic(), indefinite_quadratic(), least_squares()));
}

rc::Gen<PhaseInstance> smooth_phase() { return phase(rc::gen::oneOf(convex_smooth(), non_convex_smooth())); }

rc::Gen<SmallSteps> small_steps(rc::Gen<ObjectivePtr> quadratics) {
  return rc::gen::map(rc::gen::tuple(phase(std::move(quadratics)), up_to(9), up_to(6)),
                      [](const std::tuple<PhaseInstance, int, int>& draw) {
                        const auto& [phase, exponent, halvings] = draw;
                        const double L = phase.J->curvature().smoothness();
                        const int scale = L > 0 ? std::ilogb(L) + 1 : 0;
                        return SmallSteps{phase.J, phase.w, phase.z, std::ldexp(1, exponent - 6 - scale), halvings};
                      });
}

rc::Gen<SmallSteps> small_steps_on_parabola() {
  return rc::gen::map(rc::gen::tuple(positive(3, -2, 2), dyadic(5, 2), dyadic(5, 2), up_to(9), up_to(6)),
                      [](const std::tuple<double, double, double, int, int>& draw) {
                        const auto& [lambda, w0, z0, exponent, halvings] = draw;
                        const double t = std::ldexp(1, exponent - 7 - std::ilogb(lambda));
                        return steps_on_parabola(lambda, w0, z0, t, halvings);
                      });
}

}  // namespace verigrad::generate

namespace verigrad {

PhaseInstance phase_on_parabola() {
  return {.J = make_objective(Quadratic(at(0.25), at(0))),
          .w = at(0.0625),
          .z = at(0.0625),
          .nu = 0.125,
          .epsilon = 0.03125,
          .tau = 0.125};
}

}  // namespace verigrad
