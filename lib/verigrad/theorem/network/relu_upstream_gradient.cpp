#include "verigrad/theorem/network/relu_upstream_gradient.hpp"

#include "verigrad/network/dense_layer.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::relu_upstream_gradient {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/5.1",
                  .stem = "relu_upstream_gradient",
                  .title = "Gradient upstream of ReLU",
                  .source = "MathDNN, Proposition 5.1",
                  .text = "∇_{F∘ℛ}(z) = [∇_F(y)₁ 𝟙(z₁ > 0) … ∇_F(y)_m 𝟙(z_m > 0)], where y = ℛ(z)",
                  .code = {"network/dense_layer.hpp: through_activation", "network/activation.hpp: activate"},
                  .hypotheses = {{"upstream", "F ∈ 𝒟(ℝᵐ, ℝ)"},
                                 {"kink", "Assumption 1: max(0, ·) is differentiable, with derivative 𝟙(x > 0)"}},
                  .formal = {.theorems = {"conclusion"}, .corrected = "at every z without an entry 0"}},
                 lines());
  return result;
}

bool hypotheses_hold(const LayerInstance& instance) { return crosses_no_kink(instance); }

namespace {

Vector<Number> relu(const Vector<Number>& z) {
  return z.unaryExpr([](const Number& entry) { return activate<Number>(Activation::relu, entry); });
}

/// (11) by the function that back-propagation calls.
Vector<Number> shipped(const LayerRun& r) {
  Matrix<Number> upstream = upstream_gradient(r, relu(r.x)).transpose();
  through_activation<Number>(Activation::relu, Matrix<Number>(r.x.transpose()), upstream);
  return upstream.transpose();
}

/// ½⟨h⁺, Qh⁺⟩.
Number remainder(const LayerRun& r) {
  Number sum(0);
  for (Eigen::Index i = 0; i < r.h.size(); ++i)
    for (Eigen::Index j = 0; j < r.h.size(); ++j)
      sum += if_positive<Number>(r.x[i], r.h[i], 0) * r.Q(i, j) * if_positive<Number>(r.x[j], r.h[j], 0);
  return sum / 2;
}

void claim_gradient(const LayerRun& r, const Vector<Number>& gradient, Claims& claims) {
  claims.equal("entries = m", int(gradient.size()), int(r.x.size()));
  claims.equal("F(ℛ(z + h)) = F(ℛ(z)) + ⟨g, h⟩ + ½⟨h⁺, Qh⁺⟩", upstream_value(r, relu(r.x + r.h)),
               upstream_value(r, relu(r.x)) + dot(gradient, r.h) + remainder(r));
}

void as_printed(const LayerRun& r, Claims& claims) { claim_gradient(r, shipped(r), claims); }

void chain_rule(const LayerRun& r, Claims& claims) {
  const Matrix<Number> upstream = upstream_gradient(r, relu(r.x)).transpose();
  Matrix<Number> gradient(1, r.x.size());
  product<Number>(upstream, jacobian::activation(Activation::relu, r.x), gradient);
  claims.equal("(∇_F(ℛ(z)) ∗ 𝒥_ℛ(z))ⱼ", shipped(r), Vector<Number>(gradient.transpose()));
}

/// The quotient of F ∘ ℛ along each eⱼ: F is quadratic, so that it is off by ½Qⱼⱼhⱼ 𝟙(zⱼ > 0).
void partial(const LayerRun& r, Claims& claims) {
  const Vector<Number> gradient = shipped(r);
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<Number> moved = r.x;
    moved[j] += r.h[j];
    claims.equal("F(ℛ(z + hⱼeⱼ)) − F(ℛ(z)) = hⱼ∇_F(ℛ(z))ⱼ𝟙(zⱼ > 0) + ½Qⱼⱼhⱼ²𝟙(zⱼ > 0)",
                 upstream_value(r, relu(moved)) - upstream_value(r, relu(r.x)),
                 r.h[j] * gradient[j] + if_positive<Number>(r.x[j], square(r.h[j]) * r.Q(j, j) / 2, 0), int(j));
  }
}

template <class Gradient>
Form<LayerInstance> wrong(const char* key, Gradient gradient) {
  return form<LayerRun>(key, [gradient](const LayerRun& r, Claims& claims) { claim_gradient(r, gradient(r), claims); });
}

/// upstreamⱼ · factor(zⱼ).
template <class Factor>
Vector<Number> scaled(const LayerRun& r, const Vector<Number>& upstream, Factor factor) {
  Vector<Number> result = upstream;
  for (Eigen::Index j = 0; j < result.size(); ++j) result[j] *= factor(r.x[j]);
  return result;
}

std::vector<Step<LayerInstance>> steps() {
  return {{"chain rule", "∇_{F∘ℛ}(z) = ∇_F(ℛ(z)) ∗ 𝒥_ℛ(z)", form<LayerRun>(chain_rule).of_code()},
          {"partial derivative", "∂(F∘ℛ)/∂eⱼ (z) = ∇_F(ℛ(z))ⱼ 𝟙(zⱼ > 0)", form<LayerRun>(partial)}};
}

Forms<LayerInstance> planted() {
  return {wrong("sign", [](const LayerRun& r) { return Vector<Number>(-shipped(r)); }),
          wrong("missing factor: ∇_F(y)", [](const LayerRun& r) { return upstream_gradient(r, relu(r.x)); }),
          wrong("∇_F(z) for ∇_F(y)",
                [](const LayerRun& r) {
                  return scaled(r, upstream_gradient(r, r.x),
                                [](const Number& z) { return if_positive<Number>(z, 1, 0); });
                }),
          wrong("ℛ(z) for 𝟙(z > 0)",
                [](const LayerRun& r) {
                  return scaled(r, upstream_gradient(r, relu(r.x)),
                                [](const Number& z) { return if_positive<Number>(z, z, 0); });
                }),
          wrong("side: 𝟙(z < 0)", [](const LayerRun& r) {
            return scaled(r, upstream_gradient(r, relu(r.x)),
                          [](const Number& z) { return if_positive<Number>(-z, 1, 0); });
          })};
}

/// One unit that fires, one that does not.
LayerInstance one_fires() {
  return {.x = vector({2, -1}),
          .h = vector({-1.875, 0.9375}),
          .c = vector({0, 0}),
          .Q = Matrix<double>{{1, 0.5}, {0.5, 0}}};
}

}  // namespace

Lines<LayerInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {one_fires()}}; }

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed); }

}  // namespace verigrad::relu_upstream_gradient
