// What the lines of the proof of Theorem 4.2 speak of: every iterate that some sequence of batches leads to, with its
// probability, and what every next batch leads to.
#pragma once

#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate.hpp"

namespace verigrad::step_tuned_sgd_rate {

/// The two steps on one batch B, in letters: b = ∇𝒥_B(θₖ), c = ∇𝒥(θ_{k+½}), d = ∇𝒥_B(θ_{k+½}).
struct Branch {
  Vector<Number> b, c, d, half, next;
  Number value_half, value_next;
  Vector<Number> next_gradient;  ///< ∇𝒥(θₖ₊₁)
};

/// θₖ after some B₀ … Bₖ₋₁, and a = ∇𝒥(θₖ).
struct Point {
  int k;
  Rational probability;
  Vector<Number> theta, a;
  Number value, eta;
  std::vector<Branch> branches;  ///< equally likely

  /// E[of(branch) | B₀ … Bₖ₋₁].
  template <class Of>
  auto mean(Of of) const {
    auto sum = of(branches.front());
    for (std::size_t i = 1; i < branches.size(); ++i) sum += of(branches[i]);
    return std::decay_t<decltype(sum)>(sum / Number(int(branches.size())));
  }
};

/// Expectations at every k, over all sequences of batches.
struct Run {
  using Instance = RateInstance;
  explicit Run(const RateInstance& instance);

  /// Σ_{j < k} of the rates, or of their squares.
  Number sum_of_rates(int k) const;
  Number sum_of_squares(int k) const;
  /// min_{from ≤ j < k} E‖∇𝒥(θⱼ)‖².
  Number least_gradient(int from, int k) const;
  /// 3L C₂².
  Number curvature() const { return 3 * L * C22; }

  const RateInstance& instance;
  int n;
  std::vector<Point> points;           ///< of k = 0 … n − 1
  std::vector<Number> rates;           ///< αₖ
  std::vector<Number> value;           ///< E 𝒥(θₖ), k = 0 … n
  std::vector<Number> squares;         ///< E‖∇𝒥(θₖ)‖², k = 0 … n
  Number L, C22, m, M, alpha, lowest;  ///< L_K, C₂², m̃, M̃, α, a lower bound of 𝒥
};

/// claim(run, point, branch, claims) for each.
template <class ClaimOf>
Form<RateInstance> on_branches(ClaimOf claim) {
  return form<Run>([claim](const Run& r, Claims& claims) {
    for (const Point& p : r.points)
      for (const Branch& b : p.branches) claim(r, p, b, claims);
  });
}

/// claim(run, point, claims) for each.
template <class ClaimOf>
Form<RateInstance> on_points(ClaimOf claim) {
  return form<Run>([claim](const Run& r, Claims& claims) {
    for (const Point& p : r.points) claim(r, p, claims);
  });
}

/// (4.41) with this in the place of L_K(C₂ + 2C₂²).
Form<RateInstance> decrease_with(const char* key, Number (*constant)(const Run& r));
/// 𝒥(θ₀) − inf 𝒥 + factor · 3M̃²L_K C₂² Σ_{j < k} αⱼ².
Number budget(const Run& r, int k, const Number& factor);

/// The lines of the proof, and those that are false.
std::vector<Step<RateInstance>> steps();
std::vector<FalseLine<RateInstance>> errata();
/// Wrong forms of the lines of the sketch, (4.18) to (4.20).
Forms<RateInstance> wrong_sketch();

}  // namespace verigrad::step_tuned_sgd_rate
