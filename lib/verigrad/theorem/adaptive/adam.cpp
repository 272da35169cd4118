#include "verigrad/theorem/adaptive/adam.hpp"

#include "verigrad/algorithm/adam.hpp"
#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"

namespace verigrad::adam {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.32",
       .stem = "adam",
       .title = "ADAM",
       .source = "INNA thesis, (1.32)",
       .text = "mₖ = β₁mₖ₋₁ + (1 − β₁)∇J(θₖ), vₖ = β₂vₖ₋₁ + (1 − β₂)∇J(θₖ) ⊙ ∇J(θₖ), Γₖ = √vₖ + ε, "
               "θₖ₊₁ = θₖ − α diag(Γₖ)⁻¹mₖ, with J of a mini-batch; proposed by Kingma and Ba (2015). m and v at the "
               "start are not given: 0 here, as published",
       .found = "it is not their algorithm, which corrects the bias of m and v; a parameter's step is bounded by "
                "mₖ² ≤ Cₖvₖ, entry by entry, Cₖ = (1 − β₁)²/(1 − β₂) Σ_{i≤k} (β₁²/β₂)ⁱ",
       .code = {"algorithm/adam.hpp: AdamWithoutBiasCorrection", "algorithm/adam.hpp: Adam"},
       .hypotheses = {{"differentiable",
                       "J is differentiable; the lines need no J, only the gradients that are passed in"},
                      {"rate", "α > 0"},
                      {"weights", "β₁, β₂ ∈ (0, 1)"},
                      {"epsilon", "ε > 0"}}},
      lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) {
  const auto inside = [](double beta) { return beta > 0 && beta < 1; };
  return i.alpha > 0 && i.epsilon > 0 && inside(i.beta1) && inside(i.beta2);
}

namespace {

/// share Σ_{j<end} βᵉⁿᵈ⁻¹⁻ʲ term(j).
template <class Term>
Number weighted(const Number& beta, const Number& share, int end, Term term) {
  Number sum = 0;
  for (int j = 0; j < end; ++j) sum += power(beta, end - 1 - j) * term(j);
  return share * sum;
}

/// What step k has in entry i, all computed from the gradients.
struct Entry {
  int index;
  int k;
  Number g, m, v;
  Number previous_v;
  Number move;  ///< θₖ₊₁ − θₖ
};

std::vector<Entry> entries(const OptimiserRun& run, Optimiser optimiser) {
  const OptimiserRecord r = run.of(optimiser);
  const Eigen::Index d = r.theta[0].size();
  const Number share1 = 1 - run.beta1, share2 = 1 - run.beta2;
  std::vector<Entry> result;
  for (int k = 0; k < run.n; ++k)
    for (Eigen::Index i = 0; i < d; ++i) {
      const auto g = [&](int j) { return r.gradient[j][i]; };
      const auto g2 = [&](int j) { return square(r.gradient[j][i]); };
      result.push_back({int(k * d + i), k, g(k), weighted(run.beta1, share1, k + 1, g),
                        weighted(run.beta2, share2, k + 1, g2), weighted(run.beta2, share2, k, g2),
                        r.theta[k + 1][i] - r.theta[k][i]});
    }
  return result;
}

void printed(const OptimiserRun& run, Claims& claims) {
  for (const Entry& e : entries(run, Optimiser::adam_without_correction))
    claims.equal("(√vₖ + ε)(θₖ₊₁ − θₖ) = −αmₖ", (root(e.v) + run.epsilon) * e.move, -run.alpha * e.m, e.index);
}

void moments_of(Optimiser optimiser, const OptimiserRun& run, Claims& claims) {
  const OptimiserRecord r = run.of(optimiser);
  const Eigen::Index d = r.theta[0].size();
  for (const Entry& e : entries(run, optimiser)) {
    claims.equal("mₖ = (1 − β₁) Σ β₁ᵏ⁻ʲgⱼ", r.m[e.k + 1][e.index % d], e.m, e.index);
    claims.equal("vₖ = (1 − β₂) Σ β₂ᵏ⁻ʲgⱼ²", r.v[e.k + 1][e.index % d], e.v, e.index);
  }
}

void moments(const OptimiserRun& run, Claims& claims) { moments_of(Optimiser::adam_without_correction, run, claims); }

/// Cₖ.
Number bound(const OptimiserRun& run, int k) {
  Number sum = 0;
  for (int i = 0; i <= k; ++i) sum += power(square(run.beta1) / run.beta2, i);
  return square(1 - run.beta1) / (1 - run.beta2) * sum;
}

void bounded(const OptimiserRun& run, Claims& claims) {
  for (const Entry& e : entries(run, Optimiser::adam_without_correction))
    claims.at_most("mₖ² ≤ Cₖvₖ", square(e.m), bound(run, e.k) * e.v, e.index);
}

void attained(const OptimiserRun& run, Claims& claims) {
  const Entry e = entries(run, Optimiser::adam_without_correction).back();
  claims.equal("mₖ² = Cₖvₖ", square(e.m), bound(run, e.k) * e.v, e.k);
}

void as_published(const OptimiserRun& run, Claims& claims) {
  claims.equal("θ₁ of (1.32) = θ₁ of Kingma and Ba", run.of(Optimiser::adam_without_correction).theta[1],
               run.of(Optimiser::adam).theta[1]);
}

void corrected_line(const OptimiserRun& run, Claims& claims) {
  for (const Entry& e : entries(run, Optimiser::adam)) {
    const Number c1 = 1 - power(run.beta1, e.k + 1), c2 = 1 - power(run.beta2, e.k + 1), scale = root(c2);
    claims.equal("(√vₖ + ε√(1 − β₂ᵏ⁺¹))(1 − β₁ᵏ⁺¹)(θₖ₊₁ − θₖ) = −α√(1 − β₂ᵏ⁺¹)mₖ",
                 (root(e.v) + run.epsilon * scale) * c1 * e.move, -run.alpha * scale * e.m, e.index);
  }
}

void algorithm_1(const OptimiserRun& run, Claims& claims) {
  const auto start = Adam::start<Number>(exact(run.instance.theta0));
  claims.equal("θ₀", start.theta, exact(run.instance.theta0));
  for (const Vector<Number>& moment : {start.m, start.v})
    for (const Number& entry : moment) claims.equal("m₀ = v₀ = 0", entry, 0);
  moments_of(Optimiser::adam, run, claims);
  corrected_line(run, claims);
}

void positive(const OptimiserRun& run, Claims& claims) {
  const Number g = exact(run.instance.gradients.front()[0]);
  claims.less("0 < Γ₀", 0, root((1 - run.beta2) * square(g)) + run.epsilon);
}

/// A planted mistake: divisor(run, entry) (θₖ₊₁ − θₖ) = −α numerator(run, entry).
template <class Divisor, class Numerator>
Form<OptimiserInstance> moved_by(const char* key, Divisor divisor, Numerator numerator) {
  return form<OptimiserRun>(key, [=](const OptimiserRun& run, Claims& claims) {
    for (const Entry& e : entries(run, Optimiser::adam_without_correction))
      claims.equal("planted", divisor(run, e) * e.move, -run.alpha * numerator(run, e), e.index);
  });
}

FalseLine<OptimiserInstance> bias_correction() {
  return {
      .words = {.key = "bias correction",
                .place = "(1.32) and the sentence after it",
                .printed = "θ_{k+1} = θ_k − α diag(Γ_k)^{−1} m_k … This algorithm was proposed by Kingma and Ba (2015)",
                .corrected = "θₖ₊₁ = θₖ − α m̂ₖ/(√v̂ₖ + ε), m̂ₖ = mₖ/(1 − β₁ᵏ⁺¹), v̂ₖ = vₖ/(1 − β₂ᵏ⁺¹), that is (1.32) "
                             "with α√(1 − β₂ᵏ⁺¹)/(1 − β₁ᵏ⁺¹) for α and ε√(1 − β₂ᵏ⁺¹) for ε",
                .remark = "Their Algorithm 1 has the two corrections; without them the first step is longer by (1 − "
                          "β₁)/√(1 − β₂), 3.16 for their own β₁, β₂, but for ε. The text says \"essentially\" of the "
                          "combination of RMSprop and momentum, not of this.",
                .by_hand = "gradient 1, β₁ = ½, β₂ = ¾, ε = ½, α = 1: θ₁ − θ₀ is −½/(½ + ½) = −1/2 by (1.32) and −1/(1 "
                           "+ ½) = −2/3 by Kingma and Ba",
                .weight = Weight::line,
                .of_statement = true},
      .printed = form<OptimiserRun>(as_published),
      // g = 1 once, β₁ = 1/2, β₂ = 3/4, α = 1, ε = 1/2: (1.32) moves by 1/2, ADAM by 2/3
      .counterexample = along({1}, 0.5),
      .corrected = {as_published_from_moments()}};
}

/// β₁ = β₂ = 3/4 would hide that they are swapped.
OptimiserInstance one_step() {
  OptimiserInstance i = along({1}, 0.5);
  i.exact_roots = false;
  return i;
}

Forms<OptimiserInstance> planted() {
  constexpr auto divisor = [](const OptimiserRun& run, const Entry& e) { return root(e.v) + run.epsilon; };
  constexpr auto momentum = [](const OptimiserRun&, const Entry& e) { return e.m; };
  return {moved_by("sign: θₖ + α diag(Γₖ)⁻¹mₖ", divisor, [](const OptimiserRun&, const Entry& e) { return -e.m; }),
          moved_by("missing momentum: ∇J for mₖ", divisor, [](const OptimiserRun&, const Entry& e) { return e.g; }),
          moved_by("missing 1 − β₁", divisor,
                   [](const OptimiserRun& run, const Entry& e) { return e.m / (1 - run.beta1); }),
          moved_by(
              "index: vₖ₋₁ for vₖ",
              [](const OptimiserRun& run, const Entry& e) { return root(e.previous_v) + run.epsilon; }, momentum),
          moved_by(
              "ε under the root", [](const OptimiserRun& run, const Entry& e) { return root(e.v + run.epsilon); },
              momentum),
          moved_by("bias correction", divisor,
                   [](const OptimiserRun& run, const Entry& e) { return e.m / (1 - power(run.beta1, e.k + 1)); }),
          form<OptimiserRun>("swapped: β₁ and β₂", [](const OptimiserRun& run, Claims& claims) {
            OptimiserRun other = run;
            other.beta1 = run.beta2;
            other.beta2 = run.beta1;
            printed(other, claims);
          })};
}

}  // namespace

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed).of_code(); }
Form<OptimiserInstance> as_published_from_moments() {
  return form<OptimiserRun>("bias correction", corrected_line).of_code();
}
Form<OptimiserInstance> published() {
  return form<OptimiserRun>("Algorithm 1", algorithm_1)
      .where([](const OptimiserInstance& i) { return i.n >= 2; })
      .of_code();
}
Form<OptimiserInstance> bound_attained() { return form<OptimiserRun>(attained); }
Form<OptimiserInstance> divisible() { return form<OptimiserRun>(positive); }

Lines<OptimiserInstance> lines() {
  return {.steps = {{"moments", "mₖ = (1 − β₁) Σ β₁ᵏ⁻ʲ∇J(θⱼ), vₖ = (1 − β₂) Σ β₂ᵏ⁻ʲ∇J(θⱼ)²",
                     form<OptimiserRun>(moments).of_code()},
                    {"bounded", "mₖ² ≤ Cₖvₖ, entry by entry (Cauchy–Schwarz)", form<OptimiserRun>(bounded)}},
          .errata = {bias_correction()},
          .planted = planted(),
          .separating = {one_step()}};
}

}  // namespace verigrad::adam
