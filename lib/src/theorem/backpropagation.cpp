#include "verigrad/theorem/backpropagation.hpp"

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/network/jacobian.hpp"

namespace verigrad::backpropagation {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/5.backprop",
      .stem = "backpropagation",
      .title = "Back-propagation equals the gradient",
      .source = "MathDNN, Definitions 5.1 and 5.2, corollary of Definition 5.2 and its note",
      .text =
          "𝒪(X, Y*, ·, ·) = Σᵢ ξ(𝒩(xᵢ, ·, ·), y*ᵢ) ∈ 𝒟, and its gradients in each W⁽ᵏ⁾, b⁽ᵏ⁾ can be computed "
          "recursively through each composition by (4), (8), (12), (10), (11) and (13)",
      .hypotheses = {{"label", "y*ᵢ ∈ {0, 1}ᵐ, ‖y*ᵢ‖ = 1"},
                     {"kink", "Assumption 1: max(0, ·) is differentiable, with derivative 𝟙(x > 0)"}},
      .steps = {},
      .errata = {{.key = "rows of the stack",
                  .place = "Notation 17",
                  .printed = "the vertical stack of the gradients according to each Wᵢ*⁽ᵏ⁾ for i* ∈ ⟦1, mₖ₊₁⟧",
                  .corrected = "… for i* ∈ ⟦1, mₖ⟧",
                  .remark = "by Definition 5.1, W⁽ᵏ⁾ ∈ ℳ(mₖ, mₖ₋₁) has mₖ rows; for k = p there is no mₖ₊₁. Definition "
                            "6.6 has the same shift"}}};
  return result;
}

namespace {

template <class T>
Vector<T> recursion(const DenseNetwork& network, Loss loss, const Vector<T>& theta, const Batch<T>& batch) {
  Vector<T> gradient;
  Backpropagation<T>(network, loss).objective_and_gradient(theta, batch, gradient);
  return gradient;
}
template <class T>
Vector<T> recursion(const NetworkData<T>& r) {
  return recursion<T>(r.network, r.loss, r.theta, r.batch);
}

/// The layer's Jacobian in all parameters: (9) and (10) in its own columns.
template <class T>
Matrix<T> own_jacobian(const NetworkData<T>& r, const Vector<T>& y, int k) {
  const int m = r.network.width(k);
  Matrix<T> result = Matrix<T>::Constant(m, r.theta.size(), T(0));
  for (int row = 0; row < m; ++row) {
    const Matrix<T> in_row = jacobian::dense_weight(y, row, m);
    for (Eigen::Index j = 0; j < y.size(); ++j) result.col(r.network.weights_offset(k) + j * m + row) = in_row.col(j);
  }
  result.middleCols(r.network.bias_offset(k), m) = jacobian::dense_bias<T>(m);
  return result;
}

/// ∂o/∂θ at one sample, m_p × P, from the first layer on.
template <class T>
Matrix<T> output_jacobian(const NetworkData<T>& r, Eigen::Index sample) {
  Vector<T> y = r.batch.inputs.row(sample).transpose();
  Matrix<T> in_theta = Matrix<T>::Constant(y.size(), r.theta.size(), T(0));
  for (int k = 1; k <= r.network.depth(); ++k) {
    const Matrix<T> w = r.network.weights(r.theta, k);
    const Matrix<T> row = y.transpose();
    Matrix<T> z_row(1, w.rows());
    dense<T>(row, w, r.network.bias(r.theta, k), z_row);
    const Vector<T> z = z_row.transpose();
    const Activation kind = r.network.activation(k);
    const Matrix<T> inner = jacobian::dense_input(w).lazyProduct(in_theta) + own_jacobian(r, y, k);
    in_theta = jacobian::activation(kind, z).lazyProduct(inner);
    y = z.unaryExpr([kind](const T& entry) { return activate<T>(kind, entry); });
  }
  return in_theta;
}

/// ∇loss at one sample's outputs; for softmax with cross-entropy ∇ξ(𝒮) ∗ 𝒥_𝒮, unfused.
template <class T>
Vector<T> loss_row(const NetworkData<T>& r, const Vector<T>& o, Eigen::Index sample) {
  if (r.loss == Loss::squared_error) return o - Vector<T>(r.batch.targets.row(sample).transpose());
  const int label = r.batch.labels[std::size_t(sample)];
  if (r.loss == Loss::logistic) return Vector<T>::Constant(1, detail::logistic_slope<T>(o[0], label));
  Vector<int> y_star = Vector<int>::Zero(o.size());
  y_star[label] = 1;
  const Vector<T> s = softmax(o);
  return jacobian::softmax(s).transpose().lazyProduct(cross_entropy_derivative(s, y_star));
}

template <class T>
Vector<T> by_full_jacobians(const NetworkData<T>& r) {
  Vector<T> sum = Vector<T>::Constant(r.theta.size(), T(0));
  Backpropagation<T> pass(r.network, r.loss);
  const Matrix<T>& outputs = pass.outputs(r.theta, r.batch.inputs);
  for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
    const Vector<T> o = outputs.row(i).transpose();
    sum += output_jacobian(r, i).transpose().lazyProduct(loss_row(r, o, i));
  }
  return sum;
}

template <class T>
Vector<T> by_dual_numbers(const NetworkData<T>& r) {
  const Batch<Dual<T>> batch{constant(r.batch.inputs), r.batch.labels, constant(r.batch.targets)};
  Backpropagation<Dual<T>> pass(r.network, r.loss);
  return forward_gradient([&](const Vector<Dual<T>>& theta) { return pass.objective(theta, batch); }, r.theta);
}

/// A bound on the objective's degree in one parameter: every square doubles it, and so does the squared error.
int degree(const DenseNetwork& network) {
  int result = 2;
  for (int k = 1; k <= network.depth(); ++k)
    if (network.activation(k) == Activation::square) result *= 2;
  return result;
}

template <class T>
Vector<T> by_differences(const NetworkData<T>& r) {
  const int order = degree(r.network);
  Backpropagation<T> pass(r.network, r.loss);
  Vector<T> result(r.theta.size()), theta = r.theta, difference(order + 1);
  for (Eigen::Index c = 0; c < theta.size(); ++c) {
    for (int k = 0; k <= order; ++k) {
      theta[c] = r.theta[c] + T(k) * r.step;
      difference[k] = pass.objective(theta, r.batch);
    }
    theta[c] = r.theta[c];
    T sum(0);
    for (int k = 1; k <= order; ++k) {
      for (int i = 0; i + k <= order; ++i) difference[i] = difference[i + 1] - difference[i];
      sum += T(k % 2 == 1 ? 1 : -1) * difference[0] / T(k);
    }
    result[c] = sum / r.step;
  }
  return result;
}

/// ∂³𝒪/∂θ_c³ for all θ_c in [at, at + width], by dual numbers of dual numbers of dual numbers.
template <class T>
T third_derivative(const NetworkData<T>& r, Eigen::Index c, const T& width) {
  using Third = Dual<Dual<Dual<T>>>;
  const auto constant = [](const T& entry) { return Third(Dual<Dual<T>>(Dual<T>(entry))); };
  const Batch<Third> batch{r.batch.inputs.unaryExpr(constant), r.batch.labels, r.batch.targets.unaryExpr(constant)};
  Vector<Third> theta = r.theta.unaryExpr(constant);
  const T range = hull(r.theta[c], T(r.theta[c] + width));
  theta[c] = Third::variable(Dual<Dual<T>>::variable(Dual<T>::variable(range, 0, 1), 0, 1), 0, 1);
  return Backpropagation<Third>(r.network, r.loss).objective(theta, batch).tangent().tangent().tangent();
}

/// A claim for each parameter, and that there are as many.
template <class T>
void claim_same(std::string_view name, const Vector<T>& a, const Vector<T>& b, Claims<T>& claims) {
  claims.equal("entries", T(int(a.size())), T(int(b.size())));
  if (a.size() == b.size()) claims.equal(name, a, b);
}

constexpr auto jacobians = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_same("recursion = product of full Jacobians", recursion(r), by_full_jacobians(r), claims);
};
constexpr auto duals = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_same("recursion = dual numbers", recursion(r), by_dual_numbers(r), claims);
};
constexpr auto differences = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_same("recursion = extrapolated differences", recursion(r), by_differences(r), claims);
};

/// D(h) = (φ(h) − φ(0))/h = φ′ + h φ″/2 + h² φ‴(ξ)/6, so that 2D(h/2) − D(h) = φ′ + h² (φ‴(ξ₁)/12 − φ‴(ξ₂)/6), which is
/// within h²M/4 ≤ h²(1 + M²)/8 of φ′ where |φ‴| ≤ M.
template <class T, class Extrapolated>
void claim_remainders(const NetworkData<T>& r, const Vector<T>& gradient, Extrapolated extrapolated,
                      Claims<T>& claims) {
  Backpropagation<T> pass(r.network, r.loss);
  const T h = r.step, here = pass.objective(r.theta, r.batch);
  Vector<T> theta = r.theta;
  for (Eigen::Index c = 0; c < theta.size(); ++c) {
    const auto difference = [&](const T& step) {
      theta[c] = r.theta[c] + step;
      const T change = pass.objective(theta, r.batch) - here;
      theta[c] = r.theta[c];
      return T(change / step);
    };
    const T bound = square(h) * (T(1) + square(third_derivative<T>(r, c, h))) / T(8);
    claims.at_most("|recursion − 2D(h/2) + D(h)| ≤ h²(1 + M²)/8",
                   magnitude<T>(gradient[c] - extrapolated(difference, h)), bound, int(c));
  }
}

constexpr auto richardson = [](const auto& d, const auto& h) {
  using T = std::decay_t<decltype(h)>;
  return T(T(2) * d(T(h / T(2))) - d(h));
};
constexpr auto remainders = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_remainders(r, recursion(r), richardson, claims);
};
constexpr auto half_recursion = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_remainders(r, Vector<T>(recursion(r) / T(2)), richardson, claims);
};
constexpr auto one_difference = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_remainders(
      r, recursion(r), [](const auto& d, const T& h) { return d(h); }, claims);
};
constexpr auto swapped_steps = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_remainders(
      r, recursion(r), [](const auto& d, const T& h) { return T(T(2) * d(h) - d(T(h / T(2)))); }, claims);
};

template <class T, class Rows>
void claim_rows(const NetworkData<T>& r, Rows rows, Claims<T>& claims) {
  Vector<T> gradient = recursion(r);
  for (int k = 1; k < r.network.depth(); ++k)
    claims.equal("rows of the stack", T(int(r.network.weights(gradient, k).rows())), T(r.network.width(rows(k))), k);
}
constexpr auto next_width = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_rows(
      r, [](int k) { return k + 1; }, claims);
};
constexpr auto own_width = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claim_rows(
      r, [](int k) { return k; }, claims);
};

template <class Gradient>
Form<NetworkInstance> wrong(const char* key, Gradient gradient) {
  return form<NetworkData>(key, [gradient]<class T>(const NetworkData<T>& r, Claims<T>& claims) {
    claim_same("planted = full Jacobians", Vector<T>(gradient(r)), by_full_jacobians(r), claims);
  });
}

/// The signs of all activations' inputs: those of the outputs of the network cut off after each layer.
std::vector<Sign> signs(const NetworkData<Rational>& r, const Vector<Rational>& theta) {
  std::vector<Sign> result;
  std::vector<int> widths{r.network.inputs()};
  std::vector<Activation> activations;
  for (int k = 1; k <= r.network.depth(); ++k) {
    widths.push_back(r.network.width(k));
    activations.push_back(Activation::identity);
    DenseNetwork head(widths, activations);
    Backpropagation<Rational> pass(head, r.loss);
    for (const Rational& z : pass.outputs(theta.head(head.parameter_count()), r.batch.inputs).reshaped())
      result.push_back(verigrad::sign_of(z));
    activations.back() = r.network.activation(k);
  }
  return result;
}

}  // namespace

bool crosses_no_kink(const NetworkInstance& instance) {
#ifdef VERIGRAD_ARCHETYPE
  return instance.rational();
#else
  bool kinks = false, squares = false;
  for (int k = 1; k <= instance.network.depth(); ++k) {
    const Activation kind = instance.network.activation(k);
    kinks |= kind == Activation::relu || kind == Activation::leaky_relu;
    squares |= kind == Activation::square;
  }
  if (!instance.rational() || (kinks && squares)) return false;
  if (!kinks) return true;
  const NetworkData<Rational> r(instance);
  const std::vector<Sign> here = signs(r, r.theta);
  for (Eigen::Index c = 0; c < r.theta.size(); ++c) {
    Vector<Rational> theta = r.theta;
    theta[c] += degree(r.network) * r.step;
    if (signs(r, theta) != here) return false;
  }
  return true;
#endif
}

Form<NetworkInstance> full_jacobians() { return form<NetworkData>("product of full Jacobians", jacobians); }
Form<NetworkInstance> dual_numbers() { return form<NetworkData>("dual numbers", duals); }
Form<NetworkInstance> extrapolated_differences() { return form<NetworkData>("extrapolated differences", differences); }
Form<NetworkInstance> extrapolation_remainder() {
  return form<NetworkData>("extrapolated differences, within their remainder", remainders);
}
Forms<NetworkInstance> errata() { return {form<NetworkData>("rows of the stack", next_width)}; }
Forms<NetworkInstance> corrected() { return {form<NetworkData>("rows of the stack", own_width)}; }

Forms<NetworkInstance> planted() {
  return {
      wrong("sign", []<class T>(const NetworkData<T>& r) { return Vector<T>(-recursion(r)); }),
      wrong("mean for sum",
            []<class T>(const NetworkData<T>& r) { return Vector<T>(recursion(r) / T(int(r.batch.inputs.rows()))); }),
      wrong("biases forgotten",
            []<class T>(const NetworkData<T>& r) {
              Vector<T> result = recursion(r);
              for (int k = 1; k <= r.network.depth(); ++k) r.network.bias(result, k).fill(T(0));
              return result;
            }),
      wrong("weights by rows",
            []<class T>(const NetworkData<T>& r) {
              Vector<T> result = recursion(r);
              for (int k = 1; k <= r.network.depth(); ++k) {
                const Matrix<T> transposed = r.network.weights(result, k).transpose();
                r.network.weights(result, k).reshaped() = transposed.reshaped();
              }
              return result;
            }),
      wrong("φ′ = 1 in every layer",
            []<class T>(const NetworkData<T>& r) {
              const std::vector<Activation> linear(std::size_t(r.network.depth()), Activation::identity);
              return recursion<T>(DenseNetwork(r.network.widths(), linear), r.loss, r.theta, r.batch);
            }),
      wrong("without the first sample", []<class T>(const NetworkData<T>& r) {
        Batch<T> rest = r.batch;
        rest.inputs.row(0) = rest.inputs.row(rest.inputs.rows() - 1);
        return recursion<T>(r.network, r.loss, r.theta, rest);
      })};
}

Forms<NetworkInstance> planted_beyond_remainder() {
  return {form<NetworkData>("half the recursion", half_recursion),
          form<NetworkData>("one difference, not extrapolated", one_difference),
          form<NetworkData>("steps swapped", swapped_steps)};
}

}  // namespace verigrad::backpropagation
