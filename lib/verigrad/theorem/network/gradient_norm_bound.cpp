#include "verigrad/theorem/network/gradient_norm_bound.hpp"

#include "verigrad/problem/point.hpp"

namespace verigrad::gradient_norm_bound {

bool slopes_at_most_one(const NetworkInstance& instance) {
  for (int k = 1; k <= instance.network.depth(); ++k) {
    const Activation kind = instance.network.activation(k);
    if (kind == Activation::square || kind == Activation::silu) return false;
  }
  return true;
}

NetworkInstance one_unit(Activation activation, double x) {
  return one_sample(DenseNetwork::classifier({1, 1, 1}, activation), vector({1, 0, 1, 0}), at(x));
}

}  // namespace verigrad::gradient_norm_bound
