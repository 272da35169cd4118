#include "verigrad/check/examine.hpp"

namespace verigrad {

Evidence examine(const std::string& instance, const ClaimSource& source, const Ladder& ladder) {
  Tally tally(Level::instance);
  std::vector<Decision> decisions = decide(source, ladder);
  state_exact_sides(source, decisions);
  tally.add(instance, decisions);
  return tally.finish(Verdict::holds);
}

}  // namespace verigrad
