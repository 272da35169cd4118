// Thesis, Theorem 3.12: proved for all parameters, and in up to 12 dimensions; neither bound of the step size can be
// raised; without each hypothesis; planted mistakes.
#include "verigrad/theorem/inertial_newton/local_diffeomorphism.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::local_diffeomorphism::properties {
namespace {

constexpr const char* stem = "local_diffeomorphism";

/// α of both signs and λ down to −64L.
Gen<InnaStep> beyond_hypotheses() {
  const auto make = [](InnaStep step, bool negative, int factor) {
    if (negative) step.alpha = -step.alpha;
    step.lambda = step.lambda < 0 ? factor * step.lambda : step.lambda;
    return step;
  };
  return gen::apply(make, generate::inna_step(32), gen::boolean(), gen::inRange(1, 65));
}
bool only_gamma_is_bounded(const InnaStep& step) { return step.gamma < step.beta && below_root(step); }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "for all α, β, L, γ, λ_p"}, general_conclusion()),
      proved({stem, Kind::conclusion, "in every dimension: Jac_G is invertible where all M_p are"},
             in_every_dimension()),
      sampled({stem, Kind::step, "in P dimensions, drawn"}, generate::admissible_spectrum(12), spectrum_is_admissible,
              in_all_dimensions()),
      sampled({stem, Kind::step, "as printed, drawn"}, generate::inna_step(32), step_is_admissible, conclusion()),
      proved({stem, Kind::sharp, "γ⁻(L) is excluded for all α, β, L"}, attained()),
      examined({stem, Kind::sharp, "γ = γ⁻(L)"}, InnaStep{1, 1, 2, 0.5, 2}, singular()),
      proved({stem, Kind::sharp, "β cannot be raised, γ⁻(L) left as it is"}, beyond_beta()),
      proved({stem, Kind::dropped, "without the root's being real, every γ < β will do"}, without_root()),
      sampled({stem, Kind::dropped, "α > 0 and −L ≤ λ_p are not needed"}, beyond_hypotheses(), only_gamma_is_bounded,
              conclusion()),
      examined({stem, Kind::dropped, "without γ < γ⁻(L)", Verdict::fails}, InnaStep{1, 1, 2, 0.5, 2}, conclusion()),
      examined({stem, Kind::dropped, "without γ < β", Verdict::fails}, InnaStep{0.4375, 1, 0.0625, 2, -0.0625},
               conclusion()),
      examined({stem, Kind::dropped, "without γ > 0", Verdict::fails}, InnaStep{1, 1, 1, -1, -1}, conclusion()),
      examined({stem, Kind::dropped, "without λ_p ≤ L", Verdict::fails}, InnaStep{1, 1, 1, 0.5, 2}, conclusion())};
  append(checks, planted_checks(stem, generate::inna_step(48), step_parameters, lines()));
  append(checks, planted_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::local_diffeomorphism::properties
