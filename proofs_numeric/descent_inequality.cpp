// Thesis, (1.25)–(1.27): each displayed line, where the first needs a continuous Hessian, and the erratum about L.
#include "verigrad/theorem/descent_inequality.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = descent_inequality;

constexpr const char* stem = "descent_inequality";

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }

rc::Gen<ObjectivePtr> wells() {
  return rc::gen::mapcat(generate::dimension(3), [](int d) {
    return rc::gen::map(rc::gen::tuple(generate::positive(3, -3, 3), generate::point(d)),
                        [d](const std::tuple<double, Vector<double>>& draw) {
                          Vector<double> weights = Vector<double>::Constant(d, std::get<0>(draw));
                          weights[0] *= 2;
                          return theorem::rational_well(weights, std::get<1>(draw));
                        });
  });
}
rc::Gen<ObjectivePtr> quadratics() {
  return rc::gen::oneOf(generate::convex_quadratic(), generate::indefinite_quadratic());
}
rc::Gen<ObjectivePtr> twice_differentiable() { return rc::gen::oneOf(quadratics(), wells()); }

Check step(std::size_t i, const rc::Gen<DescentInstance>& instances) {
  return sampled({stem, Kind::step, theorem::steps<Interval>()[i].key}, instances, theorem::step_is_short,
                 [i]<class T>(const DescentInstance& instance, Claims<T>& claims) {
                   theorem::steps<T>()[i].claims(theorem::run<T>(instance), claims);
                 });
}

/// θ²/2 up to 1, θ − 1/2 beyond: from 2 to 1/2, (1.25) needs J″(ψ) = 1/9, and J″ is 0 or 1.
DescentInstance across_a_kink() {
  const PiecewiseQuadratic f({.knots = {1}, .slopes = {1, 0}, .first_derivative = 1});
  return {make_objective(f), at(2), 1.5, 1};
}

Check any_psi_on_quadratics() {
  return sampled({stem, Kind::step, "(1.25) with any ψ on quadratics"}, generate::descent(quadratics(), 3),
                 theorem::hypotheses_hold, []<class T>(const DescentInstance& instance, Claims<T>& claims) {
                   theorem::any_point_fits(theorem::run<T>(instance), claims);
                 });
}

/// −θ² from 1, γ = 1/2.
DescentInstance cap() { return {make_objective(Quadratic(at(-2), at(0))), at(1), 0.5, 1}; }

}  // namespace

std::vector<Check> descent_inequality() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::steps<Interval>().size(); ++i)
    checks.push_back(step(i, generate::descent(twice_differentiable(), 3)));
  checks.push_back(any_psi_on_quadratics());
  checks.push_back(examined({stem, Kind::dropped, "(1.25) without a continuous Hessian", Verdict::fails},
                            across_a_kink(), []<class T>(const DescentInstance& instance, Claims<T>& claims) {
                              theorem::an_end_fits(theorem::run<T>(instance), claims);
                            }));
  checks.push_back(examined({stem, Kind::dropped, "(1.27) holds on that instance"}, across_a_kink(),
                            []<class T>(const DescentInstance& instance, Claims<T>& claims) {
                              theorem::conclusion(theorem::run<T>(instance), claims);
                            }));
  checks.push_back(examined({stem, Kind::erratum, "largest eigenvalue", Verdict::fails}, cap(),
                            []<class T>(const DescentInstance& instance, Claims<T>& claims) {
                              theorem::errata<T>()[0].claims(theorem::run<T>(instance), claims);
                            }));
  checks.push_back(sampled({stem, Kind::corrected, "largest eigenvalue corrected"},
                           generate::descent(generate::indefinite_quadratic(), 3), theorem::hypotheses_hold,
                           []<class T>(const DescentInstance& instance, Claims<T>& claims) {
                             theorem::corrected<T>()[0].claims(theorem::run<T>(instance), claims);
                           }));
  return checks;
}

/// (1.25) and (1.26) speak of Hessians, which an arbitrary objective need not have; see descent_inequality_on in
/// properties for (1.27).
std::vector<Check> descent_inequality_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
