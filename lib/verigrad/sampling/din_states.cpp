#include "verigrad/sampling/din_states.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

/// √α, √β, the quarter of its interval at which λ lies (5 and above: an end), whether ψ = (1 − αβ)θ, and log₂ 8τ.
struct Parameters {
  double root_alpha, root_beta;
  int where;
  bool steady;
  int step;
};

Gen<Parameters> parameters() {
  return gen::apply(
      [](double root_alpha, int eighths, int where, bool steady, int step) {
        return Parameters{std::abs(root_alpha), (1 + eighths) / 8.0, where, steady, step};
      },
      dyadic(4, 3), up_to(15), up_to(7), one_in(8), up_to(6));
}

DinInstance state_of(const ObjectivePtr& J, const Vector<double>& theta, const Vector<double>& psi,
                     const Parameters& p) {
  const double product = p.root_alpha * p.root_beta;
  const double quarters = p.where <= 4 ? p.where : p.where % 2 == 0 ? 0 : 4;
  const double lambda = 1 + product * product + product * (quarters - 2);
  const Vector<double> at_rest = (1 - product * product) * theta;
  return {J,
          theta,
          p.steady ? at_rest : psi,
          p.root_alpha * p.root_alpha,
          p.root_beta * p.root_beta,
          lambda,
          std::ldexp(1, p.step - 3)};
}

}  // namespace

Gen<DinInstance> din_state(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& J) {
    const Eigen::Index d = J->dimension();
    return gen::apply([J](const Vector<double>& theta, const Vector<double>& psi,
                          const Parameters& p) { return state_of(J, theta, psi, p); },
                      point(d), point(d), parameters());
  });
}

Gen<DinInstance> quadratic_din_state() {
  return din_state(gen::oneOf(convex_quadratic(), indefinite_quadratic(), least_squares()));
}

Gen<DinInstance> smooth_din_state() { return din_state(gen::oneOf(convex_smooth(), non_convex_smooth())); }

}  // namespace verigrad::generate
