#include "verigrad/theorem/network/softmax_cross_entropy_gradient.hpp"

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

template <class T>
Eigen::Index label_of(const LayerData<T>& r) {
  Eigen::Index label = 0;
  r.y_star.maxCoeff(&label);
  return label;
}

template <class T>
Vector<T> shipped(const LayerData<T>& r) {
  Vector<T> result(r.x.size());
  softmax_cross_entropy_gradient_into(r.x, label_of(r), result);
  return result;
}

template <class T>
void claim_gradient(const LayerData<T>& r, const Vector<T>& gradient, Claims<T>& claims) {
  const Vector<T> moved = r.x + r.h;
  const T rest =
      softmax_cross_entropy(moved, label_of(r)) - softmax_cross_entropy(r.x, label_of(r)) - dot(gradient, r.h);
  claims.at_most("⟨g, h⟩ ≤ ξ(𝒮(z + h)) − ξ(𝒮(z))", T(0), rest);
  claims.at_most("ξ(𝒮(z + h)) − ξ(𝒮(z)) − ⟨g, h⟩ ≤ (max h − min h)²/8", rest, square(spread(r.h)) / T(8));
}

constexpr auto as_printed = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  claim_gradient(r, shipped(r), claims);
};

/// ∇_ξ(s) ∗ 𝒥_𝒮.
template <class T>
Vector<T> by_chain_rule(const Vector<T>& s, const Matrix<T>& jacobian, const Vector<int>& y_star) {
  return jacobian.transpose().lazyProduct(cross_entropy_derivative(s, y_star));
}

constexpr auto both_ways = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  const Vector<T> s = softmax(r.x);
  claims.equal("fused loss = ξ(𝒮(z), y*)", softmax_cross_entropy(r.x, label_of(r)), cross_entropy(s, r.y_star));
  claims.equal("fused gradient = ∇_ξ(𝒮(z)) ∗ 𝒥_𝒮(z)", shipped(r), by_chain_rule(s, jacobian::softmax(s), r.y_star));
};

template <class T>
Vector<T> sum_of_labels(const Exponentials<T>& r) {
  Vector<T> result(r.m);
  for (int j = 0; j < r.m; ++j) {
    T sum(0);
    for (int k = 0; k < r.m; ++k) sum += T(r.y_star[k]) * r.s[j];
    result[j] = sum - T(r.y_star[j]);
  }
  return result;
}
template <class T>
Vector<T> printed(const Exponentials<T>& r) {
  Vector<T> result(r.m);
  for (int j = 0; j < r.m; ++j) result[j] = r.s[j] - T(r.y_star[j]);
  return result;
}

constexpr auto chain_rule = []<class T>(const Exponentials<T>& r, Claims<T>& claims) {
  claims.equal("(∇_ξ ∗ 𝒥_𝒮)ⱼ = −y*ⱼ + Σₖ y*ₖ 𝒮ⱼ", by_chain_rule(r.s, r.jacobian, r.y_star), sum_of_labels(r));
};
constexpr auto one_hot = []<class T>(const Exponentials<T>& r, Claims<T>& claims) {
  claims.equal("−y*ⱼ + Σₖ y*ₖ 𝒮ⱼ = 𝒮ⱼ − y*ⱼ", sum_of_labels(r), printed(r));
};
constexpr auto whole = []<class T>(const Exponentials<T>& r, Claims<T>& claims) {
  claims.equal("∇_ξ ∗ 𝒥_𝒮 = 𝒮 − y*", by_chain_rule(r.s, r.jacobian, r.y_star), printed(r));
};

constexpr auto one_number = []<class T>(const Exponentials<T>& r, Claims<T>& claims) {
  claims.equal("entries of the gradient = 1", T(int(by_chain_rule(r.s, r.jacobian, r.y_star).size())), T(1));
};
constexpr auto one_an_input = []<class T>(const Exponentials<T>& r, Claims<T>& claims) {
  claims.equal("entries of the gradient = m", T(int(by_chain_rule(r.s, r.jacobian, r.y_star).size())), T(r.m));
};

/// gⱼ = entry(𝒮ⱼ, y*ⱼ).
template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerData>(key, [entry]<class T>(const LayerData<T>& r, Claims<T>& claims) {
    const Vector<T> s = softmax(r.x);
    Vector<T> gradient(s.size());
    for (Eigen::Index j = 0; j < s.size(); ++j) gradient[j] = T(entry(s[j], T(r.y_star[j])));
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
      wrong("sign: y* − 𝒮(z)", []<class T>(const T& s, const T& label) { return label - s; }),
      wrong("sum: 𝒮(z) + y*", []<class T>(const T& s, const T& label) { return s + label; }),
      wrong("factor: 2(𝒮(z) − y*)", []<class T>(const T& s, const T& label) { return T(2) * (s - label); }),
      wrong("missing label: 𝒮(z)", []<class T>(const T& s, const T&) { return s; }),
      wrong("softmax twice: 𝒮(1 − 𝒮)(𝒮 − y*), as for the squared error of sigmoids",
            []<class T>(const T& s, const T& label) { return s * (T(1) - s) * (s - label); }),
      wrong("label 0 for 1: 𝒮(z) − (1 − y*)", []<class T>(const T& s, const T& label) { return s - (T(1) - label); })};
}

}  // namespace verigrad::softmax_cross_entropy_gradient
