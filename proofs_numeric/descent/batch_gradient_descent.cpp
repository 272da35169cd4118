// MFDS, section 14.2.2, which has no proof: its erratum, and the rate with steps away from both ends.
#include "verigrad/theorem/descent/batch_gradient_descent.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::batch_gradient_descent::proofs_numeric {
namespace {

namespace theorem = batch_gradient_descent;
using theorem::BatchInstance;

constexpr const char* stem = "batch_gradient_descent";

/// τ_max = α, τ_min = α/2, in turn.
rc::Gen<BatchInstance> between_two_steps() {
  return rc::gen::map(generate::descent(8), [](const DescentInstance& descent) {
    BatchInstance instance{descent.f, descent.x0, {descent.alpha}};
    for (int k = 1; k < descent.n; ++k) instance.tau.push_back(k % 2 ? descent.alpha / 2 : descent.alpha);
    return instance;
  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(),
                                            [](const std::string&) { return theorem::steps_toward_the_end(24); });
  checks.push_back(as_conclusion(checks.front()));
  append(checks,
         sampled_each(stem, Kind::corrected, between_two_steps(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::batch_gradient_descent::proofs_numeric
