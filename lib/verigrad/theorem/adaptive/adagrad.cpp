#include "verigrad/theorem/adaptive/adagrad.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/adaptive/diagonal_step_forms.hpp"

namespace verigrad::adagrad {

const Statement& statement() {
  static const Statement result{
      .id = "inna/1.30",
      .stem = "adagrad",
      .title = "Adagrad",
      .source = "INNA thesis, (1.30)",
      .text =
          "Γₖ = √(Σ_{j=0…k} ∇J(θⱼ) ⊙ ∇J(θⱼ)) + ε, θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹∇J(θₖ), with J of a mini-batch. The text "
          "writes k for j and for the upper limit of the sum too: a clash of letters that leaves one reading. Found: "
          "it is the diagonal method of Duchi, Hazan and Singer (2011); no parameter moves by α or more in a step; "
          "the step sizes do not increase, and stay where a gradient is 0",
      .hypotheses = {{"differentiable",
                      "J is differentiable; the lines need no J, only the gradients that are passed in"},
                     {"rate", "α > 0"},
                     {"epsilon", "ε > 0"}},
      .steps = {{"decreasing step sizes", "αΓₖ₊₁⁻¹ ≤ αΓₖ⁻¹, entry by entry"},
                {"bounded step", "|θₖ₊₁ − θₖ| ≤ α|∇J(θₖ)|/(|∇J(θₖ)| + ε) < α, entry by entry"},
                {"downhill", "∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0, entry by entry"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) { return i.alpha > 0 && i.epsilon > 0; }

namespace {

/// Σ_{j<end} gⱼ².
Number sum_of_squares(const OptimiserRecord& r, Eigen::Index i, int end) {
  Number sum(0);
  for (int j = 0; j < end; ++j) sum += square(r.gradient[j][i]);
  return sum;
}
Number sum_of_squares(const EntryOfStep& e) { return sum_of_squares(e.record, e.i, e.k + 1); }

/// Γ₀, Γ₁, …, entry after entry.
std::vector<Number> divisors(const OptimiserRun& run) {
  const OptimiserRecord r = run.of(Optimiser::adagrad);
  std::vector<Number> result;
  for (int k = 0; k < run.n; ++k)
    for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
      result.push_back(root<Number>(sum_of_squares(r, i, k + 1)) + run.epsilon);
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
  Number sum(0);
  for (int k = 0; k < run.n; ++k) {
    sum += square(exact(run.instance.gradients[std::size_t(k)][0]));
    claims.less("0 < Γₖ", 0, root<Number>(sum) + run.epsilon, k);
  }
}

void bounded(const EntryOfStep& e, int at, Claims& claims) {
  const Number size = magnitude<Number>(e.g()), step = magnitude<Number>(e.move());
  claims.at_most("|θₖ₊₁ − θₖ|(|g| + ε) ≤ α|g|", step * (size + e.run.epsilon), e.run.alpha * size, at);
  claims.less("|θₖ₊₁ − θₖ| < α", step, e.run.alpha, at);
}

void first(const EntryOfStep& e, int at, Claims& claims) {
  const Number size = magnitude<Number>(e.g());
  claims.equal("|θ₁ − θ₀|(|g| + ε) = α|g|", magnitude<Number>(e.move()) * (size + e.run.epsilon), e.run.alpha * size,
               at);
}

constexpr auto gamma_k = [](const EntryOfStep& e) { return root<Number>(sum_of_squares(e)) + e.run.epsilon; };

/// A planted mistake: divisor(entry) for Γₖ.
template <class Divisor>
Form<OptimiserInstance> wrong(const char* key, Divisor divisor) {
  return divided_by(key, Optimiser::adagrad, divisor);
}

bool two_steps_at_least(const OptimiserInstance& i) { return i.n >= 2; }

}  // namespace

Form<OptimiserInstance> conclusion() { return divided_by("as printed", Optimiser::adagrad, gamma_k); }

Forms<OptimiserInstance> steps() {
  return {form<OptimiserRun>("decreasing step sizes", decreasing).where(two_steps_at_least),
          each_entry("bounded step", Optimiser::adagrad, bounded), goes_downhill(Optimiser::adagrad)};
}

Form<OptimiserInstance> first_step() { return each_entry("first step", Optimiser::adagrad, first); }
Form<OptimiserInstance> divisible() { return form<OptimiserRun>("divisible", positive); }
Form<OptimiserInstance> strictly_decreasing() { return form<OptimiserRun>("strictly decreasing", strictly); }

Forms<OptimiserInstance> planted() {
  return {
      wrong("sign: θₖ + α diag(Γₖ)⁻¹∇J", [](const EntryOfStep& e) { return -gamma_k(e); }),
      wrong("ε under the root", [](const EntryOfStep& e) { return root<Number>(sum_of_squares(e) + e.run.epsilon); }),
      wrong("index: the sum up to k − 1",
            [](const EntryOfStep& e) { return root<Number>(sum_of_squares(e.record, e.i, e.k)) + e.run.epsilon; }),
      wrong("missing root", [](const EntryOfStep& e) { return sum_of_squares(e) + e.run.epsilon; }),
      wrong("missing ε", [](const EntryOfStep& e) { return root<Number>(sum_of_squares(e)); }),
      wrong("the last gradient k + 1 times: the text's k in the sum",
            [](const EntryOfStep& e) { return root<Number>(Number(e.k + 1) * square(e.g())) + e.run.epsilon; })};
}

}  // namespace verigrad::adagrad
