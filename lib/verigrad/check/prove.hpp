// prove: decides a form for all values of its unknowns: proved, or refuted by exact numbers.
#pragma once

#include <string>
#include <vector>

#include "verigrad/check/tally.hpp"
#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// How many draws of rational values are searched for a counterexample to what is not proved, and held against what is.
inline constexpr int refutation_draws = 400;
inline constexpr int confirmation_draws = 24;

/// A claim is proved when
///   lhs = rhs:  rhs − lhs, over one denominator, expands to 0 in the algebra of inner products;
///   lhs ≤ rhs:  the sign of rhs − lhs shows in how it was built (number/symbolic.hpp), or it expands to 0;
///   lhs < rhs:  the sign shows.
/// So an inequality is stated as its certificate: an identity lhs = s, then s ≤ rhs, where s is a sum of products of
/// squares, squared norms and unknowns that are assumed positive or not negative. A proved identity between the parts
/// of a run in vectors holds in every inner-product space. What is proved concerns the formulas alone: that a
/// derivative is the formula (chain rule, product rule) is the statement's to say.
///
/// Where a claim is not proved, exact rational draws look for a counterexample; the level is then `instance`. The
/// verdict is undecided when none is found. What is proved is also decided on some draws; throws std::logic_error
/// where they contradict it. The note names the unknowns that occur in the claims.
///
/// A proof is an error of the check where a claim has one expression on both sides, as x = x, also where the run's
/// constructor set them equal.
///
/// To use it: give the statement's Run a constructor from Unknowns,
///   explicit Run(const Unknowns& u) : nu(u.nonnegative("ν")), z(u.vector("Z")), g(u.vector("∇J(W)")) { … }
/// pass the same claims to form<Run, Unknowns>(key, claims) in theorem/<topic>/<stem>.cpp, and in properties
///   proved({stem, Kind::conclusion, "for all states"}, theorem::general_conclusion()),
///   append(checks, proved_each(stem, Kind::planted, theorem::general_planted()));
Evidence prove(const Form<Unknowns>& form);

/// The check that proves a form; as a planted mistake, an erratum or without a needed hypothesis it must be refuted.
Check proved(CheckId id, Form<Unknowns> form);

/// One check a form.
std::vector<Check> proved_each(const std::string& stem, Kind kind, const Forms<Unknowns>& forms);

/// The checks of lines that speak of all values: steps and corrected forms are proved, errata refuted.
std::vector<Check> proof_checks(const std::string& stem, const Lines<Unknowns>& lines);

/// The checks that refute the planted forms.
std::vector<Check> planted_checks(const std::string& stem, const Lines<Unknowns>& lines);

}  // namespace verigrad
