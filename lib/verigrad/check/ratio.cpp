#include "verigrad/check/ratio.hpp"

#include <cmath>

#include <fmt/format.h>

namespace verigrad {

Check noting_largest_ratio(const Check& check) {
  return {check.id, [run = check.run](const Settings& settings) {
            Evidence evidence = run(settings);
            if (std::isfinite(evidence.smallest_margin))
              evidence.note +=
                  fmt::format("{}largest ratio of both sides found: {:.4f}, for {}", evidence.note.empty() ? "" : "; ",
                              1 - evidence.smallest_margin, evidence.tightest);
            return evidence;
          }};
}

}  // namespace verigrad
