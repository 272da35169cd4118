// SGM, Notation 5.1.4 and Remark 5.1.5: gradients of functions of a matrix.
#include "verigrad/theorem/network/row_gradient_chain_rule.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::row_gradient_chain_rule::proofs_numeric {
namespace {

namespace theorem = row_gradient_chain_rule;
using theorem::MatrixInstance;

constexpr const char* stem = "row_gradient_chain_rule";

Gen<MatrixInstance> functions_of(int a, int b) {
  const int n = a * b;
  return gen::apply(
      [=](const Graph& psi, const Vector<double>& xz) {
        return MatrixInstance{psi, a, b, xz.head(n), xz.tail(n)};
      },
      generate::graph(generate::Algebra::rational, n, 1, n + 4), generate::point(2 * n, 5, 4));
}

}  // namespace

std::vector<Check> checks() {
  const auto always = [](const MatrixInstance&) { return true; };
  const auto functions = gen::mapcat(gen::pair(generate::dimension(3), generate::dimension(3)),
                                     [](std::pair<int, int> d) { return functions_of(d.first, d.second); });
  std::vector<Check> checks = proof_checks(stem, functions, always, theorem::matrix_lines());
  append(checks, planted_checks(stem, functions_of(2, 3), always, theorem::matrix_lines()));
  return checks;
}

}  // namespace verigrad::row_gradient_chain_rule::proofs_numeric
