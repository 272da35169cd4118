// Trials: an optimiser of another program, run on problems of verigrad's own and held against a statement.
#pragma once

#include <functional>

#include "verigrad/check/decide.hpp"
#include "verigrad/trial/problem.hpp"

namespace verigrad::trial {

/// What the optimiser is said to be.
struct Declared {
  const conformance::Dtype* dtype = &conformance::float64;
  /// "lr" where the program has a rate of its own, at which all its steps are; "L" where its user says how smooth the
  /// functions are that it is meant for; and what the method needs.
  conformance::HyperParameters hyper = {};
};

/// What an optimiser is held against: a statement, the problems on which it says most, what it says of recorded
/// iterates, and by how much roundings may exceed that.
struct Trial {
  std::string_view stem;
  /// Names of conformance::methods(), whose iterates the statement speaks of: those of one are those of the others, but
  /// for rounding.
  std::vector<std::string_view> methods;
  /// Throws std::invalid_argument where the statement does not allow what is declared.
  std::function<std::vector<Problem>(const Declared& declared)> problems;
  /// What the statement says of the iterates; index is the number of steps taken. Runs: one for each sequence of
  /// indices, all equally likely.
  std::function<void(const Problem& problem, const std::vector<Run>& runs, Claims& claims)> claims;
  /// How much more than it says the left side may be after each number of steps, by rounding alone: a bound that is
  /// proved, from the slacks of the steps.
  std::function<std::vector<double>(const Problem& problem, const std::vector<Run>& runs)> allowance;
  ExactStep exact_step = heavy_ball_step;
};

/// A claim on recorded iterates.
struct DecidedClaim {
  Decision decision;
  double lhs, rhs;   ///< doubles near both sides
  double beyond;     ///< near lhs − rhs
  double allowance;  ///< the part of rhs that is left to rounding
};

/// What the runs on one problem came to.
struct ProblemFinding {
  std::string problem;
  std::size_t runs = 0;
  /// The first run with a step that is not the method's, or that is not finite.
  std::optional<Run> stray = {};
  std::optional<Interval> rates = {};     ///< at which each step of that run is one of gradient descent
  long claims = 0;                        ///< decided
  long open = 0;                          ///< claims that were not, and steps after which roundings may be of any size
  std::vector<DecidedClaim> broken = {};  ///< the first of each name that does not hold
  std::optional<DecidedClaim> tightest = {};  ///< of those that hold

  Verdict steps() const { return stray ? Verdict::fails : Verdict::holds; }
  /// Whether the claims on the problem hold; undecided where one is open, and where there is none.
  Verdict bound() const;
};

/// Runs the optimiser on one problem, on every sequence of indices, and decides.
ProblemFinding judge(const Trial& trial, const conformance::StartOptimiser& start, const Declared& declared,
                     const Problem& problem);

/// What was found of an optimiser; `planned` problems are more than there are findings while it is under way.
struct Findings {
  std::string stem;
  std::size_t planned = 0;
  std::vector<ProblemFinding> problems = {};

  /// Fails where a step or a bound does.
  Verdict verdict() const;
};

/// All problems.
Findings judge(const Trial& trial, const conformance::StartOptimiser& start, const Declared& declared);

}  // namespace verigrad::trial
