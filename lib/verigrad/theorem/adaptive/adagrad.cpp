#include "verigrad/theorem/adaptive/adagrad.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/adaptive/diagonal_step_forms.hpp"

namespace verigrad::adagrad {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.30",
       .stem = "adagrad",
       .title = "Adagrad",
       .source = "INNA thesis, (1.30)",
       .text = "Γₖ = √(Σ_{j=0…k} ∇J(θⱼ) ⊙ ∇J(θⱼ)) + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ), with J of a mini-batch",
       .found = "it is the diagonal method of Duchi, Hazan and Singer (2011); no parameter moves by α or more in a "
                "step; the step sizes do not increase, and stay where a gradient is 0",
       .code = {"algorithm/adagrad.hpp: Adagrad"},
       .hypotheses = {{"differentiable",
                       "J is differentiable; the lines need no J, only the gradients that are passed in"},
                      {"rate", "α > 0"},
                      {"epsilon", "ε > 0"}},
       .errata = {{.key = "index of the sum",
                   .place = "(1.30)",
                   .printed = "√(Σ_{k=0}^k ∇𝒥_{B_k}(θ_k) ⊙ ∇𝒥_{B_k}(θ_k))",
                   .corrected = "√(Σ_{j=0}^k ∇𝒥_{B_j}(θ_j) ⊙ ∇𝒥_{B_j}(θ_j))",
                   .weight = Weight::notation}}},
      lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.epsilon > 0; }

namespace {

/// Σ_{j<end} gⱼ².
Number sum_of_squares(const EntryOfStep& e, int end) {
  Number sum = 0;
  for (int j = 0; j < end; ++j) sum += square(e.record.gradient[j][e.i]);
  return sum;
}

/// Γ₀, Γ₁, … of the method's own sums, entry after entry.
std::vector<Number> divisors(const OptimiserRun& run) {
  const OptimiserRecord r = run.of(Optimiser::adagrad);
  std::vector<Number> result;
  for (int k = 1; k <= run.n; ++k)
    for (const Number& sum : r.v[k]) result.push_back(root(sum) + run.epsilon);
  return result;
}

void decreasing(const OptimiserRun& run, Claims& claims) {
  const std::vector<Number> gamma = divisors(run);
  const std::size_t d = std::size_t(run.instance.theta0.size());
  for (std::size_t k = 0; k + d < gamma.size(); ++k)
    claims.at_most("α/Γₖ₊₁ ≤ α/Γₖ", run.alpha / gamma[k + d], run.alpha / gamma[k], int(k));
}

void strictly(const OptimiserRun& run, Claims& claims) {
  const std::vector<Number> gamma = divisors(run);
  for (std::size_t k = 0; k + 1 < gamma.size(); ++k) claims.less("Γₖ < Γₖ₊₁", gamma[k], gamma[k + 1], int(k));
}

void positive(const OptimiserRun& run, Claims& claims) {
  Number sum = 0;
  for (int k = 0; k < run.n; ++k) {
    sum += square(exact(run.instance.gradients[std::size_t(k)][0]));
    claims.less("0 < Γₖ", 0, root(sum) + run.epsilon, k);
  }
}

void bounded(const EntryOfStep& e, int at, Claims& claims) {
  const Number size = magnitude(e.g()), step = magnitude(e.move());
  claims.at_most("|θₖ₊₁ − θₖ|(|g| + ε) ≤ α|g|", step * (size + e.run.epsilon), e.run.alpha * size, at);
  claims.less("|θₖ₊₁ − θₖ| < α", step, e.run.alpha, at);
}

void first(const EntryOfStep& e, int at, Claims& claims) {
  const Number size = magnitude(e.g());
  claims.equal("|θ₁ − θ₀|(|g| + ε) = α|g|", magnitude(e.move()) * (size + e.run.epsilon), e.run.alpha * size, at);
}

constexpr auto gamma_k = [](const EntryOfStep& e) { return root(sum_of_squares(e, e.k + 1)) + e.run.epsilon; };

/// A planted mistake: divisor(entry) for Γₖ.
template <class Divisor>
Form<OptimiserInstance> wrong(const char* key, Divisor divisor) {
  return divided_by(Optimiser::adagrad, divisor).keyed(key);
}

bool two_steps_at_least(const OptimiserInstance& i) { return i.n >= 2; }

/// No gradient, then 2.
OptimiserInstance second_step() {
  OptimiserInstance i = along({0, 2}, 0.5);
  i.exact_roots = false;
  return i;
}

}  // namespace

Form<OptimiserInstance> conclusion() { return divided_by(Optimiser::adagrad, gamma_k).keyed("as printed"); }
Form<OptimiserInstance> downhill() { return goes_downhill(Optimiser::adagrad); }
Form<OptimiserInstance> first_step() { return each_entry(Optimiser::adagrad, first).of_code(); }
Form<OptimiserInstance> divisible() { return form<OptimiserRun>(positive); }
Form<OptimiserInstance> strictly_decreasing() { return form<OptimiserRun>(strictly); }

Lines<OptimiserInstance> lines() {
  return {.steps = {{"decreasing step sizes", "αΓₖ₊₁⁻¹ ≤ αΓₖ⁻¹, entry by entry",
                     form<OptimiserRun>(decreasing).where(two_steps_at_least)},
                    {"bounded step", "|θₖ₊₁ − θₖ| ≤ α|∇J(θₖ)|/(|∇J(θₖ)| + ε) < α, entry by entry",
                     each_entry(Optimiser::adagrad, bounded).of_code()},
                    {"downhill", "∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0, entry by entry", downhill()}},
          .planted = {wrong("sign: θₖ + α diag(Γₖ)⁻¹∇J", [](const EntryOfStep& e) { return -gamma_k(e); }),
                      wrong("ε under the root",
                            [](const EntryOfStep& e) { return root(sum_of_squares(e, e.k + 1) + e.run.epsilon); }),
                      wrong("index: the sum up to k − 1",
                            [](const EntryOfStep& e) { return root(sum_of_squares(e, e.k)) + e.run.epsilon; }),
                      wrong("missing root",
                            [](const EntryOfStep& e) { return sum_of_squares(e, e.k + 1) + e.run.epsilon; }),
                      wrong("missing ε", [](const EntryOfStep& e) { return root(sum_of_squares(e, e.k + 1)); }),
                      wrong("the last gradient k + 1 times: the text's k in the sum",
                            [](const EntryOfStep& e) { return root((e.k + 1) * square(e.g())) + e.run.epsilon; })},
          .separating = {second_step()}};
}

}  // namespace verigrad::adagrad
