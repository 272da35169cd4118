// MathDNN, Proposition 6.5: each displayed step of the proof, and the errata of the statement and its proof.
#include "verigrad/theorem/gradient_descent_rate.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = gradient_descent_rate;

constexpr const char* stem = "gradient_descent_rate";

/// The hypotheses, and δₖ ≠ 0 for all k ≤ n: the proof's first case, in which it divides by δ.
bool no_delta_is_zero(const DescentInstance& instance) {
  if (!theorem::hypotheses_hold(instance)) return false;
  const Ball::Precision precision(256);
  const auto run = theorem::run<Ball>(instance);
  return std::all_of(run.delta.begin(), run.delta.end(), [](const Ball& d) { return certainly_less(Ball(0), d); });
}

Check step(std::size_t i, const rc::Gen<DescentInstance>& instances) {
  const std::string key = theorem::steps<Interval>()[i].key;
  const bool divides_by_delta = key == "inverse" || key == "telescope";
  return sampled({stem, Kind::step, key}, instances, divides_by_delta ? no_delta_is_zero : theorem::hypotheses_hold,
                 [i]<class T>(const DescentInstance& instance, Claims<T>& claims) {
                   theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

Check corrected(std::size_t i) {
  return sampled({stem, Kind::corrected, std::string(theorem::corrected<Interval>()[i].key) + " corrected"},
                 generate::descent(8), no_delta_is_zero,
                 [i]<class T>(const DescentInstance& instance, Claims<T>& claims) {
                   theorem::corrected<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

/// The proof's second case: δʳ = 0 for some r (α = 1/L reaches the minimiser of x²/2 in one step), or x⁰ = x*.
Check some_delta_is_zero(const std::string& name, const Vector<double>& x0) {
  DescentInstance instance = theorem::parabola_witness(1, 4);
  instance.x0 = x0;
  return examined({stem, Kind::step, name}, instance, []<class T>(const DescentInstance& i, Claims<T>& claims) {
    const auto run = theorem::run<T>(i);
    for (int k = 1; k <= run.n; ++k) claims.equal("δₖ = 0 from r on", run.delta[k], T(0), k);
    theorem::conclusion(run, claims);
  });
}

Vector<double> vector(std::initializer_list<double> entries) {
  return Eigen::Map<const Vector<double>>(entries.begin(), Eigen::Index(entries.size()));
}

/// The smallest exact counterexample to an erratum of the statement.
DescentInstance counterexample(const std::string& key) {
  const auto parabola = make_objective(Quadratic(vector({1}), vector({0})));
  if (key == "lost square") return {.f = parabola, .x0 = vector({0.5}), .alpha = 0.5, .n = 1};
  if (key == "first iterate")
    return {.f = parabola, .x0 = vector({0}), .alpha = 1, .n = 1, .recording = {vector({0}), vector({1})}};
  return {.f = make_objective(Quadratic(vector({1, 0}), vector({0, 0}))), .x0 = vector({0, 1}), .alpha = 1, .n = 1};
}

Check erratum(std::size_t i) {
  const std::string key = theorem::errata<Interval>()[i].key;
  return examined({stem, Kind::erratum, key, Verdict::fails}, counterexample(key),
                  [i]<class T>(const DescentInstance& instance, Claims<T>& claims) {
                    theorem::errata<T>()[i].claims(theorem::run<T>(instance), claims);
                  });
}

}  // namespace

std::vector<Check> gradient_descent_rate() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i) checks.push_back(step(i, generate::descent(8)));
  checks.push_back(some_delta_is_zero("else: some δ is 0", Vector<double>::Ones(1)));
  checks.push_back(some_delta_is_zero("else: x⁰ = x*", Vector<double>::Zero(1)));
  for (std::size_t i = 0; i < theorem::errata<Interval>().size(); ++i) checks.push_back(erratum(i));
  for (std::size_t i = 0; i < theorem::corrected<Interval>().size(); ++i) checks.push_back(corrected(i));
  return checks;
}

std::vector<Check> gradient_descent_rate_on(const ObjectivePtr& f) {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i)
    checks.push_back(step(i, generate::descent(rc::gen::just(f), 8)));
  return checks;
}

}  // namespace verigrad::proofs_numeric
