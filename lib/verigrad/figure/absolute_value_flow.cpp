// Stochastic gradient methods, Lemma 5.6.7 and (5.35): the weak solution for J(w) = |w|, the explicit and the implicit
// scheme beside it, and J along them.
#include <cmath>

#include <fmt/format.h>

#include "verigrad/algorithm/sign_descent.hpp"
#include "verigrad/figure/figure.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::figures {
namespace absolute_value_flow_figure {
namespace {

constexpr double w0 = 1.75, dt = 0.5, at_kink = 0;
constexpr int flow_steps = 8;

/// The iterates from w₀ at the times kΔt, exact in rationals.
template <class Step>
Curve iterates(const std::string& label, Stroke stroke, const Step& step) {
  Curve curve{label, {}, stroke};
  Rational w(w0);
  for (int k = 0; k <= flow_steps; ++k, w = step(w)) curve.points.emplace_back(k * dt, approximate(w));
  return curve;
}

/// |w| along a curve.
Curve energy(Curve curve) {
  for (auto& [t, w] : curve.points) w = std::abs(w);
  return curve;
}

}  // namespace
}  // namespace absolute_value_flow_figure

std::vector<Figure> absolute_value_flow(const FigureInput&) {
  using namespace absolute_value_flow_figure;
  const Curve exact{"weak solution (5.43)", {{0, w0}, {w0, 0}, {flow_steps * dt, 0}}, Stroke::dashed};
  const Curve by_explicit = iterates("explicit scheme (5.35)", Stroke::solid, [](const Rational& w) {
    return explicit_sign_step<Rational>(w, Rational(dt), Rational(at_kink));
  });
  const Curve by_implicit = iterates("implicit scheme", Stroke::points,
                                     [](const Rational& w) { return implicit_sign_step<Rational>(w, Rational(dt)); });
  const Axis time{"time t"};
  return {
      {"absolute_value_flow",
       "The flow of J(w) = |w| and two schemes for it (SGM, Lemma 5.6.7)",
       {{"", time, {"w"}, {exact, by_explicit, by_implicit}},
        {"", time, {"J(w) = |w|"}, {energy(exact), energy(by_explicit), energy(by_implicit)}}},
       2,
       fmt::format("w₀ = {}, Δt = {}. The implicit iterates are the weak solution at their times; the explicit ones "
                   "are until they pass 0,\nand then jump between {} and {}, within Δt of it: their J does not "
                   "decrease any more.",
                   w0, dt, by_explicit.points[flow_steps - 1].second, by_explicit.points[flow_steps].second)}};
}

}  // namespace verigrad::figures
