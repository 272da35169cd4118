// Thesis, Remark 3.7: negative real parts for all parameters, a function that falls at all states, and exact flows that
// fall as it says; hypotheses dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/minimiser_stability.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_flows.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::minimiser_stability::properties {
namespace {

constexpr const char* stem = "minimiser_stability";

Gen<SpectralInstance> spectra(int highest_P) {
  return generate::spectral(highest_P, gen::map(gen::inRange(1, 33), [](int k) { return k / 8.0; }));
}

}  // namespace

std::vector<Check> checks() {
  const Gen<DinFlowInstance> flows = generate::din_flow(spectra(3));
  std::vector<Check> checks = proved_each(stem, Kind::conclusion, negative_real_parts());
  append(checks,
         {proved({stem, Kind::conclusion, "V′ ≤ −κV at all states"}, falls()),
          sampled({stem, Kind::step, "Re σ < 0, drawn"}, spectra(6), hypotheses_hold, stable()),
          sampled({stem, Kind::step, "exact flows converge"}, flows, flow_hypotheses_hold, converges()),
          examined({stem, Kind::dropped, "λ = 0 for λ > 0", Verdict::fails}, in_one_dimension(0, 1, 1), stable()),
          examined({stem, Kind::dropped, "λ < 0 for λ > 0", Verdict::fails}, in_one_dimension(-1, 2, 1), stable()),
          examined({stem, Kind::dropped, "without α ≥ 0", Verdict::fails}, in_one_dimension(1, -2, 1), stable()),
          examined({stem, Kind::dropped, "without β > 0", Verdict::fails}, in_one_dimension(1, 0, -1), stable()),
          examined({stem, Kind::dropped, "α + βλ > 0 is enough"}, in_one_dimension(1, -0.5, 1), stable())});
  append(checks, planted_checks(stem, general_lines()));
  append(checks, planted_checks(stem, flows, flow_hypotheses_hold, flow_lines()));
  return checks;
}

}  // namespace verigrad::minimiser_stability::properties
