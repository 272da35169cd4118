// MathDNN, Proposition 1.2: the expansion of its proof, and the errata on where g + f and its Jacobian lie.
#include "verigrad/theorem/derivative/jacobian_of_sum.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::jacobian_of_sum::proofs_numeric {
namespace {

namespace theorem = jacobian_of_sum;

constexpr const char* stem = "jacobian_of_sum";

constexpr auto always = [](const theorem::Instance&) { return true; };

rc::Gen<theorem::Instance> sums() {
  const auto algebra = generate::Algebra::rational;
  return rc::gen::map(
      rc::gen::tuple(generate::graph(algebra, 2, 2), generate::graph(algebra, 2, 2), generate::point(4, 5, 4)),
      [](const std::tuple<Graph, Graph, Vector<double>>& t) {
        const Vector<double>& v = std::get<2>(t);
        return theorem::Instance{std::get<0>(t), std::get<1>(t), v.head(2), v.tail(2)};
      });
}

theorem::InOneVariable counterexample(const std::string& key) {
  if (key == "g + f maps into F") return {1, 1, 0, 0, 0, 1};
  return {0.25, 0.25, 0.5, 0.5, 0, 1};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, sums(), always, theorem::steps());
  for (const Check& erratum : examined_each(stem, Kind::erratum, theorem::errata(), counterexample)) {
    checks.push_back(erratum);
    checks.push_back(as_conclusion(erratum));
  }
  append(checks, sampled_each(stem, Kind::corrected, sums(), always, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::jacobian_of_sum::proofs_numeric
