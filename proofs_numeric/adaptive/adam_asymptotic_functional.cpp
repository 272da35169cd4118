// Stochastic gradient methods, (5.28): each displayed line, and the Z for which the last one is undefined.
#include "verigrad/theorem/adaptive/adam_asymptotic_functional.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::adam_asymptotic_functional::proofs_numeric {
namespace {

namespace theorem = adam_asymptotic_functional;
using theorem::Instance;

constexpr const char* stem = "adam_asymptotic_functional";

rc::Gen<Instance> instances() {
  return rc::gen::mapcat(rc::gen::oneOf(generate::strongly_convex_quadratic(), generate::indefinite_quadratic()),
                         [](const ObjectivePtr& f) {
                           return rc::gen::map(
                               rc::gen::tuple(generate::point(f->dimension()), generate::point(f->dimension()),
                                              generate::positive(4, -4, 2)),
                               [f](const std::tuple<Vector<double>, Vector<double>, double>& draw) {
                                 return Instance{f, std::get<0>(draw), std::get<1>(draw), std::get<2>(draw)};
                               });
                         });
}

/// Z = 0.
Instance zero(const std::string&) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, 0 * one)), one, 0 * one, 1};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, instances(), theorem::hypotheses_hold, theorem::steps());
  append(checks, examined_each(stem, Kind::erratum, theorem::errata(), zero));
  append(checks, sampled_each(stem, Kind::corrected, instances(), theorem::hypotheses_hold, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::adam_asymptotic_functional::proofs_numeric
