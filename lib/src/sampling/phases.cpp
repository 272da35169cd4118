#include "verigrad/sampling/phases.hpp"

#include <cmath>

#include "draws.hpp"

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

}  // namespace verigrad::generate
