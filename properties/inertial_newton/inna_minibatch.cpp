// Thesis, (2.13) and (2.14): INNA's step is an Euler step of DIN on every batch; the mean of its noise, by enumeration
// of all batches, is not 0; each hypothesis dropped; planted mistakes.
#include "verigrad/theorem/inertial_newton/inna_minibatch.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/inna_states.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::inna_minibatch::properties {
namespace {

namespace theorem = inna_minibatch;

constexpr const char* stem = "inna_minibatch";

/// 𝒥 = θ as max(θ, 0) − max(−θ, 0) at 0 with the subgradients 1 and 1: D𝒥(0) = [0, 2], ∂𝒥(0) = {1}.
InnaInstance split_at_kink() { return {.terms = split_identity(1, 1), .theta = at(0), .psi = at(0), .alpha = 1}; }

/// α, β and γ with their signs turned in some of the draws.
Gen<InnaInstance> any_parameters() {
  const auto turned = [] { return gen::boolean(); };
  return gen::apply(
      [](InnaInstance instance, bool alpha, bool beta, bool gamma) {
        if (alpha) instance.alpha = -instance.alpha;
        if (beta) instance.beta = -instance.beta;
        if (gamma) instance.gamma = -instance.gamma;
        return instance;
      },
      generate::inna_state(), turned(), turned(), turned());
}
bool beta_not_zero(const InnaInstance& instance) { return instance.beta != 0; }

/// 𝒥₁ = θ²/2, 𝒥₂ = θ² at θ = 1, drawn with the probabilities p of {1}, {2}, {1, 2}.
InnaInstance parabolas_of_two_widths() {
  return {.terms = FiniteSum({make_objective(Quadratic(at(1), at(0))), make_objective(Quadratic(at(2), at(0)))}),
          .theta = at(1),
          .psi = at(0),
          .alpha = 1};
}
void one_batch_only(const InnaInstance& i, Claims& claims) {
  const InnaRun r(i);
  for (const BatchIndices& certain : nonempty_batches(2))
    claims.equal("E[v] = 2/3 w, the batch certain", r.element(certain), Vector<Number>(frac(2, 3) * r.whole()));
}

}  // namespace

std::vector<Check> checks() {
  const auto states = generate::inna_state();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "Euler step"}, states, inna_parameters, theorem::euler_step()),
      sampled({stem, Kind::conclusion, "full batch"}, states, inna_parameters, theorem::full_batch()),
      sampled({stem, Kind::corrected, "zero-mean noise corrected, batches of one size"}, states, inna_parameters,
              theorem::mean_of_one_size()),
      sampled({stem, Kind::corrected, "zero-mean noise corrected, batches scaled by N/|B|"}, states, inna_parameters,
              theorem::scaled_mean()),
      sampled({stem, Kind::dropped, "Euler step without α ≥ 0, β > 0 and γ > 0, β ≠ 0"}, any_parameters(),
              beta_not_zero, theorem::euler_step()),
      examined({stem, Kind::dropped, "∂𝒥 in place of D𝒥", Verdict::fails}, split_at_kink(), theorem::mean_is_clarke())};
  checks.push_back(
      examined({stem, Kind::dropped, "without uniform batches: {1}, {2} or {1, 2} for certain", Verdict::fails},
               parabolas_of_two_widths(), one_batch_only));
  append(checks, planted_checks(stem, states, inna_parameters, theorem::lines()));
  return checks;
}

}  // namespace verigrad::inna_minibatch::properties
