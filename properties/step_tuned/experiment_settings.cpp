// Thesis, Table 4.1: settings are chosen after a tenth of the epochs; SiLU has a second derivative; decays by the epoch
// meet (1.22), and δ = 0 does not; planted mistakes.
#include "verigrad/theorem/step_tuned/experiment_settings.hpp"

#include "verigrad/sampling/proof.hpp"

namespace verigrad::experiment_settings::properties {
namespace {

constexpr const char* stem = "experiment_settings";

Gen<EpochDecay> decays() {
  const auto make = [](int k, int m, int Q) { return EpochDecay{k / 64.0, m, Q}; };
  return gen::apply(make, gen::inRange(1, 32), gen::inRange(1, 400), gen::inRange(1, 100));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      examined({stem, Kind::conclusion, "chosen after 10% of all epochs"}, as_printed(), chosen_after_a_tenth()),
      examined({stem, Kind::conclusion, "SiLU is smooth"}, Smoothness{Activation::silu}, twice_differentiable()),
      sampled({stem, Kind::conclusion, "the decay by the epoch meets (1.22)"}, decays(), hypotheses_hold, sums()),
      examined({stem, Kind::conclusion, "with δ = 0.001"}, EpochDecay{0.001, 391, 500}, sums()),
      examined({stem, Kind::dropped, "without smoothness: ReLU", Verdict::fails}, Smoothness{Activation::relu},
               lipschitz_slope()),
      examined({stem, Kind::dropped, "without δ > 0", Verdict::fails}, EpochDecay{0, 1, 8}, squares_below_2())};
  append(checks, planted_checks(stem, decays(), hypotheses_hold, lines()));
  append(checks, examined_each(stem, Kind::planted, table_lines().planted, as_printed()));
  return checks;
}

}  // namespace verigrad::experiment_settings::properties
