// Thesis, Theorem 3.2: a positive eigenvalue for all α, β and λ < 0, the growing functional and the stable subspace in
// any inner-product space; exact flows of quadratics; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/strict_saddle_instability.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/din_flows.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::strict_saddle_instability::properties {
namespace {

constexpr const char* stem = "strict_saddle_instability";

/// 𝒥 = −θ₁²/2 in ℝ².
DinFlowInstance beside_stable_line_of_saddles() {
  return {{vector({-1, 0}), at(0), 1, 1}, vector({1, 1}), vector({1, 1})};
}

bool has_negative(const SpectralInstance& instance) {
  return hypotheses_hold(instance) && instance.lambda.minCoeff() < 0;
}

}  // namespace

std::vector<Check> checks() {
  const Gen<SpectralInstance> spectra = generate::spectral(4);
  std::vector<Check> checks = proved_each(stem, Kind::conclusion, positive_eigenvalue());
  append(
      checks,
      {proved({stem, Kind::conclusion, "growth at all states"}, growth()),
       proved({stem, Kind::conclusion, "stable subspace"}, stable_subspace()),
       sampled({stem, Kind::step, "0 < σ₊, drawn"}, spectra, has_negative, unstable()),
       sampled({stem, Kind::step, "growth along exact flows"}, generate::din_flow(generate::spectral(3)),
               at_strict_saddle, grows()),
       examined({stem, Kind::step, "(3.7), every P up to 12"}, permutation_matrices::Sizes{1, 12},
                blocks_of_every_size()),
       sampled({stem, Kind::step, "decay in the stable subspace, along exact flows"},
               generate::din_flow(generate::spectral(3)), at_strict_saddle, converges_in_subspace()),
       examined({stem, Kind::sharp, "a start on the stable line converges"}, on_stable_line(), converges()),
       examined({stem, Kind::dropped, "every start for almost every", Verdict::fails}, beside_stable_line(),
                converges()),
       examined({stem, Kind::dropped, "isolated critical points are not needed"}, beside_stable_line_of_saddles(),
                grows()),
       examined({stem, Kind::dropped, "λ = 0 for λ < 0", Verdict::fails}, in_one_dimension(0, 1, 1), unstable()),
       examined({stem, Kind::dropped, "λ > 0 for λ < 0", Verdict::fails}, in_one_dimension(0.25, 1, 1), unstable())});
  append(checks, planted_checks(stem, general_lines()));
  append(checks, planted_checks(stem, spectra, hypotheses_hold, lines()));
  append(checks, planted_checks(stem, generate::din_flow(generate::spectral(2)), at_strict_saddle, flow_lines()));
  return checks;
}

}  // namespace verigrad::strict_saddle_instability::properties
