#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"

#include "verigrad/number/product.hpp"
#include "verigrad/theorem/network/exponentials.hpp"

namespace verigrad::softmax_cross_entropy_gradient {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/5.3",
      .stem = "softmax_cross_entropy_gradient",
      .title = "Softmax with cross-entropy",
      .source = "MathDNN, Proposition 5.3",
      .text = "ξ(·, y*) ∘ 𝒮 ∈ 𝒟(ℝᵐ, ℝ) and ∇_{ξ(·,y*)∘𝒮}(z) = 𝒮(z) − y*",
      .hypotheses = {{"label", "y* ∈ {0, 1}ᵐ"}, {"one-hot", "‖y*‖ = 1"}},
      .steps = {{"chain rule", "∂(ξ∘𝒮)/∂eⱼ (z) = (∇_ξ(𝒮(z)) ∗ 𝒥_𝒮(z))ⱼ = −y*ⱼ + Σₖ y*ₖ 𝒮ⱼ(z), by (6) and (7)"},
                {"one-hot", "… = 𝒮ⱼ(z) − y*ⱼ"}},
      .errata = {{.key = "codomain",
                  .place = "Proposition 5.3",
                  .printed = "∇_{ξ(·,y*)∘𝒮} : ℝᵐ → ℝ",
                  .corrected = "∇_{ξ(·,y*)∘𝒮} : ℝᵐ → ℝᵐ",
                  .remark = "by Definition 1.2 the gradient of a function of m variables is 1 × m; 𝒮(z) − y* is"}}};
  return result;
}

namespace {

bool is_one_hot(const Vector<int>& y) { return y.size() > 0 && y.minCoeff() >= 0 && y.sum() == 1; }

Eigen::Index label_of(const LayerData& r) {
  Eigen::Index label = 0;
  r.y_star.maxCoeff(&label);
  return label;
}

Vector<Number> shipped(const LayerData& r) {
  Vector<Number> result(r.x.size());
  softmax_cross_entropy_gradient_into(r.x, label_of(r), result);
  return result;
}

void claim_gradient(const LayerData& r, const Vector<Number>& gradient, Claims& claims) {
  const Vector<Number> moved = r.x + r.h;
  const Number rest =
      softmax_cross_entropy(moved, label_of(r)) - softmax_cross_entropy(r.x, label_of(r)) - dot(gradient, r.h);
  claims.at_most("⟨g, h⟩ ≤ ξ(𝒮(z + h)) − ξ(𝒮(z))", 0, rest);
  claims.at_most("ξ(𝒮(z + h)) − ξ(𝒮(z)) − ⟨g, h⟩ ≤ (max h − min h)²/8", rest, square(spread(r.h)) / 8);
}

void as_printed(const LayerData& r, Claims& claims) { claim_gradient(r, shipped(r), claims); }

/// ∇_ξ(s) ∗ 𝒥_𝒮.
Vector<Number> by_chain_rule(const Vector<Number>& s, const Matrix<Number>& jacobian, const Vector<int>& y_star) {
  return product(jacobian.transpose(), cross_entropy_derivative(s, y_star));
}

void both_ways(const LayerData& r, Claims& claims) {
  const Vector<Number> s = softmax(r.x);
  claims.equal("fused loss = ξ(𝒮(z), y*)", softmax_cross_entropy(r.x, label_of(r)), cross_entropy(s, r.y_star));
  claims.equal("fused gradient = ∇_ξ(𝒮(z)) ∗ 𝒥_𝒮(z)", shipped(r), by_chain_rule(s, jacobian::softmax(s), r.y_star));
}

Vector<Number> sum_of_labels(const Exponentials& r) {
  Vector<Number> result(r.m);
  for (int j = 0; j < r.m; ++j) {
    Number sum(0);
    for (int k = 0; k < r.m; ++k) sum += Number(r.y_star[k]) * r.s[j];
    result[j] = sum - Number(r.y_star[j]);
  }
  return result;
}
Vector<Number> printed(const Exponentials& r) {
  Vector<Number> result(r.m);
  for (int j = 0; j < r.m; ++j) result[j] = r.s[j] - Number(r.y_star[j]);
  return result;
}

void chain_rule(const Exponentials& r, Claims& claims) {
  claims.equal("(∇_ξ ∗ 𝒥_𝒮)ⱼ = −y*ⱼ + Σₖ y*ₖ 𝒮ⱼ", by_chain_rule(r.s, r.jacobian, r.y_star), sum_of_labels(r));
}
void one_hot(const Exponentials& r, Claims& claims) {
  claims.equal("−y*ⱼ + Σₖ y*ₖ 𝒮ⱼ = 𝒮ⱼ − y*ⱼ", sum_of_labels(r), printed(r));
}
void whole(const Exponentials& r, Claims& claims) {
  claims.equal("∇_ξ ∗ 𝒥_𝒮 = 𝒮 − y*", by_chain_rule(r.s, r.jacobian, r.y_star), printed(r));
}

void one_number(const Exponentials& r, Claims& claims) {
  claims.equal("entries of the gradient = 1", int(by_chain_rule(r.s, r.jacobian, r.y_star).size()), 1);
}
void one_an_input(const Exponentials& r, Claims& claims) {
  claims.equal("entries of the gradient = m", int(by_chain_rule(r.s, r.jacobian, r.y_star).size()), Number(r.m));
}

/// gⱼ = entry(𝒮ⱼ, y*ⱼ).
template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerData>(key, [entry](const LayerData& r, Claims& claims) {
    const Vector<Number> s = softmax(r.x);
    Vector<Number> gradient(s.size());
    for (Eigen::Index j = 0; j < s.size(); ++j) gradient[j] = Number(entry(s[j], Number(r.y_star[j])));
    claim_gradient(r, gradient, claims);
  });
}

}  // namespace

bool hypotheses_hold(const LayerInstance& instance) {
  return is_not_constant(instance.h) && is_one_hot(instance.y_star);
}

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Form<LayerInstance> fused() { return form<LayerData>("fused = ξ ∘ 𝒮", both_ways); }
Form<LayerInstance> of_exponentials() { return form<Exponentials>("as printed, by exponentials", whole); }
Forms<LayerInstance> steps() {
  return {form<Exponentials>("chain rule", chain_rule), form<Exponentials>("one-hot", one_hot)};
}
Forms<LayerInstance> errata() { return {form<Exponentials>("codomain", one_number)}; }
Forms<LayerInstance> corrected() { return {form<Exponentials>("codomain", one_an_input)}; }

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

}  // namespace verigrad::softmax_cross_entropy_gradient
