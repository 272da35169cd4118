// Thesis, proof of Theorem 2.1: the energy on the steady states; where it is no Lyapunov function, and what holds
// there. The rest of the proof is a theorem of Benaïm et al.
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/theorem/inertial_newton/din_energy_decrease.hpp"

namespace verigrad::inna_convergence::proofs_numeric {
namespace {

namespace theorem = inna_convergence;

constexpr const char* stem = "inna_convergence";
constexpr const char* no_damping = "Lyapunov function for α = 0";

/// max(|θ| − 1, 0)²/2 with α = 0, β = 1 at θ = 0, ψ = −1.
DinInstance across_the_flat() {
  return {.J = make_objective(PiecewiseQuadratic({{-1, 1}, {1, 0, 1}, 0})),
          .theta = Vector<double>::Constant(1, 0),
          .psi = Vector<double>::Constant(1, -1)};
}

}  // namespace

std::vector<Check> checks() {
  return {proved({stem, Kind::step, "energy on S"}, theorem::energy_on_steady_states()),
          examined(check_of(stem, Kind::erratum, no_damping), across_the_flat(),
                   with_key(din_energy_decrease::errata(), "α = 0")),
          proved(check_of(stem, Kind::corrected, no_damping), theorem::undamped_solutions())};
}

}  // namespace verigrad::inna_convergence::proofs_numeric
