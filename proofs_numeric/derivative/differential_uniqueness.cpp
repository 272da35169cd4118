// MathDNN, Proposition 1.1: the displayed lines of the proof, and continuity at the border of E.
#include "verigrad/theorem/derivative/differential_uniqueness.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::differential_uniqueness::proofs_numeric {
namespace {

namespace theorem = differential_uniqueness;

constexpr const char* stem = "differential_uniqueness";

rc::Gen<theorem::Instance> instances(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::mapcat(
      rc::gen::pair(std::move(objectives), rc::gen::inRange(0, 24)), [](const std::pair<ObjectivePtr, int>& drawn) {
        const auto [f, k] = drawn;
        return rc::gen::map(generate::point(3 * f->dimension(), 5, 4), [f = f, k = k](const Vector<double>& v) {
          const Eigen::Index d = f->dimension();
          return theorem::Instance{f, v.head(d), v.segment(d, d), v.tail(d), k};
        });
      });
}

theorem::Jump near_one(const std::string&) { return {20}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, instances(generate::any_smooth()), theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), near_one);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  checks.push_back(sampled(check_of(stem, Kind::corrected, "continuous on E"), instances(generate::any_smooth()),
                           theorem::hypotheses_hold, theorem::continuous()));
  return checks;
}

}  // namespace verigrad::differential_uniqueness::proofs_numeric
