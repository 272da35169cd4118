#include "verigrad/theorem/descent/steepest_direction.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/descent/steepest_direction_run.hpp"

namespace verigrad::steepest_direction {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/1.16",
       .stem = "steepest_direction",
       .title = "Steepest direction",
       .source = "Thesis, (1.15) and (1.16)",
       .text = "J(θ + γd) = J(θ) + ⟨∇J(θ), γd⟩ + o(γ) ≥ J(θ) − γ‖∇J(θ)‖ + o(γ) for ‖d‖ = 1; at first order d = "
               "−∇J(θ)/‖∇J(θ)‖ is the optimal choice; (1.15) stabilises if and only if ∇J(θₖ) = 0",
       .found = "true of the Euclidean norm only, where that d is the one optimal choice",
       .code = {"algorithm/gradient_descent.hpp: GradientDescent"},
       .hypotheses = {{"differentiable", "J is differentiable; here L-smooth, which makes o(γ) at most Lγ²/2"},
                      {"norm", "‖·‖ is a norm on ℝᴾ; here the Euclidean one"},
                      {"unit direction", "‖d‖ = 1"},
                      {"small step", "γ > 0 is small"},
                      {"not critical", "∇J(θ) ≠ 0, or the best direction is not defined"}},
       .formal = {.theorems = {"conclusion_expansion", "conclusion", "conclusion_best_direction",
                               "conclusion_stationary"},
                  .corrected = "for the norm of the inner product, not for any norm"}},
      lines());
  return result;
}

namespace {

const char* symbol(Norm norm) {
  switch (norm) {
    case Norm::euclidean: return "‖·‖₂";
    case Norm::one: return "‖·‖₁";
    case Norm::maximum: break;
  }
  return "‖·‖∞";
}

}  // namespace

std::string DirectionInstance::describe() const {
  return fmt::format("J = {}; θ = {}, d from v = {}, γ = {}, norm {}{}", f->describe(), in_words(theta), in_words(v),
                     gamma, scale == 1 ? "" : fmt::format("{}·", scale), symbol(norm));
}

bool hypotheses_hold(const DirectionInstance& instance) {
  return instance.gamma > 0 && instance.norm == Norm::euclidean && instance.scale == 1 &&
         instance.f->curvature().smoothness() <= instance.L();
}

namespace {

/// J(θ + td) ≥ J(θ) − t · steepness + o(t), the o(t) that of Taylor's formula, for every t.
void falls_at_most(const Run& r, const Number& steepness, Claims& claims) {
  for (std::size_t k = 0; k < r.step.size(); ++k)
    claims.at_most("J(θ) − t‖∇J(θ)‖ + o(t) ≤ J(θ + td)", r.value - r.step[k] * steepness + r.remainder[k], r.along[k],
                   int(k));
}

/// |remainder| ≤ factor · t² for every t.
void remainder_at_most(const Run& r, const Number& factor, Claims& claims) {
  for (std::size_t k = 0; k < r.step.size(); ++k) {
    const Number bound = factor * square(r.step[k]);
    claims.at_most("o(t) ≤ Lt²/2", r.remainder[k], bound, int(k));
    claims.at_most("−Lt²/2 ≤ o(t)", -bound, r.remainder[k], int(k));
  }
}

Number half_of_L(const Run& r) { return frac(1, 2) * r.L; }

Vector<Number> printed_direction(const Run& r) { return -r.gradient / r.gradient_norm; }

void printed(const Run& r, Claims& claims) {
  claims.equal("‖∇J(θ)‖² is the square of the known norm", squared_norm(r.gradient), square(r.gradient_norm));
  falls_at_most(r, r.gradient_norm, claims);
  remainder_at_most(r, half_of_L(r), claims);
}

void one_best_choice(const Run& r, Claims& claims) {
  const Vector<Number> best = printed_direction(r);
  claims.equal("‖−∇J/‖∇J‖‖² = 1", squared_norm(best), 1);
  claims.equal("⟨∇J, −∇J/‖∇J‖⟩ = −‖∇J‖", dot(r.gradient, best), -r.gradient_norm);
  claims.equal("⟨∇J, d⟩ + ‖∇J‖ = ½‖∇J‖ ‖d + ∇J/‖∇J‖‖²", r.slope + r.gradient_norm,
               frac(1, 2) * r.gradient_norm * squared_norm(r.d - best));
  claims.at_most("⟨∇J, −∇J/‖∇J‖⟩ ≤ ⟨∇J, d⟩", dot(r.gradient, best), r.slope);
}

void equality(const Run& r, Claims& claims) {
  claims.equal("⟨∇J, d⟩ = −‖∇J‖", r.slope, -r.gradient_norm);
  for (std::size_t k = 0; k < r.step.size(); ++k)
    claims.equal("o(t) = Lt²/2", r.remainder[k], half_of_L(r) * square(r.step[k]), int(k));
}

void negative_slope(const Run& r, Claims& claims) { claims.less("⟨∇J(θ), d⟩ < 0", r.slope, 0); }

void no_move(const Run& r, Claims& claims) { claims.equal("θₖ₊₁ = θₖ", r.next, r.theta); }

void falls_at_gamma(const Run& r, Claims& claims) { claims.at_most("J(θ + γd) ≤ J(θ)", r.along.front(), r.value); }

constexpr auto taylor = [](const Run& r, Claims& claims) { remainder_at_most(r, half_of_L(r), claims); };

void unit_direction(const Run& r, Claims& claims) { claims.equal("‖d‖² = 1", squared_norm(r.d), 1); }

void squared_slope(const Run& r, Claims& claims) {
  claims.at_most("⟨∇J, γd⟩² ≤ γ²‖∇J‖²‖d‖²", square(r.gamma * r.slope),
                 square(r.gamma) * squared_norm(r.gradient) * squared_norm(r.d));
}

void stationary(const Run& r, Claims& claims) {
  claims.equal("‖θₖ₊₁ − θₖ‖² = γ²‖∇J(θₖ)‖²", squared_norm(r.next - r.theta),
               square(r.gamma) * squared_norm(r.gradient));
}

void printed_norm(const Run& r, Claims& claims) { falls_at_most(r, r.gradient_norm, claims); }

void optimal_choice(const Run& r, Claims& claims) {
  claims.at_most("⟨∇J, −∇J/‖∇J‖⟩ ≤ ⟨∇J, d⟩", dot(r.gradient, printed_direction(r)), r.slope);
}

constexpr auto dual_bound = [](const Run& r, Claims& claims) { falls_at_most(r, r.dual_norm, claims); };

void dual_choice(const Run& r, Claims& claims) {
  claims.equal("⟨∇J, best d⟩ = −‖∇J‖*", dot(r.gradient, r.dual_d), -r.dual_norm);
  claims.at_most("⟨∇J, best d⟩ ≤ ⟨∇J, d⟩", dot(r.gradient, r.dual_d), r.slope);
}

void twice_d(const Run& r, Claims& claims) { claims.at_most("−‖∇J‖ ≤ ⟨∇J, 2d⟩", -r.gradient_norm, 2 * r.slope); }

void worst_direction(const Run& r, Claims& claims) {
  claims.at_most("⟨∇J, ∇J/‖∇J‖⟩ ≤ ⟨∇J, d⟩", r.gradient_norm, r.slope);
}

/// A planted mistake: steepness(run) for ‖∇J(θ)‖.
template <class Steepness>
Form<DirectionInstance> with_steepness(const char* key, Steepness steepness) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { falls_at_most(r, steepness(r), claims); });
}

/// A planted mistake: factor(run) for L/2 in the bound of the remainder.
template <class Factor>
Form<DirectionInstance> with_factor(const char* key, Factor factor) {
  return form<Run>(key, [=](const Run& r, Claims& claims) { remainder_at_most(r, factor(r), claims); });
}

std::vector<Step<DirectionInstance>> steps() {
  return {{"Taylor", "|J(θ + td) − J(θ) − t⟨∇J(θ), d⟩| ≤ Lt²/2 for t = γ, γ/2, γ/4 …: the remainder is o(γ)",
           form<Run>(taylor)},
          {"unit direction", "‖d‖² = 1", form<Run>(unit_direction)},
          {"Cauchy-Schwarz", "⟨∇J(θ), γd⟩² ≤ γ²‖∇J(θ)‖²‖d‖²", cauchy_schwarz()},
          {"stationary", "‖θₖ₊₁ − θₖ‖² = γ²‖∇J(θₖ)‖²: (1.15) stabilises if and only if ∇J(θₖ) = 0",
           form<Run>(stationary).of_code()}};
}

ObjectivePtr bowl() { return make_objective(Quadratic(vector({1, 1}), vector({0, 0}))); }

FalseLine<DirectionInstance> cauchy_schwarz_in_any_norm() {
  return {.words = {.key = "any norm",
                    .place = "Sentence before (1.16)",
                    .printed = "let … ‖·‖ be a norm on ℝ^P … By a Taylor expansion and the Cauchy-Schwarz inequality … "
                               "≥ 𝒥(θ) − γ‖∇𝒥(θ)‖‖d‖ + o(γ)",
                    .corrected = "⟨∇J(θ), γd⟩ ≥ −γ‖∇J(θ)‖* ‖d‖ with the dual norm; ‖·‖* = ‖·‖ for the Euclidean norm",
                    .remark = "The inequality of Cauchy and Schwarz speaks of the norm of the inner product; the "
                              "thesis writes ‖·‖₂ where it means that one, as in (1.23). It fails for the maximum norm "
                              "on ℝ², and on ℝ for the norm |x|/2.",
                    .by_hand = "maximum norm on ℝ², ∇𝒥 = (1, 1), d = (−1, −1): ⟨∇𝒥, d⟩ = −2 < −‖∇𝒥‖‖d‖ = −1",
                    .weight = Weight::hypothesis,
                    .survives = "for the Euclidean norm; for any norm with the dual norm of ∇𝒥",
                    .of_statement = true},
          .printed = any_norm(),
          .counterexample = {bowl(), vector({1, 1}), vector({-1, -1}), 1, Norm::maximum},
          .corrected = {form<Run>(dual_bound)}};
}

FalseLine<DirectionInstance> printed_choice() {
  return {
      .words = {.key = "optimal choice",
                .place = "Sentence after (1.16)",
                .printed = "taking d = −∇𝒥(θ)/‖∇𝒥(θ)‖ is the optimal choice to minimize the left-hand side of (1.16)",
                .corrected = "a d of norm 1 with ⟨∇J(θ), d⟩ = −‖∇J(θ)‖* is; −∇J(θ)/‖∇J(θ)‖ for the Euclidean norm",
                .remark = "Of the norm ‖·‖₁, for which (1.16) holds, the printed d is not the best.",
                .by_hand = "‖·‖₁ on ℝ², ∇𝒥 = (2, 1): −∇𝒥/‖∇𝒥‖₁ gives −5/3, and d = (−1, 0) gives −2",
                .weight = Weight::hypothesis,
                .survives = "for the Euclidean norm",
                .same_as = "inna/1.16: any norm"},
      .printed = form<Run>(optimal_choice),
      .counterexample = {bowl(), vector({2, 1}), vector({-1, 0}), 1, Norm::one},
      .corrected = {form<Run>(dual_choice)}};
}

/// J = ((x − 1)² + (y − 15/8)²)/8 at the origin, where ‖∇J‖ = 17/32, and d not along ∇J.
DirectionInstance aside() {
  return {.f = make_objective(Quadratic(vector({0.25, 0.25}), vector({1, 1.875}))),
          .theta = vector({0, 0}),
          .v = at(2),
          .gamma = 0.015625,
          .gradient_norm = 0.53125};
}

Forms<DirectionInstance> planted() {
  return {with_steepness("sign: +‖∇J‖", [](const auto& r) { return -r.gradient_norm; }),
          with_steepness("factor: ‖∇J‖/2", [](const Run& r) { return frac(1, 2) * r.gradient_norm; }),
          with_steepness("power: ‖∇J‖²", [](const auto& r) { return square(r.gradient_norm); }),
          with_steepness("maximum norm for the Euclidean", [](const auto& r) { return largest_magnitude(r.gradient); }),
          with_factor("remainder Lt²/4", [](const Run& r) { return frac(1, 4) * r.L; }),
          with_factor("remainder L²t²/2", [](const Run& r) { return frac(1, 2) * square(r.L); }),
          form<Run>("worst direction for the best", worst_direction)};
}

}  // namespace

Lines<DirectionInstance> lines() {
  return {.steps = steps(),
          .errata = {cauchy_schwarz_in_any_norm(), printed_choice()},
          .planted = planted(),
          .separating = {aside()}};
}

Form<DirectionInstance> conclusion() { return form<Run>("as printed, Euclidean", printed); }
Form<DirectionInstance> cauchy_schwarz() { return form<Run>(squared_slope); }
Form<DirectionInstance> any_norm() { return form<Run>(printed_norm); }
Form<DirectionInstance> optimal() { return form<Run>("optimal", one_best_choice); }
Form<DirectionInstance> attained() { return form<Run>("attained", equality); }
Form<DirectionInstance> decreases() { return form<Run>("decreases", negative_slope); }
Form<DirectionInstance> decreases_at_gamma() { return form<Run>("decreases at γ", falls_at_gamma); }
Form<DirectionInstance> stands_still() { return form<Run>("stands still", no_move).of_code(); }
Form<DirectionInstance> twice_as_long() { return form<Run>("twice as long", twice_d); }

}  // namespace verigrad::steepest_direction
