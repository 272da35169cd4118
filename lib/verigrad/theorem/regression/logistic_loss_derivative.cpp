#include "verigrad/theorem/regression/logistic_loss_derivative.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/linear_model_loss.hpp"

namespace verigrad::logistic_loss_derivative {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.14",
       .stem = "logistic_loss_derivative",
       .title = "Derivative of the logistic loss",
       .source = "Mathematical Foundations of Data Sciences, 14.2.2, the display after (14.13)",
       .text =
           "L(s, y) = log(1 + exp(−sy)), L′(s, y) = −s e⁻ˢʸ/(1 + e⁻ˢʸ), ′ being the derivative in the first argument",
       .code = {"problem/linear_model_loss.hpp: loss_value", "problem/linear_model_loss.hpp: loss_derivative"},
       .hypotheses = {{"label", "y ∈ {−1, 1} (𝒴 of (14.10), for classification): any y ∈ ℝ will do"},
                      {"score", "s ∈ ℝ, all of it: nothing could be left out"}},
       .formal = {.theorems = {"conclusion"}, .corrected = "−y for the printed −s"}},
      lines());
  return result;
}

std::string LossInstance::describe() const { return fmt::format("s = {}, y = {}, h = {}", s, y, h); }

bool hypotheses_hold(const LossInstance& i) { return i.y != 0 && i.h != 0; }

namespace {

struct Run {
  using Instance = LossInstance;
  explicit Run(const LossInstance& i) : s(exact(i.s)), y(exact(i.y)), h(exact(i.h)) {}

  Number loss(const Number& at, const Number& label) const {
    return loss_value<Number>(LinearModelLoss::logistic, at, label);
  }
  /// e⁻ˢʸ/(1 + e⁻ˢʸ).
  Number share() const {
    const Number e = exponential();
    return e / (1 + e);
  }
  Number exponential() const {
    using std::exp;
    return exp(-(s * y));
  }
  /// L(s + h, y) − L(s, y) − h · derivative.
  Number remainder(const Number& derivative) const { return loss(s + h, y) - loss(s, y) - h * derivative; }
  Number bound() const { return frac(1, 8) * square(y * h); }

  Number s, y, h;
};

void is_derivative(const Run& r, const Number& derivative, Claims& claims) {
  claims.at_most("0 ≤ L(s + h, y) − L(s, y) − hL′", 0, r.remainder(derivative));
  claims.at_most("L(s + h, y) − L(s, y) − hL′ ≤ y²h²/8", r.remainder(derivative), r.bound());
}

void right(const Run& r, Claims& claims) {
  is_derivative(r, -(r.y * r.share()), claims);
  claims.equal("∂ℓ/∂s = −y e⁻ˢʸ/(1 + e⁻ˢʸ)", loss_derivative<Number>(LinearModelLoss::logistic, r.s, r.y),
               -(r.y * r.share()));
}
/// |∂³L/∂s³| ≤ |y|³/(6√3), and 18√3 > 31.
void central(const Run& r, Claims& claims) {
  const Number remainder = r.loss(r.s + r.h, r.y) - r.loss(r.s - r.h, r.y) + 2 * r.h * r.y * r.share();
  claims.at_most("|L(s + h, y) − L(s − h, y) − 2hL′| ≤ |yh|³/31", magnitude(remainder),
                 frac(1, 31) * magnitude(r.y * r.h * square(r.y * r.h)));
}
void printed(const Run& r, Claims& claims) { is_derivative(r, -(r.s * r.share()), claims); }
void in_label(const Run& r, Claims& claims) {
  const Number remainder = r.loss(r.s, r.y + r.h) - r.loss(r.s, r.y) + r.h * r.s * r.share();
  claims.at_most("0 ≤ L(s, y + h) − L(s, y) − h · printed", 0, remainder);
  claims.at_most("L(s, y + h) − L(s, y) − h · printed ≤ s²h²/8", remainder, frac(1, 8) * square(r.s * r.h));
}
void near_bound(const Run& r, Claims& claims) {
  claims.at_most("99/100 · y²h²/8 ≤ L(s + h, y) − L(s, y) − hL′", frac(99, 100) * r.bound(),
                 r.remainder(-(r.y * r.share())));
}

template <class Wrong>
Form<LossInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) { is_derivative(r, wrong(r), claims); });
}

FalseLine<LossInstance> argument() {
  return {
      .words = {.key = "argument",
                .place = "14.2.2, the display after (14.13)",
                .printed = "L′(s, y) = −s e⁻ˢʸ/(1 + e⁻ˢʸ)",
                .corrected = "L′(s, y) = −y e⁻ˢʸ/(1 + e⁻ˢʸ)",
                .remark = "The text defines ′ two lines before as the derivative in the first variable. What is "
                          "printed is the derivative in the second argument, the label, which (14.13) has no use for.",
                .by_hand = "s = 0, y = 1: the derivative of log(1 + e^−s) is −½, the printed form 0",
                .weight = Weight::statement,
                .survives = "(14.13) with −y in place of −s",
                .of_statement = true},
      .printed = form<Run>(printed),
      .counterexample = {0, 1, 1},
      .corrected = {form<Run>(central)}};
}

Forms<LossInstance> planted() {
  return {with("sign: +y", [](const Run& r) { return r.y * r.share(); }),
          with("factor: half", [](const Run& r) { return -(frac(1, 2) * r.y * r.share()); }),
          with("exponent: e⁺ˢʸ", [](const Run& r) { return -(r.y * (1 - r.share())); }),
          with("lost denominator", [](const Run& r) { return -(r.y * r.exponential()); }),
          with("missing y", [](const Run& r) { return -r.share(); })};
}

}  // namespace

Lines<LossInstance> lines() {
  return {.errata = {argument()}, .planted = planted(), .separating = {{0.25, 0.125, 0.0625}}};
}

Form<LossInstance> conclusion() { return form<Run>("corrected", right); }
Form<LossInstance> derivative_in_second_argument() {
  return form<Run>("printed is ∂L/∂y", in_label).where([](const LossInstance& i) { return i.s != 0; });
}
Form<LossInstance> nearly_attained() { return form<Run>("nearly attained", near_bound); }

}  // namespace verigrad::logistic_loss_derivative
