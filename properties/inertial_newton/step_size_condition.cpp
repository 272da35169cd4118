// Thesis, Theorem 3.9: the bound is positive where it is defined; strict saddles repel, proved and in up to 6
// dimensions; minimisers attract; a step size just above the bound takes an open set to a saddle; planted mistakes.
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

#include <fmt/format.h>

#include "verigrad/check/cover.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/spectra.hpp"

namespace verigrad::step_size_condition::properties {
namespace {

constexpr const char* stem = "step_size_condition";

/// s and t in quarters up to 2, and other eigenvalues of any sign; one in five is 0.
Gen<SaddleStart> saddle_starts() {
  const Gen<double> eigenvalue = gen::element(0.0, 1.0, 0.5, -0.25, -3.0);
  return gen::mapcat(generate::spectral(6, eigenvalue), [](const SpectralInstance& quadratic) {
    const auto make = [quadratic](int s, int t, const Vector<double>& theta, const Vector<double>& psi) {
      SaddleStart start{quadratic, s / 4.0, t / 4.0, theta, psi};
      start.quadratic.lambda[0] = -start.s * start.t;
      start.quadratic.alpha = start.t - start.s + quadratic.beta * start.s * start.t;
      return start;
    };
    const Gen<Vector<double>> point = generate::point(quadratic.P(), 4, 2);
    return gen::apply(make, gen::inRange(1, 9), gen::inRange(1, 9), point, point);
  });
}

/// λ = −1, s = t = 1, from the line ψ = (1 + βs)θ.
SaddleStart on_stable_set() { return {{at(-1), {}, 1, 1, 0.5}, 1, 1, at(1), at(2)}; }

Check open_set(double n) {
  return covered({stem, Kind::sharp, fmt::format("L = 1 + 1/{}: an open set stays where 𝒥′(θ) = θ", n)},
                 fmt::format("(θ₀, ψ₀) in [{}, {}] × [{}, {}]", n + 1, n + 2, -2 * n - 4, -2 * n - 3), starts(n),
                 [n](const Vector<Number>& p, Claims& claims) { stays_beyond(n, p, claims); });
}
Check to_saddle(double n) {
  return examined({stem, Kind::sharp, fmt::format("L = 1 + 1/{}: from there to the strict saddle", n)},
                  AboveBound{n, n + 1.5, -2 * n - 3.25}, reaches_saddle());
}

bool root_alone(const InnaStep& step) { return step.lambda > 0 && below_root(step); }

}  // namespace

std::vector<Check> checks() {
  const Gen<InnaStep> steps = generate::inna_step(32);
  const auto any = [](const SpectralInstance&) { return true; };
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "(3.20) is positive where its root is real"}, positive()),
      proved({stem, Kind::conclusion, "a strict saddle repels, but for ℓ = 0"}, saddle()),
      proved({stem, Kind::conclusion, "at a minimiser all eigenvalues are below 1"}, minimiser()),
      proved({stem, Kind::conclusion, "at λ_p = 0 one eigenvalue is 1"}, singular()),
      sampled({stem, Kind::conclusion, "INNA leaves a saddle in P dimensions"}, saddle_starts(), off_stable_set,
              leaves()),
      sampled({stem, Kind::step, "eigenvalues of Jac_G are those of the M_p"}, generate::spectral(5), any,
              characteristic_polynomial()),
      examined({stem, Kind::sharp, "almost: from ℓ = 0 INNA comes to the saddle"}, on_stable_set(), arrives()),
      proved({stem, Kind::sharp, "γ = γ⁻(λ) = γ⁺(λ): two steps from everywhere to rest"}, two_steps_to_rest()),
      open_set(1),
      to_saddle(1),
      open_set(1024),
      to_saddle(1024),
      sampled({stem, Kind::dropped, "γ < β is not needed for the eigenvalues"}, steps, step_parameters,
              below_one().where(root_alone)),
      examined({stem, Kind::dropped, "without α > 0 a minimiser may repel", Verdict::fails},
               InnaStep{-1, 4, 1, 0.25, 0.125}, below_one()),
      examined({stem, Kind::dropped, "without λ_p ≤ L", Verdict::fails}, InnaStep{1, 1, 1, 0.5, 8}, below_one()),
      examined({stem, Kind::dropped, "without γ < γ⁻(L)", Verdict::fails}, InnaStep{1, 1, 8, 0.5, 8}, below_one()),
      examined({stem, Kind::dropped, "without γ > 0", Verdict::fails}, InnaStep{1, 1, 1, 0, 1}, below_one())};
  append(checks, planted_checks(stem, generate::inna_step(128), step_parameters, lines()));
  append(checks, planted_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::step_size_condition::properties
