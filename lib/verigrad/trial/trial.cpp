#include "verigrad/trial/trial.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/conformance/methods.hpp"

namespace verigrad::trial {
namespace {

/// All sequences of `length` indices of n terms.
std::vector<std::vector<int>> index_sequences(int n, int length) {
  std::vector<std::vector<int>> all{{}};
  for (int k = 0; k < length; ++k) {
    std::vector<std::vector<int>> longer;
    for (const std::vector<int>& begun : all)
      for (int i = 0; i < n; ++i) {
        longer.push_back(begun);
        longer.back().push_back(i);
      }
    all = std::move(longer);
  }
  return all;
}

double allowed(const std::vector<double>& allowance, int index) {
  return index < 0 ? 0 : allowance[std::size_t(index)];
}

/// The statement's claims with what is left to rounding on their right sides, where that is finite.
void put_widened(const Trial& trial, const Problem& problem, const std::vector<Run>& runs,
                 const std::vector<double>& allowance, Claims& claims) {
  Claims said;
  trial.claims(problem, runs, said);
  for (Claim claim : said.list()) {
    const double more = allowed(allowance, claim.index);
    if (!std::isfinite(more)) continue;
    claim.rhs += exact(more);
    if (claim.excess) *claim.excess += exact(more);
    claims.add(std::move(claim));
  }
}

void note(const DecidedClaim& claim, ProblemFinding& finding) {
  const Decision& decision = claim.decision;
  ++finding.claims;
  if (decision.verdict == Verdict::undecided) ++finding.open;
  const bool is_first = std::none_of(finding.broken.begin(), finding.broken.end(),
                                     [&](const DecidedClaim& other) { return other.decision.name == decision.name; });
  if (decision.verdict == Verdict::fails && is_first) finding.broken.push_back(claim);
  const bool nearer = !finding.tightest || decision.relative_margin < finding.tightest->decision.relative_margin;
  if (decision.verdict == Verdict::holds && nearer) finding.tightest = claim;
}

void decide_claims(const Trial& trial, const Problem& problem, const std::vector<Run>& runs, ProblemFinding& finding) {
  const std::vector<double> allowance = trial.allowance(problem, runs);
  finding.open = std::count_if(allowance.begin(), allowance.end(), [](double more) { return !std::isfinite(more); });
  const MakeClaims make = [&](Claims& claims) { put_widened(trial, problem, runs, allowance, claims); };
  const std::vector<Decision> decisions = decide(make, {.rational = problem.f.rational()});
  const Ball::Precision precision(128);
  const Claims sides = claims_over(Number::Kind::ball, make);
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const Claim& claim = sides.list()[i];
    note({decisions[i], approximate(claim.lhs), approximate(claim.rhs), approximate(claim.lhs - claim.rhs),
          allowed(allowance, claim.index)},
         finding);
  }
}

}  // namespace

Verdict ProblemFinding::bound() const {
  if (!broken.empty()) return Verdict::fails;
  return open > 0 || claims == 0 ? Verdict::undecided : Verdict::holds;
}

Verdict Findings::verdict() const {
  Verdict result = Verdict::holds;
  for (const ProblemFinding& finding : problems) {
    if (finding.steps() == Verdict::fails || finding.bound() == Verdict::fails) return Verdict::fails;
    if (finding.bound() == Verdict::undecided) result = Verdict::undecided;
  }
  return result;
}

ProblemFinding judge(const Trial& trial, const conformance::StartOptimiser& start, const Declared& declared,
                     const Problem& problem) {
  std::vector<conformance::Dialect> dialects;
  for (const std::string_view method : trial.methods)
    dialects.push_back(conformance::declared_dialect(conformance::method_named(std::string(method)), problem.hyper));
  ProblemFinding finding{problem.describe()};
  std::vector<Run> runs;
  for (std::vector<int>& indices : index_sequences(problem.f.size(), problem.steps()))
    runs.push_back(play(start, problem, dialects, *declared.dtype, trial.exact_step, std::move(indices)));
  finding.runs = runs.size();
  const auto stray =
      std::find_if(runs.begin(), runs.end(), [](const Run& run) { return run.departure || run.not_finite; });
  if (stray != runs.end()) {
    finding.stray = *stray;
    finding.rates = rates_of_descent(*stray, *declared.dtype);
  }
  decide_claims(trial, problem, runs, finding);
  return finding;
}

Findings judge(const Trial& trial, const conformance::StartOptimiser& start, const Declared& declared) {
  const std::vector<Problem> problems = trial.problems(declared);
  Findings result{std::string(trial.stem), problems.size()};
  for (const Problem& problem : problems) result.problems.push_back(judge(trial, start, declared, problem));
  return result;
}

}  // namespace verigrad::trial
