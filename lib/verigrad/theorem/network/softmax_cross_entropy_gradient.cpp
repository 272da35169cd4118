#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/softmax_run.hpp"

namespace verigrad::softmax_cross_entropy_gradient {

const Statement& statement() {
  static const Statement result = with_lines({.id = "mathdnn/5.3",
                                              .stem = "softmax_cross_entropy_gradient",
                                              .title = "Softmax with cross-entropy",
                                              .source = "MathDNN, Proposition 5.3",
                                              .text = "ξ(·, y*) ∘ 𝒮 ∈ 𝒟(ℝᵐ, ℝ) and ∇_{ξ(·,y*)∘𝒮}(z) = 𝒮(z) − y*",
                                              .code = {"network/softmax.hpp: softmax_cross_entropy",
                                                       "network/softmax.hpp: softmax_cross_entropy_gradient_into"},
                                              .hypotheses = {{"label", "y* ∈ {0, 1}ᵐ"}, {"one-hot", "‖y*‖ = 1"}},
                                              .formal = {.theorems = {"conclusion_of_sum_one", "conclusion"},
                                                         .corrected = "a gradient in ℝᵐ, for the printed ℝ"}},
                                             lines());
  return result;
}

namespace {

bool is_one_hot(const Vector<int>& y) { return y.size() > 0 && y.minCoeff() >= 0 && y.sum() == 1; }

Eigen::Index label_of(const LayerRun& r) {
  Eigen::Index label = 0;
  r.y_star.maxCoeff(&label);
  return label;
}

Vector<Number> shipped(const LayerRun& r) {
  Vector<Number> result(r.x.size());
  softmax_cross_entropy_gradient_into(r.x, label_of(r), result);
  return result;
}

void claim_gradient(const LayerRun& r, const Vector<Number>& gradient, Claims& claims) {
  const Vector<Number> moved = r.x + r.h;
  const Number rest =
      softmax_cross_entropy(moved, label_of(r)) - softmax_cross_entropy(r.x, label_of(r)) - dot(gradient, r.h);
  claims.at_most("⟨g, h⟩ ≤ ξ(𝒮(z + h)) − ξ(𝒮(z))", 0, rest);
  claims.at_most("ξ(𝒮(z + h)) − ξ(𝒮(z)) − ⟨g, h⟩ ≤ (max h − min h)²/8", rest, square(spread(r.h)) / 8);
}

void as_printed(const LayerRun& r, Claims& claims) { claim_gradient(r, shipped(r), claims); }

/// ∇_ξ(s) ∗ 𝒥_𝒮.
Vector<Number> by_chain_rule(const Vector<Number>& s, const Matrix<Number>& jacobian, const Vector<int>& y_star) {
  return product(jacobian.transpose(), cross_entropy_derivative(s, y_star));
}

void both_ways(const LayerRun& r, Claims& claims) {
  const Vector<Number> s = softmax(r.x);
  claims.equal("fused loss = ξ(𝒮(z), y*)", softmax_cross_entropy(r.x, label_of(r)), cross_entropy(s, r.y_star));
  claims.equal("fused gradient = ∇_ξ(𝒮(z)) ∗ 𝒥_𝒮(z)", shipped(r), by_chain_rule(s, jacobian::softmax(s), r.y_star));
}

Vector<Number> sum_of_labels(const SoftmaxRun& r) {
  Vector<Number> result(r.m);
  for (int j = 0; j < r.m; ++j) {
    Number sum(0);
    for (int k = 0; k < r.m; ++k) sum += r.y_star[k] * r.s[j];
    result[j] = sum - r.y_star[j];
  }
  return result;
}
Vector<Number> printed(const SoftmaxRun& r) {
  Vector<Number> result(r.m);
  for (int j = 0; j < r.m; ++j) result[j] = r.s[j] - r.y_star[j];
  return result;
}

void chain_rule(const SoftmaxRun& r, Claims& claims) {
  claims.equal("(∇_ξ ∗ 𝒥_𝒮)ⱼ = −y*ⱼ + Σₖ y*ₖ 𝒮ⱼ", by_chain_rule(r.s, r.jacobian, r.y_star), sum_of_labels(r));
}
void one_hot(const SoftmaxRun& r, Claims& claims) {
  claims.equal("−y*ⱼ + Σₖ y*ₖ 𝒮ⱼ = 𝒮ⱼ − y*ⱼ", sum_of_labels(r), printed(r));
}
void whole(const SoftmaxRun& r, Claims& claims) {
  claims.equal("∇_ξ ∗ 𝒥_𝒮 = 𝒮 − y*", by_chain_rule(r.s, r.jacobian, r.y_star), printed(r));
}

void one_number(const SoftmaxRun& r, Claims& claims) {
  claims.equal("entries of the gradient = 1", int(by_chain_rule(r.s, r.jacobian, r.y_star).size()), 1);
}
void one_an_input(const SoftmaxRun& r, Claims& claims) {
  claims.equal("entries of the gradient = m", int(by_chain_rule(r.s, r.jacobian, r.y_star).size()), r.m);
}

/// gⱼ = entry(𝒮ⱼ, y*ⱼ).
template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerRun>(key, [entry](const LayerRun& r, Claims& claims) {
    const Vector<Number> s = softmax(r.x);
    Vector<Number> gradient(s.size());
    for (Eigen::Index j = 0; j < s.size(); ++j) gradient[j] = entry(s[j], r.y_star[j]);
    claim_gradient(r, gradient, claims);
  });
}

std::vector<Step<LayerInstance>> steps() {
  return {{"chain rule", "∂(ξ∘𝒮)/∂eⱼ (z) = (∇_ξ(𝒮(z)) ∗ 𝒥_𝒮(z))ⱼ = −y*ⱼ + Σₖ y*ₖ 𝒮ⱼ(z), by (6) and (7)",
           form<SoftmaxRun>(chain_rule).of_code()},
          {"one-hot", "… = 𝒮ⱼ(z) − y*ⱼ", form<SoftmaxRun>(one_hot)}};
}

LayerInstance two_classes() {
  return {.x = vector({1, 1}), .h = vector({0, 0}), .y_star = Vector<int>::Unit(2, 0), .x_is_exponential = true};
}

FalseLine<LayerInstance> codomain() {
  return {.words = {.key = "codomain",
                    .place = "Proposition 5.3",
                    .printed = "∇_{ξ(·,y*)∘𝒮} : ℝᵐ → ℝ",
                    .corrected = "∇_{ξ(·,y*)∘𝒮} : ℝᵐ → ℝᵐ",
                    .remark = "By Definition 1.2 the gradient of a function of m variables is 1 × m; 𝒮(z) − y* is.",
                    .weight = Weight::notation,
                    .same_as = "mathdnn/3.1: codomain",
                    .of_statement = true},
          .printed = form<SoftmaxRun>(one_number),
          .counterexample = two_classes(),
          .corrected = {form<SoftmaxRun>(one_an_input).of_code()}};
}

Forms<LayerInstance> planted() {
  return {
      wrong("sign: y* − 𝒮(z)", [](const Number& s, const Number& label) { return label - s; }),
      wrong("sum: 𝒮(z) + y*", [](const Number& s, const Number& label) { return s + label; }),
      wrong("factor: 2(𝒮(z) − y*)", [](const Number& s, const Number& label) { return 2 * (s - label); }),
      wrong("missing label: 𝒮(z)", [](const Number& s, const Number&) { return s; }),
      wrong("softmax twice: 𝒮(1 − 𝒮)(𝒮 − y*), as for the squared error of sigmoids",
            [](const Number& s, const Number& label) { return s * (1 - s) * (s - label); }),
      wrong("label 0 for 1: 𝒮(z) − (1 − y*)", [](const Number& s, const Number& label) { return s - (1 - label); })};
}

/// z = (0, 0), the labelled entry moved.
LayerInstance label_moved() {
  return {.x = vector({0, 0}), .h = vector({0, 0.125}), .y_star = Vector<int>::Unit(2, 1), .exact = false};
}

}  // namespace

Lines<LayerInstance> lines() {
  return {.steps = steps(), .errata = {codomain()}, .planted = planted(), .separating = {label_moved()}};
}

bool hypotheses_hold(const LayerInstance& instance) {
  return is_not_constant(instance.h) && is_one_hot(instance.y_star);
}

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed); }
Form<LayerInstance> fused() { return form<LayerRun>("fused = ξ ∘ 𝒮", both_ways).of_code(); }
Form<LayerInstance> of_exponentials() { return form<SoftmaxRun>("as printed, by exponentials", whole).of_code(); }

}  // namespace verigrad::softmax_cross_entropy_gradient
