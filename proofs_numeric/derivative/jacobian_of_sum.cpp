// MathDNN, Proposition 1.2: the expansion of its proof, and the errata on where g + f and its Jacobian lie.
#include "verigrad/theorem/derivative/jacobian_of_sum.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::jacobian_of_sum::proofs_numeric {
namespace {

namespace theorem = jacobian_of_sum;

constexpr const char* stem = "jacobian_of_sum";

constexpr auto always = [](const theorem::Instance&) { return true; };

Gen<theorem::Instance> sums() {
  const auto algebra = generate::Algebra::rational;
  return gen::apply(
      [](const Graph& f, const Graph& g, const Vector<double>& v) {
        return theorem::Instance{f, g, v.head(2), v.tail(2)};
      },
      generate::graph(algebra, 2, 2), generate::graph(algebra, 2, 2), generate::point(4, 5, 4));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, sums(), always, theorem::lines());
  append(checks, erratum_checks(stem, theorem::range_lines()));
  append(checks,
         sampled_each(stem, Kind::corrected, sums(), always, {theorem::sum_in_reals(), theorem::jacobian_is_matrix()}));
  return checks;
}

}  // namespace verigrad::jacobian_of_sum::proofs_numeric
