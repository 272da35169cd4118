// MathDNN, Proposition 6.3: each displayed step of the proof, and its errata.
#include "verigrad/theorem/convexity/co_coercivity.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::co_coercivity::proofs_numeric {
namespace {

namespace theorem = co_coercivity;

constexpr const char* stem = "co_coercivity";

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

std::vector<Check> steps(const rc::Gen<PairInstance>& instances) {
  return sampled_each(stem, Kind::step, instances, hypotheses_hold_decidably, theorem::steps());
}

/// The smallest exact counterexamples: x²/2 from 0 to 1, and ‖x‖²/2 in two dimensions.
PairInstance counterexample(const std::string& key) {
  const Eigen::Index m = key == "missing transpose" ? 2 : 1;
  const Vector<double> zero = Vector<double>::Zero(m), one = Vector<double>::Ones(m);
  return {make_objective(Quadratic(one, zero)), zero, one};
}

}  // namespace

std::vector<Check> checks() {
  const auto pairs = generate::pair(generate::any_convex());
  std::vector<Check> checks = steps(pairs);
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), counterexample));
  append(checks, sampled_each(stem, Kind::corrected, pairs, hypotheses_hold_decidably, theorem::corrected()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps(generate::pair(rc::gen::just(f)));
}

}  // namespace verigrad::co_coercivity::proofs_numeric
