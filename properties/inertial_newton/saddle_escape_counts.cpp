// Thesis, Table 3.1: the printed counts against probability 1/2 by exact binomial tails; the bound of the escape's
// speed, proved; planted mistakes.
#include "verigrad/theorem/inertial_newton/saddle_escape_counts.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/inna_steps.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::saddle_escape_counts::properties {
namespace {

constexpr const char* stem = "saddle_escape_counts";

/// αβ = 1, β = γ⁻(16) = γ⁺(16) = 1/4.
EscapeStart at_bound() { return {1, 4, 0.25, 0.25}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      examined({stem, Kind::conclusion, "INNA, αβ < 1: 488 of 1000 fit 1/2"}, below_one(), fits_one_half()),
      examined({stem, Kind::conclusion, "INNA, αβ > 1: 507 of 1000 fit 1/2"}, above_one(), fits_one_half()),
      examined({stem, Kind::conclusion, "gradient descent: 502 of 1000 fit 1/2"}, descent(), fits_one_half()),
      proved({stem, Kind::conclusion, "for αβ ≥ 1 no faster than gradient descent"}, no_faster_than_descent()),
      sampled({stem, Kind::step, "for αβ ≥ 1 by less than 3/2 a step"}, generate::escape_start(16, 48), hypotheses_hold,
              slow()),
      examined({stem, Kind::sharp, "3/2 a step at γ = γ⁻(16) = β"}, at_bound(), exactly_one_half()),
      examined({stem, Kind::dropped, "without γ < γ⁻(16)", Verdict::fails}, at_bound(), slow()),
      examined({stem, Kind::dropped, "without αβ ≥ 1", Verdict::fails}, EscapeStart{1, 2, 0.375, 0.1875}, slow())};
  append(checks, examined_each(stem, Kind::planted, lines().planted, below_one()));
  append(checks, planted_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::saddle_escape_counts::properties
