// MathDNN, Proposition 6.3: each displayed step of the proof, and its errata.
#include "verigrad/theorem/co_coercivity.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = co_coercivity;

constexpr const char* stem = "co_coercivity";

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

Check step(std::size_t i, const rc::Gen<PairInstance>& instances) {
  return sampled({stem, Kind::step, theorem::steps<Interval>()[i].key}, instances, hypotheses_hold_decidably,
                 [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                   theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

std::vector<Check> steps(const rc::Gen<PairInstance>& instances) {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i) checks.push_back(step(i, instances));
  return checks;
}

/// The smallest exact counterexamples: x²/2 from 0 to 1, and ‖x‖²/2 in two dimensions.
PairInstance counterexample(const std::string& key) {
  const Eigen::Index m = key == "missing transpose" ? 2 : 1;
  const Vector<double> zero = Vector<double>::Zero(m), one = Vector<double>::Ones(m);
  return {make_objective(Quadratic(one, zero)), zero, one};
}

Check erratum(std::size_t i) {
  const std::string key = theorem::errata<Interval>()[i].key;
  return examined({stem, Kind::erratum, key, Verdict::fails}, counterexample(key),
                  [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                    theorem::errata<T>()[i].claims(theorem::run<T>(instance), claims);
                  });
}

Check corrected(std::size_t i) {
  return sampled({stem, Kind::corrected, std::string(theorem::corrected<Interval>()[i].key) + " corrected"},
                 generate::pair(generate::any_convex()), hypotheses_hold_decidably,
                 [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                   theorem::corrected<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

}  // namespace

std::vector<Check> co_coercivity() {
  std::vector<Check> checks = steps(generate::pair(generate::any_convex()));
  for (std::size_t i = 0; i < theorem::errata<Interval>().size(); ++i) checks.push_back(erratum(i));
  for (std::size_t i = 0; i < theorem::corrected<Interval>().size(); ++i) checks.push_back(corrected(i));
  return checks;
}

std::vector<Check> co_coercivity_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps(generate::pair(rc::gen::just(f)));
}

}  // namespace verigrad::proofs_numeric
