// The classes into which the probe divides the dialects of each method: those with one change, and those with at most
// two. Dialects are in one class where the run of one, in float64, is a run of the other. Prints a Markdown table.
#include <algorithm>
#include <cstdio>

#include "verigrad/conformance/probe.hpp"
#include "verigrad/conformance/replay.hpp"

namespace {

using namespace verigrad::conformance;

std::size_t count_classes(const std::vector<Dialect>& dialects, const Trace& inputs) {
  std::vector<Dialect> representatives;
  for (const Dialect& dialect : dialects) {
    const Trace run = simulated(dialect, inputs);
    const bool known = std::any_of(representatives.begin(), representatives.end(), [&](const Dialect& other) {
      return replay(other, run, Arithmetic::of(float64)).fits();
    });
    if (!known) representatives.push_back(dialect);
  }
  return representatives.size();
}

void print_row(const Method& method) {
  const Trace inputs = probe(method, float64);
  const HyperParameters& hyper = inputs.head.hyper;
  std::vector<Dialect> dialects{declared_dialect(method, hyper)};
  const auto append = [&](const std::vector<Dialect>& more) {
    dialects.insert(dialects.end(), more.begin(), more.end());
  };
  append(neighbours(dialects.front(), hyper));
  const std::size_t single = dialects.size(), single_classes = count_classes(dialects, inputs);
  append(second_neighbours(dialects.front(), hyper));
  std::printf("| `%s` | %zu | %zu | %zu | %zu |\n", method.name.data(), single, single_classes, dialects.size(),
              count_classes(dialects, inputs));
}

}  // namespace

int main() {
  std::printf("| method | with at most one change | classes | with at most two | classes |\n|---|---|---|---|---|\n");
  for (const Method& method : methods()) print_row(method);
}
