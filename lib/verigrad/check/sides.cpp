#include "verigrad/check/sides.hpp"

namespace verigrad {

Check naming_sides(const Check& check, bool left_is_code) {
  if (!left_is_code) return check;
  return {check.id, [check](const Settings& settings) {
            Evidence evidence = check.run(settings);
            if (!evidence.counterexample.empty() && outcome_of(check.id, evidence) != Outcome::passed)
              evidence.counterexample += " (left: the code, right: the text)";
            return evidence;
          }};
}

bool is_acquittal(const CheckId& check, const Evidence& evidence) {
  return check.expected == Verdict::fails && evidence.verdict == Verdict::holds && evidence.error.empty();
}

}  // namespace verigrad
