// What Table 4.1 of the thesis and Section 4.5.1 say of the settings of the experiments, as far as it can be decided:
// when settings are chosen, which activations are smooth, and what a decay by the epoch does to the steps.
#pragma once

#include <string>
#include <vector>

#include "verigrad/claim/lines.hpp"
#include "verigrad/network/activation.hpp"

namespace verigrad::experiment_settings {

const Statement& statement();

/// A column of the table.
struct Problem {
  std::string name;
  Activation activation;
  int grid_search, stop;  ///< epochs
};
/// Some columns of the table.
struct Table {
  std::vector<Problem> problems;

  bool rational() const { return true; }
  std::string describe() const;
};
/// Problems (a) to (f).
Table as_printed();
/// 10 · grid-search = stop.
Form<Table> chosen_after_a_tenth();

/// An activation a near its kink, if it has one: at 0.
struct Smoothness {
  Activation activation;

  bool rational() const { return is_rational(activation); }
  std::string describe() const;
};
/// With h = 2⁻ᵏ, k = 0 … 20: |a′(h) − a′(0)| ≤ h and |a′(0) − a′(−h)| ≤ h.
Form<Smoothness> lipschitz_slope();
/// Both quotients, (a′(h) − a′(0))/h and (a′(0) − a′(−h))/h, differ by at most h: a has a second derivative at 0.
Form<Smoothness> twice_differentiable();

/// γ = 1/q^{1/2 + δ} in each of the m batches of epoch q, q = 1 … Q.
struct EpochDecay {
  double delta;
  int m, Q;

  bool rational() const { return false; }
  std::string describe() const;
};
/// 0 < δ < 1/2.
bool hypotheses_hold(const EpochDecay& decay);
/// (1.22) by its bounds: mQ^{1/2 − δ} ≤ Σ γ, and Σ γ² ≤ m(1 + (1 − Q^{−2δ})/(2δ)) < m(1 + 1/(2δ)).
Form<EpochDecay> sums();
/// Σ γ² ≤ m · 2 for each Q.
Form<EpochDecay> squares_below_2();

/// The lines and wrong forms: of the decay, of activations, and of the table.
Lines<EpochDecay> lines();
Lines<Smoothness> activation_lines();
Lines<Table> table_lines();

}  // namespace verigrad::experiment_settings
