// MathDNN, Proposition 6.4: each displayed step of the proof, and its errata.
#include "verigrad/theorem/stationarity_at_minimum.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = stationarity_at_minimum;

constexpr const char* stem = "stationarity_at_minimum";

/// For an f beyond the rationals, both sides may be one number where f is flat: f must vary along v and at x.
bool hypotheses_hold_decidably(const MinimumInstance& instance) {
  if (!theorem::hypotheses_hold(instance)) return false;
  if (instance.rational()) return true;
  const Ball::Precision precision(256);
  const auto run = theorem::run<Ball>(instance);
  return certainly_less(Ball(0), run.along.forward.back().remainder) && certainly_less(Ball(0), squared_norm(run.g_x));
}

std::vector<Check> steps(const rc::Gen<MinimumInstance>& instances) {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i)
    checks.push_back(sampled({stem, Kind::step, theorem::steps<Interval>()[i].key}, instances,
                             hypotheses_hold_decidably,
                             [i]<class T>(const MinimumInstance& instance, Claims<T>& claims) {
                               theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                             }));
  return checks;
}

Vector<double> vector(std::initializer_list<double> entries) {
  return Eigen::Map<const Vector<double>>(entries.begin(), Eigen::Index(entries.size()));
}

/// f(x) = x² from x* = 0 along v = 1.
MinimumInstance square_function() {
  return {.f = make_objective(Quadratic(vector({2}), vector({0}))), .v = vector({1}), .x = vector({1}), .tau = 1};
}

/// The smallest exact counterexample to an erratum of the statement.
MinimumInstance counterexample(const std::string& key) {
  if (key != "basis to n") return square_function();
  // f(x) = (x₂ + 1)²/2 at 0: ∇f = (0, 1), which e₁ alone does not see.
  return {.f = make_objective(Quadratic(vector({0, 1}), vector({0, -1}))),
          .v = vector({1, 0}),
          .x = vector({0, 0}),
          .reference = vector({0, 0})};
}

Check erratum(std::size_t i) {
  const std::string key = theorem::errata<Interval>()[i].key;
  return examined({stem, Kind::erratum, key, Verdict::fails}, counterexample(key),
                  [i]<class T>(const MinimumInstance& instance, Claims<T>& claims) {
                    theorem::errata<T>()[i].claims(theorem::run<T>(instance), claims);
                  });
}

/// For f(x) = x² the remainder over τ is τ itself at every τ tried: no o(τ), whatever η.
Check no_eta_helps() {
  return examined({stem, Kind::erratum, "o(τ) after division by τ, however small τ"}, square_function(),
                  []<class T>(const MinimumInstance& instance, Claims<T>& claims) {
                    for (const auto& point : theorem::run<T>(instance).along.forward)
                      claims.equal("o(τ)/τ = τ", point.remainder / point.t, point.t);
                  });
}

Check corrected(std::size_t i) {
  return sampled({stem, Kind::corrected, std::string(theorem::corrected<Interval>()[i].key) + " corrected"},
                 generate::at_minimum(generate::any_with_minimum()), hypotheses_hold_decidably,
                 [i]<class T>(const MinimumInstance& instance, Claims<T>& claims) {
                   theorem::corrected<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

}  // namespace

std::vector<Check> stationarity_at_minimum() {
  std::vector<Check> checks = steps(generate::at_minimum(generate::any_with_minimum()));
  for (std::size_t i = 0; i < theorem::errata<Interval>().size(); ++i) checks.push_back(erratum(i));
  checks.push_back(no_eta_helps());
  for (std::size_t i = 0; i < theorem::corrected<Interval>().size(); ++i) checks.push_back(corrected(i));
  return checks;
}

std::vector<Check> stationarity_at_minimum_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return steps(generate::at_minimum(rc::gen::just(f)));
}

}  // namespace verigrad::proofs_numeric
