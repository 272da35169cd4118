#include "verigrad/theorem/network/cross_entropy_gradient.hpp"

#include <cmath>

#include "verigrad/claim/shape.hpp"
#include "verigrad/network/softmax.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad::cross_entropy_gradient {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/3.1",
      .stem = "cross_entropy_gradient",
      .title = "Gradient of the categorical cross-entropy",
      .source = "MathDNN, Proposition 3.1",
      .text = "ξ(·, y*) ∈ 𝒟(]0, 1[ᵐ, ℝ) and ∇_{ξ(·,y*)}(y) = −[y*₁/y₁ … y*_m/y_m], ξ(y, y*) = −Σ y*ₖ log yₖ",
      .hypotheses = {{"domain", "y ∈ ]0, 1[ᵐ"}, {"label", "y* ∈ {0, 1}ᵐ"}},
      .steps = {{"partial derivative", "∂ξ(·, y*)/∂eⱼ (y) = −y*ⱼ/yⱼ"}},
      .errata = {{.key = "codomain",
                  .place = "Proposition 3.1",
                  .printed = "∇_{ξ(·,y*)} : ]0, 1[ᵐ → ℝ",
                  .corrected = "∇_{ξ(·,y*)} : ]0, 1[ᵐ → ℝᵐ",
                  .remark = "by Definition 1.2 the gradient of a function of m variables is 1 × m; the displayed value "
                            "is"}}};
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

Number change(const LayerData& r, const Vector<Number>& h) {
  return cross_entropy<Number>(r.x + h, r.y_star) - cross_entropy<Number>(r.x, r.y_star);
}

void claim_gradient(const LayerData& r, const Vector<Number>& gradient, Claims& claims) {
  Number linear(0), bound(0);
  for (Eigen::Index k = 0; k < r.x.size(); ++k) {
    linear += gradient[k] * r.h[k];
    bound += Number(r.y_star[k]) * square(Number(r.h[k] / r.x[k]));
  }
  const Number rest = change(r, r.h) - linear;
  claims.at_most("⟨∇ξ(y), h⟩ ≤ ξ(y + h) − ξ(y)", 0, rest);
  claims.at_most("ξ(y + h) − ξ(y) − ⟨∇ξ(y), h⟩ ≤ Σ y*ₖ(hₖ/yₖ)²", rest, bound);
}

void as_printed(const LayerData& r, Claims& claims) {
  claim_gradient(r, cross_entropy_derivative(r.x, r.y_star), claims);
}

void partial(const LayerData& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<Number> h = Vector<Number>::Constant(r.x.size(), 0);
    h[j] = r.h[j];
    const Number quotient = change(r, h) / r.h[j];
    const Number printed = Number(-r.y_star[j]) / r.x[j];
    if (r.y_star[j] == 0) {
      claims.equal("(ξ(y + hⱼeⱼ) − ξ(y))/hⱼ = 0 for y*ⱼ = 0", quotient, printed, int(j));
      continue;
    }
    const Number bound = Number(r.y_star[j]) * magnitude<Number>(r.h[j]) / square(r.x[j]);
    claims.at_most("(ξ(y + hⱼeⱼ) − ξ(y))/hⱼ + y*ⱼ/yⱼ ≤ y*ⱼ|hⱼ|/yⱼ²", quotient - printed, bound, int(j));
    claims.at_most("−y*ⱼ|hⱼ|/yⱼ² ≤ (ξ(y + hⱼeⱼ) − ξ(y))/hⱼ + y*ⱼ/yⱼ", -bound, quotient - printed, int(j));
  }
}

void one_number(const LayerData& r, Claims& claims) {
  claims.equal("entries of ∇ξ = 1", int(cross_entropy_derivative(r.x, r.y_star).size()), 1);
}
void one_an_input(const LayerData& r, Claims& claims) {
  claims.equal("entries of ∇ξ = m", int(cross_entropy_derivative(r.x, r.y_star).size()), int(r.x.size()));
}

template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerData>(key, [entry](const LayerData& r, Claims& claims) {
    Vector<Number> gradient(r.x.size());
    for (Eigen::Index k = 0; k < r.x.size(); ++k) gradient[k] = Number(entry(r.x[k], Number(r.y_star[k])));
    claim_gradient(r, gradient, claims);
  });
}

}  // namespace

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Forms<LayerInstance> steps() { return {form<LayerData>("partial derivative", partial)}; }
Forms<LayerInstance> errata() { return {form<LayerData>("codomain", one_number)}; }
Forms<LayerInstance> corrected() { return {form<LayerData>("codomain", one_an_input)}; }

Forms<LayerInstance> planted() {
  return {wrong("sign: y*ₖ/yₖ", [](const Number& y, const Number& label) { return label / y; }),
          wrong("factor: −2y*ₖ/yₖ", [](const Number& y, const Number& label) { return Number(-2) * label / y; }),
          wrong("power: −y*ₖ/yₖ²", [](const Number& y, const Number& label) { return -label / square(y); }),
          wrong("label 0 for 1: −(1 − y*ₖ)/yₖ", [](const Number& y, const Number& label) { return (label - 1) / y; }),
          wrong("extra term: −y*ₖ/yₖ + (1 − y*ₖ)/(1 − yₖ), of the binary cross-entropy",
                [](const Number& y, const Number& label) { return (1 - label) / (1 - y) - label / y; }),
          wrong("softmax forgotten: yₖ − y*ₖ", [](const Number& y, const Number& label) { return y - label; })};
}

}  // namespace verigrad::cross_entropy_gradient
