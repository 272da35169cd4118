// MathDNN, Proposition 2.2: the Jacobian of softmax by Taylor's bound at displacements from 1 to 2⁻²⁰, near overflow,
// planted mistakes.
#include "verigrad/theorem/network/softmax_jacobian.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::softmax_jacobian::properties {
namespace {

namespace theorem = softmax_jacobian;

constexpr const char* stem = "softmax_jacobian";

bool moves(const LayerInstance& instance) { return is_not_constant(instance.h); }

/// e^z overflows and underflows doubles.
LayerInstance at_ten_thousand() {
  return {.x = vector({10000, -10000, 10000, 9999.5}), .h = vector({0.25, -1, 0.125, 0.5}), .exact = false};
}

/// m = 1: 𝒮 = 1.
LayerInstance one_entry() { return {.x = at(3), .h = at(1), .exact = false}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::softmax_layer(), moves, theorem::conclusion()),
      examined({stem, Kind::conclusion, "as printed, at ±10⁴"}, at_ten_thousand(), theorem::conclusion()),
      examined({stem, Kind::dropped, "m ≥ 2 is not needed for the Jacobian: m = 1"}, one_entry(),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "without m ≥ 2: the range at m = 1", Verdict::fails}, one_entry(),
               theorem::open_range())};
  append(checks, planted_checks(stem, generate::softmax_layer(), moves, theorem::lines()));
  return checks;
}

}  // namespace verigrad::softmax_jacobian::properties
