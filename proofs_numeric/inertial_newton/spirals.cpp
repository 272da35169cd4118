// Thesis, 3.3.2, line by line, and where its lines are false.
#include "verigrad/theorem/inertial_newton/spirals.hpp"

#include <cmath>

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_flows.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::spirals::proofs_numeric {
namespace {

Gen<double> eighths() {
  return gen::map(gen::inRange(1, 17), [](int k) { return k / 8.0; });
}

/// Δ = 0, as λ = r² and α = r(2 − βr).
SpectralInstance at_the_end(int exponent, double product) {
  const double r = std::ldexp(1, exponent);
  return in_one_dimension(r * r, r * (2 - product), product / r);
}

Gen<SpectralInstance> near_the_end() {
  return gen::oneOf(gen::apply(at_the_end, gen::inRange(-2, 3), eighths()), generate::spectral(1, eighths()));
}

}  // namespace

std::vector<Check> checks() {
  constexpr const char* stem = "spirals";
  std::vector<Check> checks = proof_checks(stem, general_lines());
  append(checks, proof_checks(stem, near_the_end(), near_minimiser, lines()));
  append(checks, proof_checks(stem, generate::din_flow(generate::spectral(2, eighths())), turns, flow_lines()));
  append(checks, erratum_checks(stem, centre_lines()));
  append(checks, examined_each(stem, Kind::step, illustration_lines().step_forms(), Illustration{}));
  return checks;
}

}  // namespace verigrad::spirals::proofs_numeric
