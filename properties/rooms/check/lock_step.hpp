// The rungs of decide held against each other: each alone, on the same claims.
#pragma once

#include <gtest/gtest.h>

#include "verigrad/check/decide.hpp"

namespace verigrad {

struct LoneRung {
  const char* name;
  Ladder ladder;
};

inline const std::vector<LoneRung>& lone_rungs() {
  static const std::vector<LoneRung> rungs{{"interval", {.interval = true, .ball_bits = {}, .rational = false}},
                                           {"ball 64", {.interval = false, .ball_bits = {64}, .rational = false}},
                                           {"ball 256", {.interval = false, .ball_bits = {256}, .rational = false}},
                                           {"the whole ladder", {}}};
  return rungs;
}

inline std::vector<Decision> decide_exactly(const MakeClaims& claims) {
  return decide(claims, {}, {.interval = false, .ball_bits = {}, .rational = true});
}

/// Every rung may leave a claim open that the rationals decide, and never decides it otherwise. Returns how many claims
/// each rung of lone_rungs() decided.
inline std::vector<long> expect_lock_step(const MakeClaims& claims, const std::string& instance) {
  const std::vector<Decision> exact = decide_exactly(claims);
  std::vector<long> decided;
  for (const LoneRung& rung : lone_rungs()) {
    const std::vector<Decision> decisions = decide(claims, {}, rung.ladder);
    EXPECT_EQ(decisions.size(), exact.size()) << rung.name;
    decided.push_back(0);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      EXPECT_NE(exact[i].verdict, Verdict::undecided) << exact[i].name << ": " << instance;
      if (decisions[i].verdict == Verdict::undecided) continue;
      ++decided.back();
      EXPECT_EQ(name(decisions[i].verdict), name(exact[i].verdict))
          << rung.name << " against rationals, \"" << decisions[i].name << "\" at " << decisions[i].index << ": "
          << instance;
    }
  }
  return decided;
}

}  // namespace verigrad
