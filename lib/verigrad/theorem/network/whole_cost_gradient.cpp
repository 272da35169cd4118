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
      .code = {"network/backpropagation.hpp: Backpropagation"},
      .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ_y ∈ C¹"}},
      .formal = {.theorems = {"conclusion", "conclusion_by_backpropagation"}}};
  return result;
}

namespace {

struct Run : NetworkRun {
  using Instance = NetworkInstance;
  explicit Run(const NetworkInstance& instance) : NetworkRun(instance) {
    for (Eigen::Index i = 0; i < instance.inputs.rows(); ++i) samples.emplace_back(instance, i);
  }
  std::vector<row_gradients::Run> samples;
};

/// The rows and matrices as one vector of θ's layout.
Vector<Number> as_theta(const DenseNetwork& network, const Gradients& gradients) {
  Vector<Number> result(network.parameter_count());
  for (int k = 1; k <= network.depth(); ++k) {
    network.weights(result, k) = gradients.W[std::size_t(k) - 1].transpose();
    network.bias(result, k) = gradients.b[std::size_t(k) - 1].transpose();
  }
  return result;
}

Vector<Number> of_sample(const row_gradients::Run& sample) {
  Gradients gradients;
  for (int r = 0; r <= sample.p; ++r) {
    gradients.b.push_back(row_gradients::in_bias(sample, r));
    gradients.W.push_back(row_gradients::in_weights(sample, r));
  }
  return as_theta(sample.network, gradients);
}

Vector<Number> sum(const Run& r) {
  Vector<Number> result = Vector<Number>::Zero(r.theta.size());
  for (const auto& sample : r.samples) result += of_sample(sample);
  return result;
}

Vector<Number> by_full_jacobians(const Run& r) {
  Vector<Number> result = Vector<Number>::Zero(r.theta.size());
  for (const auto& sample : r.samples) result += as_theta(r.network, row_gradients::by_full_jacobians(sample));
  return result;
}

/// The library's objective of the whole batch over dual numbers.
Vector<Number> by_dual_numbers(const Run& r) {
  const Batch<Dual<Number>> batch{constant(r.batch.inputs), r.batch.labels, constant(r.batch.targets)};
  Backpropagation<Dual<Number>> pass(r.network, r.loss);
  return forward_gradient([&](const Vector<Dual<Number>>& theta) { return pass.objective(theta, batch); }, r.theta);
}

void printed(const Run& r, Claims& claims) {
  const Vector<Number> gradient = sum(r);
  Vector<Number> library;
  Backpropagation<Number>(r.network, r.loss).objective_and_gradient(r.theta, r.batch, library);
  claims.equal("(5.15) = dual numbers", gradient, by_dual_numbers(r));
  claims.equal("(5.15) = full Jacobians", gradient, by_full_jacobians(r));
  claims.equal("(5.15) = the library's back-propagation", gradient, library);
}

void first_layer(const Run& r, Claims& claims) {
  const Eigen::Index n = r.network.bias_offset(1) + r.network.width(1);
  Vector<Number> differences = Vector<Number>::Zero(r.theta.size());
  for (const auto& sample : r.samples)
    differences += as_theta(r.network, row_gradients::by_central_differences(sample, frac(1, 4)));
  claims.equal("(5.15) = central difference", Vector<Number>(sum(r).head(n)), Vector<Number>(differences.head(n)));
}

template <class Gradient>
Form<NetworkInstance> wrong(const char* key, Gradient gradient) {
  return form<Run>(key, [gradient](const Run& r, Claims& claims) {
    claims.equal("planted = full Jacobians", Vector<Number>(gradient(r)), by_full_jacobians(r));
  });
}

Forms<NetworkInstance> planted() {
  return {
      wrong("sign", [](const Run& r) { return Vector<Number>(-sum(r)); }),
      wrong("mean for sum", [](const Run& r) { return Vector<Number>(sum(r) / Number(int(r.samples.size()))); }),
      wrong("without the last sample",
            [](const Run& r) { return Vector<Number>(sum(r) - of_sample(r.samples.back())); }),
      wrong("the first sample for each",
            [](const Run& r) { return Vector<Number>(Number(int(r.samples.size())) * of_sample(r.samples.front())); }),
      wrong("biases forgotten",
            [](const Run& r) {
              Vector<Number> result = sum(r);
              for (int k = 1; k <= r.network.depth(); ++k) r.network.bias(result, k).setZero();
              return result;
            }),
      wrong("weights not transposed", [](const Run& r) {
        Vector<Number> result = sum(r);
        for (int k = 1; k <= r.network.depth(); ++k) {
          const Matrix<Number> transposed = r.network.weights(result, k).transpose();
          r.network.weights(result, k).reshaped() = transposed.reshaped();
        }
        return result;
      })};
}

}  // namespace

Lines<NetworkInstance> lines() { return {.planted = planted(), .separating = row_gradients::separating()}; }

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() { return form<Run>("central difference", first_layer); }

}  // namespace verigrad::whole_cost_gradient
