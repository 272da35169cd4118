// MathDNN, Theorem 1.3: the chain rule on compositions of one to five random maps between spaces of any dimension.
#include "verigrad/theorem/derivative/jacobian_chain_rule.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/graphs.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::jacobian_chain_rule::properties {
namespace {

namespace theorem = jacobian_chain_rule;

constexpr const char* stem = "jacobian_chain_rule";

constexpr auto always = [](const theorem::Instance&) { return true; };

/// One more map after each of these.
Gen<theorem::Instance> extended(Gen<theorem::Instance> instances, generate::Algebra algebra) {
  return gen::mapcat(std::move(instances), [algebra](const theorem::Instance& instance) {
    return gen::mapcat(generate::dimension(3), [=](int outputs) {
      return gen::map(generate::graph(algebra, instance.f.back().outputs(), outputs, outputs + 1),
                      [=](const Graph& next) {
                        theorem::Instance longer = instance;
                        longer.f.push_back(next);
                        return longer;
                      });
    });
  });
}

/// Compositions of `depth` maps with up to three inputs and outputs.
Gen<theorem::Instance> compositions(generate::Algebra algebra, int depth) {
  auto result = gen::mapcat(gen::pair(generate::dimension(3), generate::dimension(3)), [=](std::pair<int, int> d) {
    return gen::apply(
        [](const Graph& f, const Vector<double>& v) {
          return theorem::Instance{{f}, v.head(f.inputs()), v.tail(f.inputs())};
        },
        generate::graph(algebra, d.first, d.second, d.second + 1), generate::point(2 * d.first, 5, 4));
  });
  for (int k = 1; k < depth; ++k) result = extended(result, algebra);
  return result;
}

}  // namespace

std::vector<Check> checks() {
  using generate::Algebra;
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, compositions(Algebra::rational, 2), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "as printed, with exp, log and √"}, compositions(Algebra::smooth, 2), always,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "five maps"}, compositions(Algebra::smooth, 5), always, theorem::conclusion()),
      sampled({stem, Kind::conclusion, "exact on polynomials"}, compositions(Algebra::polynomial, 2), always,
              theorem::of_polynomials()),
      examined({stem, Kind::dropped, "without f(a) inside F (by formula)", Verdict::fails}, theorem::RootOfSquare{2},
               theorem::differentiable_at_border())};
  append(checks, planted_checks(stem, generate::two_maps(Algebra::rational, 2, 2, 2), always, theorem::lines()));
  return checks;
}

}  // namespace verigrad::jacobian_chain_rule::properties
