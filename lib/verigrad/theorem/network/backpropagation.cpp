#include "verigrad/theorem/network/backpropagation.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/backpropagation_gradients.hpp"

namespace verigrad::backpropagation {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/5.backprop",
       .stem = "backpropagation",
       .title = "Back-propagation equals the gradient",
       .source = "MathDNN, Definitions 5.1 and 5.2, corollary of Definition 5.2 and its note",
       .text = "𝒪(X, Y*, ·, ·) = Σᵢ ξ(𝒩(xᵢ, ·, ·), y*ᵢ) ∈ 𝒟, and its gradients in each W⁽ᵏ⁾, b⁽ᵏ⁾ can be computed "
               "recursively through each composition by (4), (8), (12), (10), (11) and (13)",
       .code = {"network/backpropagation.hpp: Backpropagation"},
       .hypotheses = {{"label", "y*ᵢ ∈ {0, 1}ᵐ, ‖y*ᵢ‖ = 1"},
                      {"kink", "Assumption 1: max(0, ·) is differentiable, with derivative 𝟙(x > 0)"}},
       .formal = {.theorems = {"conclusion_one_row", "conclusion", "conclusion_any_loss"},
                  .corrected = "where no pre-activation of ReLU is 0"}},
      lines());
  return result;
}

namespace {

/// A claim for each parameter, and that there are as many.
void claim_same(std::string_view name, const Vector<Number>& a, const Vector<Number>& b, Claims& claims) {
  claims.equal("entries", int(a.size()), int(b.size()));
  if (a.size() == b.size()) claims.equal(name, a, b);
}

void jacobians(const NetworkRun& r, Claims& claims) {
  claim_same("recursion = product of full Jacobians", recursion(r), by_full_jacobians(r), claims);
}
void duals(const NetworkRun& r, Claims& claims) {
  claim_same("recursion = dual numbers", recursion(r), by_dual_numbers(r), claims);
}
void differences(const NetworkRun& r, Claims& claims) {
  claim_same("recursion = extrapolated differences", recursion(r), by_differences(r), claims);
}

/// The largest magnitude that an enclosure holds, rounded up: one number, so that a bound by it has no width.
Number largest_magnitude(const Number& enclosure) {
  const auto bound = [&](const auto& value) -> Number {
    if constexpr (requires { value.lower(); })
      if (const double largest = std::max(std::abs(value.lower()), std::abs(value.upper())); std::isfinite(largest))
        return exact(largest);
    return enclosure;
  };
  return std::visit(bound, enclosure.value());
}

/// D(h) = (φ(h) − φ(0))/h = φ′ + h φ″/2 + h² φ‴(ξ)/6, so that 2D(h/2) − D(h) = φ′ + h² (φ‴(ξ₁)/12 − φ‴(ξ₂)/6), which is
/// within h²M/4 ≤ h²(1 + M²)/8 of φ′ where |φ‴| ≤ M.
template <class Extrapolated>
void claim_remainders(const NetworkRun& r, const Vector<Number>& gradient, Extrapolated extrapolated, Claims& claims) {
  Backpropagation<Number> pass(r.network, r.loss);
  const Number h = r.step, here = pass.objective(r.theta, r.batch);
  Vector<Number> theta = r.theta;
  for (Eigen::Index c = 0; c < theta.size(); ++c) {
    const auto difference = [&](const Number& step) {
      theta[c] = r.theta[c] + step;
      const Number change = pass.objective(theta, r.batch) - here;
      theta[c] = r.theta[c];
      return change / step;
    };
    const Number bound = square(h) * (1 + square(largest_magnitude(third_derivative(r, c, h)))) / 8;
    claims.at_most("|recursion − 2D(h/2) + D(h)| ≤ h²(1 + M²)/8", magnitude(gradient[c] - extrapolated(difference, h)),
                   bound, int(c));
  }
}

constexpr auto richardson = [](const auto& d, const Number& h) { return 2 * d(h / 2) - d(h); };
void remainders(const NetworkRun& r, Claims& claims) { claim_remainders(r, recursion(r), richardson, claims); }
void half_recursion(const NetworkRun& r, Claims& claims) {
  claim_remainders(r, Vector<Number>(recursion(r) / 2), richardson, claims);
}
void one_difference(const NetworkRun& r, Claims& claims) {
  claim_remainders(
      r, recursion(r), [](const auto& d, const Number& h) { return d(h); }, claims);
}
void swapped_steps(const NetworkRun& r, Claims& claims) {
  claim_remainders(
      r, recursion(r), [](const auto& d, const Number& h) { return 2 * d(h) - d(h / 2); }, claims);
}

/// W⁽ᵏ⁾ has as many rows as layer k + shift has units.
Form<NetworkInstance> rows_of_stack(int shift) {
  return form<NetworkRun>([shift](const NetworkRun& r, Claims& claims) {
    Vector<Number> gradient = recursion(r);
    for (int k = 1; k < r.network.depth(); ++k)
      claims.equal("rows of the stack", int(r.network.weights(gradient, k).rows()), r.network.width(k + shift), k);
  });
}

template <class Gradient>
Form<NetworkInstance> wrong(const char* key, Gradient gradient) {
  return form<NetworkRun>(key, [gradient](const NetworkRun& r, Claims& claims) {
    claim_same("planted = full Jacobians", Vector<Number>(gradient(r)), by_full_jacobians(r), claims);
  });
}

/// The signs of all activations' inputs: those of the outputs of the network cut off after each layer.
std::vector<Sign> signs(const NetworkRun& r, const Vector<Number>& theta) {
  std::vector<Sign> result;
  std::vector<int> widths{r.network.inputs()};
  std::vector<Activation> activations;
  for (int k = 1; k <= r.network.depth(); ++k) {
    widths.push_back(r.network.width(k));
    activations.push_back(Activation::identity);
    DenseNetwork head(widths, activations);
    Backpropagation<Number> pass(head, r.loss);
    for (const Number& z : pass.outputs(theta.head(head.parameter_count()), r.batch.inputs).reshaped())
      result.push_back(verigrad::sign_of(z));
    activations.back() = r.network.activation(k);
  }
  return result;
}

FalseLine<NetworkInstance> rows_of_the_stack() {
  return {.words = {.key = "rows of the stack",
                    .place = "Notation 17",
                    .printed = "the vertical stack of the gradients according to each Wᵢ*⁽ᵏ⁾ for i* ∈ ⟦1, mₖ₊₁⟧",
                    .corrected = "… for i* ∈ ⟦1, mₖ⟧",
                    .remark = "By Definition 5.1, W⁽ᵏ⁾ ∈ ℳ(mₖ, mₖ₋₁) has mₖ rows; for k = p there is no mₖ₊₁.",
                    .weight = Weight::notation},
          .printed = rows_of_stack(1),
          .counterexample = matrices_of_ones({1, 1, 2}),
          .corrected = {rows_of_stack(0).of_code()}};
}

Forms<NetworkInstance> planted() {
  return {wrong("sign", [](const NetworkRun& r) { return Vector<Number>(-recursion(r)); }),
          wrong("mean for sum",
                [](const NetworkRun& r) { return Vector<Number>(recursion(r) / Number(int(r.batch.inputs.rows()))); }),
          wrong("biases forgotten",
                [](const NetworkRun& r) {
                  Vector<Number> result = recursion(r);
                  for (int k = 1; k <= r.network.depth(); ++k) r.network.bias(result, k).setZero();
                  return result;
                }),
          wrong("weights by rows",
                [](const NetworkRun& r) {
                  Vector<Number> result = recursion(r);
                  for (int k = 1; k <= r.network.depth(); ++k) {
                    const Matrix<Number> transposed = r.network.weights(result, k).transpose();
                    r.network.weights(result, k).reshaped() = transposed.reshaped();
                  }
                  return result;
                }),
          wrong("φ′ = 1 in every layer",
                [](const NetworkRun& r) {
                  const std::vector<Activation> linear(std::size_t(r.network.depth()), Activation::identity);
                  return recursion(DenseNetwork(r.network.widths(), linear), r.loss, r.theta, r.batch);
                }),
          wrong("without the first sample", [](const NetworkRun& r) {
            Batch<Number> rest = r.batch;
            rest.inputs.row(0) = rest.inputs.row(rest.inputs.rows() - 1);
            return recursion(r.network, r.loss, r.theta, rest);
          })};
}

/// Two square units, one of which sees nothing.
NetworkInstance two_squares() {
  return {.network = DenseNetwork({2, 2}, {Activation::square}),
          .theta = vector({0, 0, 0.125, 0, 0, 0}),
          .inputs = Matrix<double>{{0, 0}, {0, 1}},
          .targets = Matrix<double>::Zero(2, 2)};
}
/// One sigmoid at 0 with the logistic loss.
NetworkInstance one_sigmoid() {
  return {.network = DenseNetwork({1, 1}, {Activation::sigmoid}),
          .loss = Loss::logistic,
          .theta = vector({0, 0}),
          .inputs = Matrix<double>{{0}},
          .labels = {0},
          .step = 0x1p-10};
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.errata = {rows_of_the_stack()}, .planted = planted(), .separating = {two_squares()}};
}

Lines<NetworkInstance> remainder_lines() {
  return {.planted = {form<NetworkRun>("half the recursion", half_recursion),
                      form<NetworkRun>("one difference, not extrapolated", one_difference),
                      form<NetworkRun>("steps swapped", swapped_steps)},
          .separating = {one_sigmoid()}};
}

bool crosses_no_kink(const NetworkInstance& instance) {
  bool kinks = false, squares = false;
  for (int k = 1; k <= instance.network.depth(); ++k) {
    const Activation kind = instance.network.activation(k);
    kinks |= kind == Activation::relu || kind == Activation::leaky_relu;
    squares |= kind == Activation::square;
  }
  if (!instance.rational() || (kinks && squares)) return false;
  if (!kinks) return true;
  const Number::Over fractions(Number::Kind::rational);
  const NetworkRun r(instance);
  const std::vector<Sign> here = signs(r, r.theta);
  for (Eigen::Index c = 0; c < r.theta.size(); ++c) {
    Vector<Number> theta = r.theta;
    theta[c] += degree(r.network) * r.step;
    if (signs(r, theta) != here) return false;
  }
  return true;
}

Form<NetworkInstance> full_jacobians() { return form<NetworkRun>("product of full Jacobians", jacobians).of_code(); }
Form<NetworkInstance> dual_numbers() { return form<NetworkRun>("dual numbers", duals).of_code(); }
Form<NetworkInstance> extrapolated_differences() {
  return form<NetworkRun>("extrapolated differences", differences).of_code();
}
Form<NetworkInstance> extrapolation_remainder() {
  return form<NetworkRun>("extrapolated differences, within their remainder", remainders);
}

}  // namespace verigrad::backpropagation
