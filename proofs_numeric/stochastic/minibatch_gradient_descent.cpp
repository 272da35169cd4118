// MathDNN, Definitions 6.6 and 6.7 and the note on batches: the errata.
#include "verigrad/theorem/stochastic/minibatch_gradient_descent.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::minibatch_gradient_descent::proofs_numeric {
namespace {

namespace theorem = minibatch_gradient_descent;
using theorem::TrainingInstance;

constexpr const char* stem = "minibatch_gradient_descent";

Gen<TrainingInstance> batches() {
  const auto networks =
      gen::oneOf(generate::network(generate::Activations::of_the_text, Loss::softmax_cross_entropy, 5),
                 generate::network(generate::Activations::piecewise_linear, Loss::squared_error, 5));
  return gen::mapcat(networks, [](const NetworkInstance& start) {
    return gen::map(generate::dimension(int(start.inputs.rows())),
                    [start](int b) { return TrainingInstance{.start = start, .b = b}; });
  });
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks;
  for (const Lines<TrainingInstance>& lines : {theorem::descent_lines(), theorem::estimate_lines()})
    append(checks, proof_checks(stem, batches(), theorem::hypotheses_hold, lines));
  return checks;
}

}  // namespace verigrad::minibatch_gradient_descent::proofs_numeric
