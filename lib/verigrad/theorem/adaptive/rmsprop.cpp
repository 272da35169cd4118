#include "verigrad/theorem/adaptive/rmsprop.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/theorem/adaptive/diagonal_step_forms.hpp"

namespace verigrad::rmsprop {

const Statement& statement() {
  static const Statement result{
      .id = "inna/1.31",
      .stem = "rmsprop",
      .title = "RMSprop",
      .source = "INNA thesis, (1.31)",
      .text =
          "vₖ = βvₖ₋₁ + (1 − β)∇J(θₖ) ⊙ ∇J(θₖ), Γₖ = √vₖ + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ), with J of a mini-batch, "
          "β ∈ (0, 1), α, ε > 0. v at the start is not given: 0 here. Found: it is the method of Tieleman and Hinton "
          "(2012), to which ε is added; no parameter moves by α/√(1 − β) or more in a step",
      .hypotheses = {{"differentiable",
                      "J is differentiable; the lines need no J, only the gradients that are passed in"},
                     {"rate", "α > 0"},
                     {"weight", "β ∈ (0, 1)"},
                     {"epsilon", "ε > 0"}},
      .steps = {{"bounded step", "(1 − β)(θₖ₊₁ − θₖ)² < α², entry by entry"},
                {"share of the last", "(1 − β)∇J(θₖ)² ≤ vₖ, entry by entry"},
                {"downhill", "∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0, entry by entry"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.epsilon > 0 && i.beta2 > 0 && i.beta2 < 1; }

namespace {

/// share Σ_{j<end} βᵉⁿᵈ⁻¹⁻ʲ gⱼ², which is v for share = 1 − β.
Number average(const EntryOfStep& e, const Number& beta, const Number& share, int end) {
  Number sum(0);
  for (int j = 0; j < end; ++j) sum += power(beta, end - 1 - j) * square(e.record.gradient[j][e.i]);
  return share * sum;
}
/// v after `end` steps.
Number v(const EntryOfStep& e, int end) { return average(e, e.run.beta2, Number(1 - e.run.beta2), end); }

void bounded(const EntryOfStep& e, int at, Claims& claims) {
  claims.less("(1 − β)(θₖ₊₁ − θₖ)² < α²", (1 - e.run.beta2) * square(e.move()), square(e.run.alpha), at);
}

void attained(const EntryOfStep& e, int at, Claims& claims) {
  claims.equal("(1 − β)(θ₁ − θ₀)² = α²", (1 - e.run.beta2) * square(e.move()), square(e.run.alpha), at);
}

void share_of_last(const EntryOfStep& e, int at, Claims& claims) {
  claims.at_most("(1 − β)g² ≤ vₖ", (1 - e.run.beta2) * square(e.g()), e.record.v[e.k + 1][e.i], at);
}

void positive(const OptimiserRun& run, Claims& claims) {
  for (int k = 0; k < run.n; ++k)
    claims.less("0 < Γₖ", 0,
                root<Number>((1 - run.beta2) * square(exact(run.instance.gradients[std::size_t(k)][0]))) + run.epsilon,
                k);
}

constexpr auto gamma_k = [](const EntryOfStep& e) { return root<Number>(v(e, e.k + 1)) + e.run.epsilon; };

/// A planted mistake: divisor(entry) for Γₖ.
template <class Divisor>
Form<OptimiserInstance> wrong(const char* key, Divisor divisor) {
  return divided_by(key, Optimiser::rmsprop, divisor);
}

}  // namespace

Form<OptimiserInstance> conclusion() { return divided_by("as printed", Optimiser::rmsprop, gamma_k); }

Forms<OptimiserInstance> steps() {
  return {each_entry("bounded step", Optimiser::rmsprop, bounded),
          each_entry("share of the last", Optimiser::rmsprop, share_of_last), goes_downhill(Optimiser::rmsprop)};
}

Form<OptimiserInstance> bound_attained() { return each_entry("bound attained", Optimiser::rmsprop, attained); }
Form<OptimiserInstance> divisible() { return form<OptimiserRun>("divisible", positive); }

Forms<OptimiserInstance> planted() {
  return {wrong("sign: θₖ + α diag(Γₖ)⁻¹∇J", [](const EntryOfStep& e) { return -gamma_k(e); }),
          wrong("ε under the root", [](const EntryOfStep& e) { return root<Number>(v(e, e.k + 1) + e.run.epsilon); }),
          wrong("index: vₖ₋₁ for vₖ", [](const EntryOfStep& e) { return root<Number>(v(e, e.k)) + e.run.epsilon; }),
          wrong("swapped: β and 1 − β",
                [](const EntryOfStep& e) {
                  return root<Number>(average(e, Number(1 - e.run.beta2), e.run.beta2, e.k + 1)) + e.run.epsilon;
                }),
          wrong("missing 1 − β", [](const EntryOfStep& e) {
            return root<Number>(average(e, e.run.beta2, Number(1), e.k + 1)) + e.run.epsilon;
          })};
}

}  // namespace verigrad::rmsprop
