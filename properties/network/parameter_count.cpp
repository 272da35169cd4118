// MathDNN, corollary of Definition 5.1: the number of parameters, one by one, on random widths, with no layer and with
// one unit a layer; planted mistakes.
#include "verigrad/theorem/network/parameter_count.hpp"

#include <fmt/format.h>

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/networks.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::parameter_count::properties {
namespace {

namespace theorem = parameter_count;

constexpr const char* stem = "parameter_count";

NetworkInstance with_widths(const std::vector<int>& widths) { return {DenseNetwork::classifier(widths)}; }

struct Widths {
  std::vector<int> m;

  bool rational() const { return true; }
  std::string describe() const { return fmt::format("widths {}", fmt::join(m, ", ")); }
};
/// The entries of Wₖ, mₖ × mₖ₋₁, and bₖ, counted one by one; Definition 5.1 and the library want mₖ > 0.
void entries(const Widths& widths, Claims& claims) {
  Number counted(0), printed(0);
  for (std::size_t k = 1; k < widths.m.size(); ++k) {
    counted += Matrix<Number>::Constant(widths.m[k], widths.m[k - 1], 1).sum() +
               Vector<Number>::Constant(widths.m[k], 1).sum();
    printed += Number(widths.m[k] * (widths.m[k - 1] + 1));
  }
  claims.equal("entries of all Wₖ and bₖ = Σ mₖ(mₖ₋₁ + 1)", counted, printed);
}

}  // namespace

std::vector<Check> checks() {
  const auto anything = [](const NetworkInstance&) { return true; };
  const auto networks = generate::network(generate::Activations::of_the_text, Loss::softmax_cross_entropy);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, networks, anything, theorem::conclusion()),
      examined({stem, Kind::conclusion, "as printed, no layer"}, with_widths({3}), theorem::conclusion()),
      examined({stem, Kind::conclusion, "as printed, one unit a layer"}, with_widths({1, 1, 1, 1}),
               theorem::conclusion()),
      examined({stem, Kind::dropped, "mₖ > 0 is not needed for the count"}, Widths{{3, 2, 0, 4}}, entries)};
  append(checks, sampled_each(stem, Kind::planted, networks, anything, theorem::planted(), {with_widths({1, 3})}));
  return checks;
}

}  // namespace verigrad::parameter_count::properties
