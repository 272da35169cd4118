// MathDNN, Theorem 1.3: the displayed lines of the proof, and the erratum on f(a) at the border of F.
#include "verigrad/theorem/jacobian_chain_rule.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::proofs_numeric {
namespace {

namespace theorem = jacobian_chain_rule;

constexpr const char* stem = "jacobian_chain_rule";

constexpr auto always = [](const theorem::Instance&) { return true; };

/// f: ℝ² → ℝ³ and g: ℝ³ → ℝ².
rc::Gen<theorem::Instance> pairs() {
  const auto algebra = generate::Algebra::rational;
  return rc::gen::map(
      rc::gen::tuple(generate::graph(algebra, 2, 3, 5), generate::graph(algebra, 3, 2, 4), generate::point(4, 5, 4)),
      [](const std::tuple<Graph, Graph, Vector<double>>& t) {
        const Vector<double>& v = std::get<2>(t);
        return theorem::Instance{{std::get<0>(t), std::get<1>(t)}, v.head(2), v.tail(2)};
      });
}

}  // namespace

std::vector<Check> jacobian_chain_rule() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, pairs(), always, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(),
                               [](const std::string&) { return theorem::RootOfSquare{1}; }));
  append(checks, sampled_each(stem, Kind::corrected, pairs(), always, theorem::corrected()));
  return checks;
}

std::vector<Check> jacobian_chain_rule_on(const ObjectivePtr&) { return {}; }

}  // namespace verigrad::proofs_numeric
