#include "verigrad/theorem/network/relu_upstream_gradient.hpp"

#include "verigrad/network/dense_layer.hpp"
#include "verigrad/network/jacobian.hpp"

namespace verigrad::relu_upstream_gradient {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/5.1",
      .stem = "relu_upstream_gradient",
      .title = "Gradient upstream of ReLU",
      .source = "MathDNN, Proposition 5.1",
      .text = "∇_{F∘ℛ}(z) = [∇_F(y)₁ 𝟙(z₁ > 0) … ∇_F(y)_m 𝟙(z_m > 0)], where y = ℛ(z)",
      .hypotheses = {{"upstream", "F ∈ 𝒟(ℝᵐ, ℝ)"},
                     {"kink", "Assumption 1: max(0, ·) is differentiable, with derivative 𝟙(x > 0)"}},
      .steps = {{"chain rule", "∇_{F∘ℛ}(z) = ∇_F(ℛ(z)) ∗ 𝒥_ℛ(z)"},
                {"partial derivative", "∂(F∘ℛ)/∂eⱼ (z) = ∇_F(ℛ(z))ⱼ 𝟙(zⱼ > 0)"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const LayerInstance& instance) { return crosses_no_kink(instance); }

namespace {

template <class T>
Vector<T> relu(const Vector<T>& z) {
  return z.unaryExpr([](const T& entry) { return activate<T>(Activation::relu, entry); });
}

/// (11) by the function that back-propagation calls.
template <class T>
Vector<T> shipped(const LayerData<T>& r) {
  Matrix<T> upstream = upstream_gradient(r, relu(r.x)).transpose();
  through_activation<T>(Activation::relu, Matrix<T>(r.x.transpose()), upstream);
  return upstream.transpose();
}

/// ½⟨h⁺, Qh⁺⟩.
template <class T>
T remainder(const LayerData<T>& r) {
  T sum(0);
  for (Eigen::Index i = 0; i < r.h.size(); ++i)
    for (Eigen::Index j = 0; j < r.h.size(); ++j)
      sum += if_positive<T>(r.x[i], r.h[i], T(0)) * r.Q(i, j) * if_positive<T>(r.x[j], r.h[j], T(0));
  return sum / T(2);
}

template <class T>
void claim_gradient(const LayerData<T>& r, const Vector<T>& gradient, Claims<T>& claims) {
  claims.equal("entries = m", T(int(gradient.size())), T(int(r.x.size())));
  claims.equal("F(ℛ(z + h)) = F(ℛ(z)) + ⟨g, h⟩ + ½⟨h⁺, Qh⁺⟩", upstream_value(r, relu<T>(r.x + r.h)),
               upstream_value(r, relu(r.x)) + dot(gradient, r.h) + remainder(r));
}

constexpr auto as_printed = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  claim_gradient(r, shipped(r), claims);
};

constexpr auto chain_rule = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  const Matrix<T> upstream = upstream_gradient(r, relu(r.x)).transpose();
  Matrix<T> product(1, r.x.size());
  matrix_product<T>(upstream, jacobian::activation(Activation::relu, r.x), product);
  claims.equal("(∇_F(ℛ(z)) ∗ 𝒥_ℛ(z))ⱼ", Vector<T>(product.transpose()), shipped(r));
};

/// The quotient of F ∘ ℛ along each eⱼ: F is quadratic, so that it is off by ½Qⱼⱼhⱼ 𝟙(zⱼ > 0).
constexpr auto partial = []<class T>(const LayerData<T>& r, Claims<T>& claims) {
  const Vector<T> gradient = shipped(r);
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<T> moved = r.x;
    moved[j] += r.h[j];
    claims.equal("F(ℛ(z + hⱼeⱼ)) − F(ℛ(z)) = hⱼ∇_F(ℛ(z))ⱼ𝟙(zⱼ > 0) + ½Qⱼⱼhⱼ²𝟙(zⱼ > 0)",
                 upstream_value(r, relu(moved)) - upstream_value(r, relu(r.x)),
                 r.h[j] * gradient[j] + if_positive<T>(r.x[j], square(r.h[j]) * r.Q(j, j) / T(2), T(0)), int(j));
  }
};

template <class Gradient>
Form<LayerInstance> wrong(const char* key, Gradient gradient) {
  return form<LayerData>(key, [gradient]<class T>(const LayerData<T>& r, Claims<T>& claims) {
    claim_gradient<T>(r, gradient(r), claims);
  });
}

/// upstreamⱼ · factor(zⱼ).
template <class T, class Factor>
Vector<T> scaled(const LayerData<T>& r, const Vector<T>& upstream, Factor factor) {
  Vector<T> result = upstream;
  for (Eigen::Index j = 0; j < result.size(); ++j) result[j] *= factor(r.x[j]);
  return result;
}

}  // namespace

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Forms<LayerInstance> steps() {
  return {form<LayerData>("chain rule", chain_rule), form<LayerData>("partial derivative", partial)};
}

Forms<LayerInstance> planted() {
  return {
      wrong("sign", []<class T>(const LayerData<T>& r) { return Vector<T>(-shipped(r)); }),
      wrong("missing factor: ∇_F(y)", []<class T>(const LayerData<T>& r) { return upstream_gradient(r, relu(r.x)); }),
      wrong("∇_F(z) for ∇_F(y)",
            []<class T>(const LayerData<T>& r) {
              return scaled<T>(r, upstream_gradient(r, r.x), [](const T& z) { return if_positive<T>(z, T(1), T(0)); });
            }),
      wrong("ℛ(z) for 𝟙(z > 0)",
            []<class T>(const LayerData<T>& r) {
              return scaled<T>(r, upstream_gradient(r, relu(r.x)),
                               [](const T& z) { return if_positive<T>(z, z, T(0)); });
            }),
      wrong("side: 𝟙(z < 0)", []<class T>(const LayerData<T>& r) {
        return scaled<T>(r, upstream_gradient(r, relu(r.x)), [](const T& z) { return if_positive<T>(-z, T(1), T(0)); });
      })};
}

}  // namespace verigrad::relu_upstream_gradient
