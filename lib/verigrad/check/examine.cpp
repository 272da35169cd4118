#include "verigrad/check/examine.hpp"

namespace verigrad {

Evidence examine(const std::string& instance, const MakeClaims& make, Kinds kinds, const Ladder& ladder) {
  Tally tally(Level::instance);
  std::vector<Decision> decisions = decide(make, kinds, ladder);
  state_exact_sides(make, kinds, decisions);
  tally.add(instance, decisions);
  return tally.finish(Verdict::holds);
}

std::string acquittal(const std::string& instance, const MakeClaims& make, Kinds kinds) {
  return "none found; for one, " + instance + ": " + first_claim_in_words(make, kinds);
}

}  // namespace verigrad
