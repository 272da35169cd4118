#include "verigrad/theorem/regression/linear_model_gradient.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::linear_model_gradient {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.13",
       .stem = "linear_model_gradient",
       .title = "Gradient of linear models",
       .source = "Mathematical Foundations of Data Sciences, (14.13)",
       .text = "∇fᵢ(x) = ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ for fᵢ(x) = ℓ(⟨aᵢ, x⟩, yᵢ)",
       .code = {"problem/linear_model_loss.hpp: loss_value", "problem/linear_model_loss.hpp: loss_derivative",
                "problem/linear_model_loss.hpp: loss_curvature"},
       .hypotheses = {{"differentiable", "ℓ is differentiable in its first argument"}},
       .formal = {.theorems = {"conclusion"}}},
      lines());
  return result;
}

std::string ModelInstance::describe() const {
  return fmt::format("ℓ = {}, a = {}, y = {}, x = {}, ε = {} · {}", in_words(loss), in_words(a), y, in_words(x), t,
                     in_words(direction));
}

bool hypotheses_hold(const ModelInstance& i) {
  if (i.a.size() != i.x.size() || i.a.size() != i.direction.size()) return false;
  return i.rational() ||
         (i.y != 0 && i.t != 0 && dot<Rational>(exact<Rational>(i.a), exact<Rational>(i.direction)) != 0);
}

namespace {

struct Run {
  using Instance = ModelInstance;
  explicit Run(const ModelInstance& i)
      : loss(i.loss), a(exact(i.a)), x(exact(i.x)), epsilon(exact(i.t) * exact(i.direction)), y(exact(i.y)) {}

  Number value(const Vector<Number>& at) const { return loss_value<Number>(loss, dot(a, at), y); }
  Number slope() const { return loss_derivative<Number>(loss, dot(a, x), y); }
  Vector<Number> gradient() const { return slope() * a; }
  Number increase() const { return value(x + epsilon) - value(x); }
  /// ½ M⟨a, ε⟩².
  Number bound() const {
    const Number step = dot(a, epsilon);
    return frac(1, 2) * loss_curvature<Number>(loss, dot(a, x), step, y) * square(step);
  }

  LinearModelLoss loss;
  Vector<Number> a, x, epsilon;
  Number y;
};

void first_order(const Run& r, const Number& linear, Claims& claims) {
  claims.at_most("|f(x + ε) − f(x) − linear part| ≤ ½M⟨a, ε⟩²", magnitude(r.increase() - linear), r.bound());
}

void printed(const Run& r, Claims& claims) { first_order(r, dot(r.gradient(), r.epsilon), claims); }
void equality(const Run& r, Claims& claims) {
  claims.equal("|f(x + ε) − f(x) − ⟨∇f(x), ε⟩| = ½⟨a, ε⟩²", magnitude(r.increase() - dot(r.gradient(), r.epsilon)),
               r.bound());
}
void linear(const Run& r, Claims& claims) {
  claims.equal("f(x + ε) = ℓ(⟨a, x⟩ + ⟨a, ε⟩, y)", r.value(r.x + r.epsilon),
               loss_value<Number>(r.loss, dot(r.a, r.x) + dot(r.a, r.epsilon), r.y));
}
void expansion(const Run& r, Claims& claims) { first_order(r, r.slope() * dot(r.a, r.epsilon), claims); }
void lost_increment(const Run& r, Claims& claims) { first_order(r, dot(r.gradient(), r.x), claims); }

/// The linear parts of both lines of the expansion, and o(‖ε‖) along ε, ε/2, … as O(‖ε‖²).
void with_increment(const Run& r, Claims& claims) {
  claims.equal("ℓ′(⟨a, x⟩, y)⟨a, ε⟩ = ⟨ℓ′(⟨a, x⟩, y) a, ε⟩", r.slope() * dot(r.a, r.epsilon),
               dot(r.gradient(), r.epsilon));
  Run shorter = r;
  Number share(1);
  for (int k = 0; k < 4; ++k) {
    claims.at_most("|f(x + ε/2ᵏ) − f(x) − ⟨∇f(x), ε/2ᵏ⟩| ≤ ½M⟨a, ε⟩²/4ᵏ",
                   magnitude(shorter.increase() - dot(r.gradient(), shorter.epsilon)), square(share) * r.bound(), k);
    share *= frac(1, 2);
    shorter.epsilon = share * r.epsilon;
  }
}

template <class Wrong>
Form<ModelInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) { first_order(r, dot(wrong(r), r.epsilon), claims); });
}

std::vector<Step<ModelInstance>> steps() {
  return {{"linear", "fᵢ(x + ε) = ℓ(⟨aᵢ, x⟩ + ⟨aᵢ, ε⟩, yᵢ)", form<Run>(linear)},
          {"expansion", "… = ℓ(⟨aᵢ, x⟩, yᵢ) + ℓ′(⟨aᵢ, x⟩, yᵢ)⟨aᵢ, ε⟩ + o(‖ε‖)", form<Run>(expansion)}};
}

FalseLine<ModelInstance> increment() {
  return {.words = {.key = "increment",
                    .place = "14.2.2, Taylor expansion before (14.13), second line",
                    .printed = "fᵢ(x + ε) = fᵢ(x) + ⟨ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ, x⟩ + o(‖ε‖)",
                    .corrected = "fᵢ(x + ε) = fᵢ(x) + ⟨ℓ′(⟨aᵢ, x⟩, yᵢ) aᵢ, ε⟩ + o(‖ε‖)",
                    .remark = "The line before has ε. For ½(s − y)² with a = x = 1, y = 0 the left side tends to ½ as "
                              "ε → 0 and the printed right side to 3/2.",
                    .weight = Weight::notation},
          .printed = form<Run>(lost_increment),
          .counterexample = {LinearModelLoss::squared, at(1), 0, at(1), at(1), 0x1p-10},
          .corrected = {form<Run>(with_increment)}};
}

Forms<ModelInstance> planted() {
  return {with("sign: −∇f", [](const Run& r) { return Vector<Number>(-r.gradient()); }),
          with("factor: 2∇f", [](const Run& r) { return Vector<Number>(2 * r.gradient()); }),
          with("missing a", [](const Run& r) { return Vector<Number>::Constant(r.a.size(), r.slope()).eval(); }),
          with("x for a", [](const Run& r) { return Vector<Number>(r.slope() * r.x); }),
          with("value for derivative: ℓ a", [](const Run& r) { return Vector<Number>(r.value(r.x) * r.a); }),
          with("swapped arguments: ℓ′(y, ⟨a, x⟩)",
               [](const Run& r) { return Vector<Number>(loss_derivative<Number>(r.loss, r.y, dot(r.a, r.x)) * r.a); })};
}

/// (x/4 − 1/8)²/2 at 0.
ModelInstance beside_zero() { return {LinearModelLoss::squared, at(0.25), 0.125, at(0), at(0.25), 0.0625}; }

}  // namespace

Lines<ModelInstance> lines() {
  return {.steps = steps(), .errata = {increment()}, .planted = planted(), .separating = {beside_zero()}};
}

Form<ModelInstance> conclusion() { return form<Run>("as printed", printed); }
Form<ModelInstance> attained() { return form<Run>("attained", equality); }

}  // namespace verigrad::linear_model_gradient
