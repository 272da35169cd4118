// Thesis, Lemma 3.6: proved case by case for all α, β and λ, and on drawn ones; both ends of the interval; without
// α ≥ 0 and β > 0; planted mistakes.
#include "verigrad/theorem/inertial_newton/discriminant_sign.hpp"

#include <cmath>

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::discriminant_sign::properties {
namespace {

constexpr const char* stem = "discriminant_sign";

/// αβ = 1 − (r/8)², r ≤ 8, or more than 1; λ is at an end of the interval or i/16 times 1/β² away from it.
Gen<Parameters> parameters(int least_beta) {
  const auto make = [](int scale, bool negative, int r, int above, bool upper, int i) {
    const double beta = (negative ? -1 : 1) * std::exp2(scale), root = r / 8.0;
    const double product = above > 0 ? 1 + above / 16.0 : 1 - root * root;
    const double end = upper ? (1 + root) * (1 + root) : (1 - root) * (1 - root);
    return Parameters{product / beta, beta, (end + i / 16.0) / (beta * beta)};
  };
  return gen::apply(make, gen::inRange(-3, 4), least_beta < 0 ? gen::boolean() : gen::just(false), gen::inRange(0, 12),
                    gen::oneOf(gen::just(0), gen::just(0), gen::inRange(1, 16)), gen::boolean(),
                    gen::oneOf(gen::just(0), gen::inRange(-64, 65)));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "λ in the interval"}, within()),
      proved({stem, Kind::conclusion, "λ below the interval"}, below()),
      proved({stem, Kind::conclusion, "λ beyond the interval"}, beyond()),
      proved({stem, Kind::conclusion, "no λ where αβ > 1"}, no_interval()),
      sampled({stem, Kind::step, "as printed, drawn"}, parameters(1), hypotheses_hold, conclusion()),
      examined({stem, Kind::sharp, "the lower end"}, Parameters{0.75, 1, 0.25}, is_zero()),
      examined({stem, Kind::sharp, "the upper end"}, Parameters{0.75, 1, 2.25}, is_zero()),
      sampled({stem, Kind::dropped, "α ≥ 0 and β > 0 are not needed"}, parameters(-1), beta_is_not_0, conclusion())};
  append(checks, planted_checks(stem, parameters(1), hypotheses_hold, lines()));
  append(checks, planted_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::discriminant_sign::properties
