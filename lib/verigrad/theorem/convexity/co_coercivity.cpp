#include "verigrad/theorem/convexity/co_coercivity.hpp"

#include <cmath>

#include "verigrad/claim/shape.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::co_coercivity {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/6.3",
                  .stem = "co_coercivity",
                  .title = "Co-coercivity of the gradient",
                  .source = "MathDNN, Proposition 6.3",
                  .text = "∀ x, y ∈ ℝᵐ, 1/L ‖∇f(y) − ∇f(x)‖² ≤ (∇f(y) − ∇f(x))(y − x)ᵀ (19)",
                  .code = {"problem/objective.hpp: ObjectiveOver"},
                  .hypotheses = {{"differentiable", "∇f is the gradient of a function f"},
                                 {"convex", "f is convex"},
                                 {"L-smooth", "f is L-smooth, L > 0"},
                                 {"domain", "f is defined on the whole of ℝᵐ"}},
                  .formal = {.theorems = {"conclusion"}}},
                 lines());
  return result;
}

bool applies_to(const Objective& f) {
  const Curvature curvature = f.curvature();
  return curvature.convex() && curvature.smoothness() > 0 && std::isfinite(curvature.smoothness());
}

bool hypotheses_hold(const PairInstance& instance) {
  return applies_to(*instance.f) && instance.f->curvature().smoothness() <= instance.L();
}

namespace {

/// Δ = ∇f(y) − ∇f(x).
Vector<Number> change(const Pair<Number>& p) { return p.g_y - p.g_x; }

/// ⟨Δ, y − x⟩.
Number monotone(const Pair<Number>& p) { return dot(change(p), p.y - p.x); }

/// ‖Δ‖²/L.
Number scaled_change(const Pair<Number>& p) { return squared_norm(change(p)) / p.L; }

void printed(const Pair<Number>& p, Claims& claims) {
  claims.at_most("1/L ‖∇f(y) − ∇f(x)‖² ≤ ⟨∇f(y) − ∇f(x), y − x⟩", scaled_change(p), monotone(p));
}

void equality(const Pair<Number>& p, Claims& claims) {
  claims.equal("1/L ‖∇f(y) − ∇f(x)‖² = ⟨∇f(y) − ∇f(x), y − x⟩", scaled_change(p), monotone(p));
}

void falling_gradient(const Pair<Number>& p, Claims& claims) {
  claims.less("⟨∇f(y), y − x⟩ < ⟨∇f(x), y − x⟩", dot(p.g_y, p.y - p.x), dot(p.g_x, p.y - p.x));
}

void certificate(const Pair<Number>& p, Claims& claims) {
  const Vector<Number> d = p.y - p.x;
  claims.equal("L²‖d‖² − ‖Δ‖² = ‖Ld − Δ‖² + 2L(⟨Δ, d⟩ − ‖Δ‖²/L)",
               square(p.L) * squared_norm(d) - squared_norm(change(p)),
               squared_norm(p.L * d - change(p)) + 2 * p.L * (monotone(p) - scaled_change(p)));
}

/// The quantities of the proof, in the text's letters.
struct Run : Pair<Number> {
  using Instance = PairInstance;
  explicit Run(const PairInstance& instance) : Pair<Number>(instance.pair<Number>()) {
    const ObjectiveOver<Number>& f = instance.f->over<Number>();
    const Vector<Number> move = 1 / this->L * change(*this);
    z = this->x - move;
    z_corrected = this->x + move;
    f_z = f.value(z);
    f_z_corrected = f.value(z_corrected);
  }

  Vector<Number> z;            ///< as printed: x − (∇f(y) − ∇f(x))/L
  Vector<Number> z_corrected;  ///< x + (∇f(y) − ∇f(x))/L
  Number f_z, f_z_corrected;
};

void insert_z(const Run& r, Claims& claims) {
  claims.equal("f(y) − f(x) = f(y) − f(z) + f(z) − f(x)", r.f_y - r.f_x, r.f_y - r.f_z + r.f_z - r.f_x);
}

/// The right side of the second line, for one choice of z.
Number second_line(const Run& r, const Vector<Number>& z) {
  return dot(r.g_y, r.y - z) + dot(r.g_x, z - r.x) + frac(1, 2) * r.L * squared_norm(z - r.x);
}

void by_16_and_18(const Run& r, const Vector<Number>& z, const Number& f_z, Claims& claims) {
  claims.at_most("(16): f(y) − f(z) ≤ ⟨∇f(y), y − z⟩", r.f_y - f_z, dot(r.g_y, r.y - z));
  claims.at_most("(18): f(z) − f(x) ≤ ⟨∇f(x), z − x⟩ + L/2 ‖z − x‖²", f_z - r.f_x,
                 dot(r.g_x, z - r.x) + frac(1, 2) * r.L * squared_norm(z - r.x));
  claims.at_most("f(y) − f(x) ≤ second line", r.f_y - r.f_x, second_line(r, z));
}

/// ∇f(y)(y − x)ᵀ − 1/(2L) ‖Δ‖².
Number third_line(const Run& r) { return dot(r.g_y, r.y - r.x) - frac(1, 2) * scaled_change(r); }

/// The same with x and y exchanged.
Number third_line_exchanged(const Run& r) { return dot(r.g_x, r.x - r.y) - frac(1, 2) * scaled_change(r); }

void line_a(const Run& r, Claims& claims) {
  claims.at_most("f(y) − f(x) ≤ ⟨∇f(y), y − x⟩ − 1/(2L) ‖Δ‖²", r.f_y - r.f_x, third_line(r));
}

void line_b(const Run& r, Claims& claims) {
  claims.at_most("f(x) − f(y) ≤ ⟨∇f(x), x − y⟩ − 1/(2L) ‖Δ‖²", r.f_x - r.f_y, third_line_exchanged(r));
}

void sum(const Run& r, Claims& claims) {
  claims.equal("(a) + (b): right sides", third_line(r) + third_line_exchanged(r), monotone(r) - scaled_change(r));
  printed(r, claims);
}

void z_as_printed(const Run& r, Claims& claims) {
  claims.at_most("second line ≤ third line", second_line(r, r.z), third_line(r));
}

void z_with_plus(const Run& r, Claims& claims) {
  by_16_and_18(r, r.z_corrected, r.f_z_corrected, claims);
  claims.equal("second line = third line", second_line(r, r.z_corrected), third_line(r));
  claims.equal("with the printed z: second line = ⟨∇f(y), y − x⟩ + 3/(2L) ‖Δ‖²", second_line(r, r.z),
               dot(r.g_y, r.y - r.x) + frac(3, 2) * scaled_change(r));
}

void without_transpose(const Run& r, Claims& claims) {
  claim_product_defined(row_shape(r.g_x), row_shape(r.z - r.x), claims);
}

void with_transpose(const Run& r, Claims& claims) {
  claim_product_defined(row_shape(r.g_x), row_shape(r.z - r.x).transposed(), claims);
}

/// A planted mistake: left(pair) ≤ right(pair) in the place of (19).
template <class Left, class Right>
Form<PairInstance> planted_bound(const char* key, Left left, Right right) {
  return form<PairRun, PairInstance>(
      key, [=](const Pair<Number>& p, Claims& claims) { claims.at_most("planted (19)", left(p), right(p)); });
}

/// ‖x‖²/2 in m dimensions, between 0 and (1, …, 1).
PairInstance bowl(Eigen::Index m) {
  const Vector<double> zero = Vector<double>::Zero(m), one = Vector<double>::Ones(m);
  return {make_objective(Quadratic(one, zero)), zero, one};
}

/// f = (x₁²/32 + x₂² + 9x₃²/8)/2, the points close by.
PairInstance separating() {
  return {make_objective(Quadratic(vector({0.03125, 1, 1.125}), vector({0, 0, 0}))), vector({0, -1, 0}),
          vector({0.00390625, -0.99609375, 0.00390625}), 0};
}

std::vector<Step<PairInstance>> steps() {
  return {{"insert z (by construction)", "f(y) − f(x) = f(y) − f(z) + f(z) − f(x)", form<Run>(insert_z)},
          {"(16) and (18)", "… ≤ ∇f(y)(y − z)ᵀ + ∇f(x)(z − x)ᵀ + L/2 ‖z − x‖², with z as printed",
           form<Run>([](const Run& r, Claims& claims) { by_16_and_18(r, r.z, r.f_z, claims); })},
          {"(a)", "f(y) − f(x) ≤ ∇f(y)(y − x)ᵀ − 1/(2L) ‖∇f(x) − ∇f(y)‖²: the third line too", form<Run>(line_a)},
          {"(b)", "f(x) − f(y) ≤ ∇f(x)(x − y)ᵀ − 1/(2L) ‖∇f(y) − ∇f(x)‖²", form<Run>(line_b)},
          {"(a) + (b)", "0 ≤ (∇f(y) − ∇f(x))(y − x)ᵀ − 1/L ‖∇f(y) − ∇f(x)‖²", form<Run>(sum)}};
}

FalseLine<PairInstance> sign_of_z() {
  return {.words = {.key = "sign of z",
                    .place = "Proposition 6.3, proof, first line and the step from the second to the third line",
                    .printed = "z = x − 1/L (∇f(y) − ∇f(x)) … ≤ ∇f(y)(y − z)ᵀ + ∇f(x)(z − x) + L/2 ‖z − x‖² ≤ ∇f(y)(y "
                               "− x)ᵀ − 1/(2L) ‖∇f(x) − ∇f(y)‖²",
                    .corrected = "z = x + 1/L (∇f(y) − ∇f(x)), with which the two sides are equal",
                    .remark = "With the printed z the left side is ∇f(y)(y − x)ᵀ + 3/(2L) ‖∇f(x) − ∇f(y)‖², so that "
                              "the step to the third line fails; with + it is an equality.",
                    .by_hand = "f(x) = x²/2, L = 1, x = 0, y = 1: the printed z is −1, and the second line is 1·2 + 0 "
                               "+ ½·1 = 5/2, the third 1 − ½ = ½",
                    .weight = Weight::proof},
          .printed = form<Run>(z_as_printed),
          .counterexample = bowl(1),
          .corrected = {form<Run>(z_with_plus)}};
}

FalseLine<PairInstance> missing_transpose() {
  return {.words = {.key = "missing transpose",
                    .place = "Proposition 6.3, proof, second displayed line",
                    .printed = "∇f(x) ∗ (z − x)",
                    .corrected = "∇f(x) ∗ (z − x)ᵀ",
                    .remark = "By Convention 2 both factors are 1 × m, so that the product of Notation 2 is defined "
                              "for m = 1 only; the term beside it has its transpose.",
                    .weight = Weight::notation,
                    .one_letter = true},
          .printed = form<Run>(without_transpose),
          .counterexample = bowl(2),
          .corrected = {form<Run>(with_transpose)}};
}

Forms<PairInstance> planted() {
  constexpr auto left = [](const auto& p) { return scaled_change(p); };
  constexpr auto right = [](const auto& p) { return monotone(p); };
  return {
      planted_bound("sign: ⟨∇f(y) + ∇f(x), y − x⟩", left,
                    [](const Pair<Number>& p) { return dot(p.g_y + p.g_x, p.y - p.x); }),
      planted_bound("swapped arguments: ⟨Δ, x − y⟩", left,
                    [](const Pair<Number>& p) { return dot(change(p), p.x - p.y); }),
      planted_bound(
          "factor: 2/L", [](const Pair<Number>& p) { return 2 * scaled_change(p); }, right),
      planted_bound(
          "missing 1/L", [](const auto& p) { return squared_norm(change(p)); }, right),
      planted_bound(
          "inverse: L ‖Δ‖²", [](const auto& p) { return p.L * squared_norm(change(p)); }, right),
      planted_bound(
          "missing square: ‖Δ‖/L, both sides squared",
          [](const auto& p) { return squared_norm(change(p)) / square(p.L); },
          [](const auto& p) { return square(monotone(p)); }),
      planted_bound(
          "points for gradients: 1/L ‖y − x‖²", [](const Pair<Number>& p) { return squared_norm(p.y - p.x) / p.L; },
          right),
      planted_bound("missing term: ⟨∇f(y), y − x⟩", left, [](const Pair<Number>& p) { return dot(p.g_y, p.y - p.x); })};
}

}  // namespace

Lines<PairInstance> lines() {
  return {.steps = steps(),
          .errata = {sign_of_z(), missing_transpose()},
          .planted = planted(),
          .separating = {separating()}};
}

template <class Instance>
Form<Instance> conclusion() {
  return form<PairRun, Instance>("as printed", printed);
}

template <class Instance>
Form<Instance> attained() {
  return form<PairRun, Instance>("attained", equality);
}

Form<PairInstance> violation() { return form<PairRun, PairInstance>("violation", falling_gradient); }
Form<InterpolationInstance> smoothness_certificate() {
  return form<PairRun, InterpolationInstance>("it implies L-smoothness (17)", certificate);
}

template Form<PairInstance> conclusion<PairInstance>();
template Form<InterpolationInstance> conclusion<InterpolationInstance>();
template Form<PairInstance> attained<PairInstance>();
template Form<InterpolationInstance> attained<InterpolationInstance>();

}  // namespace verigrad::co_coercivity
