// MFDS, section 14.3.5: multiplications of the forward and backward mode, counted, and what a gradient costs.
#include "verigrad/theorem/derivative/operation_counts.hpp"

#include <fmt/format.h>

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::operation_counts::properties {
namespace {

namespace theorem = operation_counts;

constexpr const char* stem = "operation_counts";

Gen<theorem::Chain> chains() {
  return gen::mapcat(gen::inRange(3, 7), [](std::size_t length) {
    return gen::map(gen::container<std::vector<int>>(length, gen::inRange(1, 9)),
                    [](const std::vector<int>& n) { return theorem::Chain{n}; });
  });
}

constexpr auto always = [](const auto&) { return true; };

/// n = (1, a, 1, a, …, 1): how near backward comes to twice the best order.
Evidence nearly_twice(const Settings&) {
  Tally tally(Level::instance);
  double largest = 0;
  for (const int a : {2, 16, 256}) {
    theorem::Chain chain{{1}};
    for (int pairs = 0; pairs < 8; ++pairs) chain.n.insert(chain.n.end(), {a, 1});
    largest = double(theorem::counted_backward(chain)) / double(theorem::fewest(chain));
    tally.add(chain.describe(), decide(theorem::at_most_twice(), chain));
  }
  tally.note(fmt::format("largest ratio found: {:.4f} at n = (1, 256, 1, …, 1), t = 16; it tends to 2", largest));
  return tally.finish(Verdict::holds);
}

/// What reverse and forward mode cost for ∏ xᵢ.
Evidence gradient_cost(const Settings&) {
  Tally tally(Level::instance);
  for (int p = 2; p <= 64; p *= 2)
    tally.add(theorem::Product{p}.describe(), decide(theorem::gradient_cost(), theorem::Product{p}));
  return tally.finish(Verdict::holds);
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, chains(), always, theorem::conclusion()),
      examined({stem, Kind::sharp, "each operation counts once"}, theorem::Product{2}, theorem::each_counts_once()),
      {{stem, Kind::conclusion, "reverse mode costs at most 5 evaluations, forward mode at least p/4"}, gradient_cost},
      {{stem, Kind::sharp, "backward takes nearly twice the best order"}, nearly_twice},
      examined({stem, Kind::dropped, "without rows times columns: Strassen's product", Verdict::fails},
               theorem::Chain{{2, 2, 2}}, theorem::strassen_needs_npq())};
  append(checks, planted_checks(stem, chains(), always, theorem::lines()));
  return checks;
}

}  // namespace verigrad::operation_counts::properties
