// Thesis, 4.5.1: which activations of Table 4.1 are smooth.
#include "verigrad/theorem/step_tuned/experiment_settings.hpp"

#include "verigrad/sampling/proof.hpp"

namespace verigrad::experiment_settings::proofs_numeric {

std::vector<Check> checks() {
  constexpr const char* stem = "experiment_settings";
  const Lines<Smoothness> lines = activation_lines();
  std::vector<Check> checks = erratum_checks(stem, lines);
  append(checks, examined_each(stem, Kind::corrected, lines.corrected_forms(), Smoothness{Activation::elu}));
  return checks;
}

}  // namespace verigrad::experiment_settings::proofs_numeric
