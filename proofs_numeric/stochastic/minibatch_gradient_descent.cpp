// MathDNN, Definitions 6.6 and 6.7 and the note on batches: the errata.
#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::minibatch_gradient_descent::proofs_numeric {
namespace {

namespace theorem = minibatch_gradient_descent;
using theorem::TrainingInstance;

constexpr const char* stem = "minibatch_gradient_descent";

/// Cross-entropy on samples (1, class 0), all parameters 0.
TrainingInstance from_zero(const std::vector<int>& widths, Eigen::Index samples) {
  const DenseNetwork network = DenseNetwork::classifier(widths);
  return {.start = {network, Loss::softmax_cross_entropy, Vector<double>::Zero(network.parameter_count()),
                    Matrix<double>::Ones(samples, 1), std::vector<int>(std::size_t(samples), 0)}};
}

/// The smallest counterexample to an erratum.
TrainingInstance counterexample(const std::string& key) {
  if (key == "shapes") return from_zero({1, 1, 2}, 1);
  if (key == "mean of the batches") return from_zero({1, 2}, 2);
  TrainingInstance instance = from_zero({1, 2}, 1);
  instance.first = instance.start.theta;
  return instance;
}

rc::Gen<TrainingInstance> batches() {
  const auto networks =
      rc::gen::oneOf(generate::network(generate::Activations::of_the_text, Loss::softmax_cross_entropy, 5),
                     generate::network(generate::Activations::piecewise_linear, Loss::squared_error, 5));
  return rc::gen::mapcat(networks, [](const NetworkInstance& start) {
    return rc::gen::map(generate::dimension(int(start.inputs.rows())),
                        [start](int b) { return TrainingInstance{.start = start, .b = b}; });
  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  append(checks, sampled_each(stem, Kind::corrected, batches(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::minibatch_gradient_descent::proofs_numeric
