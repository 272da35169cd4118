// SGM, Lemma 5.4.1: gradient descent and the gradient flow from 0 at several depths, with several activations and
// costs; each hypothesis dropped; planted mistakes.
#include "verigrad/theorem/network/null_initialisation.hpp"

#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::null_initialisation::properties {
namespace {

namespace theorem = null_initialisation;
using generate::affine_ended_rational;
using generate::affine_ended_smooth;

constexpr const char* stem = "null_initialisation";

/// The samples x = 0, 1 with y = 0, 1, all parameters 0, Δt = 1/4.
NetworkInstance two_samples(const DenseNetwork& network) {
  return {.network = network,
          .theta = Vector<double>::Zero(network.parameter_count()),
          .inputs = Matrix<double>{{0}, {1}},
          .targets = Matrix<double>{{0}, {1}},
          .step = 0.25};
}
NetworkInstance one_unit(Activation hidden) { return two_samples(DenseNetwork::classifier({1, 1, 1}, hidden)); }
/// One ReLU, with one parameter 1.
NetworkInstance not_null(Eigen::Index parameter) {
  NetworkInstance result = one_unit(Activation::relu);
  result.theta[parameter] = 1;
  return result;
}

}  // namespace

std::vector<Check> checks() {
  const auto rational = gen::map(affine_ended_rational(), theorem::null_start);
  const auto smooth = gen::map(affine_ended_smooth(), theorem::null_start);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, gradient descent"}, rational, theorem::hypotheses_hold,
              theorem::discrete()),
      sampled({stem, Kind::conclusion, "as printed, gradient flow"},
              gen::map(affine_ended_rational(), theorem::last_bias_only), theorem::hypotheses_hold, theorem::flow()),
      sampled({stem, Kind::conclusion, "smooth activations with A(0) = 0 last"}, smooth, theorem::hypotheses_hold,
              theorem::discrete()),
      sampled(
          {stem, Kind::dropped, "without the least square cost: cross-entropy"}, smooth,
          [](const NetworkInstance& instance) {
            return theorem::hypotheses_hold(instance) && instance.loss == Loss::softmax_cross_entropy;
          },
          theorem::flow()),
      examined({stem, Kind::dropped, "without a hidden layer", Verdict::fails},
               two_samples(DenseNetwork::classifier({1, 1})), theorem::constant_in_x(1)),
      examined({stem, Kind::dropped, "without A(0) = 0: a sigmoid after two steps", Verdict::fails},
               one_unit(Activation::sigmoid), theorem::constant_in_x(2)),
      examined({stem, Kind::dropped, "without W(0) = 0: W_0 = 1 after one step", Verdict::fails}, not_null(0),
               theorem::constant_in_x(1)),
      examined({stem, Kind::dropped, "without b(0) = 0: b_0 = 1 after two steps", Verdict::fails}, not_null(1),
               theorem::constant_in_x(2))};
  append(checks, planted_checks(stem, rational, theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::null_initialisation::properties
