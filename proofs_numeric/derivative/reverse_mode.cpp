// MFDS, section 14.3.4: the worked example (14.19) line by line, and the erratum on the sons of a node.
#include "verigrad/theorem/derivative/reverse_mode.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::reverse_mode::proofs_numeric {
namespace {

namespace theorem = reverse_mode;

constexpr const char* stem = "reverse_mode";

Gen<LogRootInstance> examples() {
  return gen::apply([](double x, double y) { return LogRootInstance{x, y}; }, generate::positive(), generate::dyadic());
}

constexpr auto always = [](const GraphInstance&) { return true; };
constexpr auto inside = [](const LogRootInstance& e) { return e.inside(); };

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, examples(), inside, theorem::example_lines());
  append(checks, proof_checks(stem, generate::any_graph_at_point(), always, theorem::lines()));
  return checks;
}

}  // namespace verigrad::reverse_mode::proofs_numeric
