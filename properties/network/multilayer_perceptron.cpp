// Thesis, (1.4): the library's networks, rational and smooth, are the printed formula; linear activations make them
// affine, and then no XOR; when another layer changes nothing; planted mistakes.
#include "verigrad/theorem/network/multilayer_perceptron.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::multilayer_perceptron::properties {
namespace {

namespace theorem = multilayer_perceptron;

constexpr const char* stem = "multilayer_perceptron";

NetworkInstance unit(Activation activation, double weight, double bias) {
  return one_sample(DenseNetwork({1, 1}, {activation}), vector({weight, bias}), at(1));
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto rational = generate::network(generate::Activations::piecewise_linear, Loss::squared_error);
  const auto smooth = generate::network(generate::Activations::smooth, Loss::squared_error);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, rational, anything, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, smooth activations"}, smooth, anything, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "linear activations: f is affine"},
              gen::map(rational, theorem::with_linear_activations), anything, theorem::affine()),
      proved({stem, Kind::conclusion, "linear activations: no XOR"}, theorem::affine_functions_on_the_square()),
      examined({stem, Kind::sharp, "layers that behave like the identity: ReLU"}, unit(Activation::relu, 2, 1),
               theorem::another_layer_is_the_identity()),
      examined({stem, Kind::sharp, "XOR with two ReLUs"}, theorem::exclusive_or(Activation::relu),
               theorem::is_exclusive_or()),
      examined({stem, Kind::dropped, "without non-linear activations", Verdict::fails},
               theorem::exclusive_or(Activation::identity), theorem::is_exclusive_or()),
      examined({stem, Kind::dropped, "without linear activations", Verdict::fails},
               theorem::exclusive_or(Activation::relu), theorem::affine()),
      examined({stem, Kind::dropped, "linear for affine", Verdict::fails}, unit(Activation::identity, 1, 1),
               theorem::linear()),
      examined({stem, Kind::dropped, "layers that behave like the identity: not with the square", Verdict::fails},
               unit(Activation::square, 2, 0), theorem::another_layer_is_the_identity())};
  append(checks, planted_checks(stem, rational, anything, theorem::lines()));
  append(checks, planted_checks(stem, theorem::sigmoid_lines()));
  return checks;
}

}  // namespace verigrad::multilayer_perceptron::properties
