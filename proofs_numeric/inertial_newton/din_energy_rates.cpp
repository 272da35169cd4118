// Thesis, Lemma 2.5: each displayed line of the proof, and the false ones corrected.
#include "verigrad/theorem/inertial_newton/din_energy_rates.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/din_states.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::din_energy_rates::proofs_numeric {
namespace {

namespace theorem = din_energy_rates;

constexpr const char* stem = "din_energy_rates";

/// The parabola, α = β = 1: at λ = 4, an end of the interval, and else at λ = 1.
DinInstance smallest(const std::string& key) {
  DinInstance instance = din_on_parabola(0);
  if (key == "closed interval") instance.lambda = 4;
  return instance;
}

bool in_statement(const Form<DinInstance>& form) { return form.key.starts_with("rates"); }

/// The rates themselves are the conclusion, in properties/.
Forms<DinInstance> of_proof(Forms<DinInstance> forms) {
  std::erase_if(forms, in_statement);
  return forms;
}

}  // namespace

std::vector<Check> checks() {
  const auto states = generate::quadratic_din_state();
  std::vector<Check> checks = proved_each(stem, Kind::step, theorem::general_steps());
  append(checks, sampled_each(stem, Kind::step, states, theorem::hypotheses_hold, theorem::steps()));
  append(checks, examined_each(stem, Kind::erratum, of_proof(theorem::errata()), smallest));
  append(checks, sampled_each(stem, Kind::corrected, states, theorem::hypotheses_hold, of_proof(theorem::corrected())));
  append(checks, proved_each(stem, Kind::corrected, theorem::general_corrected()));
  return checks;
}

}  // namespace verigrad::din_energy_rates::proofs_numeric
