// MathDNN, Proposition 6.3: co-coercivity on random members and on interpolation data, what attains the constant, every
// hypothesis dropped, planted mistakes.
#include "verigrad/theorem/convexity/co_coercivity.hpp"

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::co_coercivity::properties {
namespace {

namespace theorem = co_coercivity;

constexpr const char* stem = "co_coercivity";

constexpr auto any = [](const auto&) { return true; };

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

/// hx²/2 under the claim L = 1, between 0 and 1.
PairInstance parabola(double h) {
  return {.f = make_objective(Quadratic(vector({h}), vector({0}))), .x = vector({0}), .y = vector({1}), .claimed_L = 1};
}

/// diag(1, 4), rotated, between two points along its top eigenvector (1, −1).
PairInstance along_top_eigenvector() {
  const auto f = make_objective(Quadratic(vector({1, 4, 2, 1}), {vector({1, 1, 1, 1})}, vector({0, 0, 0, 0})));
  return {f, vector({1, 2, 3, 4}), Vector<double>(vector({1, 2, 3, 4}) + vector({-1, 1, -1, -1}))};
}

/// Huber's function with δ = 1 between two points of its parabola.
PairInstance inside_huber() {
  return {make_objective(Huber(vector({3}), 1, vector({0}))), vector({-0.75}), vector({1})};
}

/// The rotation by 90°: monotone and 1-Lipschitz, the gradient of no function.
InterpolationInstance rotation() {
  return {"F(x) = (−x₂, x₁) for ∇f",
          {.L = 1,
           .x = vector({0, 0}),
           .y = vector({1, 0}),
           .g_x = vector({0, 0}),
           .g_y = vector({0, 1}),
           .f_x = 0,
           .f_y = 0}};
}

/// Affine on both pieces of its domain, 1-smooth across them, and steeper on the left.
InterpolationInstance two_pieces() {
  return {"f = 0 on ]−2, −1[, f = −x on ]1, 2[",
          {.L = 1,
           .x = vector({-1.5}),
           .y = vector({1.5}),
           .g_x = vector({0}),
           .g_y = vector({-1}),
           .f_x = 0,
           .f_y = -1.5}};
}

/// |x| across its kink: no L bounds the jump of its slope over short distances.
InterpolationInstance kink() {
  return {
      "|x| across its kink",
      {.L = 1, .x = vector({0}), .y = vector({0.5}), .g_x = vector({-1}), .g_y = vector({1}), .f_x = 0, .f_y = 0.5}};
}

std::vector<Check> sharp() {
  return {examined({stem, Kind::sharp, "attained along the top eigenvector"}, along_top_eigenvector(),
                   theorem::attained<PairInstance>()),
          examined({stem, Kind::sharp, "attained inside Huber's parabola"}, inside_huber(),
                   theorem::attained<PairInstance>()),
          sampled({stem, Kind::sharp, "attained by extreme interpolation data"}, generate::extreme_interpolable_pair(),
                  any, theorem::attained<InterpolationInstance>())};
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without convexity", Verdict::fails}, parabola(-1),
                   theorem::conclusion<PairInstance>()),
          examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, parabola(2),
                   theorem::conclusion<PairInstance>()),
          examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, kink(),
                   theorem::conclusion<InterpolationInstance>()),
          examined({stem, Kind::dropped, "without a potential: a rotation", Verdict::fails}, rotation(),
                   theorem::conclusion<InterpolationInstance>()),
          examined({stem, Kind::dropped, "without a convex domain", Verdict::fails}, two_pieces(),
                   theorem::conclusion<InterpolationInstance>()),
          sampled({stem, Kind::dropped, "non-convex members break it"},
                  generate::across_falling_gradient(generate::any_non_convex()), any, theorem::violation())};
}

}  // namespace

std::vector<Check> checks() {
  const auto pairs = generate::pair(generate::any_convex());
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "as printed"}, pairs, hypotheses_hold_decidably,
                                    theorem::conclusion<PairInstance>()),
                            sampled({stem, Kind::conclusion, "as printed, on interpolation data"},
                                    generate::interpolable_pair(), any, theorem::conclusion<InterpolationInstance>()),
                            sampled({stem, Kind::conclusion, "as printed, on triples of larger data"},
                                    generate::interpolated_pair(), any, theorem::conclusion<InterpolationInstance>()),
                            sampled({stem, Kind::conclusion, "it implies L-smoothness (17)"},
                                    generate::interpolable_pair(), any, theorem::smoothness_certificate())};
  append(checks, sharp());
  append(checks, dropped());
  append(checks, planted_checks(stem, pairs, hypotheses_hold_decidably, theorem::lines()));
  return checks;
}

std::vector<Check> checks_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::pair(gen::just(f)), hypotheses_hold_decidably,
                  theorem::conclusion<PairInstance>())};
}

}  // namespace verigrad::co_coercivity::properties
