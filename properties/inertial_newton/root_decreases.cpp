// Thesis, Lemma 3.13: proved for all α, β and places, and on drawn ones; without αβ > 1, without α, β > 0; planted
// mistakes.
#include "verigrad/theorem/inertial_newton/root_decreases.hpp"

#include "verigrad/check/prove.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/smaller_roots.hpp"

namespace verigrad::root_decreases::properties {
namespace {

using smaller_root::Branch;
using smaller_root::Places;

constexpr const char* stem = "root_decreases";

Gen<Places> both_sides() {
  return gen::oneOf(generate::places(Branch::positive, 65, 256), generate::places(Branch::negative, 65, 256));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      proved({stem, Kind::conclusion, "on ℝ_{>0}"}, smaller_root::decreases_on_positives()),
      proved({stem, Kind::conclusion, "on ℝ_{<0}"}, smaller_root::decreases_on_negatives()),
      sampled({stem, Kind::step, "as printed, drawn"}, both_sides(), hypotheses_hold, smaller_root::decreases()),
      examined({stem, Kind::dropped, "without αβ > 1: it is constant at αβ = 1", Verdict::fails}, Places{1, 1, -2, -1},
               smaller_root::decreases()),
      examined({stem, Kind::dropped, "without αβ > 1: it increases", Verdict::fails}, Places{0.5, 1, -2, -1},
               smaller_root::decreases()),
      examined({stem, Kind::dropped, "without α, β > 0", Verdict::fails}, Places{-1, -2, 1, 2},
               smaller_root::decreases())};
  append(checks, planted_checks(stem, both_sides(), hypotheses_hold, lines()));
  append(checks, proved_each(stem, Kind::planted, smaller_root::planted_for_all()));
  return checks;
}

}  // namespace verigrad::root_decreases::properties
