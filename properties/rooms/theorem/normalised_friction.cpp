// Normalised friction over rationals: √(|Z|² + ε) is a fraction there, so that every draw decides the conclusion.
#include <gtest/gtest.h>

#include "verigrad/check/prove.hpp"
#include "verigrad/theorem/flow/normalised_friction_energy_decay.hpp"

namespace verigrad::theorem_normalised_friction_test {
namespace {

TEST(NormalisedFriction, every_rational_draw_decides_the_conclusion) {
  const Form<Unknowns> conclusion = normalised_friction_energy_decay::general_conclusion();
  const Ladder exact_only{.interval = false, .ball_bits = {}};
  for (int draw = 0; draw < confirmation_draws; ++draw) {
    const MakeClaims make = [&](Claims& claims) { conclusion.claims(Unknowns(draw), claims); };
    const std::vector<Decision> decisions = decide(make, {}, exact_only);
    EXPECT_EQ(decisions.size(), 3) << draw;
    for (const Decision& decision : decisions)
      EXPECT_EQ(decision.verdict, Verdict::holds) << draw << ": " << decision.name;
  }
}

}  // namespace
}  // namespace verigrad::theorem_normalised_friction_test
