// Thesis, Lemma 3.14: proved for all α, β and places, and on drawn ones; not strict at αβ = 1; without αβ ≤ 1; planted
// mistakes.
#include "verigrad/theorem/inertial_newton/root_on_negatives.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"

namespace verigrad::root_on_negatives::properties {
namespace {

using smaller_root::Branch;
using smaller_root::Places;

constexpr const char* stem = "root_on_negatives";

}  // namespace

std::vector<Check> checks() {
  const Gen<Places> places = generate::places(Branch::negative, 1, 63);
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "increasing for αβ < 1"}, smaller_root::increases_on_negatives()),
      proved({stem, Kind::conclusion, "constant for αβ = 1"}, smaller_root::constant_at_one()),
      sampled({stem, Kind::step, "as printed, drawn"}, places, hypotheses_hold, smaller_root::increases()),
      examined({stem, Kind::sharp, "not strictly at αβ = 1", Verdict::fails}, Places{2, 0.5, -2, -1},
               smaller_root::increases()),
      examined({stem, Kind::dropped, "without αβ ≤ 1", Verdict::fails}, Places{1, 2, -2, -1},
               smaller_root::increases())};
  append(checks, planted_checks(stem, places, hypotheses_hold, lines()));
  return checks;
}

}  // namespace verigrad::root_on_negatives::properties
