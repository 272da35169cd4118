#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_norm_bound {

bool slopes_at_most_one(const NetworkInstance& instance) {
  for (int k = 1; k <= instance.network.depth(); ++k) {
    const Activation kind = instance.network.activation(k);
    if (kind == Activation::square || kind == Activation::silu) return false;
  }
  return true;
}

NetworkInstance matrices_of_ones(const std::vector<int>& widths) {
  const DenseNetwork network = DenseNetwork::classifier(widths);
  NetworkInstance result{network, Loss::squared_error, Vector<double>::Ones(network.parameter_count()),
                         Matrix<double>::Ones(1, network.inputs())};
  result.targets = Matrix<double>::Zero(1, network.outputs());
  return result;
}

NetworkInstance one_unit(Activation activation, double x) {
  NetworkInstance result{DenseNetwork::classifier({1, 1, 1}, activation), Loss::squared_error, Vector<double>(4)};
  result.theta << 1, 0, 1, 0;
  result.inputs = Matrix<double>::Constant(1, 1, x);
  result.targets = Matrix<double>::Zero(1, 1);
  return result;
}

}  // namespace verigrad::gradient_norm_bound
