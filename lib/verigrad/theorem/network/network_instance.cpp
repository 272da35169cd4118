#include "verigrad/theorem/network/network_instance.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string NetworkInstance::describe() const {
  std::string words =
      fmt::format("{}; {}, θ {}, X {}", network.describe(), name(loss), in_words(theta), in_words(inputs));
  if (!labels.empty()) words += fmt::format(", labels ({})", fmt::join(labels, ", "));
  if (targets.size() > 0) words += fmt::format(", targets {}", in_words(targets));
  return words;
}

NetworkInstance one_sample(const DenseNetwork& network, const Vector<double>& theta, const Vector<double>& x) {
  return {.network = network,
          .theta = theta,
          .inputs = x.transpose(),
          .targets = Matrix<double>::Zero(1, network.outputs())};
}

NetworkInstance matrices_of_ones(const std::vector<int>& widths) {
  const DenseNetwork network = DenseNetwork::classifier(widths);
  return one_sample(network, Vector<double>::Ones(network.parameter_count()), Vector<double>::Ones(network.inputs()));
}

}  // namespace verigrad
