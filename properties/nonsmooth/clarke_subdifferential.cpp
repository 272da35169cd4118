// INNA, Definition 2.2: ∂J, DJ and their relation on sums with kinks, the text's examples, INNA started at a D-critical
// point that is not critical, planted mistakes.
#include "verigrad/theorem/nonsmooth/clarke_subdifferential.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/kinked_sums.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::clarke_subdifferential::properties {
namespace {

namespace theorem = clarke_subdifferential;

constexpr const char* stem = "clarke_subdifferential";

/// J₁ = |t|, J₂ = t − |t|: J(t) = t has no critical point, and DJ(0) = [−1, 3].
theorem::SumInstance d_critical() { return {{{0, 1, 0, at(1), at(0)}, {0, -1, 0, at(1), at(1)}}, 0}; }

constexpr theorem::KinkInstance at_rest{.s1 = 1, .s2 = 1, .b = 1, .alpha = 1, .beta = 1, .gamma = 0.5, .steps = 4};

theorem::KinkInstance with_offset() {
  theorem::KinkInstance result = at_rest;
  result.offset = 1;
  return result;
}

/// J₁ = √|t|, J₂ = −√|t|, at t = 4⁻ᵏ.
struct RootsInstance {
  bool rational() const { return true; }
  std::string describe() const { return "J₁ = √|t|, J₂ = −√|t| at t = 4⁻ᵏ"; }
};
/// ∂(J₁ + J₂)(0) = {0}, but no limit of J₁′ exists at 0: DJ(0) is empty.
void limits_exist(const RootsInstance&, Claims& claims) {
  Number root(1);
  for (int k = 0; k <= 20; ++k) {
    const Number next = frac(1, 2) * root;
    claims.equal("J₁(t) + J₂(t) = 0", root + -root, 0, k);
    claims.at_most("(J₁(t) − J₁(t/4))/(3t/4) ≤ 1000", (root - next) / (square(root) - square(next)), 1000, k);
    root = next;
  }
}

}  // namespace

std::vector<Check> checks() {
  const auto sums = gen::oneOf(generate::kinked_sum(), generate::convex_kinked_sum());
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "∂J ⊂ DJ"}, sums, theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "equal to J′ where all is smooth"}, generate::smooth_kinked_sum(),
              theorem::hypotheses_hold, theorem::equal_where_smooth()),
      sampled({stem, Kind::conclusion, "equal to (1.14) if convex"}, generate::convex_kinked_sum(),
              theorem::hypotheses_hold, theorem::equal_if_convex()),
      examined({stem, Kind::conclusion, "the example |t| − |t|"}, theorem::text_example(), theorem::example()),
      examined(
          {stem, Kind::dropped, "without a Lipschitz constant: ∂J = {0} and DJ is empty (by formula)", Verdict::fails},
          RootsInstance{}, limits_exist),
      examined({stem, Kind::dropped, "sum rule without convexity", Verdict::fails}, theorem::text_example(),
               theorem::sum_rule()),
      examined({stem, Kind::dropped, "D-critical points are critical", Verdict::fails}, d_critical(),
               theorem::converse()),
      sampled({stem, Kind::conclusion, "INNA stays at D-critical points"}, generate::started_at_kink(),
              theorem::inna_hypotheses_hold, theorem::inna_stays()),
      sampled({stem, Kind::sharp, "least move with v ∈ ∂J"}, generate::started_at_kink(), theorem::inna_hypotheses_hold,
              theorem::least_move()),
      examined({stem, Kind::dropped, "INNA without ψ₀ = (1 − αβ)θ₀", Verdict::fails}, with_offset(),
               theorem::inna_stays())};
  append(checks, planted_checks(stem, sums, theorem::hypotheses_hold, theorem::lines()));
  append(checks,
         planted_checks(stem, generate::started_at_kink(), theorem::inna_hypotheses_hold, theorem::inna_lines()));
  return checks;
}

}  // namespace verigrad::clarke_subdifferential::properties
