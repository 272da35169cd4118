// Thesis, Lemma 3.15: proved for all α, β and places on both sides, and on drawn ones; not strict at αβ = 1; without
// αβ ≤ 1; planted mistakes.
#include "verigrad/theorem/inertial_newton/root_on_positives.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"

namespace verigrad::root_on_positives::properties {
namespace {

using smaller_root::Branch;
using smaller_root::Places;

constexpr const char* stem = "root_on_positives";

}  // namespace

std::vector<Check> checks() {
  const Gen<Places> low = generate::places(Branch::low, 1, 63);
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "on (0, x⁻), αβ < 1"}, smaller_root::increases_below()),
      proved({stem, Kind::conclusion, "on (0, x⁻), αβ = 1"}, smaller_root::constant_at_one()),
      proved({stem, Kind::conclusion, "on (x⁺, ∞)"}, smaller_root::decreases_beyond()),
      sampled({stem, Kind::step, "increasing as printed, drawn"}, low, below, smaller_root::increases()),
      sampled({stem, Kind::step, "decreasing as printed, drawn"}, generate::places(Branch::high, 1, 64), beyond,
              smaller_root::decreases()),
      examined({stem, Kind::sharp, "not strictly on (0, x⁻) at αβ = 1", Verdict::fails}, Places{2, 0.5, 1, 2},
               smaller_root::increases()),
      examined({stem, Kind::dropped, "without αβ ≤ 1", Verdict::fails}, Places{1, 2, 0.125, 0.25},
               smaller_root::increases())};
  append(checks, planted_checks(stem, low, below, lines_below()));
  append(checks, planted_checks(stem, general_lines()));
  return checks;
}

}  // namespace verigrad::root_on_positives::properties
