#include "verigrad/theorem/regression/logistic_loss_derivative.hpp"

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/linear_model_loss.hpp"

namespace verigrad::logistic_loss_derivative {

const Statement& statement() {
  static const Statement result{
      .id = "mfds/14.14",
      .stem = "logistic_loss_derivative",
      .title = "Derivative of the logistic loss",
      .source = "Mathematical Foundations of Data Sciences, 14.2.2, the display after (14.13)",
      .text =
          "L(s, y) = log(1 + exp(−sy)), L′(s, y) = −s e⁻ˢʸ/(1 + e⁻ˢʸ), ′ being the derivative in the first argument",
      .hypotheses = {{"label", "y ∈ {−1, 1} (𝒴 of (14.10), for classification): any y ∈ ℝ will do"},
                     {"score", "s ∈ ℝ, all of it: nothing could be left out"}},
      .steps = {},
      .errata = {{.key = "argument",
                  .place = "14.2.2, the display after (14.13)",
                  .printed = "L′(s, y) = −s e⁻ˢʸ/(1 + e⁻ˢʸ)",
                  .corrected = "L′(s, y) = −y e⁻ˢʸ/(1 + e⁻ˢʸ)",
                  .remark = "the text defines ′ two lines before as the derivative in the first variable. At s = 0, "
                            "y = 1 it is −½, the printed form 0. What is printed is the derivative in the second "
                            "argument, the label, which (14.13) has no use for"}}};
  return result;
}

std::string LossInstance::describe() const { return fmt::format("s = {}, y = {}, h = {}", s, y, h); }

bool hypotheses_hold(const LossInstance& i) { return i.y != 0 && i.h != 0; }

namespace {

template <class T>
struct Run {
  using Instance = LossInstance;
  explicit Run(const LossInstance& i) : s(exact<T>(i.s)), y(exact<T>(i.y)), h(exact<T>(i.h)) {}

  T loss(const T& at, const T& label) const { return loss_value<T>(LinearModelLoss::logistic, at, label); }
  /// e⁻ˢʸ/(1 + e⁻ˢʸ).
  T share() const {
    const T e = exponential();
    return e / (T(1) + e);
  }
  T exponential() const {
    using std::exp;
    return exp(T(-(s * y)));
  }
  /// L(s + h, y) − L(s, y) − h · derivative.
  T remainder(const T& derivative) const { return loss(s + h, y) - loss(s, y) - h * derivative; }
  T bound() const { return frac<T>(1, 8) * square(T(y * h)); }

  T s, y, h;
};

template <class T>
void is_derivative(const Run<T>& r, const T& derivative, Claims<T>& claims) {
  claims.at_most("0 ≤ L(s + h, y) − L(s, y) − hL′", T(0), r.remainder(derivative));
  claims.at_most("L(s + h, y) − L(s, y) − hL′ ≤ y²h²/8", r.remainder(derivative), r.bound());
}

constexpr auto right = []<class T>(const Run<T>& r, Claims<T>& claims) {
  is_derivative<T>(r, -(r.y * r.share()), claims);
  claims.equal("∂ℓ/∂s = −y e⁻ˢʸ/(1 + e⁻ˢʸ)", loss_derivative<T>(LinearModelLoss::logistic, r.s, r.y),
               -(r.y * r.share()));
};
/// |∂³L/∂s³| ≤ |y|³/(6√3), and 18√3 > 31.
constexpr auto central = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T remainder = r.loss(r.s + r.h, r.y) - r.loss(r.s - r.h, r.y) + T(2) * r.h * r.y * r.share();
  claims.at_most("|L(s + h, y) − L(s − h, y) − 2hL′| ≤ |yh|³/31", magnitude<T>(remainder),
                 frac<T>(1, 31) * magnitude<T>(r.y * r.h * square(T(r.y * r.h))));
};
constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  is_derivative<T>(r, -(r.s * r.share()), claims);
};
constexpr auto in_label = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T remainder = r.loss(r.s, r.y + r.h) - r.loss(r.s, r.y) + r.h * r.s * r.share();
  claims.at_most("0 ≤ L(s, y + h) − L(s, y) − h · printed", T(0), remainder);
  claims.at_most("L(s, y + h) − L(s, y) − h · printed ≤ s²h²/8", remainder, frac<T>(1, 8) * square(T(r.s * r.h)));
};
constexpr auto near_bound = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("99/100 · y²h²/8 ≤ L(s + h, y) − L(s, y) − hL′", frac<T>(99, 100) * r.bound(),
                 r.remainder(-(r.y * r.share())));
};

template <class Wrong>
Form<LossInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key,
                   [wrong]<class T>(const Run<T>& r, Claims<T>& claims) { is_derivative<T>(r, T(wrong(r)), claims); });
}

}  // namespace

Form<LossInstance> conclusion() { return form<Run>("corrected", right); }
Form<LossInstance> derivative_in_second_argument() {
  return form<Run>("printed is ∂L/∂y", in_label).where([](const LossInstance& i) { return i.s != 0; });
}
Form<LossInstance> nearly_attained() { return form<Run>("nearly attained", near_bound); }
Forms<LossInstance> errata() { return {form<Run>("argument", printed)}; }
Forms<LossInstance> corrected() { return {form<Run>("argument", central)}; }

Forms<LossInstance> planted() {
  return {with("sign: +y", []<class T>(const Run<T>& r) { return T(r.y * r.share()); }),
          with("factor: half", []<class T>(const Run<T>& r) { return T(-(frac<T>(1, 2) * r.y * r.share())); }),
          with("exponent: e⁺ˢʸ", []<class T>(const Run<T>& r) { return T(-(r.y * (T(1) - r.share()))); }),
          with("lost denominator", []<class T>(const Run<T>& r) { return T(-(r.y * r.exponential())); }),
          with("missing y", []<class T>(const Run<T>& r) { return T(-r.share()); })};
}

}  // namespace verigrad::logistic_loss_derivative
