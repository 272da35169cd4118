// MathDNN, Proposition 6.3: co-coercivity on random members and on interpolation data, what attains the constant, every
// hypothesis dropped, planted mistakes.
#include "verigrad/theorem/co_coercivity.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/pairs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = co_coercivity;

constexpr const char* stem = "co_coercivity";

constexpr auto as_printed = []<class T>(const auto& instance, Claims<T>& claims) {
  theorem::conclusion(instance.template pair<T>(), claims);
};
constexpr auto attained = []<class T>(const auto& instance, Claims<T>& claims) {
  theorem::attained(instance.template pair<T>(), claims);
};
constexpr auto any = [](const auto&) { return true; };

bool hypotheses_hold_decidably(const PairInstance& instance) {
  return theorem::hypotheses_hold(instance) && instance.decidable();
}

Vector<double> vector(std::initializer_list<double> entries) {
  return Eigen::Map<const Vector<double>>(entries.begin(), Eigen::Index(entries.size()));
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
PairData rotation() {
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
PairData two_pieces() {
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
PairData kink() {
  return {
      "|x| across its kink",
      {.L = 1, .x = vector({0}), .y = vector({0.5}), .g_x = vector({-1}), .g_y = vector({1}), .f_x = 0, .f_y = 0.5}};
}

std::vector<Check> planted() {
  std::vector<Check> checks;
  for (std::size_t i = 0; i < theorem::planted<Interval>().size(); ++i) {
    const CheckId id{stem, Kind::planted, std::string("rejects ") + theorem::planted<Interval>()[i].key,
                     Verdict::fails};
    checks.push_back(sampled(id, generate::pair(generate::any_convex()), hypotheses_hold_decidably,
                             [i]<class T>(const PairInstance& instance, Claims<T>& claims) {
                               theorem::planted<T>()[i].claims(instance.pair<T>(), claims);
                             }));
  }
  return checks;
}

std::vector<Check> sharp() {
  return {examined({stem, Kind::sharp, "attained along the top eigenvector"}, along_top_eigenvector(), attained),
          examined({stem, Kind::sharp, "attained inside Huber's parabola"}, inside_huber(), attained),
          sampled({stem, Kind::sharp, "attained by extreme interpolation data"}, generate::extreme_interpolable_pair(),
                  any, attained)};
}

std::vector<Check> dropped() {
  return {examined({stem, Kind::dropped, "without convexity", Verdict::fails}, parabola(-1), as_printed),
          examined({stem, Kind::dropped, "without L-smoothness", Verdict::fails}, parabola(2), as_printed),
          examined({stem, Kind::dropped, "without differentiability", Verdict::fails}, kink(), as_printed),
          examined({stem, Kind::dropped, "without a potential: a rotation", Verdict::fails}, rotation(), as_printed),
          examined({stem, Kind::dropped, "without a convex domain", Verdict::fails}, two_pieces(), as_printed),
          sampled({stem, Kind::dropped, "non-convex members break it"},
                  generate::across_falling_gradient(generate::any_non_convex()), any,
                  []<class T>(const PairInstance& instance, Claims<T>& claims) {
                    theorem::violation(instance.pair<T>(), claims);
                  })};
}

}  // namespace

std::vector<Check> co_coercivity() {
  const auto pairs = generate::pair(generate::any_convex());
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, pairs, hypotheses_hold_decidably, as_printed),
      sampled({stem, Kind::conclusion, "as printed, on interpolation data"}, generate::interpolable_pair(), any,
              as_printed),
      sampled({stem, Kind::conclusion, "as printed, on triples of larger data"}, generate::interpolated_pair(), any,
              as_printed),
      sampled({stem, Kind::conclusion, "it implies L-smoothness (17)"}, generate::interpolable_pair(), any,
              []<class T>(const PairData& instance, Claims<T>& claims) {
                theorem::smoothness_certificate(instance.pair<T>(), claims);
              })};
  for (const auto& more : {sharp(), dropped(), planted()}) checks.insert(checks.end(), more.begin(), more.end());
  return checks;
}

std::vector<Check> co_coercivity_on(const ObjectivePtr& f) {
  if (!theorem::applies_to(*f)) return {};
  return {sampled({stem, Kind::conclusion, "as printed"}, generate::pair(rc::gen::just(f)), hypotheses_hold_decidably,
                  as_printed)};
}

}  // namespace verigrad::properties
