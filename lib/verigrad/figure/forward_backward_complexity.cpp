// MFDS, Figure 14.12: what each product of Jacobians costs in the forward and in the backward mode, counted while the
// products are computed, and both totals as the number of outputs grows.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/figure/figure.hpp"
#include "verigrad/theorem/derivative/operation_counts.hpp"

namespace verigrad::figures {
namespace forward_backward_complexity_figure {
namespace {

using operation_counts::Chain;
using operation_counts::counted_backward;
using operation_counts::counted_forward;

const std::vector<int> dimensions{64, 48, 40, 32, 24, 16, 1};

/// n_first, …, n_last; one function alone takes no product.
long forward_up_to(std::size_t last) {
  return last < 2 ? 0 : counted_forward({{dimensions.begin(), dimensions.begin() + long(last) + 1}});
}
long backward_down_to(std::size_t first) {
  return first + 2 >= dimensions.size() ? 0 : counted_backward({{dimensions.begin() + long(first), dimensions.end()}});
}

/// The k-th product of each mode: Aₖ₊₁(Aₖ … A₁), and (A_t … A_{t−k+1})A_{t−k}.
Panel each_product() {
  Curve forward{"Aₖ₊₁(Aₖ … A₁), counted", {}, Stroke::points};
  Curve backward{"(A_t … A_{t−k+1})A_{t−k}, counted", {}, Stroke::points};
  Curve forward_formula{"nₖ₊₁nₖn₀", {}, Stroke::dashed}, backward_formula{"n_t n_{t−k}n_{t−k−1}", {}, Stroke::dashed};
  const std::vector<int>& n = dimensions;
  const std::size_t t = n.size() - 1;
  for (std::size_t k = 1; k < t; ++k) {
    forward.points.emplace_back(k, forward_up_to(k + 1) - forward_up_to(k));
    backward.points.emplace_back(k, backward_down_to(t - k - 1) - backward_down_to(t - k));
    forward_formula.points.emplace_back(k, n[k + 1] * n[k] * n[0]);
    backward_formula.points.emplace_back(k, n[t] * n[t - k] * n[t - k - 1]);
  }
  return {"each product",
          {"k-th product"},
          {"multiplications", true},
          {forward, backward, forward_formula, backward_formula}};
}

/// n_t = 1, 2, …, 128 in place of the last dimension.
Panel totals() {
  Curve forward{"forward, counted", {}, Stroke::points}, backward{"backward, counted", {}, Stroke::points};
  Curve forward_formula{"n₀ Σₖ₌₁ᵗ⁻¹ nₖnₖ₊₁", {}, Stroke::dashed},
      backward_formula{"n_t Σₖ₌₀ᵗ⁻² nₖnₖ₊₁", {}, Stroke::dashed};
  Curve inputs{"n_t = n₀", {}, Stroke::thin};
  for (int outputs = 1; outputs <= 128; outputs *= 2) {
    Chain chain{dimensions};
    chain.n.back() = outputs;
    forward.points.emplace_back(outputs, double(counted_forward(chain)));
    backward.points.emplace_back(outputs, double(counted_backward(chain)));
    long inner = 0;
    for (std::size_t k = 1; k + 2 < chain.n.size(); ++k) inner += long(chain.n[k]) * chain.n[k + 1];
    const long last = long(chain.n[chain.n.size() - 2]) * outputs, first = long(chain.n[0]) * chain.n[1];
    forward_formula.points.emplace_back(outputs, double(chain.n[0] * (inner + last)));
    backward_formula.points.emplace_back(outputs, double(outputs * (first + inner)));
  }
  inputs.points = {{dimensions[0], backward.points.front().second}, {dimensions[0], backward.points.back().second}};
  return {"both totals",
          {"n_t", true},
          {"multiplications", true},
          {forward, backward, forward_formula, backward_formula, inputs}};
}

}  // namespace
}  // namespace forward_backward_complexity_figure

std::vector<Figure> forward_backward_complexity(const FigureInput&) {
  using namespace forward_backward_complexity_figure;
  return {
      {"forward_backward_complexity",
       "Complexity of forward and backward modes for composition of functions (MFDS, Figure 14.12)",
       {each_product(), totals()},
       2,
       fmt::format("Counted while dense products are computed, rows times columns. Chosen here: n₀, …, n_t = {}; on "
                   "the right n_t varies.",
                   fmt::join(dimensions, ", "))}};
}

}  // namespace verigrad::figures
