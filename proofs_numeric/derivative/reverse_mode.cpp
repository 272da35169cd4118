// MFDS, section 14.3.4: the worked example (14.19) line by line, and the erratum on the sons of a node.
#include "verigrad/theorem/derivative/reverse_mode.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::reverse_mode::proofs_numeric {
namespace {

namespace theorem = reverse_mode;

constexpr const char* stem = "reverse_mode";

rc::Gen<LogRootExample> examples() {
  return rc::gen::map(rc::gen::pair(generate::positive(), generate::dyadic()), [](const std::pair<double, double>& p) {
    return LogRootExample{p.first, p.second};
  });
}

/// f(x₁) = x₁² at 1.
GraphInstance square_at_one(const std::string&) {
  return {Graph(1, {{Operation::squared, 0}}), Vector<double>::Ones(1)};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(
      stem, Kind::step, examples(), [](const LogRootExample& e) { return e.inside(); }, theorem::example_lines());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), square_at_one));
  append(checks, sampled_each(
                     stem, Kind::corrected, generate::any_graph_at_point(), [](const GraphInstance&) { return true; },
                     theorem::corrected()));
  return checks;
}

}  // namespace verigrad::reverse_mode::proofs_numeric
