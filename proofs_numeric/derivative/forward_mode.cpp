// MFDS, section 14.3.3: the worked example (14.19) line by line, and the rules of dual numbers.
#include "verigrad/theorem/derivative/forward_mode.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::forward_mode::proofs_numeric {
namespace {

namespace theorem = forward_mode;

constexpr const char* stem = "forward_mode";

rc::Gen<LogRootExample> examples() {
  return rc::gen::map(rc::gen::pair(generate::positive(), generate::dyadic()), [](const std::pair<double, double>& p) {
    return LogRootExample{p.first, p.second};
  });
}

rc::Gen<theorem::Duals> duals() {
  return rc::gen::map(generate::point(4), [](const Vector<double>& v) {
    return theorem::Duals{v[0], v[1], v[2], v[3]};
  });
}

constexpr auto always = [](const theorem::Duals&) { return true; };

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(
      stem, Kind::step, examples(), [](const LogRootExample& e) { return e.inside(); }, theorem::example_lines());
  append(checks, sampled_each(stem, Kind::step, duals(), always, theorem::dual_rules()));
  for (const Form<theorem::Duals>& rule : theorem::rules_by_multiplication())
    checks.push_back(sampled({stem, Kind::step, rule.key + ", from ε² = 0 alone"}, duals(), always, rule));
  append(checks,
         sampled_each(stem, Kind::planted, duals(), always, theorem::planted_rules(), {{0.0625, 0.0625, -0.0625, 0}}));
  return checks;
}

}  // namespace verigrad::forward_mode::proofs_numeric
