// MFDS, section 14.3.3: the worked example (14.19) line by line, and the rules of dual numbers.
#include "verigrad/theorem/derivative/forward_mode.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::forward_mode::proofs_numeric {
namespace {

namespace theorem = forward_mode;

constexpr const char* stem = "forward_mode";

Gen<LogRootInstance> examples() {
  return gen::apply([](double x, double y) { return LogRootInstance{x, y}; }, generate::positive(), generate::dyadic());
}

Gen<theorem::Duals> duals() {
  return gen::map(generate::point(4), [](const Vector<double>& v) { return theorem::Duals{v[0], v[1], v[2], v[3]}; });
}

constexpr auto always = [](const auto&) { return true; };
constexpr auto inside = [](const LogRootInstance& e) { return e.inside(); };

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = proof_checks(stem, examples(), inside, theorem::example_lines());
  append(checks, proof_checks(stem, duals(), always, theorem::rule_lines()));
  for (const Form<theorem::Duals>& rule : theorem::rules_by_multiplication())
    checks.push_back(sampled({stem, Kind::step, rule.key + ", from ε² = 0 alone"}, duals(), always, rule));
  append(checks, planted_checks(stem, duals(), always, theorem::rule_lines()));
  return checks;
}

}  // namespace verigrad::forward_mode::proofs_numeric
