// Stochastic gradient methods, Lemma 5.6.3: the weak formulation on exact solutions with and without kinks, J₁ convex
// or not, and the smooth flows that approximate them; planted mistakes.
#include "verigrad/theorem/nonsmooth/weak_solution_existence.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::weak_solution_existence::properties {
namespace {

namespace theorem = weak_solution_existence;
using theorem::FlowInstance;
using theorem::StatesInstance;

constexpr const char* stem = "weak_solution_existence";

FlowInstance flow(double lambda, double w0, double y) { return {{1, at(0), at(lambda), at(w0), 0.25}, at(y), 1, 0}; }

/// J₁ = −w³/3, J₂ = 0, W₀ = 1: W = 1/(1 − t) is the only solution up to t = 1, and has no value there.
struct BlowUpInstance {
  bool rational() const { return true; }
  std::string describe() const { return "J₁ = −w³/3, J₂ = 0, W₀ = 1, at t = 1 − 2⁻ᵏ"; }
};
void stays_bounded(const BlowUpInstance&, Claims& claims) {
  Number left(1);
  for (int k = 0; k <= 20; ++k) {
    const Number w = 1 / left;
    const auto secant = [&](const Number& h) { return (1 / (left - h) - w) / h; };
    claims.at_most("W(t)² ≤ (W(t + h) − W(t))/h", square(w), secant(frac(1, 4) * left), k);
    claims.at_most("W(t) ≤ 1000", w, 1000, k);
    left = frac(1, 2) * left;
  }
}

/// ε = 1, from W = 1/C to −1/C.
penalised_square::StatesInstance jump(double constant) { return {1, at(1), at(-1), 0.5, constant}; }

/// J_tot = |W|² + 2ε|W|₁.
std::vector<Check> second_example() {
  namespace example = penalised_square;
  const auto instances = generate::penalised_square();
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with φ on every term, for |W|² + 2ε|W|₁"}, generate::tested_penalised_square(),
              theorem::hypotheses_hold, theorem::conclusion()),
      sampled({stem, Kind::sharp, "second example: 2 is the Lipschitz constant of ∇J_tot on one side of 0"}, instances,
              example::on_one_side, example::lipschitz_on_one_side()),
      sampled({stem, Kind::sharp, "second example: the contraction is attained on one side of 0"}, instances,
              example::both_move, example::contraction_attained()),
      examined({stem, Kind::dropped, "second example without ε > 0", Verdict::fails},
               example::StatesInstance{-1, at(0.5), at(-0.5)}, example::one_sided_bound()),
      examined(check_of(stem, Kind::planted, "second example: Lipschitz with C = 4"), jump(4), example::lipschitz()),
      examined(check_of(stem, Kind::planted, "second example: Lipschitz with C = 2⁵⁰"), jump(0x1p50),
               example::lipschitz())};
  append(checks, step_checks(stem, instances, example::hypotheses_hold, example::lines()));
  append(checks, planted_checks(stem, instances, example::hypotheses_hold, example::lines()));
  return checks;
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with φ on every term"}, generate::tested_weak_flow(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "approximation by J₂^ε"}, generate::regularised_states(),
              theorem::states_hypotheses_hold, theorem::approximation()),
      sampled({stem, Kind::conclusion, "regularised flows converge"}, generate::regularised_flow(),
              theorem::regularised_hypotheses_hold, theorem::converges()),
      examined({stem, Kind::sharp, "Y on the solution's side"}, flow(1, 8, 1), theorem::attained()),
      examined({stem, Kind::sharp, "λε/4 at W_ε = ε/2, W = 0"}, StatesInstance{1, 1, 0.5, 0},
               theorem::quarter_attained()),
      examined({stem, Kind::dropped, "without convexity: J₂ = −|w|, W = 0", Verdict::fails},
               theorem::RestInstance{0, -1, 1, 1, 1}, theorem::conclusion_at_rest()),
      examined({stem, Kind::dropped, "without a Lipschitz ∇J₁: W′ = W² leaves C⁰[0, 1] (by formula)", Verdict::fails},
               BlowUpInstance{}, stays_bounded),
      examined(check_of(stem, Kind::planted, "W = 0 where |c| > λ"), theorem::RestInstance{1, 0.5, 1, 1, 1},
               theorem::conclusion_at_rest())};
  append(checks, second_example());
  append(checks, planted_checks(stem, generate::tested_weak_flow(), theorem::hypotheses_hold, theorem::lines()));
  append(checks, planted_checks(stem, generate::regularised_states(), theorem::states_hypotheses_hold,
                                theorem::states_lines()));
  return checks;
}

}  // namespace verigrad::weak_solution_existence::properties
