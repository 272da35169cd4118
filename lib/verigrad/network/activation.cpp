#include "verigrad/network/activation.hpp"

#include <stdexcept>

#include <fmt/format.h>

namespace verigrad {

std::string_view name(Activation activation) {
  switch (activation) {
    case Activation::identity: return "identity";
    case Activation::relu: return "relu";
    case Activation::leaky_relu: return "leaky_relu";
    case Activation::square: return "square";
    case Activation::sigmoid: return "sigmoid";
    case Activation::tanh: return "tanh";
    case Activation::softplus: return "softplus";
    case Activation::elu: return "elu";
    case Activation::silu: return "silu";
  }
  return "?";
}

bool is_rational(Activation activation) { return activation <= Activation::square; }

void refuse_over_rationals(Activation activation) {
  throw std::invalid_argument(fmt::format(
      "activation {}: it has no values in rationals; use identity, relu, leaky_relu or square, or another number type",
      name(activation)));
}

}  // namespace verigrad
