// Stochastic gradient methods, proof of Lemma 5.6.5: doubling the variables, line by line.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/sample.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_uniqueness::proofs_numeric {
namespace {

namespace theorem = weak_solution_uniqueness;
using theorem::Paths;
using theorem::TwoFlows;

constexpr const char* stem = "weak_solution_uniqueness";

/// For identities of double integrals, which only fractions can decide.
Ladder without_balls() { return {.ball_bits = {}}; }

/// J₁ = −w²/2 from 1 and z0, to e^t = 2.
theorem::TwoFlows parting(double z0) { return {{-1, at(0), at(0), at(1), 2}, at(z0)}; }

/// W = Z = e^t, with φ = uv² … for the doubled lines and uv … for their sum.
theorem::DoubledFlows equal_flows(const std::string& key) {
  const double in_v = key == "J for J₂" ? 1 : 0;
  return {parting(1), 1 - in_v, 0, in_v};
}

/// J₁ = w²/2, W = t, Z = 0, a on [1, 2], with ε and the share of b on [−1, 0].
Paths line(double epsilon, double left) { return {1, 0, 1, 0, 0, 1, 2, 0.5, epsilon, left}; }
Paths line_for(const std::string& key) {
  if (key == "domain of β") return line(1, 1);
  return key == "limit of A" ? line(0.125, 1) : line(0.125, 0.5);
}
/// W = 1, Z = 0.
Paths constant() { return {1, 1, 0, 0, 0, 1, 2, 0.5, 0.125, 0.5}; }

/// On −W²/8 + |W|/2 together and on opposite sides of the kink, on W²/8 + |W|/2 apart.
TwoFlows separating(double a, double w0, double z0) {
  return {{a, at(0), at(0.5), at(w0), a < 0 ? 1.25 : 0.0625}, at(z0)};
}

std::vector<Check> first_lines() {
  std::vector<Check> checks =
      examined_each(stem, Kind::erratum, theorem::first_line_errata(), [](const std::string& key) {
        return theorem::Descending{1, 2, key == "half of (5.41)"};
      });
  append(checks, sampled_each(stem, Kind::corrected, generate::descending(), theorem::goes_down,
                              theorem::first_line_corrected()));
  const auto doubled = generate::doubled_weak_flows();
  const auto on_doubled = [&](Kind kind, const Forms<theorem::DoubledFlows>& forms,
                              const std::vector<theorem::DoubledFlows>& separating = {}) {
    append(checks, sampled_each(stem, kind, doubled, theorem::doubled_hypotheses_hold, forms, separating));
  };
  checks.push_back(sampled(check_of(stem, Kind::step, "sum of the lines"), doubled, theorem::doubled_hypotheses_hold,
                           theorem::lines_add_up(), without_balls()));
  append(checks, examined_each(stem, Kind::erratum, theorem::doubled_errata(), equal_flows));
  on_doubled(Kind::corrected, theorem::doubled_corrected());
  on_doubled(Kind::planted, theorem::planted_doubled(),
             {{separating(-0.25, 2.25, 2.25), 1, 0, 0.5}, {separating(0.25, 0, 0.25), 1, 0, 0}});
  return checks;
}

std::vector<Check> lines_on_paths() {
  std::vector<Check> checks;
  const auto paths = generate::doubled_paths();
  const auto on_paths = [&](Kind kind, const Forms<Paths>& forms, const std::vector<Paths>& separating = {}) {
    append(checks, sampled_each(stem, kind, paths, theorem::paths_hypotheses_hold, forms, separating));
  };
  for (const Forms<Paths>& steps : {theorem::limit_steps(), theorem::cutoff_steps()}) on_paths(Kind::step, steps);
  for (const Forms<Paths>& errata : {theorem::limit_errata(), theorem::cutoff_errata()})
    append(checks, examined_each(stem, Kind::erratum, errata, line_for));
  for (const Forms<Paths>& right : {theorem::limit_corrected(), theorem::cutoff_corrected()})
    on_paths(Kind::corrected, right);
  checks.push_back(sampled(check_of(stem, Kind::corrected, "domain of β"), paths, theorem::paths_hypotheses_hold,
                           theorem::whole_domain(), without_balls()));
  for (const Forms<Paths>& wrong : {theorem::planted_limits(), theorem::planted_cutoffs()})
    on_paths(Kind::planted, wrong, {{0.5, 0, 0, 0, 0.5, 0.5, 0.75, 0x1p-5, 0.25, 0.5}});
  for (const Form<Paths>& attained : theorem::cutoff_attained())
    checks.push_back(examined({stem, Kind::sharp, attained.key}, constant(), attained));
  checks.push_back(examined({stem, Kind::dropped, "footnote 1 with a b of both signs", Verdict::fails}, line(0.125, -3),
                            with_key(theorem::limit_steps(), "footnote 1")));
  return checks;
}

std::vector<Check> estimates() {
  const auto flows = generate::two_weak_flows();
  const auto on_flows = [&](Kind kind, const Forms<TwoFlows>& forms, const std::vector<TwoFlows>& separating = {}) {
    return sampled_each(stem, kind, flows, theorem::hypotheses_hold, forms, separating);
  };
  std::vector<Check> checks = on_flows(Kind::step, theorem::flow_steps());
  append(checks, on_flows(Kind::step, {theorem::estimate_attained()}));
  append(checks,
         examined_each(stem, Kind::erratum, theorem::flow_errata(), [](const std::string&) { return parting(0); }));
  append(checks, on_flows(Kind::corrected, {theorem::sum_in_the_limit(), theorem::right_estimate()}));
  append(checks, on_flows(Kind::planted, theorem::planted_estimates(),
                          {separating(-0.25, 0.25, -4.25), separating(0.25, 0.25, -4.25)}));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = first_lines();
  append(checks, lines_on_paths());
  append(checks, estimates());
  return checks;
}

}  // namespace verigrad::weak_solution_uniqueness::proofs_numeric
