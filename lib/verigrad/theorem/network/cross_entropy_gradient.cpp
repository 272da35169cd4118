#include "verigrad/theorem/network/cross_entropy_gradient.hpp"

#include <cmath>

#include "verigrad/claim/shape.hpp"
#include "verigrad/network/softmax.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::cross_entropy_gradient {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/3.1",
       .stem = "cross_entropy_gradient",
       .title = "Gradient of the categorical cross-entropy",
       .source = "MathDNN, Proposition 3.1",
       .text = "ξ(·, y*) ∈ 𝒟(]0, 1[ᵐ, ℝ) and ∇_{ξ(·,y*)}(y) = −[y*₁/y₁ … y*_m/y_m], ξ(y, y*) = −Σ y*ₖ log yₖ",
       .code = {"network/softmax.hpp: cross_entropy", "network/softmax.hpp: cross_entropy_derivative"},
       .hypotheses = {{"domain", "y ∈ ]0, 1[ᵐ"}, {"label", "y* ∈ {0, 1}ᵐ"}},
       .formal = {.theorems = {"conclusion"}, .corrected = "a gradient in ℝᵐ, for the printed ℝ"}},
      lines());
  return result;
}

bool hypotheses_hold(const LayerInstance& instance) {
  for (Eigen::Index k = 0; k < instance.x.size(); ++k)
    if (!(instance.x[k] > 0) || instance.y_star[k] < 0 || instance.h[k] == 0 ||
        2 * std::abs(instance.h[k]) > instance.x[k])
      return false;
  return true;
}

namespace {

Number change(const LayerRun& r, const Vector<Number>& h) {
  return cross_entropy<Number>(r.x + h, r.y_star) - cross_entropy<Number>(r.x, r.y_star);
}

void claim_gradient(const LayerRun& r, const Vector<Number>& gradient, Claims& claims) {
  Number linear(0), bound(0);
  for (Eigen::Index k = 0; k < r.x.size(); ++k) {
    linear += gradient[k] * r.h[k];
    bound += r.y_star[k] * square(r.h[k] / r.x[k]);
  }
  const Number rest = change(r, r.h) - linear;
  claims.at_most("⟨∇ξ(y), h⟩ ≤ ξ(y + h) − ξ(y)", 0, rest);
  claims.at_most("ξ(y + h) − ξ(y) − ⟨∇ξ(y), h⟩ ≤ Σ y*ₖ(hₖ/yₖ)²", rest, bound);
}

void as_printed(const LayerRun& r, Claims& claims) {
  claim_gradient(r, cross_entropy_derivative(r.x, r.y_star), claims);
}

void partial(const LayerRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<Number> h = Vector<Number>::Zero(r.x.size());
    h[j] = r.h[j];
    const Number quotient = change(r, h) / r.h[j];
    const Number printed = -r.y_star[j] / r.x[j];
    if (r.y_star[j] == 0) {
      claims.equal("(ξ(y + hⱼeⱼ) − ξ(y))/hⱼ = 0 for y*ⱼ = 0", quotient, printed, int(j));
      continue;
    }
    const Number bound = r.y_star[j] * magnitude(r.h[j]) / square(r.x[j]);
    claims.at_most("(ξ(y + hⱼeⱼ) − ξ(y))/hⱼ + y*ⱼ/yⱼ ≤ y*ⱼ|hⱼ|/yⱼ²", quotient - printed, bound, int(j));
    claims.at_most("−y*ⱼ|hⱼ|/yⱼ² ≤ (ξ(y + hⱼeⱼ) − ξ(y))/hⱼ + y*ⱼ/yⱼ", -bound, quotient - printed, int(j));
  }
}

void one_number(const LayerRun& r, Claims& claims) {
  claims.equal("entries of ∇ξ = 1", int(cross_entropy_derivative(r.x, r.y_star).size()), 1);
}
void one_an_input(const LayerRun& r, Claims& claims) {
  claims.equal("entries of ∇ξ = m", int(cross_entropy_derivative(r.x, r.y_star).size()), int(r.x.size()));
}

template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerRun>(key, [entry](const LayerRun& r, Claims& claims) {
    Vector<Number> gradient(r.x.size());
    for (Eigen::Index k = 0; k < r.x.size(); ++k) gradient[k] = entry(r.x[k], r.y_star[k]);
    claim_gradient(r, gradient, claims);
  });
}

LayerInstance two_classes() {
  return {.x = vector({0.5, 0.5}), .h = vector({0.5, 0.5}), .y_star = Vector<int>::Ones(2)};
}

FalseLine<LayerInstance> codomain() {
  return {.words = {.key = "codomain",
                    .place = "Proposition 3.1",
                    .printed = "∇_{ξ(·,y*)} : ]0, 1[ᵐ → ℝ",
                    .corrected = "∇_{ξ(·,y*)} : ]0, 1[ᵐ → ℝᵐ",
                    .remark =
                        "By Definition 1.2 the gradient of a function of m variables is 1 × m; the displayed value is.",
                    .weight = Weight::notation,
                    .of_statement = true},
          .printed = form<LayerRun>(one_number),
          .counterexample = two_classes(),
          .corrected = {form<LayerRun>(one_an_input).of_code()}};
}

Forms<LayerInstance> planted() {
  return {wrong("sign: y*ₖ/yₖ", [](const Number& y, const Number& label) { return label / y; }),
          wrong("factor: −2y*ₖ/yₖ", [](const Number& y, const Number& label) { return -2 * label / y; }),
          wrong("power: −y*ₖ/yₖ²", [](const Number& y, const Number& label) { return -label / square(y); }),
          wrong("label 0 for 1: −(1 − y*ₖ)/yₖ", [](const Number& y, const Number& label) { return (label - 1) / y; }),
          wrong("extra term: −y*ₖ/yₖ + (1 − y*ₖ)/(1 − yₖ), of the binary cross-entropy",
                [](const Number& y, const Number& label) { return (1 - label) / (1 - y) - label / y; }),
          wrong("softmax forgotten: yₖ − y*ₖ", [](const Number& y, const Number& label) { return y - label; })};
}

/// y = (2⁻⁸, 2⁻⁸), unequally displaced.
LayerInstance near_zero() {
  return {.x = vector({0x1p-8, 0x1p-8}),
          .h = vector({-0x1p-9, -0x1p-12}),
          .y_star = Vector<int>::Unit(2, 1),
          .exact = false};
}

}  // namespace

Lines<LayerInstance> lines() {
  return {.steps = {{"partial derivative", "∂ξ(·, y*)/∂eⱼ (y) = −y*ⱼ/yⱼ", form<LayerRun>(partial)}},
          .errata = {codomain()},
          .planted = planted(),
          .separating = {near_zero()}};
}

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed); }

}  // namespace verigrad::cross_entropy_gradient
