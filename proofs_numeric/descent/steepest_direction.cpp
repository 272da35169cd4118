// Thesis, (1.15) and (1.16): each displayed line on any smooth objective, and the errata about the norm.
#include "verigrad/theorem/descent/steepest_direction.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::steepest_direction::proofs_numeric {
namespace {

namespace theorem = steepest_direction;
using theorem::DirectionInstance;
using theorem::Norm;

constexpr const char* stem = "steepest_direction";

Gen<ObjectivePtr> smooth() { return gen::oneOf(generate::convex_smooth(), generate::indefinite_quadratic()); }

Gen<DirectionInstance> euclidean(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    return gen::apply(
        [f](const Vector<double>& theta, const Vector<double>& v, double gamma) {
          return DirectionInstance{f, theta, v, gamma};
        },
        generate::point(f->dimension()), generate::point(f->dimension() - 1, 5, 3), generate::positive(1, -6, 2));
  });
}

/// The norms ‖·‖₁ and ‖·‖∞, some halved or doubled.
Gen<DirectionInstance> other_norms() {
  return gen::mapcat(smooth(), [](const ObjectivePtr& f) {
    return gen::apply([f](const Vector<double>& theta, const Vector<double>& v, double gamma, Norm norm,
                          double scale) { return DirectionInstance{f, theta, v, gamma, norm, scale}; },
                      generate::point(f->dimension()), generate::point(f->dimension()), generate::positive(1, -6, 2),
                      gen::element(Norm::one, Norm::maximum), gen::element(1.0, 0.5, 2.0));
  });
}

/// In these norms the bound is attained on whole faces of the unit ball: only rationals decide it.
bool has_direction(const DirectionInstance& instance) { return !instance.v.isZero(0) && instance.rational(); }

}  // namespace

std::vector<Check> checks() {
  const auto lines = theorem::lines();
  std::vector<Check> checks = step_checks(stem, euclidean(smooth()), theorem::hypotheses_hold, lines);
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, other_norms(), has_direction, lines));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (f->dimension() == 1) return {};
  return {sampled({stem, Kind::step, "Cauchy-Schwarz"}, euclidean(gen::just(f)), theorem::hypotheses_hold,
                  theorem::cauchy_schwarz())};
}

}  // namespace verigrad::steepest_direction::proofs_numeric
