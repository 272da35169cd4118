// Stochastic gradient methods, proof of Lemma 5.6.5: doubling the variables, line by line.
#include "verigrad/theorem/nonsmooth/weak_solution_uniqueness.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_uniqueness::proofs_numeric {
namespace {

namespace theorem = weak_solution_uniqueness;
using theorem::PathsInstance;

constexpr const char* stem = "weak_solution_uniqueness";

/// The checks of the lines, and those of their planted mistakes.
template <class Instance, class Hypotheses>
std::vector<Check> all_of(const Gen<Instance>& instances, Hypotheses hypotheses, const Lines<Instance>& lines) {
  std::vector<Check> checks = proof_checks(stem, instances, hypotheses, lines);
  append(checks, planted_checks(stem, instances, hypotheses, lines));
  return checks;
}

std::vector<Check> lines_on_paths() {
  std::vector<Check> checks;
  for (const auto& lines : {theorem::limit_lines(), theorem::cutoff_lines(), theorem::gronwall_lines()})
    append(checks, all_of(generate::doubled_paths(), theorem::paths_hypotheses_hold, lines));
  return checks;
}

/// W = 1, Z = 0; and J₁ = w²/2, W = t, Z = 0, with a b of both signs.
constexpr PathsInstance constant{1, 1, 0, 0, 0, 1, 2, 0.5, 0.125, 0.5};
constexpr PathsInstance with_both_signs{1, 0, 1, 0, 0, 1, 2, 0.5, 0.125, -3};

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      examined({stem, Kind::sharp, "O(μ) attained"}, constant, theorem::remainder_attained()),
      examined({stem, Kind::sharp, "Gronwall attained"}, constant, theorem::iterations_attained()),
      examined({stem, Kind::dropped, "footnote 1 with a b of both signs", Verdict::fails}, with_both_signs,
               theorem::footnote_1())};
  append(checks, all_of(generate::descending(), theorem::goes_down, theorem::first_lines()));
  append(checks, all_of(generate::doubled_weak_flows(), theorem::doubled_hypotheses_hold, theorem::doubled_lines()));
  append(checks, lines_on_paths());
  append(checks, proof_checks(stem, generate::two_weak_flows(), theorem::hypotheses_hold, theorem::lines()));
  append(checks, all_of(generate::two_weak_flows(), theorem::hypotheses_hold, theorem::estimate_lines()));
  return checks;
}

}  // namespace verigrad::weak_solution_uniqueness::proofs_numeric
