// Thesis, (1.25)–(1.27): each displayed line, where the first needs a continuous Hessian, and the erratum about L.
#include "verigrad/theorem/convexity/descent_inequality.hpp"

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::descent_inequality::proofs_numeric {
namespace {

namespace theorem = descent_inequality;

constexpr const char* stem = "descent_inequality";

Gen<ObjectivePtr> quadratics() { return gen::oneOf(generate::convex_quadratic(), generate::indefinite_quadratic()); }
Gen<ObjectivePtr> twice_differentiable() { return gen::oneOf(quadratics(), generate::geman_mcclure()); }

/// θ²/2 up to 1, θ − 1/2 beyond: from 2 to 1/2, (1.25) needs J″(ψ) = 1/9, and J″ is 0 or 1.
DescentInstance across_a_kink() {
  const PiecewiseQuadratic f({.knots = {1}, .slopes = {1, 0}, .first_derivative = 1});
  return {make_objective(f), at(2), 1.5, 1};
}

}  // namespace

std::vector<Check> checks() {
  const auto lines = theorem::lines();
  std::vector<Check> checks =
      step_checks(stem, generate::descent(twice_differentiable(), 3), theorem::step_is_short, lines);
  append(checks,
         {sampled({stem, Kind::step, "(1.25) with any ψ on quadratics"}, generate::descent(quadratics(), 3),
                  theorem::hypotheses_hold, theorem::any_point_fits()),
          examined({stem, Kind::dropped, "(1.25) without a continuous Hessian", Verdict::fails}, across_a_kink(),
                   theorem::an_end_fits()),
          examined({stem, Kind::dropped, "(1.27) holds on that instance"}, across_a_kink(), theorem::conclusion())});
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, generate::descent(generate::indefinite_quadratic(), 3),
                                  theorem::hypotheses_hold, lines));
  return checks;
}

/// (1.25) and (1.26) speak of Hessians, which an arbitrary objective need not have; see descent_inequality_on in
/// properties for (1.27).
}  // namespace verigrad::descent_inequality::proofs_numeric
