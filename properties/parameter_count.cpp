// MathDNN, corollary of Definition 5.1: the number of parameters, one by one, on random widths, with no layer and with
// one unit a layer; planted mistakes.
#include "verigrad/theorem/parameter_count.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::properties {
namespace {

namespace theorem = parameter_count;

constexpr const char* stem = "parameter_count";

NetworkInstance with_widths(const std::vector<int>& widths) { return {DenseNetwork::classifier(widths)}; }

}  // namespace

std::vector<Check> parameter_count() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto networks = generate::network(generate::Activations::of_the_text, Loss::softmax_cross_entropy);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, networks, anything, theorem::conclusion()),
      examined({stem, Kind::conclusion, "as printed, no layer"}, with_widths({3}), theorem::conclusion()),
      examined({stem, Kind::conclusion, "as printed, one unit a layer"}, with_widths({1, 1, 1, 1}),
               theorem::conclusion())};
  append(checks, sampled_each(stem, Kind::planted, networks, anything, theorem::planted()));
  return checks;
}

std::vector<Check> parameter_count_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::properties
