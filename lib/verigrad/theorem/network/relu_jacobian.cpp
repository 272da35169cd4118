#include "verigrad/theorem/network/relu_jacobian.hpp"

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/claim/shape.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::relu_jacobian {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/2.1",
       .stem = "relu_jacobian",
       .title = "Jacobian of ReLU",
       .source = "MathDNN, Proposition 2.1",
       .text = "ℛ ∈ 𝒟(ℝᵐ, ℝᵐ) and 𝒥_ℛ(z) = diag(𝟙(z₁ > 0), …, 𝟙(z_m > 0))",
       .code = {"network/activation.hpp: activate", "network/jacobian.hpp: jacobian::activation",
                "autodiff/elementary.hpp: relu", "autodiff/elementary.hpp: select"},
       .hypotheses = {{"kink",
                       "Assumption 1: max(0, ·) is differentiable, with derivative 𝟙(x > 0); the text notes that "
                       "it is not at 0. Differentiability is checked where h crosses no kink, the value 0 at 0 "
                       "as an assumption"}},
       .formal = {.theorems = {"conclusion"},
                  .corrected = "at every z without an entry 0, where ReLU is differentiable"}},
      lines());
  return result;
}

bool hypotheses_hold(const LayerInstance& instance) { return crosses_no_kink(instance); }

namespace {

Vector<Number> relu(const Vector<Number>& z) {
  return z.unaryExpr([](const Number& entry) { return activate<Number>(Activation::relu, entry); });
}

/// 𝟙(x > 0), read from the sign itself: the data are points.
Number indicator(const Number& x) { return sign_of(x) == Sign::positive ? 1 : 0; }

void claim_entries(const LayerRun& r, const Matrix<Number>& jacobian, Claims& claims) {
  Matrix<Number> printed = Matrix<Number>::Zero(r.x.size(), r.x.size());
  for (Eigen::Index i = 0; i < r.x.size(); ++i) printed(i, i) = indicator(r.x[i]);
  claim_equal("𝒥ᵢⱼ = 𝟙(zᵢ > 0) δᵢⱼ", jacobian, printed, claims);
}

void claim_jacobian(const LayerRun& r, const Matrix<Number>& jacobian, Claims& claims) {
  claim_entries(r, jacobian, claims);
  claim_linear(relu(r.x + r.h), relu(r.x), jacobian, r.h, claims);
}

void as_printed(const LayerRun& r, Claims& claims) {
  claim_jacobian(r, jacobian::activation(Activation::relu, r.x), claims);
}

void below(const LayerRun& r, Claims& claims) {
  const Vector<Number> moved = relu(r.x + r.h), here = relu(r.x);
  const Vector<Number> linear = differential(jacobian::activation(Activation::relu, r.x), r.h);
  for (Eigen::Index i = 0; i < r.x.size(); ++i)
    claims.at_most("ℛ(z)ᵢ + (h Jᵀ)ᵢ ≤ ℛ(z + h)ᵢ", here[i] + linear[i], moved[i], int(i));
}

/// (ℛᵢ(z + hⱼ eⱼ) − ℛᵢ(z)) / hⱼ, for hⱼ ≠ 0 that crosses no kink.
void partial(const LayerRun& r, Claims& claims) {
  for (Eigen::Index j = 0; j < r.x.size(); ++j) {
    Vector<Number> moved = r.x;
    moved[j] += r.h[j];
    const Vector<Number> change = relu(moved) - relu(r.x);
    for (Eigen::Index i = 0; i < r.x.size(); ++i)
      claims.equal("ℛᵢ(z + hⱼeⱼ) − ℛᵢ(z) = hⱼ 𝟙(zᵢ > 0) δᵢⱼ", change[i], i == j ? r.h[j] * indicator(r.x[i]) : 0,
                   int(i * r.x.size() + j));
  }
}

void column(const LayerRun& r, Claims& claims) {
  claim_product_defined(row_shape(r.x).transposed(), row_shape(r.x).transposed(), claims);
}
void row(const LayerRun& r, Claims& claims) {
  claim_product_defined(row_shape(relu(r.x)), row_shape(r.x).transposed(), claims);
}

constexpr auto twice_relu = [](const auto& t) { return relu(relu(t[0])); };
/// |t|, which has no derivative at 0.
constexpr auto by_cases = [](const auto& t) { return select(t[0], t[0], -t[0]); };

struct EnclosedRun {
  using Instance = LayerInstance;
  explicit EnclosedRun(const LayerInstance& instance) : z(instance.x), moved(instance.x + instance.h) {}

  Vector<Interval> around(Eigen::Index i) const {
    return Vector<Interval>::Constant(1, Interval::hull(std::min(z[i], moved[i]), std::max(z[i], moved[i])));
  }
  Vector<double> z, moved;
};

struct Ends {
  std::string_view lower, upper;
};

void claim_between(Ends names, const Interval& x, double value, Eigen::Index i, Claims& claims) {
  claims.at_most(names.lower, exact(x.lower()), exact(value), int(i));
  claims.at_most(names.upper, exact(value), exact(x.upper()), int(i));
}

void by_autodiff(const EnclosedRun& r, Claims& claims) {
  for (Eigen::Index i = 0; i < r.z.size(); ++i) {
    const Vector<Rational> here = Vector<Rational>::Constant(1, exact<Rational>(r.z[i]));
    for (const Rational& slope : {forward_gradient(twice_relu, here)[0], reverse_gradient(twice_relu, here)[0]})
      claims.equal("𝟙(zᵢ > 0)", slope == 1 ? 1 : 0, r.z[i] > 0 ? 1 : 0, int(i));
    const Vector<Interval> around = r.around(i);
    for (const double t : {r.z[i], r.moved[i]}) {
      for (const Interval& slope : {forward_gradient(twice_relu, around)[0], reverse_gradient(twice_relu, around)[0]})
        claim_between({"lower end ≤ 𝟙(t > 0)", "𝟙(t > 0) ≤ upper end"}, slope, t > 0 ? 1 : 0, i, claims);
      if (t == 0) continue;
      for (const Interval& slope : {forward_gradient(by_cases, around)[0], reverse_gradient(by_cases, around)[0]})
        claim_between({"lower end ≤ the sign of t", "the sign of t ≤ upper end"}, slope, t < 0 ? -1 : 1, i, claims);
      claim_between({"lower end ≤ |t|", "|t| ≤ upper end"}, by_cases(dual_variables(around)).value(), std::abs(t), i,
                    claims);
    }
  }
}

template <class Jacobian>
Form<LayerInstance> wrong(const char* key, Jacobian jacobian) {
  return form<LayerRun>(key,
                        [jacobian](const LayerRun& r, Claims& claims) { claim_jacobian(r, jacobian(r.x), claims); });
}

template <class Entry>
Matrix<Number> diagonal(const Vector<Number>& z, Entry entry) {
  Matrix<Number> result = Matrix<Number>::Zero(z.size(), z.size());
  for (Eigen::Index i = 0; i < z.size(); ++i) result(i, i) = entry(z[i]);
  return result;
}

FalseLine<LayerInstance> shown_as_column() {
  return {.words = {.key = "column",
                    .place = "Definition 2.1",
                    .printed = "ℛ : ℝᵐ → ℝᵐ, ℛ(z) displayed as a column, m × 1",
                    .corrected = "ℛ(z) = [max(0, z₁) … max(0, z_m)], 1 × m: the form of every check",
                    .remark =
                        "By Convention 2 a vector is a matrix with one row, and the dense layer y ∗ Wᵀ + b of "
                        "Definition 4.1 is defined for a row only, unless m = 1. The Jacobian (2) displays f in a row.",
                    .weight = Weight::notation},
          .printed = form<LayerRun>(column),
          .counterexample = {.x = vector({1, 1}), .h = vector({0, 0})},
          .corrected = {form<LayerRun>(row)}};
}

Forms<LayerInstance> planted() {
  return {wrong("sign: −𝟙(z > 0)",
                [](const Vector<Number>& z) { return Matrix<Number>(-jacobian::activation(Activation::relu, z)); }),
          wrong("factor: 2 · 𝟙(z > 0)",
                [](const Vector<Number>& z) { return diagonal(z, [](const Number& x) { return 2 * indicator(x); }); }),
          wrong("side: 𝟙(z < 0)",
                [](const Vector<Number>& z) { return diagonal(z, [](const Number& x) { return indicator(-x); }); }),
          wrong("value at 0: 𝟙(z ≥ 0)",
                [](const Vector<Number>& z) { return diagonal(z, [](const Number& x) { return 1 - indicator(-x); }); }),
          wrong("missing zeros: 𝟙(zᵢ > 0) in the whole row",
                [](const Vector<Number>& z) {
                  Matrix<Number> result(z.size(), z.size());
                  for (Eigen::Index i = 0; i < z.size(); ++i)
                    for (Eigen::Index j = 0; j < z.size(); ++j) result(i, j) = indicator(z[i]);
                  return result;
                }),
          wrong("leaky: 1/100 for z ≤ 0",
                [](const Vector<Number>& z) { return jacobian::activation(Activation::leaky_relu, z); })};
}

/// One unit that fires, one at its kink that does not move.
LayerInstance one_fires() { return {.x = vector({1, 0}), .h = vector({-0.9375, 0})}; }

}  // namespace

Lines<LayerInstance> lines() {
  return {
      .steps = {{"partial derivative", "∂ℛᵢ/∂eⱼ (z) = 𝟙(zᵢ > 0) if i = j, else 0", form<LayerRun>(partial).of_code()}},
      .errata = {shown_as_column()},
      .planted = planted(),
      .separating = {one_fires()}};
}

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed).of_code(); }
Form<LayerInstance> enclosed() { return form<EnclosedRun>("by automatic differentiation", by_autodiff).of_code(); }
Form<LayerInstance> subgradient() { return form<LayerRun>("(5) is a subgradient", below); }

}  // namespace verigrad::relu_jacobian
