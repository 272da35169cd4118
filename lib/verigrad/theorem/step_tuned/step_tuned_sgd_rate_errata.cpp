// The printed lines of the proof of Theorem 4.2 that are false, and what holds in their place.
#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate_run.hpp"

namespace verigrad::step_tuned_sgd_rate {
namespace {

void printed_norms(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("‖∇𝒥_B(θₖ)‖² ≤ C₂", squared_norm(b.b), sqrt(r.C22), p.k);
  claims.at_most("‖∇𝒥_B(θ_{k+½})‖² ≤ C₂", squared_norm(b.d), sqrt(r.C22), p.k);
}

void squared_norms(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("‖∇𝒥_B(θₖ)‖² ≤ C₂²", squared_norm(b.b), r.C22, p.k);
  claims.at_most("‖∇𝒥_B(θ_{k+½})‖² ≤ C₂²", squared_norm(b.d), r.C22, p.k);
}

Number printed_constant(const Run& r) { return r.L * (sqrt(r.C22) + 2 * r.C22); }

Number right_constant(const Run& r) { return r.curvature(); }

/// The lines of (4.36), squared.
void cauchy_schwarz(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  const Number c2 = squared_norm(b.c), L2 = square(r.L);
  claims.at_most("⟨c, d − b⟩² ≤ ‖c‖²‖d − b‖²", square(dot(b.c, b.d - b.b)), c2 * squared_norm(b.d - b.b), p.k);
  claims.at_most("‖c‖²‖d − b‖² ≤ ‖c‖²L²‖θ_{k+½} − θₖ‖²", c2 * squared_norm(b.d - b.b),
                 c2 * L2 * squared_norm(b.half - p.theta), p.k);
  claims.equal("‖θ_{k+½} − θₖ‖² = η²‖b‖²", squared_norm(b.half - p.theta), square(p.eta) * squared_norm(b.b), p.k);
  claims.at_most("‖c‖²L²η²‖b‖² ≤ (LC₂²η)²", c2 * L2 * square(p.eta) * squared_norm(b.b), square(r.L * r.C22 * p.eta),
                 p.k);
}

/// The third line of (4.36) as printed.
void lost_norm(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("‖c‖L‖θ_{k+½} − θₖ‖ ≤ ‖c‖L − η‖b‖", norm(b.c) * r.L * norm(b.half - p.theta),
                 norm(b.c) * r.L - p.eta * norm(b.b), p.k);
}

void step_sizes(const Run& r, const Point& p, Claims& claims) {
  claims.at_most("αₖm̃ ≤ ηₖ", r.rates[p.k] * r.m, p.eta, p.k);
  claims.at_most("ηₖ ≤ αₖM̃", p.eta, r.rates[p.k] * r.M, p.k);
}

void sketched_step(const Run&, const Point& p, const Branch& b, Claims& claims) {
  claims.equal("θₖ₊₁ = θₖ − γₖ∇𝒥_{Bₖ}(θₖ)", b.next, Vector<Number>(p.theta - b.b));
}

void first_step(const Run&, const Point& p, const Branch& b, Claims& claims) {
  claims.equal("θ_{k+½} = θₖ − ηₖ∇𝒥_{Bₖ}(θₖ)", b.half, Vector<Number>(p.theta - p.eta * b.b));
}

/// Σ_{k ≤ K} αₖE‖∇𝒥(θₖ)‖² ≥ min_{from ≤ k ≤ K} E‖∇𝒥(θₖ)‖² Σ_{k ≤ K} αₖ, for K ≥ from.
void weighted_mean(const Run& r, int from, Claims& claims) {
  Number sum = 0;
  for (int K = 0; K < r.n; ++K) {
    sum += r.rates[K] * r.squares[K];
    if (K >= from) claims.at_most("(4.48)", r.least_gradient(from, K + 1) * r.sum_of_rates(K + 1), sum, K);
  }
}

FalseLine<RateInstance> sketch() {
  return {.words = {.key = "step of the sketch",
                    .place = "Theorem 4.2, proof sketch, second item",
                    .printed = "the update direction d = −γₖ∇𝒥_{Bₖ}(θₖ) to bound the difference 𝒥(θₖ₊₁) − 𝒥(θₖ) "
                               "[θₖ₊₁ = θₖ + d]",
                    .corrected = "d = −ηₖ∇𝒥_{Bₖ}(θₖ), ηₖ = αγₖ/(k + 1)^{1/2 + δ}, which leads to θ_{k+½}, and a second "
                                 "step; so the proof itself has it",
                    .remark = "Checked where γₖ = 1.",
                    .by_hand = "𝒥 = θ²/2 at θ = 4, η₀ = 1/4, γ₀ = 1: θ₀ + d = 0, θ_{½} = 3, θ₁ = 9/4",
                    .weight = Weight::notation},
          .printed = on_branches(sketched_step),
          .counterexample = parabola(4, {0.25}),
          .corrected = {on_branches(first_step).of_code()}};
}

FalseLine<RateInstance> missing_square() {
  return {
      .words = {.key = "C₂ for C₂²",
                .place = "(4.30)",
                .printed = "‖∇𝒥_{Bₖ}(θₖ)‖² ≤ C₂ and ‖∇𝒥_{Bₖ}(θ_{k+½})‖² ≤ C₂",
                .corrected = "‖∇𝒥_{Bₖ}(θₖ)‖² ≤ C₂² and ‖∇𝒥_{Bₖ}(θ_{k+½})‖² ≤ C₂²",
                .remark = "(4.24), which the line uses, is ‖∇𝒥_B‖ ≤ C₂, without a square; (4.36) to (4.45) use it so.",
                .by_hand = "𝒥 = θ²/2 at θ = 4, C₂ = 4: 16 ≤ 4 is false",
                .weight = Weight::proof},
      .printed = on_branches(printed_norms),
      .counterexample = parabola(4, {0.25}),
      .corrected = {on_branches(squared_norms)}};
}

FalseLine<RateInstance> constant() {
  return {
      .words = {.key = "(4.41)",
                .place = "(4.41); with the same C₂ (4.31) to (4.34), (4.42), (4.46) and (4.47)",
                .printed = "E[𝒥(θₖ₊₁) | Bₖ₋₁] ≤ 𝒥(θₖ) − 2ηₖ‖∇𝒥(θₖ)‖² + ηₖ²L_K(C₂ + 2C₂²)",
                .corrected = "E[𝒥(θₖ₊₁) | B₀ … Bₖ₋₁] ≤ 𝒥(θₖ) − 2ηₖ‖∇𝒥(θₖ)‖² + 3ηₖ²L_K C₂²",
                .remark = "The theorem keeps its rate, with another constant.",
                .by_hand = "𝒥 = θ²/2 at θ = 4, η = 1/4, C₂ = 4, L = 1: θₖ₊₁ = 9/4, 𝒥 = 81/32, and the right side is "
                           "8 − 8 + 36/16 = 72/32",
                .weight = Weight::proof,
                .same_as = "inna/4.2: C₂ for C₂²"},
      .printed = decrease_with("", printed_constant),
      .counterexample = parabola(4, {0.25}),
      .corrected = {decrease_with("", right_constant).of_code()}};
}

FalseLine<RateInstance> lost_bars() {
  return {.words = {.key = "norm in (4.36)",
                    .place = "(4.36), third line",
                    .printed = "≤ ‖∇𝒥(θ_{k+½})‖ L_K − ηₖ‖∇𝒥_{Bₖ}(θₖ)‖",
                    .corrected = "= ‖∇𝒥(θ_{k+½})‖ L_K ‖−ηₖ∇𝒥_{Bₖ}(θₖ)‖",
                    .remark = "θ_{k+½} − θₖ = −ηₖ∇𝒥_{Bₖ}(θₖ) is inserted without its norm.",
                    .by_hand = "𝒥 = θ²/2 at θ = 4, η = 1/4, L = 1: 3 · 1 · 1 ≤ 3 − 1 is false",
                    .weight = Weight::line,
                    .one_letter = true},
          .printed = on_branches(lost_norm),
          .counterexample = parabola(4, {0.25}),
          .corrected = {on_branches(cauchy_schwarz)}};
}

FalseLine<RateInstance> first_step_size() {
  RateInstance narrow = parabola(1, {0.125});
  narrow.m = 2;
  narrow.M = 4;
  return {.words = {.key = "η₀",
                    .place = "before (4.42)",
                    .printed = "ηₖ ∈ [αm̃/(k + 1)^{1/2 + δ}, αM̃/(k + 1)^{1/2 + δ}] [for an arbitrary iteration k ∈ ℕ]",
                    .corrected = "for k ≥ 1, and for k = 0 if m̃ ≤ 1 ≤ M̃",
                    .remark = "γ₀ = 1, whatever the bounds are.",
                    .by_hand = "m̃ = 2, M̃ = 4: η₀ = α < 2α",
                    .weight = Weight::proof,
                    .same_as = "inna/alg-3: γ₀ outside the bounds"},
          .printed = on_points(step_sizes),
          .counterexample = narrow,
          .corrected = {on_points(step_sizes)}};
}

FalseLine<RateInstance> without_first() {
  return {.words = {.key = "least from 1",
                    .place = "(4.48)",
                    .printed = "Σ_{k=0}^{K} E‖∇𝒥(θₖ)‖²/(k + 1)^{1/2 + δ} ≥ min_{k ∈ {1, …, K}} E‖∇𝒥(θₖ)‖² "
                               "Σ_{k=0}^{K} 1/(k + 1)^{1/2 + δ}",
                    .corrected = "with min_{k ∈ {0, …, K}}, as in the theorem",
                    .remark = "The sums begin at 0. Checked with αₖ for the weights; K = 0 has no minimum as printed.",
                    .by_hand = "𝒥₁ = (θ − 1)²/2, 𝒥₂ = (θ + 1)²/2 at θ₀ = 0, K = 1: E‖∇𝒥(θ₀)‖² = 0, E‖∇𝒥(θ₁)‖² > 0",
                    .weight = Weight::line},
          .printed = form<Run>([](const Run& r, Claims& claims) { weighted_mean(r, 1, claims); }),
          .counterexample = two_parabolas(0, {0.5, 0.25}),
          .corrected = {form<Run>([](const Run& r, Claims& claims) { weighted_mean(r, 0, claims); })}};
}

}  // namespace

Form<RateInstance> gradient_bound() { return on_branches(squared_norms).keyed("gradient bound"); }

std::vector<FalseLine<RateInstance>> errata() {
  return {sketch(), missing_square(), constant(), lost_bars(), first_step_size(), without_first()};
}

}  // namespace verigrad::step_tuned_sgd_rate
