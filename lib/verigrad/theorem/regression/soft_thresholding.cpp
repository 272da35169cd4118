#include "verigrad/theorem/regression/soft_thresholding.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/soft_thresholding.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/lasso.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::soft_thresholding {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/46",
       .stem = "soft_thresholding",
       .title = "Soft thresholding is a proximal map",
       .source = "Mathematical Foundations of Data Sciences, Proposition 46",
       .text = "argmin ½‖x − y‖² + λ‖x₁‖ = S_λ(x), S_λ(x) = (sign(xₖ) max(|xₖ| − λ, 0))ₖ",
       .code = {"algorithm/soft_thresholding.hpp: soft_threshold"},
       .hypotheses = {{"λ ≥ 0", "the regularisation parameter is not negative, (14.1)"}},
       .formal = {.theorems = {"conclusion_gap", "conclusion"}, .corrected = "S_λ(y) for the printed S_λ(x)"}},
      lines());
  return result;
}

std::string ProximalInstance::describe() const {
  return fmt::format("y = {}, λ = {}, x = {}", in_words(y), lambda, in_words(x));
}

bool hypotheses_hold(const ProximalInstance& instance) {
  return instance.lambda >= 0 && instance.x.size() == instance.y.size();
}

namespace {

Number sign(const Number& r) { return select<Number>(r, select<Number>(-r, 0, 1), -1); }

/// The printed form, which is defined for λ < 0 too.
Vector<Number> printed_soft_threshold(const Vector<Number>& y, const Number& lambda) {
  return y.unaryExpr([&](const Number& r) { return sign(r) * larger<Number>(magnitude(r) - lambda, 0); });
}

struct Run {
  using Instance = ProximalInstance;
  explicit Run(const ProximalInstance& i)
      : y(exact(i.y)), x(exact(i.x)), lambda(exact(i.lambda)), s(printed_soft_threshold(y, lambda)) {}

  Number value(const Vector<Number>& at) const {
    return frac(1, 2) * squared_norm(at - y) + lambda * one_norm<Number>(at);
  }
  Number value(const Number& at, Eigen::Index k) const {
    return frac(1, 2) * square(at - y[k]) + lambda * magnitude(at);
  }

  Vector<Number> y, x;
  Number lambda;
  Vector<Number> s;
};

void minimises(const Run& r, const Vector<Number>& s, Claims& claims) {
  claims.at_most("F(S) + ½‖x − S‖² ≤ F(x)", r.value(s) + frac(1, 2) * squared_norm(r.x - s), r.value(r.x));
  for (Eigen::Index k = 0; k < s.size(); ++k)
    claims.at_most("|yₖ − Sₖ| ≤ λ", magnitude(r.y[k] - s[k]), r.lambda, int(k));
  claims.equal("⟨y − S, S⟩ = λ‖S‖₁", dot(r.y - s, s), r.lambda * one_norm<Number>(s));
}

void printed(const Run& r, Claims& claims) {
  minimises(r, r.s, claims);
  claims.equal("max(yₖ − λ, 0) + min(yₖ + λ, 0) = Sₖ", soft_threshold<Number>(r.y, r.lambda), r.s);
}

void equality(const Run& r, Claims& claims) {
  claims.equal("F(S) + ½‖x − S‖² = F(x)", r.value(r.s) + frac(1, 2) * squared_norm(r.x - r.s), r.value(r.x));
}

void separable(const Run& r, Claims& claims) {
  Number sum(0);
  for (Eigen::Index k = 0; k < r.x.size(); ++k) sum += r.value(r.x[k], k);
  claims.equal("F(x) = Σₖ ½(xₖ − yₖ)² + λ|xₖ|", r.value(r.x), sum);
}

/// F is a parabola on x > 0, so that its central difference with any step that stays there is its derivative.
void derivative(const Run& r, Claims& claims) {
  for (Eigen::Index k = 0; k < r.x.size(); ++k) {
    const Number at = magnitude(r.x[k]) + 1;
    const Number step = frac(1, 2) * at;
    claims.equal("(F(x + h) − F(x − h))/(2h) = x − y + λ", (r.value(at + step, k) - r.value(at - step, k)) / (2 * step),
                 at - r.y[k] + r.lambda, int(k));
  }
}

/// F at `minimum` + ½(x − minimum)² ≤ F(x), for the data |yₖ| that the proof assumes.
void shrunk(const Run& r, Claims& claims) {
  for (Eigen::Index k = 0; k < r.x.size(); ++k) {
    const Number minimum = r.y[k] - r.lambda;
    claims.at_most("F(y − λ) + ½(x − y + λ)² ≤ F(x)", r.value(minimum, k) + frac(1, 2) * square(r.x[k] - minimum),
                   r.value(r.x[k], k), int(k));
  }
}

void stays_zero(const Run& r, Claims& claims) {
  for (Eigen::Index k = 0; k < r.x.size(); ++k)
    claims.at_most("F(0) + ½x² ≤ F(x)", r.value(0, k) + frac(1, 2) * square(r.x[k]), r.value(r.x[k], k), int(k));
}

void symmetric(const Run& r, Claims& claims) {
  claims.equal("S_λ(−y) = −S_λ(y)", soft_threshold<Number>(-r.y, r.lambda), Vector<Number>(-r.s));
}

/// F(−x) = F(x), and its minimiser is 0 for λ > y.
void symmetric_in_x(const Run& r, Claims& claims) {
  claims.equal("F(−x) = F(x)", r.value(Vector<Number>(-r.x)), r.value(r.x));
  stays_zero(r, claims);
}

void of_itself(const Run& r, Claims& claims) {
  const Vector<Number> minimiser = soft_threshold<Number>(r.y, r.lambda);
  claims.equal("x = S_λ(x) for x = argmin", minimiser, printed_soft_threshold(minimiser, r.lambda));
}

/// The data are x + λ sign(x), and any in [−λ, λ] where x is 0.
void of_its_data(const Run& r, Claims& claims) {
  Vector<Number> data = r.x;
  for (Eigen::Index k = 0; k < data.size(); ++k) {
    const Number s = sign(r.x[k]);
    data[k] += s * r.lambda + (1 - square(s)) * clamp<Number>(r.y[k], r.lambda);
  }
  claims.equal("x = S_λ(y) for y ∈ x + λ∂‖x‖₁", r.x, printed_soft_threshold(data, r.lambda));
}

template <class Wrong>
Form<ProximalInstance> with(const char* key, Wrong wrong) {
  return form<Run>(key, [wrong](const Run& r, Claims& claims) {
    minimises(r, r.y.unaryExpr([&](const Number& y) { return Number(wrong(y, r.lambda)); }), claims);
  });
}

bool every_y(const ProximalInstance& i, bool (*condition)(double y, double lambda)) {
  for (const double y : i.y)
    if (!condition(y, i.lambda)) return false;
  return true;
}

std::vector<Step<ProximalInstance>> steps() {
  return {{"separable", "½‖x − y‖² + λ‖x‖₁ = Σₖ ½(xₖ − yₖ)² + λ|xₖ|", form<Run>(separable)},
          {"derivative", "for x > 0, F′(x) = x − y + λ", form<Run>(derivative)},
          {"λ ≤ y", "for 0 ≤ λ ≤ y the minimum is at x = y − λ", form<Run>(shrunk).where([](const ProximalInstance& i) {
             return every_y(i, [](double y, double lambda) { return lambda <= y; });
           })},
          {"λ > y", "for λ > y ≥ 0 it is at 0", form<Run>(stays_zero).where([](const ProximalInstance& i) {
             return every_y(i, [](double y, double lambda) { return y >= 0 && lambda > y; });
           })}};
}

FalseLine<ProximalInstance> argument_of_s() {
  return {
      .words = {.key = "argument of S",
                .place = "Proposition 46",
                .printed = "argmin_x ½‖x − y‖² + λ‖x₁‖ = S_λ(x)",
                .corrected = "S_λ(y)",
                .remark =
                    "x is the variable that is minimised over: the printed right side is not determined by y. The "
                    "proof ends at y − λ, and (14.7) applies the proposition with S at the data. ‖x₁‖ stands for ‖x‖₁.",
                .weight = Weight::notation,
                .of_statement = true},
      .printed = form<Run>(of_itself),
      .counterexample = {at(2), 1, at(0)},
      .corrected = {form<Run>(of_its_data)}};
}

FalseLine<ProximalInstance> symmetry() {
  return {.words =
              {.key = "symmetry",
               .place = "Proposition 46, proof, last two sentences",
               .printed =
                   "The minimum … stays at 0 for all λ > y. The problem is symmetric with respect to the switch x ↦ −x",
               .corrected = "it stays at 0 for λ > y ≥ 0; the problem is symmetric with respect to the switch (x, y) ↦ "
                            "(−x, −y), by which y < 0 is reduced to y > 0",
               .remark = "x ↦ −x alone would put every minimiser at 0.",
               .by_hand = "y = −3, λ = 1: λ > y, and the minimum is at −2; and F(x) = ½(x + 3)² + |x| has F(−2) = 5/2, "
                          "F(2) = 29/2",
               .weight = Weight::line},
          .printed = form<Run>(symmetric_in_x),
          .counterexample = {at(-3), 1, at(-2)},
          .corrected = {form<Run>(symmetric).of_code()}};
}

Forms<ProximalInstance> planted() {
  return {
      with("sign: |y| + λ", [](const Number& y, const Number& l) { return y + sign(y) * l; }),
      with("factor: threshold λ/2",
           [](const Number& y, const Number& l) { return soft_threshold<Number>(y, frac(1, 2) * l); }),
      with("hard threshold", [](const Number& y, const Number& l) { return select<Number>(l - magnitude(y), 0, y); }),
      with("lost sign", [](const Number& y, const Number& l) { return larger<Number>(magnitude(y) - l, 0); }),
      with("missing max: y − λ sign(y)", [](const Number& y, const Number& l) { return y - sign(y) * l; }),
      with("clamp, the other part of y", [](const Number& y, const Number& l) { return clamp<Number>(y, l); })};
}

/// One entry below the threshold, one beyond it.
ProximalInstance both_sides() { return {vector({0.25, -0.75}), 0.5, vector({0, 0})}; }

}  // namespace

Lines<ProximalInstance> lines() {
  return {
      .steps = steps(), .errata = {argument_of_s(), symmetry()}, .planted = planted(), .separating = {both_sides()}};
}

Form<ProximalInstance> conclusion() { return form<Run>("S at the data y", printed); }
Form<ProximalInstance> attained() { return form<Run>("attained", equality); }

}  // namespace verigrad::soft_thresholding
