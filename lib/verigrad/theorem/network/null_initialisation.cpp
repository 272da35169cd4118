#include "verigrad/theorem/network/null_initialisation.hpp"

#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::null_initialisation {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.4.1",
      .stem = "null_initialisation",
      .title = "Null initialisation with ReLU",
      .source = "SGM, Lemma 5.4.1",
      .text =
          "With the least square cost, W(0) = 0 and ReLU, the function reconstructed from W(t) by (5.2) or (5.3) is "
          "constant with respect to x for all t. Found: true for any number of hidden layers and any cost, whatever "
          "derivative ReLU is given at 0; the last hidden layer alone needs A(0) = 0, the others may be sigmoids. The "
          "proof's 'it is the same for any cost function' holds of the derivatives that vanish: the one in b₁ vanishes "
          "too when Σ (f − y) = 0",
      .hypotheses = {{"hidden layer", "there is one (missing in the text; its proof has one)"},
                     {"ReLU", "the activation function is ReLU: A(0) = 0"},
                     {"null", "W(0) = 0 and b(0) = 0"}},
      .steps = {{"weights above", "∇_{W_1} f_0 = R(W_0(0)x + b_0(0)) = R(0) = 0"},
                {"below", "∇_{W_0} f_0 = 0 and ∇_{b_0} f_0 = 0"},
                {"exterior constant", "∇_{b_1} f_0 ≠ 0: it is I"},
                {"any cost", "the partial derivatives of any cost function vanish with those of f"},
                {"any derivative at 0", "all of this with any numbers for R′(0)"}},
      .errata = {}};
  return result;
}

namespace {

/// All but b_p is 0.
bool is_null_but_last_bias(const NetworkInstance& instance) {
  return instance.theta.head(instance.network.bias_offset(instance.network.depth())).isZero(0);
}

}  // namespace

bool hypotheses_hold(const NetworkInstance& instance) {
  const int p = instance.network.depth() - 1;
  if (p < 1 || !is_null_but_last_bias(instance)) return false;
  const Activation last = instance.network.activation(p);
  return last != Activation::sigmoid && last != Activation::softplus;
}

NetworkInstance last_bias_only(NetworkInstance instance) {
  instance.theta.head(instance.network.bias_offset(instance.network.depth())).setZero();
  return instance;
}
NetworkInstance null_start(NetworkInstance instance) {
  instance.theta.setZero();
  instance.step = 0.25;
  return instance;
}

namespace {

template <class T>
struct Run : NetworkData<T> {
  using Instance = NetworkInstance;
  explicit Run(const NetworkInstance& instance)
      : NetworkData<T>(instance), pass(this->network, this->loss), first(instance) {}

  int samples() const { return int(this->batch.inputs.rows()); }
  Vector<T> gradient(const Vector<T>& at) const {
    Vector<T> result;
    pass.objective_and_gradient(at, this->batch, result);
    return result;
  }
  /// θ after so many steps of (5.2).
  Vector<T> after(int steps) const {
    Vector<T> at = this->theta;
    for (int n = 0; n < steps; ++n) at -= this->step * gradient(at);
    return at;
  }
  /// f at every sample and, as the last row, at x = 0.
  Matrix<T> outputs(const Vector<T>& at) const {
    Matrix<T> inputs = Matrix<T>::Constant(samples() + 1, this->batch.inputs.cols(), T(0));
    inputs.topRows(samples()) = this->batch.inputs;
    return pass.outputs(at, inputs);
  }
  /// ȳⱼ.
  T mean_target(Eigen::Index j) const {
    T sum(0);
    for (int i = 0; i < samples(); ++i) sum += this->batch.targets(i, j);
    return sum / T(samples());
  }

  mutable Backpropagation<T> pass;
  row_gradients::Run<T> first;  ///< the first sample
};

template <class T>
void claim_constant(const Run<T>& r, const Matrix<T>& outputs, Claims<T>& claims) {
  for (int i = 0; i < r.samples(); ++i)
    for (Eigen::Index j = 0; j < outputs.cols(); ++j)
      claims.equal("f(x) − f(0) = 0", T(outputs(i, j) - outputs(r.samples(), j)), T(0), i);
}

/// 1 − (1 − t)ⁿ.
template <class T>
T approached(const T& t, int n) {
  T left(1);
  for (int i = 0; i < n; ++i) left *= T(1) - t;
  return T(1) - left;
}

constexpr auto by_steps = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int n = 1; n <= 3; ++n) {
    const Matrix<T> outputs = r.outputs(r.after(n));
    claim_constant(r, outputs, claims);
    if (r.loss != Loss::squared_error) continue;
    const T share = approached<T>(T(r.samples()) * r.step, n);
    for (Eigen::Index j = 0; j < outputs.cols(); ++j)
      claims.equal("f = ȳ(1 − (1 − NΔt)ⁿ)", outputs(0, j), r.mean_target(j) * share, n);
  }
};

constexpr auto on_the_line = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> gradient = r.gradient(r.theta);
  const Eigen::Index first = r.network.bias_offset(r.network.depth());
  for (Eigen::Index i = 0; i < first; ++i) claims.equal("∂J = 0 but in b_p", gradient[i], T(0), int(i));
  if (r.loss != Loss::squared_error) return;
  for (Eigen::Index j = 0; first + j < gradient.size(); ++j)
    claims.equal("∇_{b_p}J = N(b_p − ȳ)", gradient[first + j], T(r.samples()) * (r.theta[first + j] - r.mean_target(j)),
                 int(j));
};

template <class T>
void claim_zero(std::string_view name, const Matrix<T>& a, Claims<T>& claims) {
  for (const T& entry : a.reshaped()) claims.equal(name, entry, T(0));
}

/// claims_of(run of φ = f_i) for each output i of f: ∇φ is the i-th unit row.
template <class T, class ClaimsOf>
void for_each_output(const Run<T>& r, ClaimsOf claims_of) {
  row_gradients::Run<T> sample = r.first;
  for (Eigen::Index i = 0; i < sample.dphi.cols(); ++i) {
    sample.dphi.fill(T(0));
    sample.dphi(0, i) = T(1);
    claims_of(sample, row_gradients::by_full_jacobians(sample));
  }
}

constexpr auto weights_above = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for_each_output(r, [&](const auto& sample, const auto& gradients) {
    claim_zero<T>("R(0) = 0", sample.S.back(), claims);
    claim_zero<T>("∇_{W_p} f_0 = 0", gradients.W.back(), claims);
  });
};
constexpr auto below = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for_each_output(r, [&](const auto& sample, const auto& gradients) {
    for (std::size_t k = 0; k < std::size_t(sample.p); ++k) {
      claim_zero<T>("∇_{W_r} f_0 = 0", gradients.W[k], claims);
      claim_zero<T>("∇_{b_r} f_0 = 0", gradients.b[k], claims);
    }
  });
};
constexpr auto exterior = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for_each_output(r, [&](const auto& sample, const auto& gradients) {
    claim_equal<T>("∇_{b_p} f_0 = I", gradients.b.back(), sample.dphi, claims);
  });
};
template <class T>
void claim_vanishing(const row_gradients::Gradients<T>& gradients, Claims<T>& claims) {
  claim_zero<T>("∇_x(φ ∘ f) = 0", gradients.x, claims);
  for (std::size_t k = 0; k < gradients.W.size(); ++k) {
    claim_zero<T>("∇_{W_r}(φ ∘ f) = 0", gradients.W[k], claims);
    if (k + 1 < gradients.b.size()) claim_zero<T>("∇_{b_r}(φ ∘ f) = 0, r < p", gradients.b[k], claims);
  }
}
constexpr auto any_cost = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claim_vanishing(row_gradients::by_dual_numbers(r.first), claims);
};
/// Seven for every derivative at 0.
constexpr auto any_derivative = []<class T>(const Run<T>& r, Claims<T>& claims) {
  row_gradients::Run<T> sample = r.first;
  for (Matrix<T>& slopes : sample.dS)
    for (Eigen::Index i = 0; i < slopes.rows(); ++i) slopes(i, i) = T(7);
  claim_vanishing(row_gradients::by_full_jacobians(sample), claims);
};

/// A planted mistake: f = ȳ · share(NΔt, Δt, n) after n = 1, 2, 3 steps.
template <class Share>
Form<NetworkInstance> reaches(const char* key, Share share) {
  return form<Run>(key, [share]<class T>(const Run<T>& r, Claims<T>& claims) {
    for (int n = 1; n <= 3; ++n) {
      const Matrix<T> outputs = r.outputs(r.after(n));
      for (Eigen::Index j = 0; j < outputs.cols(); ++j)
        claims.equal("f = planted", outputs(0, j), T(r.mean_target(j) * share(T(T(r.samples()) * r.step), r.step, n)),
                     n);
    }
  });
}

}  // namespace

Form<NetworkInstance> constant_in_x(int steps) {
  return form<Run>("constant in x", [steps]<class T>(const Run<T>& r, Claims<T>& claims) {
    claim_constant(r, r.outputs(r.after(steps)), claims);
  });
}
Form<NetworkInstance> discrete() { return form<Run>("gradient descent", by_steps); }
Form<NetworkInstance> flow() { return form<Run>("gradient flow", on_the_line); }
Forms<NetworkInstance> steps() {
  return {form<Run>("weights above", weights_above), form<Run>("below", below),
          form<Run>("exterior constant", exterior), form<Run>("any cost", any_cost),
          form<Run>("any derivative at 0", any_derivative)};
}

Forms<NetworkInstance> planted() {
  return {reaches("f stays 0", []<class T>(const T&, const T&, int) { return T(0); }),
          reaches("sign", []<class T>(const T& t, const T&, int n) { return T(-approached<T>(t, n)); }),
          reaches("f = ȳ at once", []<class T>(const T&, const T&, int) { return T(1); }),
          reaches("Δt for NΔt", []<class T>(const T&, const T& dt, int n) { return approached<T>(dt, n); }),
          reaches("one step more", []<class T>(const T& t, const T&, int n) { return approached<T>(t, n + 1); }),
          reaches("linear in n", []<class T>(const T& t, const T&, int n) { return T(T(n) * t); })};
}

}  // namespace verigrad::null_initialisation
