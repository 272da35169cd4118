#include "verigrad/sampling/networks.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::generate {
namespace {

const std::vector<Activation>& members(Activations activations) {
  static const std::vector<Activation> relu{Activation::relu};
  static const std::vector<Activation> piecewise{Activation::relu, Activation::leaky_relu, Activation::identity};
  static const std::vector<Activation> sigmoid{Activation::sigmoid};
  static const std::vector<Activation> polynomial{Activation::square, Activation::identity};
  static const std::vector<Activation> smooth{Activation::sigmoid, Activation::tanh, Activation::softplus,
                                              Activation::elu, Activation::silu};
  switch (activations) {
    case Activations::of_the_text: return relu;
    case Activations::piecewise_linear: return piecewise;
    case Activations::polynomial: return polynomial;
    case Activations::sigmoid: return sigmoid;
    case Activations::smooth: break;
  }
  return smooth;
}

Gen<DenseNetwork> shape(Activations activations, Loss loss, int highest_depth) {
  const std::size_t layers = std::size_t(highest_depth);
  const auto made = [=](int hidden, std::vector<int> widths, const std::vector<int>& choices) {
    const std::size_t depth = std::size_t(hidden) + 1;
    widths.resize(depth + 1);
    if (loss == Loss::logistic) widths.back() = 1;
    std::vector<Activation> chosen;
    for (std::size_t k = 0; k < depth; ++k) {
      const auto& choice = members(activations);
      chosen.push_back(choice[std::size_t(choices[k]) % choice.size()]);
    }
    if (activations == Activations::of_the_text) chosen.back() = Activation::identity;
    return DenseNetwork(widths, chosen);
  };
  return gen::apply(made, up_to(highest_depth - 1), gen::container<std::vector<int>>(layers + 1, dimension(3)),
                    gen::container<std::vector<int>>(layers, up_to(59)));
}

Gen<Vector<double>> parameters(Eigen::Index size) { return gen::oneOf(point(size, 1, 0), point(size, 5, 3)); }

NetworkInstance with_batch(const DenseNetwork& network, Loss loss, int samples, const Vector<double>& theta,
                           const Vector<double>& inputs, const Vector<double>& targets,
                           const std::vector<int>& labels) {
  NetworkInstance result{network, loss, theta, Matrix<double>(inputs.reshaped(samples, network.inputs()))};
  const int classes = loss == Loss::logistic ? 2 : network.outputs();
  if (loss == Loss::squared_error)
    result.targets = targets.reshaped(samples, network.outputs());
  else
    for (int i = 0; i < samples; ++i) result.labels.push_back(labels[std::size_t(i)] % classes);
  return result;
}

Gen<NetworkInstance> of_depth(Activations activations, Loss loss, int highest_depth, int most_samples) {
  return gen::mapcat(gen::tuple(shape(activations, loss, highest_depth), dimension(most_samples)),
                     [=](const std::tuple<DenseNetwork, int>& shape_and_batch) {
                       const auto& [drawn, samples] = shape_and_batch;
                       const auto draws =
                           gen::tuple(parameters(drawn.parameter_count()), parameters(samples * drawn.inputs()),
                                      parameters(samples * drawn.outputs()),
                                      gen::container<std::vector<int>>(std::size_t(samples), up_to(5)), up_to(20));
                       return gen::map(draws, [=, network = drawn, count = samples](const auto& draw) {
                         const auto& [theta, inputs, targets, labels, e] = draw;
                         NetworkInstance result = with_batch(network, loss, count, theta, inputs, targets, labels);
                         result.step = activations == Activations::polynomial ? 1 : std::ldexp(1, -10 - e);
                         return result;
                       });
                     });
}

/// Without an activation after the last layer.
Gen<NetworkInstance> affine_ended(Activations activations, Loss loss) {
  return gen::map(of_depth(activations, loss, 4, 3), [](NetworkInstance instance) {
    std::vector<Activation> kept;
    for (int k = 1; k < instance.network.depth(); ++k) kept.push_back(instance.network.activation(k));
    kept.push_back(Activation::identity);
    instance.network = DenseNetwork(instance.network.widths(), kept);
    return instance;
  });
}

}  // namespace

Gen<NetworkInstance> network(Activations activations, Loss loss, int most_samples) {
  return of_depth(activations, loss, 3, most_samples);
}

Gen<NetworkInstance> affine_ended_rational() {
  return gen::oneOf(affine_ended(Activations::piecewise_linear, Loss::squared_error),
                    affine_ended(Activations::of_the_text, Loss::squared_error),
                    affine_ended(Activations::polynomial, Loss::squared_error));
}
Gen<NetworkInstance> affine_ended_smooth() {
  return gen::oneOf(affine_ended(Activations::smooth, Loss::softmax_cross_entropy),
                    affine_ended(Activations::smooth, Loss::squared_error));
}
Gen<NetworkInstance> affine_ended_sigmoid() { return affine_ended(Activations::sigmoid, Loss::squared_error); }

}  // namespace verigrad::generate

namespace verigrad {

std::vector<Check> cost_gradient_checks(const std::string& stem, const Form<NetworkInstance>& conclusion,
                                        const Form<NetworkInstance>& differences, const Lines<NetworkInstance>& lines) {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto rational = generate::affine_ended_rational();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, rational"}, rational, anything, conclusion),
      sampled({stem, Kind::conclusion, "as printed, smooth"}, generate::affine_ended_smooth(), anything, conclusion),
      examined({stem, Kind::dropped, "without a smooth activation: two kinks that cancel", Verdict::fails},
               row_gradients::kinks_that_cancel(), differences)};
  append(checks, planted_checks(stem, rational, anything, lines));
  return checks;
}

}  // namespace verigrad
