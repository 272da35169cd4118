#include "verigrad/theorem/adaptive/adam_rescaled.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad::adam_rescaled {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.27",
       .stem = "adam_rescaled",
       .title = "ADAM with rescaling",
       .source = "Stochastic gradient methods, (5.27)",
       .text = "The full ADAM algorithm uses additional rescaling steps. It writes Vⁿ⁺¹ = (β₁Vⁿ + (1 − β₁)∇J(θⁿ))/(1 − "
               "β₁ⁿ), V̂ⁿ⁺¹ = (β₂Vⁿ + (1 − β₂)diag(∇J(θⁿ) ⊗ ∇J(θⁿ)))/(1 − β₂ⁿ), θⁿ⁺¹ = θⁿ − α(V̂ⁿ)^(−1/2)Vⁿ",
       .found =
           "false, in five ways, of which each alone makes another iteration. ADAM (Kingma and Ba, 2015, Algorithm "
           "1): m = β₁m + (1 − β₁)g, v = β₂v + (1 − β₂)g ⊙ g, θ = θ − α m̂/(√v̂ + ε), m̂ = m/(1 − β₁ᵏ), v̂ = "
           "v/(1 − β₂ᵏ) in step k ≥ 1",
       .code = {"algorithm/adam.hpp: Adam"},
       .hypotheses = {{"rate", "α > 0"},
                      {"weights", "β₁, β₂ ∈ (0, 1)"},
                      {"epsilon", "ε > 0"},
                      {"zero", "m = v = 0 at the start"}}},
      lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) {
  const auto inside = [](double beta) { return beta > 0 && beta < 1; };
  return i.alpha > 0 && i.epsilon > 0 && i.m0 == 0 && i.v0 == 0 && inside(i.beta1) && inside(i.beta2);
}

namespace {

/// (1 − β) Σ_{j<end} βᵉⁿᵈ⁻¹⁻ʲ term(j).
template <class Term>
Number average(const Number& beta, int end, Term term) {
  Number sum = 0;
  for (int j = 0; j < end; ++j) sum += power(beta, end - 1 - j) * term(j);
  return (1 - beta) * sum;
}

/// Step k = 0 … of ADAM in one entry, computed from the gradients.
struct Entry {
  int k;
  Number m, v, c1, c2;  ///< cᵢ = 1 − βᵢᵏ⁺¹
  Number move;          ///< θₖ₊₁ − θₖ
};

std::vector<Entry> entries(const OptimiserRun& run) {
  const OptimiserRecord r = run.of(Optimiser::adam);
  std::vector<Entry> result;
  for (int k = 0; k < run.n; ++k)
    for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
      result.push_back({k, average(run.beta1, k + 1, [&](int j) { return r.gradient[j][i]; }),
                        average(run.beta2, k + 1, [&](int j) { return square(r.gradient[j][i]); }),
                        1 - power(run.beta1, k + 1), 1 - power(run.beta2, k + 1), r.theta[k + 1][i] - r.theta[k][i]});
  return result;
}

/// (root(run, entry) + ε)(θₖ₊₁ − θₖ) = −α direction(run, entry).
template <class Root, class Direction>
Form<OptimiserInstance> moved_by(const char* key, Root divisor, Direction direction) {
  return form<OptimiserRun>(key,
                            [=](const OptimiserRun& run, Claims& claims) {
                              for (const Entry& e : entries(run))
                                claims.equal("(√v̂ₖ + ε)(θₖ₊₁ − θₖ) = −αm̂ₖ", divisor(run, e) * e.move,
                                             -run.alpha * direction(run, e), e.k);
                            })
      .of_code();
}

constexpr auto root_of_v_hat = [](const OptimiserRun& run, const Entry& e) { return root(e.v / e.c2) + run.epsilon; };
constexpr auto m_hat = [](const OptimiserRun&, const Entry& e) { return e.m / e.c1; };

/// 1 − βᵢⁿ > 0.
void exponent(const OptimiserRun& run, Claims& claims) {
  for (int n = 0; n < run.n; ++n) {
    claims.less("0 < 1 − β₁ⁿ", 0, 1 - power(run.beta1, n), n);
    claims.less("0 < 1 − β₂ⁿ", 0, 1 - power(run.beta2, n), n);
  }
}

/// The weights of all gradients, divided, add up to 1: no divisor is 0.
void exponent_corrected(const OptimiserRun& run, Claims& claims) {
  for (int n = 0; n < run.n; ++n) {
    claims.equal("(1 − β₁) Σ β₁ⁿ⁻ʲ = 1 − β₁ⁿ⁺¹", average(run.beta1, n + 1, [](int) { return 1; }),
                 1 - power(run.beta1, n + 1), n);
    claims.equal("(1 − β₂) Σ β₂ⁿ⁻ʲ = 1 − β₂ⁿ⁺¹", average(run.beta2, n + 1, [](int) { return 1; }),
                 1 - power(run.beta2, n + 1), n);
  }
}

/// The undivided V̂ of ADAM's step n + 1 from past.
template <class Past>
Form<OptimiserInstance> second_line(const char* line, Past past) {
  return form<OptimiserRun>([=](const OptimiserRun& run, Claims& claims) {
    const OptimiserRecord r = run.of(Optimiser::adam);
    for (int n = 0; n < run.n; ++n)
      for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
        claims.equal(line, r.v[n + 1][i] - (1 - run.beta2) * square(r.gradient[n][i]), run.beta2 * past(r, n, i), n);
  });
}

/// V of an optimiser after each step, divided by 1 − β₁ᵏ if `divide`, is the constant gradient.
void averages_of_constant(const OptimiserRun& run, Optimiser optimiser, bool divide, Claims& claims) {
  const OptimiserRecord r = run.of(optimiser);
  for (int k = 1; k <= run.n; ++k) {
    const Number c = divide ? 1 - power(run.beta1, k) : 1;
    claims.equal("average of g = g", r.m[k][0] / c, r.gradient[0][0], k);
  }
}

/// The three lines with exponents n + 1 and hats, as RescaledAdamRepaired takes them.
void repaired_lines(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::rescaled_adam_repaired);
  for (int n = 0; n < run.n; ++n) {
    const Number &V = r.m[n][0], &V_hat = r.v[n][0], &g = r.gradient[n][0];
    claims.equal("(1 − β₁ⁿ⁺¹)Vⁿ⁺¹ = β₁Vⁿ + (1 − β₁)∇J", (1 - power(run.beta1, n + 1)) * r.m[n + 1][0],
                 run.beta1 * V + (1 - run.beta1) * g, n);
    claims.equal("(1 − β₂ⁿ⁺¹)V̂ⁿ⁺¹ = β₂V̂ⁿ + (1 − β₂)∇J²", (1 - power(run.beta2, n + 1)) * r.v[n + 1][0],
                 run.beta2 * V_hat + (1 - run.beta2) * square(g), n);
    claims.equal("√V̂ⁿ(θⁿ⁺¹ − θⁿ) = −αVⁿ", root(V_hat) * (r.theta[n + 1][0] - r.theta[n][0]), -run.alpha * V, n);
  }
}

void rescaled_again(const OptimiserRun& run, Claims& claims) {
  averages_of_constant(run, Optimiser::rescaled_adam_repaired, false, claims);
}

void rescaled_once(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::adam);
  for (int k = 1; k <= run.n; ++k)
    for (Eigen::Index i = 0; i < r.theta[0].size(); ++i)
      claims.equal("(1 − β₁ᵏ)m̂ₖ = mₖ = (1 − β₁) Σ β₁ᵏ⁻ʲgⱼ", r.m[k][i],
                   average(run.beta1, k, [&](int j) { return r.gradient[j][i]; }), k);
}

void constant_average(const OptimiserRun& run, Claims& claims) {
  averages_of_constant(run, Optimiser::adam, true, claims);
}

void old_moments(const OptimiserRun& run, Claims& claims) {
  OptimiserInstance at_rest = run.instance;
  at_rest.v0 = 0;
  claims.equal("θ¹ from v₀, exponents and hat repaired, = θ¹ of ADAM, from 0",
               run.of(Optimiser::rescaled_adam_repaired).theta[1], record(Optimiser::adam, at_rest).theta[1]);
}

/// The first step: v̂₁ = g², whose root is |g|.
void first_step(const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(Optimiser::adam);
  for (Eigen::Index i = 0; i < r.theta[0].size(); ++i) {
    const Number g = r.gradient[0][i];
    claims.equal("(|g| + ε)(θ¹ − θ⁰) = −αg", (root(square(g)) + run.epsilon) * (r.theta[1][i] - r.theta[0][i]),
                 -run.alpha * g, int(i));
  }
}

/// √V̂ > 0 along the gradients.
void missing_epsilon(const OptimiserRun& run, Claims& claims) {
  Number v = 0;
  for (int n = 0; n < run.n; ++n) {
    v = run.beta2 * v + (1 - run.beta2) * square(exact(run.instance.gradients[std::size_t(n)][0]));
    claims.less("0 < √V̂ⁿ⁺¹", 0, root(v), n);
  }
}

/// One parameter along these gradients, β₁ = 1/2, β₂ = 3/4, α = 1, from v₀.
OptimiserInstance from(double v0, const std::vector<double>& gradients) {
  OptimiserInstance i = along(gradients);
  i.v0 = v0;
  return i;
}

std::vector<FalseLine<OptimiserInstance>> errata() {
  const auto v = [](const OptimiserRecord& r, int n, Eigen::Index i) { return r.m[n][i]; };
  const auto v_hat = [](const OptimiserRecord& r, int n, Eigen::Index i) { return r.v[n][i]; };
  return {{.words = {.key = "exponent",
                     .place = "(5.27), first and second line",
                     .printed = "V^{n+1} = 1/(1 − (β₁)^n) (…), V̂^{n+1} = 1/(1 − (β₂)^n) (…)",
                     .corrected = "1/(1 − β₁ⁿ⁺¹), 1/(1 − β₂ⁿ⁺¹)",
                     .remark = "The text's iterations begin at n = 0, where W⁰ is given. With n + 1 the weights of the "
                               "gradients add up to 1.",
                     .by_hand = "n = 0, the first step: 1/(1 − β₁⁰) = 1/0",
                     .weight = Weight::statement,
                     .survives = "the method with n + 1 in the exponents, see the other entries on (5.27)",
                     .of_statement = true},
           .printed = printed_exponents(),
           .counterexample = from(0, {1}),
           .corrected = {form<OptimiserRun>(exponent_corrected)}},
          {.words = {.key = "lost hat",
                     .place = "(5.27), second line",
                     .printed = "V̂ⁿ⁺¹ = (β₂Vⁿ + …)/…",
                     .corrected = "V̂ⁿ⁺¹ = (β₂V̂ⁿ + …)/…",
                     .remark = "As in (5.26): a vector added to a matrix.",
                     .by_hand =
                         "β₂ = ¾, gradients 1 and 1 from V = V̂ = 0: in the second step β₂V = ⅜ stands for β₂V̂ = 3/16",
                     .weight = Weight::line,
                     .same_as = "sgm/5.26: lost hat"},
           .printed = second_line("V̂ⁿ⁺¹ − (1 − β₂)∇J² = β₂Vⁿ", v),
           .counterexample = from(0, {1, 1}),
           .corrected = {second_line("V̂ⁿ⁺¹ − (1 − β₂)∇J² = β₂V̂ⁿ", v_hat)}},
          {.words = {.key = "rescaled again",
                     .place = "(5.27), first and second line",
                     .printed = "V^{n+1} = 1/(1 − (β₁)^n) (β₁V^n + (1 − β₁)∇J(θ^n))",
                     .corrected = "only what moves θ is divided; the recursion goes on with the undivided V and V̂",
                     .remark = "The printed recursion takes the divided Vⁿ and divides again; V̂ⁿ likewise.",
                     .by_hand = "β₁ = ½, gradients 1, 1, exponents repaired: V¹ = ½/½ = 1, V² = (½·1 + ½·1)/(¾) = 4/3; "
                                "an average of ones is 1",
                     .weight = Weight::statement,
                     .survives = "only what moves θ is divided; the recursions are those of (5.26)"},
           .printed = form<OptimiserRun>(rescaled_again),
           .counterexample = from(1, {1, 1}),
           .corrected = {form<OptimiserRun>(rescaled_once).of_code()}},
          {.words = {.key = "old moments",
                     .place = "(5.27), third line",
                     .printed = "θⁿ⁺¹ = θⁿ − α(V̂ⁿ)^(−1/2)Vⁿ",
                     .corrected = "θⁿ⁺¹ = θⁿ − α(V̂ⁿ⁺¹)^(−1/2)Vⁿ⁺¹",
                     .remark = "ADAM updates the moments first: its first step follows the first gradient, where "
                               "(5.27) follows V⁰. For V̂⁰ = 0, ADAM's own start, the printed step is 0/0.",
                     .by_hand = "gradient 1, β₁ = ½, β₂ = ¾, α = 1, from V⁰ = 0 and V̂⁰ = 1, exponents and hat "
                                "repaired: θ¹ = θ⁰ − 0, where ADAM has θ¹ = θ⁰ − 1",
                     .weight = Weight::statement,
                     .survives = "the moments of step n + 1 move θ"},
           .printed = form<OptimiserRun>(old_moments),
           .counterexample = from(1, {1}),
           .corrected = {form<OptimiserRun>(first_step).of_code()}},
          {.words = {.key = "missing ε",
                     .place = "(5.27), third line",
                     .printed = "θⁿ⁺¹ = θⁿ − α(V̂ⁿ)^(−1/2)Vⁿ",
                     .corrected = "θⁿ⁺¹ = θⁿ − α(√V̂ⁿ⁺¹ + ε)⁻¹Vⁿ⁺¹",
                     .remark = "Kingma and Ba (2015), whose algorithm (5.27) is said to be, start at V̂⁰ = 0 and add ε. "
                               "With the text's own D(0) > 0 nothing divides by 0.",
                     .by_hand = "gradient 0 from V̂⁰ = 0, ADAM's start: √V̂ = 0 divides",
                     .weight = Weight::line},
           .printed = printed_root(),
           .counterexample = from(0, {0}),
           .corrected = {moved_by("", root_of_v_hat, m_hat)}}};
}

Forms<OptimiserInstance> planted() {
  return {
      moved_by("dropped: m for m̂", root_of_v_hat, [](const OptimiserRun&, const Entry& e) { return e.m; }),
      moved_by(
          "dropped: v for v̂", [](const OptimiserRun& run, const Entry& e) { return root(e.v) + run.epsilon; }, m_hat),
      moved_by(
          "factor: 1 − (β₁/2)ᵏ under m", root_of_v_hat,
          [](const OptimiserRun& run, const Entry& e) { return e.m / (1 - power(frac(1, 2) * run.beta1, e.k + 1)); }),
      moved_by("index: exponent k + 1 for k", root_of_v_hat,
               [](const OptimiserRun& run, const Entry& e) { return e.m / (1 - power(run.beta1, e.k + 2)); }),
      moved_by("sign: θ + α m̂/(√v̂ + ε)", root_of_v_hat,
               [](const OptimiserRun&, const Entry& e) { return -e.m / e.c1; }),
      moved_by(
          "ε under the root", [](const OptimiserRun& run, const Entry& e) { return root(e.v / e.c2 + run.epsilon); },
          m_hat),
      moved_by(
          "the square of 1 − β₂ᵏ",
          [](const OptimiserRun& run, const Entry& e) { return root(e.v) / e.c2 + run.epsilon; }, m_hat)};
}

/// β₁ = 1/2, β₂ = 3/4, g = 1 once, ε = 1/2.
OptimiserInstance one_step() {
  OptimiserInstance i = along({1}, 0.5);
  i.exact_roots = false;
  return i;
}

}  // namespace

Form<OptimiserInstance> published() { return moved_by("as published", root_of_v_hat, m_hat); }
Form<OptimiserInstance> repaired() { return form<OptimiserRun>("repaired", repaired_lines).of_code(); }
Form<OptimiserInstance> unbiased() { return form<OptimiserRun>(constant_average); }
Form<OptimiserInstance> printed_exponents() { return form<OptimiserRun>("exponent", exponent); }
Form<OptimiserInstance> printed_root() { return form<OptimiserRun>("missing ε", missing_epsilon); }

Lines<OptimiserInstance> lines() { return {.errata = errata(), .planted = planted(), .separating = {one_step()}}; }

}  // namespace verigrad::adam_rescaled
