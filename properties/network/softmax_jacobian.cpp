// MathDNN, Proposition 2.2: the Jacobian of softmax by Taylor's bound at displacements from 1 to 2⁻²⁰, near overflow,
// planted mistakes.
#include "verigrad/theorem/network/softmax_jacobian.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/layers.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::softmax_jacobian::properties {
namespace {

namespace theorem = softmax_jacobian;

constexpr const char* stem = "softmax_jacobian";

bool moves(const LayerInstance& instance) { return is_not_constant(instance.h); }

/// e^z overflows and underflows doubles.
LayerInstance at_ten_thousand() {
  LayerInstance result{.x = Vector<double>(4), .h = Vector<double>(4), .exact = false};
  result.x << 10000, -10000, 10000, 9999.5;
  result.h << 0.25, -1, 0.125, 0.5;
  return result;
}

/// m = 1: 𝒮 = 1.
LayerInstance one_entry() {
  return {.x = Vector<double>::Constant(1, 3), .h = Vector<double>::Ones(1), .exact = false};
}

/// z = (0, 1), the first entry moved.
LayerInstance first_moved() { return {.x = vector({0, 1}), .h = vector({0.125, 0}), .exact = false}; }

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::softmax_layer(), moves, theorem::conclusion()),
      examined({stem, Kind::conclusion, "as printed, at ±10⁴"}, at_ten_thousand(), theorem::conclusion()),
      examined({stem, Kind::dropped, "m ≥ 2 is not needed for the Jacobian: m = 1"}, one_entry(),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "without m ≥ 2: the range at m = 1", Verdict::fails}, one_entry(),
               theorem::open_range())};
  append(checks,
         sampled_each(stem, Kind::planted, generate::softmax_layer(), moves, theorem::planted(), {first_moved()}));
  return checks;
}

}  // namespace verigrad::softmax_jacobian::properties
