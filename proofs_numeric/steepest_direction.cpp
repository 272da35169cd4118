// Thesis, (1.15) and (1.16): each displayed line on any smooth objective, and the errata about the norm.
#include "verigrad/theorem/steepest_direction.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = steepest_direction;
using theorem::DirectionInstance;
using theorem::Norm;

constexpr const char* stem = "steepest_direction";

Vector<double> vector(std::initializer_list<double> entries) {
  return Eigen::Map<const Vector<double>>(entries.begin(), Eigen::Index(entries.size()));
}

rc::Gen<ObjectivePtr> smooth() { return rc::gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

rc::Gen<DirectionInstance> euclidean(rc::Gen<ObjectivePtr> objectives) {
  return rc::gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    return rc::gen::map(rc::gen::tuple(generate::point(f->dimension()), generate::point(f->dimension() - 1, 5, 3),
                                       generate::positive(1, -6, 2)),
                        [f](const std::tuple<Vector<double>, Vector<double>, double>& draw) {
                          const auto& [theta, v, gamma] = draw;
                          return DirectionInstance{f, theta, v, gamma};
                        });
  });
}

/// The norms ‖·‖₁ and ‖·‖∞, some halved or doubled.
rc::Gen<DirectionInstance> other_norms() {
  return rc::gen::mapcat(smooth(), [](const ObjectivePtr& f) {
    return rc::gen::map(
        rc::gen::tuple(generate::point(f->dimension()), generate::point(f->dimension()), generate::positive(1, -6, 2),
                       rc::gen::element(Norm::one, Norm::maximum), rc::gen::element(1.0, 0.5, 2.0)),
        [f](const std::tuple<Vector<double>, Vector<double>, double, Norm, double>& draw) {
          const auto& [theta, v, gamma, norm, scale] = draw;
          return DirectionInstance{f, theta, v, gamma, norm, scale};
        });
  });
}

/// In these norms the bound is attained on whole faces of the unit ball: only rationals decide it.
bool has_direction(const DirectionInstance& instance) { return !instance.v.isZero(0) && instance.rational(); }

Check step(std::size_t i, const rc::Gen<DirectionInstance>& instances) {
  return sampled({stem, Kind::step, theorem::steps<Interval>()[i].key}, instances, theorem::hypotheses_hold,
                 [i]<class T>(const DirectionInstance& instance, Claims<T>& claims) {
                   theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

/// ‖θ‖²/2 at its gradient: (1, 1) with d = −(1, 1) in ‖·‖∞, (2, 1) with d = (−1, 0) in ‖·‖₁.
DirectionInstance counterexample(const std::string& key) {
  const auto bowl = make_objective(Quadratic(vector({1, 1}), vector({0, 0})));
  if (key == "any norm") return {bowl, vector({1, 1}), vector({-1, -1}), 1, Norm::maximum};
  return {bowl, vector({2, 1}), vector({-1, 0}), 1, Norm::one};
}

Check erratum(std::size_t i) {
  const std::string key = theorem::errata<Interval>()[i].key;
  return examined({stem, Kind::erratum, key, Verdict::fails}, counterexample(key),
                  [i]<class T>(const DirectionInstance& instance, Claims<T>& claims) {
                    theorem::errata<T>()[i].claims(theorem::run<T>(instance), claims);
                  });
}

Check corrected(std::size_t i) {
  return sampled({stem, Kind::corrected, std::string(theorem::corrected<Interval>()[i].key) + " corrected"},
                 other_norms(), has_direction, [i]<class T>(const DirectionInstance& instance, Claims<T>& claims) {
                   theorem::corrected<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

}  // namespace

std::vector<Check> steepest_direction() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i) checks.push_back(step(i, euclidean(smooth())));
  for (std::size_t i = 0; i < theorem::errata<Interval>().size(); ++i) checks.push_back(erratum(i));
  checks.push_back(as_conclusion(erratum(0)));
  for (std::size_t i = 0; i < theorem::corrected<Interval>().size(); ++i) checks.push_back(corrected(i));
  return checks;
}

std::vector<Check> steepest_direction_on(const ObjectivePtr& f) {
  const bool binds = f->dimension() > 1;
  if (!binds) return {};
  return {step(2, euclidean(rc::gen::just(f)))};
}

}  // namespace verigrad::proofs_numeric
