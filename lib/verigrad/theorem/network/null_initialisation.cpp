#include "verigrad/theorem/network/null_initialisation.hpp"

#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::null_initialisation {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.4.1",
       .stem = "null_initialisation",
       .title = "Null initialisation with ReLU",
       .source = "SGM, Lemma 5.4.1",
       .text =
           "With the least square cost, W(0) = 0 and ReLU, the function reconstructed from W(t) by (5.2) or (5.3) is "
           "constant with respect to x for all t",
       .found =
           "true for any number of hidden layers and any cost, whatever derivative ReLU is given at 0; the last hidden "
           "layer alone needs A(0) = 0, the others may be sigmoids",
       .code = {"network/backpropagation.hpp: Backpropagation"},
       .hypotheses = {{"hidden layer", "there is one (missing in the text; its proof has one)"},
                      {"ReLU", "the activation function is ReLU: A(0) = 0"},
                      {"null", "W(0) = 0 and b(0) = 0"}},
       .errata =
           {{.key = "below",
             .place = "Lemma 5.4.1 and its proof",
             .printed = "Consider the least square based cost function. … a ReLU activation function. … An example is "
                        "sufficient. Consider the function with one hidden layer",
             .corrected =
                 "for any number p ≥ 1 of hidden layers: ∇_{W_r} f_0 = 0 for all r, and ∇_{b_r} f_0 = 0 for r < p",
             .remark = "The lemma speaks of any network, the proof of one with one hidden layer; without a hidden "
                       "layer there is no ReLU, and f is not constant. 'It is the same for … any cost function' is "
                       "true of the derivatives that vanish; the one in b₁ vanishes too when Σ (f − y) = 0.",
             .weight = Weight::gap}}},
      lines());
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

struct Run : NetworkRun {
  using Instance = NetworkInstance;
  explicit Run(const NetworkInstance& instance) : NetworkRun(instance), pass(network, loss), first(instance) {}

  int samples() const { return int(batch.inputs.rows()); }
  Vector<Number> gradient(const Vector<Number>& at) const {
    Vector<Number> result;
    pass.objective_and_gradient(at, batch, result);
    return result;
  }
  /// θ after so many steps of (5.2).
  Vector<Number> after(int steps) const {
    Vector<Number> at = theta;
    for (int n = 0; n < steps; ++n) at -= step * gradient(at);
    return at;
  }
  /// f at every sample and, as the last row, at x = 0.
  Matrix<Number> outputs(const Vector<Number>& at) const {
    Matrix<Number> inputs = Matrix<Number>::Zero(samples() + 1, batch.inputs.cols());
    inputs.topRows(samples()) = batch.inputs;
    return pass.outputs(at, inputs);
  }
  /// ȳⱼ.
  Number mean_target(Eigen::Index j) const {
    Number sum(0);
    for (int i = 0; i < samples(); ++i) sum += batch.targets(i, j);
    return sum / samples();
  }

  mutable Backpropagation<Number> pass;
  row_gradients::Run first;  ///< the first sample
};

void claim_constant(const Run& r, const Matrix<Number>& outputs, Claims& claims) {
  for (int i = 0; i < r.samples(); ++i)
    for (Eigen::Index j = 0; j < outputs.cols(); ++j)
      claims.equal("f(x) − f(0) = 0", outputs(i, j) - outputs(r.samples(), j), 0, i);
}

/// 1 − (1 − t)ⁿ.
Number approached(const Number& t, int n) {
  Number left(1);
  for (int i = 0; i < n; ++i) left *= 1 - t;
  return 1 - left;
}

void by_steps(const Run& r, Claims& claims) {
  for (int n = 1; n <= 3; ++n) {
    const Matrix<Number> outputs = r.outputs(r.after(n));
    claim_constant(r, outputs, claims);
    if (r.loss != Loss::squared_error) continue;
    const Number share = approached(r.samples() * r.step, n);
    for (Eigen::Index j = 0; j < outputs.cols(); ++j)
      claims.equal("f = ȳ(1 − (1 − NΔt)ⁿ)", outputs(0, j), r.mean_target(j) * share, n);
  }
}

void on_the_line(const Run& r, Claims& claims) {
  const Vector<Number> gradient = r.gradient(r.theta);
  const Eigen::Index first = r.network.bias_offset(r.network.depth());
  for (Eigen::Index i = 0; i < first; ++i) claims.equal("∂J = 0 but in b_p", gradient[i], 0, int(i));
  if (r.loss != Loss::squared_error) return;
  for (Eigen::Index j = 0; first + j < gradient.size(); ++j)
    claims.equal("∇_{b_p}J = N(b_p − ȳ)", gradient[first + j], r.samples() * (r.theta[first + j] - r.mean_target(j)),
                 int(j));
}

void claim_zero(std::string_view name, const Matrix<Number>& a, Claims& claims) {
  for (const Number& entry : a.reshaped()) claims.equal(name, entry, 0);
}

/// claims_of(run of φ = f_i) for each output i of f: ∇φ is the i-th unit row.
template <class ClaimsOf>
void for_each_output(const Run& r, ClaimsOf claims_of) {
  row_gradients::Run sample = r.first;
  for (Eigen::Index i = 0; i < sample.dphi.cols(); ++i) {
    sample.dphi = Matrix<Number>::Zero(1, sample.dphi.cols());
    sample.dphi(0, i) = 1;
    claims_of(sample, row_gradients::by_full_jacobians(sample));
  }
}

void weights_above(const Run& r, Claims& claims) {
  for_each_output(r, [&](const auto& sample, const auto& gradients) {
    claim_zero("R(0) = 0", sample.S.back(), claims);
    claim_zero("∇_{W_p} f_0 = 0", gradients.W.back(), claims);
  });
}
void below(const Run& r, Claims& claims) {
  for_each_output(r, [&](const auto& sample, const auto& gradients) {
    for (std::size_t k = 0; k < std::size_t(sample.p); ++k) {
      claim_zero("∇_{W_r} f_0 = 0", gradients.W[k], claims);
      claim_zero("∇_{b_r} f_0 = 0", gradients.b[k], claims);
    }
  });
}
void exterior(const Run& r, Claims& claims) {
  for_each_output(r, [&](const auto& sample, const auto& gradients) {
    claim_equal("∇_{b_p} f_0 = I", gradients.b.back(), sample.dphi, claims);
  });
}
void claim_vanishing(const row_gradients::Gradients& gradients, Claims& claims) {
  claim_zero("∇_x(φ ∘ f) = 0", gradients.x, claims);
  for (std::size_t k = 0; k < gradients.W.size(); ++k) {
    claim_zero("∇_{W_r}(φ ∘ f) = 0", gradients.W[k], claims);
    if (k + 1 < gradients.b.size()) claim_zero("∇_{b_r}(φ ∘ f) = 0, r < p", gradients.b[k], claims);
  }
}
void any_cost(const Run& r, Claims& claims) { claim_vanishing(row_gradients::by_dual_numbers(r.first), claims); }
/// Seven for every derivative at 0.
void any_derivative(const Run& r, Claims& claims) {
  row_gradients::Run sample = r.first;
  for (Matrix<Number>& slopes : sample.dS)
    for (Eigen::Index i = 0; i < slopes.rows(); ++i) slopes(i, i) = 7;
  claim_vanishing(row_gradients::by_full_jacobians(sample), claims);
}

/// A planted mistake: f = ȳ · share(NΔt, Δt, n) after n = 1, 2, 3 steps.
template <class Share>
Form<NetworkInstance> reaches(const char* key, Share share) {
  return form<Run>(key, [share](const Run& r, Claims& claims) {
    for (int n = 1; n <= 3; ++n) {
      const Matrix<Number> outputs = r.outputs(r.after(n));
      for (Eigen::Index j = 0; j < outputs.cols(); ++j)
        claims.equal("f = planted", outputs(0, j), r.mean_target(j) * share(r.samples() * r.step, r.step, n), n);
    }
  });
}

std::vector<Step<NetworkInstance>> steps() {
  return {{"weights above", "∇_{W_1} f_0 = R(W_0(0)x + b_0(0)) = R(0) = 0", form<Run>(weights_above)},
          {"below", "∇_{W_0} f_0 = 0 and ∇_{b_0} f_0 = 0", form<Run>(below)},
          {"exterior constant", "∇_{b_1} f_0 ≠ 0: it is I", form<Run>(exterior)},
          {"any cost", "the partial derivatives of any cost function vanish with those of f", form<Run>(any_cost)},
          {"any derivative at 0", "all of this with any numbers for R′(0)", form<Run>(any_derivative)}};
}

Forms<NetworkInstance> planted() {
  return {reaches("f stays 0", [](const Number&, const Number&, int) { return 0; }),
          reaches("sign", [](const Number& t, const Number&, int n) { return -approached(t, n); }),
          reaches("f = ȳ at once", [](const Number&, const Number&, int) { return 1; }),
          reaches("Δt for NΔt", [](const Number&, const Number& dt, int n) { return approached(dt, n); }),
          reaches("one step more", [](const Number& t, const Number&, int n) { return approached(t, n + 1); }),
          reaches("linear in n", [](const Number& t, const Number&, int n) { return n * t; })};
}

/// A ReLU and a linear unit, two samples, one of which is met.
NetworkInstance two_targets() {
  return {.network = DenseNetwork({1, 1, 1}, {Activation::relu, Activation::identity}),
          .theta = Vector<double>::Zero(4),
          .inputs = Matrix<double>{{0}, {0}},
          .targets = Matrix<double>{{0}, {1}},
          .step = 0.25};
}

}  // namespace

Lines<NetworkInstance> lines() { return {.steps = steps(), .planted = planted(), .separating = {two_targets()}}; }

Form<NetworkInstance> constant_in_x(int steps) {
  return form<Run>("constant in x",
                   [steps](const Run& r, Claims& claims) { claim_constant(r, r.outputs(r.after(steps)), claims); });
}
Form<NetworkInstance> discrete() { return form<Run>("gradient descent", by_steps).of_code(); }
Form<NetworkInstance> flow() { return form<Run>("gradient flow", on_the_line).of_code(); }

}  // namespace verigrad::null_initialisation
