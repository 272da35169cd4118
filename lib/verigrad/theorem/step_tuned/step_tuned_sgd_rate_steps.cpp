// The lines of the proof of Theorem 4.2 and of its sketch, C₂² for C₂ where the text loses the square.
#include "verigrad/algorithm/real_power.hpp"
#include "verigrad/theorem/step_tuned/step_tuned_sgd_rate_run.hpp"

namespace verigrad::step_tuned_sgd_rate {
namespace {

void unbiased(const Run&, const Point& p, Claims& claims) {
  claims.equal("E[∇𝒥_{Bₖ}(θₖ) | B₀ … Bₖ₋₁] = ∇𝒥(θₖ)", p.mean([](const Branch& b) { return b.b; }), p.a);
}

void lipschitz(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("‖∇𝒥_B(θ_{k+½}) − ∇𝒥_B(θₖ)‖² ≤ L²‖θ_{k+½} − θₖ‖²", squared_norm(b.d - b.b),
                 square(r.L) * squared_norm(b.half - p.theta));
}

/// The descent lemma, with `half` for ½, from θₖ and from θ_{k+½}, along what the batch moves them, and from θₖ along
/// both moves.
void descent_lemma_with(const Number& half, const Run& r, const Point& p, const Branch& b, Claims& claims) {
  const auto along = [&](const Number& from, const Vector<Number>& gradient, const Vector<Number>& d) -> Number {
    return from + dot(gradient, d) + half * r.L * squared_norm(d);
  };
  claims.at_most("(4.18), d = θ_{k+½} − θₖ", b.value_half, along(p.value, p.a, b.half - p.theta), p.k);
  claims.at_most("(4.18), d = θₖ₊₁ − θ_{k+½}", b.value_next, along(b.value_half, b.c, b.next - b.half), p.k);
  claims.at_most("(4.18), d = θₖ₊₁ − θₖ", b.value_next, along(p.value, p.a, b.next - p.theta), p.k);
}

void descent_lemma(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  descent_lemma_with(frac(1, 2), r, p, b, claims);
}

void first_half(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.27)", b.value_half, p.value - p.eta * dot(p.a, b.b) + square(p.eta) / 2 * r.L * squared_norm(b.b),
                 p.k);
}

void second_half(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.28)", b.value_next,
                 b.value_half - p.eta * dot(b.c, b.d) + square(p.eta) / 2 * r.L * squared_norm(b.d), p.k);
}

/// 𝒥(θₖ) − η(⟨a, b⟩ + ⟨c, d⟩).
Number linear_part(const Point& p, const Branch& b) { return p.value - p.eta * (dot(p.a, b.b) + dot(b.c, b.d)); }

void both_halves(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.29)", b.value_next,
                 linear_part(p, b) + square(p.eta) / 2 * r.L * (squared_norm(b.b) + squared_norm(b.d)), p.k);
}

void bounded_halves(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.31) with C₂²", b.value_next, linear_part(p, b) + square(p.eta) * r.L * r.C22, p.k);
}

Number next_value(const Point& p) {
  return p.mean([](const Branch& b) { return b.value_next; });
}

Number second_product(const Point& p) {
  return p.mean([](const Branch& b) { return dot(b.c, b.d); });
}

void conditional_expectation(const Run& r, const Point& p, Claims& claims) {
  claims.at_most("(4.32) with C₂²", next_value(p),
                 p.value + square(p.eta) * r.L * r.C22 -
                     p.mean([&](const Branch& b) -> Number { return p.eta * (dot(p.a, b.b) + dot(b.c, b.d)); }),
                 p.k);
}

void step_size_outside(const Run& r, const Point& p, Claims& claims) {
  claims.at_most("(4.33) with C₂²", next_value(p),
                 p.value + square(p.eta) * r.L * r.C22 - p.eta * dot(p.a, p.mean([](const Branch& b) { return b.b; })) -
                     p.eta * second_product(p),
                 p.k);
}

void conditional(const Run& r, const Point& p, Claims& claims) {
  claims.at_most("(4.34) with C₂²", next_value(p),
                 p.value + square(p.eta) * r.L * r.C22 - p.eta * squared_norm(p.a) - p.eta * second_product(p), p.k);
}

void split_product(const Run&, const Point&, const Branch& b, Claims& claims) {
  claims.equal("−⟨c, d⟩ = −⟨c, d − b⟩ − ⟨c, b⟩", -dot(b.c, b.d), -dot(b.c, b.d - b.b) - dot(b.c, b.b));
}

void first_bound(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.37)", dot(b.c, b.b), r.L * r.C22 * p.eta + dot(b.c, b.d), p.k);
}

void second_bound(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.38)", dot(p.a, b.b), r.L * r.C22 * p.eta + dot(b.c, b.b), p.k);
}

void both_bounds(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  claims.at_most("(4.39)", dot(p.a, b.b), 2 * r.L * r.C22 * p.eta + dot(b.c, b.d), p.k);
}

void mean_bound(const Run& r, const Point& p, Claims& claims) {
  claims.at_most("(4.40)", p.eta * squared_norm(p.a), 2 * r.L * r.C22 * square(p.eta) + p.eta * second_product(p), p.k);
}

void with_bounds(const Run& r, const Point& p, Claims& claims) {
  claims.at_most("(4.42)", next_value(p),
                 p.value - 2 * r.rates[p.k] * r.m * squared_norm(p.a) + square(r.rates[p.k] * r.M) * r.curvature(),
                 p.k);
}

/// 1/(k + 1)^{1/2 + δ}, in any rates αₖ/α.
Number decay(const Run& r, int k) { return r.rates[k] / r.alpha; }
/// M₁ and M₂ of the sketch.
Number least_decrease(const Run& r) { return 2 * r.alpha * r.m; }
Number largest_increase(const Run& r) { return square(r.alpha * r.M) * r.curvature(); }

void decrease_by(const Number& M1, const Number& M2, const Run& r, const Point& p, Claims& claims) {
  claims.at_most("(4.19)", next_value(p), p.value - M1 * decay(r, p.k) * squared_norm(p.a) + M2 * square(decay(r, p.k)),
                 p.k);
}
void sketched_decrease(const Run& r, const Point& p, Claims& claims) {
  decrease_by(least_decrease(r), largest_increase(r), r, p, claims);
}

/// The expectation of each partial sum is below a bound that the sum of the squared decays, which is finite, has too.
void sum_below(const Number& M1, const Run& r, Claims& claims) {
  Number sum = 0, squares = 0;
  for (int k = 0; k < r.n; ++k) {
    sum += decay(r, k) * r.squares[k];
    squares += square(decay(r, k));
    claims.at_most("(4.20)", sum, (r.value[0] - r.lowest + largest_increase(r) * squares) / M1, k);
  }
}
void sketched_sum(const Run& r, Claims& claims) { sum_below(least_decrease(r), r, claims); }

/// Vₖ = 𝒥(θₖ) − inf 𝒥 + the squares to come is a non-negative supermartingale, with what it loses.
void robbins_siegmund(const Run& r, const Point& p, Claims& claims) {
  const auto to_come = [&](int k) -> Number {
    return square(r.M) * r.curvature() * (r.sum_of_squares(r.n) - r.sum_of_squares(k));
  };
  claims.at_most("inf 𝒥 ≤ 𝒥(θₖ)", r.lowest, p.value, p.k);
  claims.at_most("E[Vₖ₊₁ | B₀ … Bₖ₋₁] + 2αₖm̃‖∇𝒥(θₖ)‖² ≤ Vₖ",
                 next_value(p) - r.lowest + to_come(p.k + 1) + 2 * r.rates[p.k] * r.m * squared_norm(p.a),
                 p.value - r.lowest + to_come(p.k), p.k);
}

/// |‖∇𝒥(θₖ₊₁)‖² − ‖∇𝒥(θₖ)‖²| ≤ 4C₂²L αₖM̃, and the lines before it, squared.
void gradient_change(const Run& r, const Point& p, const Branch& b, Claims& claims) {
  const Number change = square(squared_norm(b.next_gradient) - squared_norm(p.a));
  const Number difference = squared_norm(b.next_gradient - p.a), moved = squared_norm(b.next - p.theta);
  claims.at_most("(‖a⁺‖² − ‖a‖²)² ≤ 4C₂²‖a⁺ − a‖²", change, 4 * r.C22 * difference, p.k);
  claims.at_most("‖a⁺ − a‖² ≤ L²‖θₖ₊₁ − θₖ‖²", difference, square(r.L) * moved, p.k);
  claims.equal("‖θₖ₊₁ − θₖ‖² = η²‖b + d‖²", moved, square(p.eta) * squared_norm(b.b + b.d), p.k);
  claims.at_most("η²‖b + d‖² ≤ 4α²M̃²C₂²", moved, 4 * square(r.rates[p.k] * r.M) * r.C22, p.k);
  claims.at_most("(‖a⁺‖² − ‖a‖²)² ≤ (4C₂²LαM̃)²", change, square(4 * r.C22 * r.L * r.rates[p.k] * r.M), p.k);
}

/// ∇𝒥(θ₀) … ∇𝒥(θₙ₋₁) on each sequence of batches: the points of k = n − 1 stand last, each after its ancestors.
std::vector<std::vector<const Point*>> paths(const Run& r) {
  const int choices = int(r.points.front().branches.size());
  std::vector<std::vector<const Point*>> result;
  for (const Point& last : r.points) {
    if (last.k != r.n - 1) continue;
    std::vector<const Point*> path{&last};
    for (std::ptrdiff_t place = &last - r.points.data(); place > 0;) {
      place = (place - 1) / choices;
      path.insert(path.begin(), &r.points[std::size_t(place)]);
    }
    result.push_back(std::move(path));
  }
  return result;
}

/// The modulus of the series lemma with uₖ = ‖∇𝒥(θₖ)‖², vₖ = αₖ and C₃ = 4C₂²L_K M̃.
void series_lemma_on_paths(const Run& r, Claims& claims) {
  const Number C3 = 4 * r.C22 * r.L * r.M;
  for (const std::vector<const Point*>& path : paths(r))
    for (int k = 0; k < r.n; ++k) {
      Number S = 0, V = 0;
      for (int j = k; j < r.n; ++j) {
        S += r.rates[j] * squared_norm(path[j]->a);
        V += r.rates[j];
      }
      claims.at_most("‖∇𝒥(θₖ)‖⁴ ≤ (Sₖ/Vₖ)² + 2C₃Sₖ", square(squared_norm(path[k]->a)), square(S / V) + 2 * C3 * S, k);
    }
}

void decreases_in_mean(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("(4.46)", 2 * r.rates[k] * r.m * r.squares[k],
                   r.value[k] - r.value[k + 1] + square(r.rates[k] * r.M) * r.curvature(), k);
}

void summed(const Run& r, Claims& claims) {
  Number sum = 0;
  for (int k = 0; k < r.n; ++k) {
    sum += 2 * r.rates[k] * r.m * r.squares[k];
    claims.at_most("(4.47)", sum, budget(r, k + 1, 1), k);
  }
}

void sum_of_decay(const Run& r, Claims& claims) {
  const Number delta = exact(r.instance.delta);
  Number sum = 0;
  for (int K = 0; K < 4 * r.n; ++K) {
    sum += 1 / real_power<Number>(Number(K + 1), frac(1, 2) + delta);
    claims.at_most("(K + 1)^{1/2 − δ} ≤ Σ_{k ≤ K} (k + 1)^{−1/2 − δ}",
                   real_power<Number>(Number(K + 1), frac(1, 2) - delta), sum, K);
  }
}

}  // namespace

Form<RateInstance> decrease_with(const char* key, Number (*constant)(const Run&)) {
  return on_points([constant](const Run& r, const Point& p, Claims& claims) {
           claims.at_most("(4.41)", next_value(p),
                          p.value - 2 * p.eta * squared_norm(p.a) + square(p.eta) * constant(r), p.k);
         })
      .keyed(key);
}

Number budget(const Run& r, int k, const Number& factor) {
  return r.value[0] - r.lowest + square(r.M) * factor * r.curvature() * r.sum_of_squares(k);
}

Form<RateInstance> descent() {
  return on_branches([](const Run& r, const Point& p, const Branch& b, Claims& claims) {
           first_half(r, p, b, claims);
           second_half(r, p, b, claims);
         })
      .keyed("descent");
}
Form<RateInstance> decrease_within_bounds() { return on_points(with_bounds).keyed("decrease within bounds"); }
Form<RateInstance> expected_decrease() { return form<Run>("expected decrease", decreases_in_mean); }

Forms<RateInstance> wrong_sketch() {
  return {on_branches([](const Run& r, const Point& p, const Branch& b, Claims& claims) {
            descent_lemma_with(frac(1, 4), r, p, b, claims);
          }).keyed("factor: L_K/4 in (4.18)"),
          on_points([](const Run& r, const Point& p, Claims& claims) {
            decrease_by(least_decrease(r), 0, r, p, claims);
          }).keyed("missing term: no M₂ in (4.19)"),
          form<Run>("factor: 4αm̃ in (4.20)",
                    [](const Run& r, Claims& claims) { sum_below(2 * least_decrease(r), r, claims); })};
}

std::vector<Step<RateInstance>> steps() {
  return {
      {"(4.18)", "𝒥(θ + d) ≤ 𝒥(θ) + ⟨∇𝒥(θ), d⟩ + L_K/2 ‖d‖²", on_branches(descent_lemma)},
      {"(4.19)",
       "E[𝒥(θₖ₊₁) | B₀ … Bₖ₋₁] ≤ 𝒥(θₖ) − M₁/(k + 1)^{1/2 + δ} ‖∇𝒥(θₖ)‖² + M₂/(k + 1)^{1 + 2δ}: M₁ = 2αm̃, M₂ = "
       "3α²M̃²L_K C₂²",
       on_points(sketched_decrease)},
      {"(4.20)",
       "Σ 1/(k + 1)^{1/2 + δ} ‖∇𝒥(θₖ)‖² < ∞ almost surely, as its expectation is: E Σ_{j ≤ k} ≤ (𝒥(θ₀) − inf 𝒥 + M₂ "
       "Σ_{j ≤ k} 1/(j + 1)^{1 + 2δ})/M₁",
       form<Run>(sketched_sum)},
      {"(4.22)", "E[∇𝒥_{Bₖ}(θₖ) | B₀ … Bₖ₋₁] = ∇𝒥(θₖ)", on_points(unbiased)},
      {"(4.23)", "‖∇𝒥_B(ψ₁) − ∇𝒥_B(ψ₂)‖ ≤ L_K‖ψ₁ − ψ₂‖", on_branches(lipschitz)},
      {"(4.27)", "𝒥(θ_{k+½}) ≤ 𝒥(θₖ) − ηₖ⟨∇𝒥(θₖ), ∇𝒥_{Bₖ}(θₖ)⟩ + ηₖ²L_K/2 ‖∇𝒥_{Bₖ}(θₖ)‖²", on_branches(first_half)},
      {"(4.28)", "𝒥(θₖ₊₁) ≤ 𝒥(θ_{k+½}) − ηₖ⟨∇𝒥(θ_{k+½}), ∇𝒥_{Bₖ}(θ_{k+½})⟩ + ηₖ²L_K/2 ‖∇𝒥_{Bₖ}(θ_{k+½})‖²",
       on_branches(second_half)},
      {"(4.29)", "(4.27) and (4.28) together", on_branches(both_halves)},
      {"(4.31)", "with ηₖ²L_K C₂² for the squares, C₂² for C₂", on_branches(bounded_halves)},
      {"(4.32)", "the conditional expectation of (4.31), C₂² for C₂", on_points(conditional_expectation)},
      {"(4.33)", "ηₖ and θₖ do not depend on Bₖ", on_points(step_size_outside)},
      {"(4.34)", "with (4.22), C₂² for C₂", on_points(conditional)},
      {"(4.35)", "−⟨c, d⟩ = −⟨c, d − b⟩ − ⟨c, b⟩", on_branches(split_product)},
      {"(4.37)", "−⟨c, d⟩ ≤ L_K C₂²ηₖ − ⟨c, b⟩", on_branches(first_bound)},
      {"(4.38)", "−⟨c, b⟩ ≤ L_K C₂²ηₖ − ⟨a, b⟩", on_branches(second_bound)},
      {"(4.39)", "−⟨c, d⟩ ≤ 2L_K C₂²ηₖ − ⟨a, b⟩", on_branches(both_bounds)},
      {"(4.40)", "−ηₖE⟨c, d⟩ ≤ 2L_K C₂²ηₖ² − ηₖ‖a‖²", on_points(mean_bound)},
      {"(4.42)", "(4.41) with αₖm̃ ≤ ηₖ ≤ αₖM̃, 3C₂² for C₂ + 2C₂²", on_points(with_bounds)},
      {"(4.43)",
       "by (4.42) the theorem of Robbins and Siegmund applies: E[Vₖ₊₁ | …] + 2αₖm̃‖∇𝒥(θₖ)‖² ≤ Vₖ for Vₖ = "
       "𝒥(θₖ) − inf 𝒥 + 3M̃²L_K C₂² Σ_{j ≥ k} αⱼ² ≥ 0",
       on_points(robbins_siegmund)},
      {"(4.45)", "|‖∇𝒥(θₖ₊₁)‖² − ‖∇𝒥(θₖ)‖²| ≤ 4C₂²L_K αM̃/(k + 1)^{1/2 + δ}", on_branches(gradient_change)},
      {"Lemma 4.6",
       "by Lemma 4.6, ‖∇𝒥(θₖ)‖² → 0: on every sequence of batches ‖∇𝒥(θₖ)‖⁴ ≤ (Sₖ/Vₖ)² + 2C₃Sₖ, "
       "Sₖ = Σ_{j ≥ k} αⱼ‖∇𝒥(θⱼ)‖², Vₖ = Σ_{j ≥ k} αⱼ",
       form<Run>(series_lemma_on_paths)},
      {"(4.46)", "the expectation of (4.42)", form<Run>(decreases_in_mean)},
      {"(4.47)", "2m̃ Σ αₖE‖∇𝒥(θₖ)‖² ≤ 𝒥(θ₀) − inf 𝒥 + 3M̃²L_K C₂² Σ αₖ²", form<Run>(summed)},
      {"(4.48), last line", "Σ_{k ≤ K} 1/(k + 1)^{1/2 + δ} ≥ (K + 1)^{1/2 − δ}", form<Run>(sum_of_decay).in_balls()}};
}

}  // namespace verigrad::step_tuned_sgd_rate
