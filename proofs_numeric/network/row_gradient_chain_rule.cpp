// SGM, Notation 5.1.4 and Remark 5.1.5: gradients of functions of a matrix.
#include "verigrad/theorem/network/row_gradient_chain_rule.hpp"

#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::row_gradient_chain_rule::proofs_numeric {
namespace {

namespace theorem = row_gradient_chain_rule;
using theorem::MatrixFunction;

constexpr const char* stem = "row_gradient_chain_rule";

rc::Gen<MatrixFunction> functions_of(int a, int b) {
  const int n = a * b;
  return rc::gen::map(
      rc::gen::pair(generate::graph(generate::Algebra::rational, n, 1, n + 4), generate::point(2 * n, 5, 4)),
      [=](const std::pair<Graph, Vector<double>>& p) {
        return MatrixFunction{p.first, a, b, p.second.head(n), p.second.tail(n)};
      });
}

/// ψ(X) = X₂₁X₂₃, X by columns.
MatrixFunction one_product() {
  return {Graph(6, {{Operation::multiply, 5, 1}}), 2, 3, vector({0, 0, 0, 0, 0, 0.0625}),
          vector({0, 0, 0.0625, 0, 0, 0})};
}

}  // namespace

std::vector<Check> checks() {
  const auto always = [](const MatrixFunction&) { return true; };
  const auto functions = rc::gen::mapcat(rc::gen::pair(generate::dimension(3), generate::dimension(3)),
                                         [](std::pair<int, int> d) { return functions_of(d.first, d.second); });
  std::vector<Check> checks = sampled_each(stem, Kind::step, functions, always, theorem::notation());
  append(checks, sampled_each(stem, Kind::planted, functions_of(2, 3), always, theorem::planted_on_matrices(),
                              {one_product()}));
  return checks;
}

}  // namespace verigrad::row_gradient_chain_rule::proofs_numeric
