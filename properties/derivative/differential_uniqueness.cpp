// MathDNN, Proposition 1.1: the remainder of every smooth function of the library, no second differential, continuity,
// and functions without a differential.
#include "verigrad/theorem/derivative/differential_uniqueness.hpp"

#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::differential_uniqueness::properties {
namespace {

namespace theorem = differential_uniqueness;

constexpr const char* stem = "differential_uniqueness";

Gen<theorem::Instance> instances(Gen<ObjectivePtr> objectives) {
  return gen::mapcat(std::move(objectives), [](const ObjectivePtr& f) {
    const auto point = [&] { return generate::point(f->dimension(), 5, 4); };
    return gen::apply(
        [f](const Vector<double>& a, const Vector<double>& d, const Vector<double>& extra, int k) {
          return theorem::Instance{f, a, d, extra, k};
        },
        point(), point(), point(), gen::inRange(0, 24));
  });
}

Gen<ObjectivePtr> shipped() { return gen::oneOf(generate::any_smooth(), generate::softplus_network()); }

theorem::Instance parabola() { return {make_objective(Quadratic(at(3), at(0))), at(2), at(1), at(1), 3}; }

/// |x| at 0, with the 0 that the library selects for its gradient.
struct AbsoluteAtZero {
  double h;
  bool rational() const { return true; }
  std::string describe() const { return "|x| at 0"; }
};

/// Whether any slope φ leaves a remainder below ¼|h| both at h and at −h.
void some_slope_fits(const AbsoluteAtZero& i, Claims& claims) {
  const Number h = exact(i.h);
  const ObjectivePtr f = make_objective(Absolute(at(1), at(0)));
  const Number right = f->over<Number>().value(Vector<Number>::Constant(1, h)),
               left = f->over<Number>().value(Vector<Number>::Constant(1, -h));
  claims.at_most("(f(h) − φh) + (f(−h) + φh) ≤ ½h, whatever φ", right + left, frac(1, 2) * h);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "the remainder is at most ½L‖h‖²"}, instances(shipped()),
              theorem::hypotheses_hold, theorem::taylor()),
      sampled({stem, Kind::conclusion, "no other linear map"}, instances(shipped()), theorem::hypotheses_hold,
              theorem::unique()),
      sampled({stem, Kind::conclusion, "continuous at a"}, instances(shipped()), theorem::hypotheses_hold,
              theorem::continuous()),
      examined({stem, Kind::sharp, "½L‖h‖² attained"}, parabola(), theorem::attained()),
      examined({stem, Kind::dropped, "without differentiability: |x| at 0 has no differential", Verdict::fails},
               AbsoluteAtZero{0.125}, some_slope_fits)};
  append(checks, planted_checks(stem, instances(generate::any_smooth()), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  return {sampled({stem, Kind::conclusion, "the remainder is at most ½L‖h‖²"}, instances(gen::just(f)),
                  theorem::hypotheses_hold, theorem::taylor())};
}

}  // namespace verigrad::differential_uniqueness::properties
