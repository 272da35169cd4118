// MathDNN, Proposition 1.1: the displayed lines of the proof, and continuity at the border of E.
#include "verigrad/theorem/derivative/differential_uniqueness.hpp"

#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::differential_uniqueness::proofs_numeric {
namespace {

namespace theorem = differential_uniqueness;

constexpr const char* stem = "differential_uniqueness";

Gen<theorem::Instance> instances(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(
      gen::pair(std::move(objectives), gen::inRange(0, 24)), [](const std::pair<ObjectivePtr, int>& drawn) {
        const auto [f, k] = drawn;
        return gen::map(generate::point(3 * f->dimension(), 5, 4), [f = f, k = k](const Vector<double>& v) {
          const Eigen::Index d = f->dimension();
          return theorem::Instance{f, v.head(d), v.segment(d, d), v.tail(d), k};
        });
      });
}

}  // namespace

std::vector<Check> checks() {
  const Gen<theorem::Instance> smooth = instances(generate::any_smooth());
  std::vector<Check> checks = proof_checks(stem, smooth, theorem::hypotheses_hold, theorem::lines());
  append(checks, erratum_checks(stem, theorem::jump_lines()));
  checks.push_back(sampled(check_of(stem, Kind::corrected, "continuous on E"), smooth, theorem::hypotheses_hold,
                           theorem::continuous()));
  return checks;
}

}  // namespace verigrad::differential_uniqueness::proofs_numeric
