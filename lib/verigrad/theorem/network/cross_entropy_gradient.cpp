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

template <class T>
T change(const LayerData<T>& r, const Vector<T>& h) {
  return cross_entropy<T>(r.x + h, r.y_star) - cross_entropy<T>(r.x, r.y_star);
}

template <class T>
void claim_gradient(const LayerData<T>& r, const Vector<T>& gradient, Claims<T>& claims) {
  T linear(0), bound(0);
  for (Eigen::Index k = 0; k < r.x.size(); ++k) {
    linear += gradient[k] * r.h[k];
    bound += T(r.y_star[k]) * square(T(r.h[k] / r.x[k]));
  }
  const T rest = change<T>(r, r.h) - linear;
  claims.at_most("⟨∇ξ(y), h⟩ ≤ ξ(y + h) − ξ(y)", T(0), rest);
  claims.at_most("ξ(y + h) − ξ(y) − ⟨∇ξ(y), h⟩ ≤ Σ y*ₖ(hₖ/yₖ)²", rest, bound);
}

constexpr auto as_printed = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  claim_gradient(r, cross_entropy_derivative(r.x, r.y_star), claims);
};

constexpr auto partial = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<T> h = Vector<T>::Constant(r.x.size(), T(0));
    h[j] = r.h[j];
    const T quotient = change<T>(r, h) / r.h[j];
    const T printed = T(-r.y_star[j]) / r.x[j];
    if (r.y_star[j] == 0) {
      claims.equal("(ξ(y + hⱼeⱼ) − ξ(y))/hⱼ = 0 for y*ⱼ = 0", quotient, printed, int(j));
      continue;
    }
    const T bound = T(r.y_star[j]) * magnitude<T>(r.h[j]) / square(r.x[j]);
    claims.at_most("(ξ(y + hⱼeⱼ) − ξ(y))/hⱼ + y*ⱼ/yⱼ ≤ y*ⱼ|hⱼ|/yⱼ²", quotient - printed, bound, int(j));
    claims.at_most("−y*ⱼ|hⱼ|/yⱼ² ≤ (ξ(y + hⱼeⱼ) − ξ(y))/hⱼ + y*ⱼ/yⱼ", -bound, quotient - printed, int(j));
  }
};

constexpr auto one_number = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  claims.equal("entries of ∇ξ = 1", T(int(cross_entropy_derivative(r.x, r.y_star).size())), T(1));
};
constexpr auto one_an_input = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  claims.equal("entries of ∇ξ = m", T(int(cross_entropy_derivative(r.x, r.y_star).size())), T(int(r.x.size())));
};

template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerData>(key, [entry]<class T>(const LayerData<T>& r, Claims<T>& claims) {
    Vector<T> gradient(r.x.size());
    for (Eigen::Index k = 0; k < r.x.size(); ++k) gradient[k] = T(entry(r.x[k], T(r.y_star[k])));
    claim_gradient(r, gradient, claims);
  });
}

}  // namespace

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Forms<LayerInstance> steps() { return {form<LayerData>("partial derivative", partial)}; }
Forms<LayerInstance> errata() { return {form<LayerData>("codomain", one_number)}; }
Forms<LayerInstance> corrected() { return {form<LayerData>("codomain", one_an_input)}; }

Forms<LayerInstance> planted() {
  return {wrong("sign: y*ₖ/yₖ", []<class T>(const T& y, const T& label) { return label / y; }),
          wrong("factor: −2y*ₖ/yₖ", []<class T>(const T& y, const T& label) { return T(-2) * label / y; }),
          wrong("power: −y*ₖ/yₖ²", []<class T>(const T& y, const T& label) { return -label / square(y); }),
          wrong("label 0 for 1: −(1 − y*ₖ)/yₖ", []<class T>(const T& y, const T& label) { return (label - T(1)) / y; }),
          wrong("extra term: −y*ₖ/yₖ + (1 − y*ₖ)/(1 − yₖ), of the binary cross-entropy",
                []<class T>(const T& y, const T& label) { return (T(1) - label) / (T(1) - y) - label / y; }),
          wrong("softmax forgotten: yₖ − y*ₖ", []<class T>(const T& y, const T& label) { return y - label; })};
}

}  // namespace verigrad::cross_entropy_gradient
