// Stochastic gradient methods, (5.28): each displayed line, and the Z for which the last one is undefined.
#include "verigrad/theorem/adaptive/adam_asymptotic_functional.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::adam_asymptotic_functional::proofs_numeric {
namespace {

namespace theorem = adam_asymptotic_functional;
using theorem::Instance;

constexpr const char* stem = "adam_asymptotic_functional";

Gen<Instance> instances() {
  const auto objectives = gen::oneOf(generate::strongly_convex_quadratic(), generate::indefinite_quadratic());
  return gen::mapcat(objectives, [](const ObjectivePtr& f) {
    return gen::apply(
        [f](const Vector<double>& w, const Vector<double>& z, double eps1) {
          return Instance{f, w, z, eps1};
        },
        generate::point(f->dimension()), generate::point(f->dimension()), generate::positive(4, -4, 2));
  });
}

}  // namespace

std::vector<Check> checks() { return proof_checks(stem, instances(), theorem::hypotheses_hold, theorem::lines()); }

}  // namespace verigrad::adam_asymptotic_functional::proofs_numeric
