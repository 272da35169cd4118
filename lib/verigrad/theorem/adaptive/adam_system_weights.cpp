#include "verigrad/theorem/adaptive/adam_system_weights.hpp"

#include "verigrad/number/root.hpp"

namespace verigrad::adam_system_weights {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.26",
       .stem = "adam_system_weights",
       .title = "ADAM system with β₁, β₂",
       .source = "Stochastic gradient methods, (5.26)",
       .text = "With θⁿ = Wⁿ, Vⁿ = −Zⁿ, V̂ⁿ = Dⁿ, one rewrites (5.25) as Vⁿ⁺¹ = β₁Vⁿ + (1 − β₁)∇J(θⁿ), V̂ⁿ⁺¹ = β₂Vⁿ + "
               "(1 − β₂)diag(∇J(θⁿ) ⊗ ∇J(θⁿ)), θⁿ⁺¹ = θⁿ − α(V̂ⁿ)^(−1/2)Vⁿ, β₁ = 1 − Δt/ε₁, β₂ = 1 − Δt/ε₂, α = Δt",
       .found = "false as printed; with V̂ⁿ in the second line it is (5.25), exactly",
       .code = {"algorithm/adam_system.hpp: AdamSystem"},
       .hypotheses = {{"step", "Δt > 0"}, {"relaxation", "Δt < ε₁, Δt < ε₂"}, {"positive", "D⁰ > 0"}},
       .formal = {.theorems = {"conclusion", "conclusion_iteration"},
                  .corrected = "V̂ⁿ for Vⁿ on the right of the second line"}},
      lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) {
  const auto inside = [](double beta) { return beta > 0 && beta < 1; };
  return i.alpha > 0 && i.v0 > 0 && inside(i.beta1) && inside(i.beta2);
}

namespace {

/// V⁺ and V̂⁺ of one entry: claims of weights against (5.25) itself.
template <class Claim>
void for_each_entry(const OptimiserRun& run, Claim claim) {
  const OptimiserRecord r = run.of(Optimiser::adam_system);
  for (int n = 0; n < run.n; ++n)
    for (Eigen::Index i = 0; i < r.theta[0].size(); ++i) claim(r, n, i);
}

/// V⁺ = a V + b∇J.
template <class Weights>
Form<OptimiserInstance> first_line(const char* key, Weights weights) {
  return form<OptimiserRun>(key,
                            [=](const OptimiserRun& run, Claims& claims) {
                              const auto [a, b] = weights(run);
                              for_each_entry(run, [&, a = a, b = b](const OptimiserRecord& r, int n, Eigen::Index i) {
                                claims.equal("Vⁿ⁺¹ = β₁Vⁿ + (1 − β₁)∇J", r.m[n + 1][i],
                                             a * r.m[n][i] + b * r.gradient[n][i], n);
                              });
                            })
      .of_code();
}

/// V̂⁺ = a past + b∇J², past(record, n, i).
template <class Weights, class Past>
Form<OptimiserInstance> second_line(const char* key, Weights weights, Past past,
                                    const char* line = "V̂ⁿ⁺¹ = β₂V̂ⁿ + (1 − β₂)∇J²") {
  return form<OptimiserRun>(key,
                            [=](const OptimiserRun& run, Claims& claims) {
                              const auto [a, b] = weights(run);
                              for_each_entry(run, [&, a = a, b = b](const OptimiserRecord& r, int n, Eigen::Index i) {
                                claims.equal(line, r.v[n + 1][i], a * past(r, n, i) + b * square(r.gradient[n][i]), n);
                              });
                            })
      .of_code();
}

/// √V̂(θ⁺ − θ) = −αV, the moments late steps after θ.
Form<OptimiserInstance> third_line(const char* key, int sign, int late) {
  return form<OptimiserRun>(key, [=](const OptimiserRun& run, Claims& claims) {
    for_each_entry(run, [&](const OptimiserRecord& r, int n, Eigen::Index i) {
      claims.equal("√V̂ⁿ(θⁿ⁺¹ − θⁿ) = −αVⁿ", root(r.v[n + late][i]) * (r.theta[n + 1][i] - r.theta[n][i]),
                   -sign * run.alpha * r.m[n + late][i], n);
    });
  });
}

/// All three lines as LaggedAdamWithoutHat takes them.
void lines_without_hat(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::lagged_adam_without_hat);
  for (int n = 0; n < run.n; ++n)
    for (Eigen::Index i = 0; i < r.theta[0].size(); ++i) {
      const Number &V = r.m[n][i], &g = r.gradient[n][i];
      claims.equal("Vⁿ⁺¹ = β₁Vⁿ + (1 − β₁)∇J", r.m[n + 1][i], run.beta1 * V + (1 - run.beta1) * g, n);
      claims.equal("V̂ⁿ⁺¹ = β₂Vⁿ + (1 − β₂)∇J²", r.v[n + 1][i], run.beta2 * V + (1 - run.beta2) * square(g), n);
      claims.equal("√V̂ⁿ(θⁿ⁺¹ − θⁿ) = −αVⁿ", root(r.v[n][i]) * (r.theta[n + 1][i] - r.theta[n][i]), -run.alpha * V, n);
    }
}

using Pair = std::pair<Number, Number>;

constexpr auto weights1 = [](const OptimiserRun& run) { return Pair{run.beta1, 1 - run.beta1}; };
constexpr auto weights2 = [](const OptimiserRun& run) { return Pair{run.beta2, 1 - run.beta2}; };
constexpr auto v_hat = [](const OptimiserRecord& r, int n, Eigen::Index i) { return r.v[n][i]; };
constexpr auto v_for_v_hat = [](const OptimiserRecord& r, int n, Eigen::Index i) { return r.m[n][i]; };

void has_root(const OptimiserRun& run, Claims& claims) {
  const OptimiserInstance& i = run.instance;
  Number v = exact(i.m0);
  for (int n = 0; n < run.n; ++n) {
    const Number g = exact(i.gradients[std::size_t(n)][0]);
    claims.at_most("0 ≤ V̂ⁿ⁺¹ as printed", 0, run.beta2 * v + (1 - run.beta2) * square(g), n);
    v = run.beta1 * v + (1 - run.beta1) * g;
  }
}

FalseLine<OptimiserInstance> lost_hat() {
  // g = 1 once from V = 0, V̂ = 1, β₂ = 3/4: 1 by (5.25), 1/4 as printed
  OptimiserInstance one_step = along({1});
  one_step.v0 = 1;
  return {.words = {.key = "lost hat",
                    .place = "(5.26), second line",
                    .printed = "V̂ⁿ⁺¹ = β₂Vⁿ + (1 − β₂)diag(∇J(θⁿ) ⊗ ∇J(θⁿ))",
                    .corrected = "V̂ⁿ⁺¹ = β₂V̂ⁿ + (1 − β₂)diag(∇J(θⁿ) ⊗ ∇J(θⁿ))",
                    .remark = "V is the vector −Z and V̂ the matrix D, so that the printed sum is of a vector and a "
                              "matrix; read entry by entry, V̂ can turn negative. The same line of (5.27) prints V "
                              "again, with its left hat in place both times.",
                    .by_hand = "β₂ = ¾, V = 0, V̂ = 1, gradient 1: by (5.25) V̂ stays 1, as printed it becomes ¼",
                    .weight = Weight::line,
                    .of_statement = true},
          .printed = second_line("lost hat", weights2, v_for_v_hat, "Dⁿ⁺¹ = β₂Vⁿ + (1 − β₂)∇J²"),
          .counterexample = one_step,
          .corrected = {second_line_with_hat()}};
}

Forms<OptimiserInstance> planted() {
  return {second_line("swapped: β₁ for β₂", weights1, v_hat),
          first_line("sign: V = Z",
                     [](const OptimiserRun& run) {
                       return Pair{run.beta1, run.beta1 - 1};
                     }),
          first_line("relaxation: β₁ = 1 + Δt/ε₁",
                     [](const OptimiserRun& run) {
                       return Pair{2 - run.beta1, run.beta1 - 1};
                     }),
          second_line(
              "missing 1 − β₂",
              [](const OptimiserRun& run) {
                return Pair{run.beta2, 1};
              },
              v_hat),
          third_line("sign: θⁿ + α(V̂ⁿ)^(−1/2)Vⁿ", -1, 0),
          third_line("index: Vⁿ⁺¹ and V̂ⁿ⁺¹, as in ADAM", 1, 1)};
}

/// One gradient, then none.
OptimiserInstance irrational_roots() {
  OptimiserInstance i = along({1, 0});
  i.v0 = 0.5;
  i.exact_roots = false;
  return i;
}

}  // namespace

Form<OptimiserInstance> without_hat() { return form<OptimiserRun>("without hat", lines_without_hat).of_code(); }
Form<OptimiserInstance> second_line_with_hat() { return second_line("lost hat", weights2, v_hat); }
Form<OptimiserInstance> printed_v_hat_has_a_root() { return form<OptimiserRun>(has_root); }

Lines<OptimiserInstance> lines() {
  return {.steps = {{"first line", "Vⁿ⁺¹ = β₁Vⁿ + (1 − β₁)∇J(θⁿ)", first_line("first line", weights1)},
                    {"third line", "θⁿ⁺¹ = θⁿ − α(V̂ⁿ)^(−1/2)Vⁿ", third_line("third line", 1, 0)}},
          .errata = {lost_hat()},
          .planted = planted(),
          .separating = {irrational_roots()}};
}

}  // namespace verigrad::adam_system_weights
