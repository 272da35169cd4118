// Thesis, (1.15) and (1.16): each displayed line on any smooth objective, and the errata about the norm.
#include "verigrad/theorem/descent/steepest_direction.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::steepest_direction::proofs_numeric {
namespace {

namespace theorem = steepest_direction;
using theorem::DirectionInstance;
using theorem::Norm;

constexpr const char* stem = "steepest_direction";

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

/// ‖θ‖²/2 at its gradient: (1, 1) with d = −(1, 1) in ‖·‖∞, (2, 1) with d = (−1, 0) in ‖·‖₁.
DirectionInstance counterexample(const std::string& key) {
  const auto bowl = make_objective(Quadratic(vector({1, 1}), vector({0, 0})));
  if (key == "any norm") return {bowl, vector({1, 1}), vector({-1, -1}), 1, Norm::maximum};
  return {bowl, vector({2, 1}), vector({-1, 0}), 1, Norm::one};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks =
      sampled_each(stem, Kind::step, euclidean(smooth()), theorem::hypotheses_hold, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  const Check any_norm = as_conclusion(errata.front());
  append(checks, std::move(errata));
  checks.push_back(any_norm);
  append(checks, sampled_each(stem, Kind::corrected, other_norms(), has_direction, theorem::corrected()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  const bool binds = f->dimension() > 1;
  if (!binds) return {};
  return {sampled({stem, Kind::step, "Cauchy-Schwarz"}, euclidean(rc::gen::just(f)), theorem::hypotheses_hold,
                  with_key(theorem::steps(), "Cauchy-Schwarz"))};
}

}  // namespace verigrad::steepest_direction::proofs_numeric
