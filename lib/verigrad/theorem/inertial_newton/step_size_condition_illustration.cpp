#include <fmt/format.h>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/number/rational.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

namespace verigrad::step_size_condition {

std::string IllustrationStart::describe() const {
  return fmt::format("θ₁ = {}, ψ₁ = {}, θ₂ = ψ₂ = 0, α = {}, β = {}, γ = {}", theta, psi, alpha, beta, gamma);
}

namespace {

/// One step in θ₁, which goes by itself: 𝒥 = (θ₁⁴ − 4θ₁²) + θ₂².
struct IllustrationRun {
  using Instance = IllustrationStart;
  explicit IllustrationRun(const IllustrationStart& start)
      : now{exact(at(start.theta)), exact(at(start.psi))},
        next(Inna{start.alpha, start.beta}.step<Number>(now, gradient(), exact(start.gamma))) {}
  Vector<Number> gradient() const {
    const Number& x = now.theta[0];
    return Vector<Number>::Constant(1, 4 * x * (square(x) - 2));
  }
  Inna::State<Number> now, next;
};

void off_saddle(const IllustrationRun& r, Claims& claims) {
  claims.less("(θ, ψ) after a step is not (0, 0)", 0, square(r.next.theta[0]) + square(r.next.psi[0]));
}
void moves_away(const IllustrationRun& r, Claims& claims) {
  claims.at_most("|θ₁| grows", square(r.now.theta[0]), square(r.next.theta[0]));
  claims.equal("ψ₁ = 0", r.next.psi[0], 0);
}

/// αβ = 1, ψ₁ = 0 and θ₁² ≤ 2.
bool near_saddle(const IllustrationStart& start) {
  return Rational(start.alpha) * start.beta == 1 && start.psi == 0 && Rational(start.theta) * start.theta <= 2;
}

FalseLine<IllustrationStart> anywhere_else() {
  return {
      .words =
          {.key = "anywhere else",
           .place = "3.4.4",
           .printed =
               "[on the manifold θ₂ ↦ (0, θ₂) INNA converges to (0, 0) …] when initialized anywhere else, it avoids "
               "the strict saddle",
           .corrected =
               "when initialized anywhere else near (0, 0), with ψ₀ = (1 − αβ)θ₀, it leaves a neighbourhood of it",
           .remark = "∇𝒥 of θ₁⁴ − 4θ₁² + θ₂² is not Lipschitz on ℝ², so that no γ meets (3.20) and Theorem 3.9 does "
                     "not speak of it. Checked is αβ = 1, where ψ₀ = 0 and |θ₁| grows as long as θ₁² ≤ 2.",
           .by_hand = "α = β = 1, γ = 1/8, θ₀ = (2, 0), ψ₀ = (1 − αβ)θ₀ = 0: ∇𝒥(θ₀) = (16, 0), so that θ₁ = (2 − "
                      "16/8, 0) = (0, 0) and ψ₁ = 0, where INNA rests",
           .weight = Weight::statement,
           .survives = "from anywhere else near (0, 0), with ψ₀ = (1 − αβ)θ₀, it leaves a neighbourhood of (0, 0)"},
      .printed = form<IllustrationRun>(off_saddle),
      .counterexample = {2, 0, 1, 1, 0.125},
      .corrected = {form<IllustrationRun>(moves_away).of_code().where(near_saddle)}};
}

}  // namespace

bool off_manifold(const IllustrationStart& start) {
  return start.theta != 0 && start.alpha > 0 && start.beta > 0 && start.gamma > 0;
}
Lines<IllustrationStart> illustration_lines() { return {.errata = {anywhere_else()}}; }

}  // namespace verigrad::step_size_condition
