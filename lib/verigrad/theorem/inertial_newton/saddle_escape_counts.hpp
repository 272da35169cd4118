// Table 3.1: where 1000 runs on θ₁⁴ − 4θ₁² + θ₂² from near its saddle end, and how fast they leave it. By symmetry,
// each minimiser has the same probability; the printed counts are held against it by exact binomial tails.
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/number/rational.hpp"

namespace verigrad::saddle_escape_counts {

const Statement& statement();

/// How many of the runs end at (−√2, 0), in which thousandths the ends of their 95 % interval lie (Clopper and
/// Pearson), and how many end at the saddle.
struct Row {
  std::string method;
  int runs, left, low, high, saddle = 0;

  bool rational() const { return true; }
  std::string describe() const;
};
Row below_one();  ///< INNA, αβ < 1
Row above_one();  ///< INNA, αβ > 1
Row descent();    ///< gradient descent

/// P(X ≥ x) and P(X ≤ x) for X of n runs with the probability p.
Rational at_least(int n, int x, const Rational& p);
Rational at_most(int n, int x, const Rational& p);

/// The 95 % interval of the probability of (−√2, 0) has these ends and contains 1/2.
Form<Row> fits_one_half();
/// None of 1000 at the saddle: the 95 % interval of that probability ends between 0.0036 and 0.0037.
Form<Row> none_at_saddle();

/// INNA and gradient descent take (−θ, −ψ) to minus what they take (θ, ψ) to; and stay at θ₁ = ψ₁ = 0.
Form<Unknowns> symmetric();
/// For αβ ≥ 1, (3.20) and λ = −st: 1 + γs < 1 + |λ|/L, which gradient descent with the step 1/L has.
Form<Unknowns> no_faster_than_descent();

/// A start near the saddle, ψ₀ = (1 − αβ)θ₀.
struct EscapeStart {
  double theta, alpha, beta, gamma;

  bool rational() const { return true; }
  std::string describe() const;
};
/// γ < β, and γ < γ⁻(16) where that is real: L = 16 holds on |θ₁| ≤ √2, with equality at the minimisers. θ₀ ≠ 0.
bool hypotheses_hold(const EscapeStart& start);
/// At some step sign(θ₀)θ₁ > 1: the run has left the saddle on the side that it began on.
Form<EscapeStart> escapes();
/// γs < 1/2 for λ = −8: 8γ² < (1/2)(1/2 + γ(α − 8β)), as γs is the positive root of x² + γ(α − 8β)x − 8γ².
Form<EscapeStart> slow();
/// γs = 1/2.
Form<EscapeStart> exactly_one_half();

/// The lines and wrong forms: of the table's rows, for all values, and of runs from near the saddle.
Lines<Row> lines();
Lines<Unknowns> general_lines();
Lines<EscapeStart> escape_lines();

}  // namespace verigrad::saddle_escape_counts
