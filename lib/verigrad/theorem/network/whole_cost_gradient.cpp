#include "verigrad/theorem/network/whole_cost_gradient.hpp"

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/network/backpropagation_inline.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::whole_cost_gradient {

using row_gradients::Gradients;

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.15",
      .stem = "whole_cost_gradient",
      .title = "Gradient of the whole cost",
      .source = "SGM, (5.15)",
      .text =
          "∇J(W) = Σ_{(x,y) ∈ 𝒟} ∇_W φ_y(f(x, W)), in all W_r and b_r, by (5.12), (5.13) and (5.14). A sample that "
          "occurs twice in 𝒟 counts twice",
      .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ_y ∈ C¹"}},
      .steps = {},
      .errata = {}};
  return result;
}

namespace {

template <class T>
struct Run : NetworkData<T> {
  using Instance = NetworkInstance;
  explicit Run(const NetworkInstance& instance) : NetworkData<T>(instance) {
    for (Eigen::Index i = 0; i < instance.inputs.rows(); ++i) samples.emplace_back(instance, i);
  }
  std::vector<row_gradients::Run<T>> samples;
};

/// The rows and matrices as one vector of θ's layout.
template <class T>
Vector<T> as_theta(const DenseNetwork& network, const Gradients<T>& gradients) {
  Vector<T> result(network.parameter_count());
  for (int k = 1; k <= network.depth(); ++k) {
    network.weights(result, k) = gradients.W[std::size_t(k) - 1].transpose();
    network.bias(result, k) = gradients.b[std::size_t(k) - 1].transpose();
  }
  return result;
}

template <class T>
Vector<T> of_sample(const row_gradients::Run<T>& sample) {
  Gradients<T> gradients;
  for (int r = 0; r <= sample.p; ++r) {
    gradients.b.push_back(row_gradients::in_bias(sample, r));
    gradients.W.push_back(row_gradients::in_weights(sample, r));
  }
  return as_theta(sample.network, gradients);
}

template <class T>
Vector<T> sum(const Run<T>& r) {
  Vector<T> result = Vector<T>::Constant(r.theta.size(), T(0));
  for (const auto& sample : r.samples) result += of_sample(sample);
  return result;
}

template <class T>
Vector<T> by_full_jacobians(const Run<T>& r) {
  Vector<T> result = Vector<T>::Constant(r.theta.size(), T(0));
  for (const auto& sample : r.samples) result += as_theta(r.network, row_gradients::by_full_jacobians(sample));
  return result;
}

/// The library's objective of the whole batch over dual numbers.
template <class T>
Vector<T> by_dual_numbers(const Run<T>& r) {
  const auto constant = [](const Matrix<T>& a) -> Matrix<Dual<T>> {
    return a.unaryExpr([](const T& entry) { return Dual<T>(entry); });
  };
  const Batch<Dual<T>> batch{constant(r.batch.inputs), r.batch.labels, constant(r.batch.targets)};
  Backpropagation<Dual<T>> pass(r.network, r.loss);
  return forward_gradient([&](const Vector<Dual<T>>& theta) { return pass.objective(theta, batch); }, r.theta);
}

constexpr auto printed = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Vector<T> gradient = sum(r);
  Vector<T> library;
  Backpropagation<T>(r.network, r.loss).objective_and_gradient(r.theta, r.batch, library);
  claims.equal("(5.15) = dual numbers", gradient, by_dual_numbers(r));
  claims.equal("(5.15) = full Jacobians", gradient, by_full_jacobians(r));
  claims.equal("(5.15) = the library's back-propagation", gradient, library);
};

constexpr auto first_layer = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const Eigen::Index n = r.network.bias_offset(1) + r.network.width(1);
  Vector<T> differences = Vector<T>::Constant(r.theta.size(), T(0));
  for (const auto& sample : r.samples)
    differences += as_theta(r.network, row_gradients::by_central_differences<T>(sample, frac<T>(1, 4)));
  claims.equal("(5.15) = central difference", Vector<T>(sum(r).head(n)), Vector<T>(differences.head(n)));
};

template <class Gradient>
Form<NetworkInstance> wrong(const char* key, Gradient gradient) {
  return form<Run>(key, [gradient]<class T>(const Run<T>& r, Claims<T>& claims) {
    claims.equal("planted = full Jacobians", Vector<T>(gradient(r)), by_full_jacobians(r));
  });
}

}  // namespace

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() { return form<Run>("central difference", first_layer); }

Forms<NetworkInstance> planted() {
  return {wrong("sign", []<class T>(const Run<T>& r) { return Vector<T>(-sum(r)); }),
          wrong("mean for sum", []<class T>(const Run<T>& r) { return Vector<T>(sum(r) / T(int(r.samples.size()))); }),
          wrong("without the last sample",
                []<class T>(const Run<T>& r) { return Vector<T>(sum(r) - of_sample(r.samples.back())); }),
          wrong("the first sample for each",
                []<class T>(const Run<T>& r) {
                  return Vector<T>(T(int(r.samples.size())) * of_sample(r.samples.front()));
                }),
          wrong("biases forgotten",
                []<class T>(const Run<T>& r) {
                  Vector<T> result = sum(r);
                  for (int k = 1; k <= r.network.depth(); ++k) r.network.bias(result, k).fill(T(0));
                  return result;
                }),
          wrong("weights not transposed", []<class T>(const Run<T>& r) {
            Vector<T> result = sum(r);
            for (int k = 1; k <= r.network.depth(); ++k) {
              const Matrix<T> transposed = r.network.weights(result, k).transpose();
              r.network.weights(result, k).reshaped() = transposed.reshaped();
            }
            return result;
          })};
}

}  // namespace verigrad::whole_cost_gradient
