// MathDNN, Proposition 6.1: each displayed step of both directions of the proof, and its errata.
#include "verigrad/theorem/convexity_first_order.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = convexity_first_order;

constexpr const char* stem = "convexity_first_order";

/// The lines of ⇒ divide by τ.
bool convex_and_tau_positive(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable() && instance.tau > 0;
}

Check step(std::size_t i, const rc::Gen<PairInstance>& instances) {
  return sampled({stem, Kind::step, theorem::steps<Interval>()[i].key}, instances, convex_and_tau_positive,
                 [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                   theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

std::vector<Check> steps(const rc::Gen<PairInstance>& instances) {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i) checks.push_back(step(i, instances));
  return checks;
}

Check corrected(std::size_t i) {
  return sampled({stem, Kind::corrected, std::string(theorem::corrected<Interval>()[i].key) + " corrected"},
                 generate::pair(generate::any_convex()), convex_and_tau_positive,
                 [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                   theorem::corrected<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

Vector<double> vector(std::initializer_list<double> entries) {
  return Eigen::Map<const Vector<double>>(entries.begin(), Eigen::Index(entries.size()));
}

/// f(x) = x² from x = 0 to y = 1.
PairInstance square_function() {
  return {make_objective(Quadratic(vector({2}), vector({0}))), vector({0}), vector({1}), 0.5};
}

/// The smallest exact counterexample to an erratum of the statement.
PairInstance counterexample(const std::string& key) {
  if (key != "length of the product sum") return square_function();
  return {make_objective(Quadratic(vector({1, 1}), vector({0, 0}))), vector({0, 1}), vector({0, 0}), 0.5};
}

Check erratum(std::size_t i) {
  const std::string key = theorem::errata<Interval>()[i].key;
  return examined({stem, Kind::erratum, key, Verdict::fails}, counterexample(key),
                  [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                    theorem::errata<T>()[i].claims(theorem::run<T>(instance), claims);
                  });
}

/// f(x) = x² breaks the second line at every τ < 0 tried, down to −2⁻⁴⁰: no η > 0 saves it.
Check no_eta_helps() {
  return examined({stem, Kind::erratum, "τ below 0, however small"}, square_function(),
                  []<class T>(const PairInstance& instance, Claims<T>& claims) {
                    const auto run = theorem::run<T>(instance);
                    for (int k = 0; k <= 40; ++k) {
                      const T tau = exact<T>(-std::ldexp(1, -k));
                      claims.less("τf(y) + (1 − τ)f(x) < f(x + τ(y − x))", tau * run.f_y + (T(1) - tau) * run.f_x,
                                  instance.f->over<T>().value(run.x + tau * (run.y - run.x)), k);
                    }
                  });
}

}  // namespace

std::vector<Check> convexity_first_order() {
  std::vector<Check> checks = steps(generate::pair(generate::any_convex()));
  for (std::size_t i = 0; i < theorem::errata<Interval>().size(); ++i) checks.push_back(erratum(i));
  checks.push_back(no_eta_helps());
  for (std::size_t i = 0; i < theorem::corrected<Interval>().size(); ++i) checks.push_back(corrected(i));
  return checks;
}

std::vector<Check> convexity_first_order_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps(generate::pair(rc::gen::just(f)));
}

}  // namespace verigrad::proofs_numeric
