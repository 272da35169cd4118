#include <acb.h>

#include <algorithm>

#include "verigrad/number/integral.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {
namespace {

void exponential_bound(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Number x = r.dt[k] * r.constants.lambda;
    claims.at_most("1 − Δtₖλ ≤ exp(−Δtₖλ)", 1 - x, exp(-x), k);
  }
}

void first_term(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) {
    const Number x = r.time[k] * r.constants.lambda;
    claims.at_most("exp(−Tₖλ)a₀ ≤ a₀/(1 + Tₖλ)", exp(-x) * r.a[0], r.a[0] / (1 + x), k);
  }
}

/// exp(λ(T_q − Tₖ)).
Number decayed(const Run& r, int q, int k) { return exp(r.constants.lambda * (r.time[q] - r.time[k])); }

/// ∫₀ᵀ exp(λ(τ − T))s(τ)dτ with T = Tₖ and s = Δt_{q+late} on [T_q, T_{q+1}).
Number weighted_integral(const Run& r, int k, int late) {
  Number sum(0);
  for (int q = 0; q < k; ++q) sum += r.dt[q + late] * (decayed(r, q + 1, k) - decayed(r, q, k)) / r.constants.lambda;
  return sum;
}

/// Σ exp(λ(T_{q+shift} − Tₖ))Δt_q².
Number weighted_sum(const Run& r, int k, int shift) {
  Number sum(0);
  for (int q = 0; q < k; ++q) sum += decayed(r, q + shift, k) * square(r.dt[q]);
  return sum;
}

void substitution(const Run& r, Claims& claims) {
  const Number& lambda = r.constants.lambda;
  const AnalyticFunction decay = [&lambda](acb_ptr result, acb_srcptr z, long bits) {
    acb_mul_arb(result, z, lambda.as<Ball>().arb(), bits);
    acb_neg(result, result);
    acb_exp(result, result, bits);
  };
  Number sum(0);
  for (int q = 0; q < r.n; ++q) sum += r.dt[q] * integral(decay, r.time[r.n] - r.time[q + 1], r.time[r.n] - r.time[q]);
  claims.equal("∫₀ᵀ exp(λ(τ − T))s(τ)dτ = ∫₀ᵀ exp(−λτ)s(T − τ)dτ", weighted_integral(r, r.n, 0), sum);
}

Number enclosed_largest_step(const Run& r, int first, int last) {
  const auto& dt = r.system.instance.dt;
  return first == last ? Number(0) : exact(*std::max_element(dt.begin() + first, dt.begin() + last));
}

/// ∫ exp(−λτ)dτ over [0, T].
Number integral_of_decay(const Run& r, const Number& T) {
  const Number& lambda = r.constants.lambda;
  return (1 - exp(-(lambda * T))) / lambda;
}

void integrable(const Run& r, Claims& claims) {
  const Number C = enclosed_largest_step(r, 0, r.n), all = C / r.constants.lambda;
  for (int k = 1; k <= r.n; ++k) {
    claims.less("∫₀ᵀ C exp(−λτ)dτ < C/λ", C * integral_of_decay(r, r.time[k]), all, k);
    claims.less("∫₀ᵀ exp(−λτ)s(T − τ)dτ < C/λ", weighted_integral(r, k, 0), all, k);
  }
}

/// T₀, T₁, … and the function s, exactly.
struct StepFunction {
  explicit StepFunction(const SplittingInstance& instance) : time{0} {
    for (const double step : instance.dt) {
      dt.push_back(exact<Rational>(step));
      time.push_back(time.back() + dt.back());
    }
  }
  /// Δt_q for T_q ≤ τ < T_{q+1}; at the last T, the value on its left.
  Rational at(const Rational& tau) const {
    const auto next = std::upper_bound(time.begin(), time.end() - 1, tau);
    return dt[std::size_t(next - time.begin() - 1)];
  }
  Rational largest(std::size_t first, std::size_t last) const {
    return *std::max_element(dt.begin() + std::ptrdiff_t(first), dt.begin() + std::ptrdiff_t(last));
  }

  std::vector<Rational> dt, time;
};

/// s at the ends and in the middle of every step before T.
void dominating_function(const SplittingRun& r, Claims& claims) {
  const StepFunction s(r.instance);
  const Number C = enclose(s.largest(0, s.dt.size()));
  for (std::size_t q = 0; q < s.dt.size(); ++q)
    for (const Rational& tau : {s.time[q], Rational(s.time[q] + s.dt[q] / 2)}) {
      claims.less("0 < s(τ)", 0, enclose(s.at(tau)), int(q));
      claims.at_most("s(τ) ≤ C", enclose(s.at(tau)), C, int(q));
    }
}

void pointwise_limit(const SplittingRun& r, Claims& claims) {
  const StepFunction s(r.instance);
  const std::size_t n = s.dt.size();
  for (std::size_t k = 1; k <= n; ++k)
    for (std::size_t j = 0; j < k; ++j)
      for (const Rational& tau : {Rational(s.time[k] - s.time[j]), Rational((s.time[k] - s.time[j]) / 2)})
        claims.at_most("s(Tₖ − τ) ≤ max{Δt_q : q ≥ j}", enclose(s.at(s.time[k] - tau)), enclose(s.largest(j, n)),
                       int(k));
}

void integral_vanishes(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    for (int j = 0; j < k; ++j)
      claims.at_most(
          "∫ ≤ (exp(−λ(Tₖ − Tⱼ)) max{Δt_q : q < j} + max{Δt_q : q ≥ j})/λ", weighted_integral(r, k, 0),
          (decayed(r, j, k) * enclosed_largest_step(r, 0, j) + enclosed_largest_step(r, j, k)) / r.constants.lambda, k);
}

void late_index(const Run& r, Claims& claims) {
  for (int k = 0; k + 1 < r.n; ++k)
    claims.at_most("‖Wₖ₊₂ − W*‖ ≤ (1 − Δtₖλ)‖Wₖ₊₁ − W*‖ + CΔtₖ²", r.a[k + 2],
                   (1 - r.dt[k] * r.constants.lambda) * r.a[k + 1] + r.C * square(r.dt[k]), k);
}

void recursion(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²", r.a[k + 1],
                   (1 - r.dt[k] * r.constants.lambda) * r.a[k] + r.C * square(r.dt[k]), k);
}

Number plain_factor(const Run& r, int q) { return 1 - r.dt[q] * r.constants.lambda; }
Number positive_factor(const Run& r, int q) { return larger<Number>(0, plain_factor(r, q)); }

/// Π factor(q) a₀ + C Σ Π factor(s) Δt_q², the inner product from q + 1, or from 1 as printed.
template <class Factor>
Number unrolled(const Run& r, int k, Factor factor, bool from_1 = false) {
  const auto product = [&](int first) {
    Number result(1);
    for (int s = first; s < k; ++s) result *= factor(r, s);
    return result;
  };
  Number sum(0);
  for (int q = 0; q < k; ++q) sum += product(from_1 ? 1 : q + 1) * square(r.dt[q]);
  return product(0) * r.a[0] + r.C * sum;
}

void unrolled_equality(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.equal("aₖ = Π(1 − Δt_qλ)a₀ + C Σ …", r.a[k], unrolled(r, k, plain_factor), k);
}

void unrolled_from_1(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.at_most("aₖ ≤ Π(1 − Δt_qλ)a₀ + C Σ Π_{q=1} …", r.a[k], unrolled(r, k, plain_factor, true), k);
}

void unrolled_plain(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("aₖ ≤ Π(1 − Δt_qλ)a₀ + C Σ …", r.a[k], unrolled(r, k, plain_factor), k);
}

/// The sum with Π_{s=q+1}^{k−1} is what the recursion adds up to, with = in place of ≤.
void unrolled_recursion(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.equal("bₖ₊₁ = (1 − Δtₖλ)bₖ + CΔtₖ² for bₖ = Π(1 − Δt_qλ)a₀ + C Σ_q Π_{s=q+1}^{k−1}(1 − Δtₛλ)Δt_q²",
                 unrolled(r, k + 1, plain_factor),
                 plain_factor(r, k) * unrolled(r, k, plain_factor) + r.C * square(r.dt[k]), k);
}

void unrolled_positive(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.at_most("aₖ ≤ Π max{0, 1 − Δt_qλ}a₀ + C Σ …", r.a[k], unrolled(r, k, positive_factor), k);
}

/// Δt_qλ ≤ 1 for all q.
bool factors_are_positive(const SplittingInstance& instance) {
  const Rational lambda = exact<Rational>(smallest_eigenvalue(instance));
  return moves(instance) && std::all_of(instance.dt.begin(), instance.dt.end(),
                                        [&](double dt) { return exact<Rational>(dt) * lambda <= 1; });
}

void damped(const Run& r, std::string_view name, const Number& constant, int shift, Claims& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.at_most(name, r.a[k], decayed(r, 0, k) * r.a[0] + constant * weighted_sum(r, k, shift), k);
}

void exponents(const Run& r, Claims& claims) {
  damped(r, "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_{q+1} − Tₖ)λ)Δt_q²", r.C, 1, claims);
  damped(r, "the printed exponent with C exp(λ max Δt)",
         r.C * exp(r.constants.lambda * enclosed_largest_step(r, 0, r.n)), 0, claims);
}

void late_s(const Run& r, Claims& claims) {
  for (int k = 1; k < r.n; ++k)
    claims.at_most("Σ exp((T_q − Tₖ)λ)Δt_q² ≤ ∫ with s = Δt_{q+1}", weighted_sum(r, k, 0), weighted_integral(r, k, 1),
                   k);
}

void compared_with_integral(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) {
    const Number integral = weighted_integral(r, k, 0);
    claims.at_most("Σ exp((T_q − Tₖ)λ)Δt_q² ≤ ∫ with s = Δt_q", weighted_sum(r, k, 0), integral, k);
    claims.at_most("∫ ≤ Σ exp((T_{q+1} − Tₖ)λ)Δt_q²", integral, weighted_sum(r, k, 1), k);
    claims.at_most("Σ exp((T_{q+1} − Tₖ)λ)Δt_q² ≤ exp(λ max Δt) ∫", weighted_sum(r, k, 1),
                   exp(r.constants.lambda * enclosed_largest_step(r, 0, k)) * integral, k);
  }
}

// On w²/2 from 1, λ = Θ = 1, S = 0, C = ½.
FalseLine<SplittingInstance> index_of_a() {
  return {.words = {.key = "index of a",
                    .place = "Theorem 5.3.1, proof, definition of aₖ",
                    .printed = "aₖ = ‖Wₖ₊₁ᵗ − W*ᵗ‖ satisfies aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²",
                    .corrected = "aₖ = ‖Wₖᵗ − W*ᵗ‖ satisfies aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²; C ≥ ½Θ²aₖ + ½ΘS will do, Θ = "
                                 "tr A, S = Σ 2αᵢ|xᵢ||W*xᵢ − yᵢ|",
                    .remark = "The second printing has Wₖ* for W*ᵗ.",
                    .by_hand =
                        "w²/2, Δt₂ⱼ = 1/(j log j) and Δt₂ⱼ₊₁ = Δt₂ⱼ²: as printed the step that leads to aₖ₊₁ is Δtₖ₊₁, "
                        "and the line would ask a₂ⱼ ≤ C′/(j log j) for some C′, while a₂ⱼ is of the order of 1/log j",
                    .weight = Weight::line},
          .printed = form<Run>(late_index).in_balls(),
          .counterexample = parabola({0.5, 0.25}),
          .corrected = {form<Run>(recursion).in_balls().where(moves)}};
}

FalseLine<SplittingInstance> equality() {
  return {
      .words = {.key = "equality",
                .place = "Theorem 5.3.1, proof, after the recursion",
                .printed = "aₖ = Π(1 − Δt_qλ)a₀ + C Σ …",
                .corrected = "aₖ ≤ Π(1 − Δt_qλ)a₀ + C Σ …",
                .remark = "It comes from an inequality. No C does: the left side does not know it.",
                .by_hand = "w²/2 from 1, one step Δt = ½: a₁ = e^−½ = 0.607, and with C = ½ the right side is ½ + ⅛",
                .weight = Weight::line},
      .printed = form<Run>(unrolled_equality).in_balls(),
      .counterexample = parabola({0.5}),
      .corrected = {form<Run>(unrolled_plain).in_balls().where(factors_are_positive)}};
}

FalseLine<SplittingInstance> product_over_q() {
  return {.words = {.key = "product over q",
                    .place = "Theorem 5.3.1, proof, after the recursion",
                    .printed = "C Σ_{q=0}^{k−1} Π_{q=1}^{k−1} (1 − Δt_qλ) Δt_q²",
                    .corrected = "C Σ_{q=0}^{k−1} Π_{s=q+1}^{k−1} (1 − Δtₛλ) Δt_q²",
                    .remark = "Q is bound twice: read as printed, every term has the product over 1 … k − 1, and the "
                              "bound is false even with ≤.",
                    .by_hand = "w²/2 from 1, λ = 1, Δt = 1, 1: the printed right side is 0 for every C, and a₂ = e^−2",
                    .weight = Weight::line},
          .printed = form<Run>(unrolled_from_1).in_balls(),
          .counterexample = parabola({1, 1}),
          .corrected = {form<Run>(unrolled_recursion).in_balls()}};
}

FalseLine<SplittingInstance> negative_factors() {
  return {
      .words =
          {.key = "negative factors",
           .place = "Theorem 5.3.1, proof, after the recursion",
           .printed = "So a_k = Π(1 − Δt_qλ)a₀ + C Σ … [for all k, read with ≤ and the right product]",
           .corrected = "with max{0, 1 − Δt_qλ} in place of 1 − Δt_qλ; or from the k on with Δt_qλ ≤ 1",
           .remark =
               "(5.31) does not bound the first steps: where 1 − Δt_qλ < 0 the induction turns the inequality round.",
           .by_hand = "w²/2 from 1, λ = 1, C = ½, Δt = 4, 2: the right side is (−3)(−1) + ½(16·(−1) + 4) = −3, and a₂ "
                      "is positive",
           .weight = Weight::proof},
      .printed = form<Run>(unrolled_plain).in_balls(),
      .counterexample = parabola({4, 2}),
      .corrected = {form<Run>(unrolled_positive).in_balls().where(moves)}};
}

FalseLine<SplittingInstance> s_one_step_late() {
  return {.words =
              {.key = "s one step late",
               .place = "Theorem 5.3.1, proof, function s and the sum compared with an integral",
               .printed =
                   "s(τ) = Δt_{q+1} for T_q ≤ τ < T_{q+1}; Σ exp((T_q − Tₖ)λ)(T_{q+1} − T_q)² ≤ ∫ exp(λ(τ − Tₖ))s(τ)dτ",
               .corrected = "s(τ) = Δt_q for T_q ≤ τ < T_{q+1}; and with the exponent T_{q+1}, which the proof needs, "
                            "Σ ≤ exp(λ max Δt) ∫",
               .remark = "T_{q+1} − T_q is Δt_q by the text's own T_q: false whenever the steps fall fast, and no "
                         "constant helps, as Δt_q/Δt_{q+1} is not bounded. In the line before, the error of step q is "
                         "damped by the steps after it only, exp((T_{q+1} − Tₖ)λ); the printed exp((T_q − Tₖ)λ) is "
                         "right with another constant, C exp(λ max Δt). With the exponent T_{q+1} the sum lies above "
                         "the integral, and such a factor is needed here. The integral prints t for τ once.",
               .by_hand = "Δt₀ = 1, Δt₁ = ¼, λ = 1, k = 1: the sum is e^−1 = 0.368, the integral ¼(1 − e^−1) = 0.158",
               .weight = Weight::proof},
          .printed = form<Run>(late_s).in_balls(),
          .counterexample = parabola({1, 0.25}),
          .corrected = {form<Run>(compared_with_integral).in_balls()}};
}

}  // namespace

Lines<SplittingInstance> recursion_lines() {
  return {
      .steps = {{"exponential bound", "1 − Δtₖλ ≤ exp(−Δtₖλ)", form<Run>(exponential_bound).in_balls()},
                {"exponent",
                 "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_q − Tₖ)λ)(T_{q+1} − T_q)²: with C exp(λ max Δt) for the recursion's C, "
                 "or with T_{q+1} for T_q and the same C",
                 form<Run>(exponents).in_balls().where(moves)},
                {"first term", "exp(−Tₖλ)a₀ → 0: at most a₀/(1 + Tₖλ)", form<Run>(first_term).in_balls()},
                {"substitution", "∫₀ᵀ exp(λ(τ − T))s(τ)dτ = ∫₀ᵀ exp(−λτ)s(T − τ)dτ, T = Tₖ",
                 form<Run>(substitution).in_balls()},
                {"dominating function (by construction)",
                 "0 < exp(−λτ)s(T − τ) ≤ C exp(−λτ), C = max Δt_q: 0 < s ≤ C on [0, Tₖ]",
                 form<SplittingRun>(dominating_function)},
                {"integrable", "∫₀^∞ C exp(−λτ)dτ = C/λ: more than ∫₀ᵀ C exp(−λτ)dτ and ∫₀ᵀ exp(−λτ)s(T − τ)dτ",
                 form<Run>(integrable).in_balls()},
                {"pointwise limit (by construction)",
                 "s(Tₖ − τ) → 0 for every τ: at most max{Δt_q : q ≥ j} once Tₖ ≥ Tⱼ + τ",
                 form<SplittingRun>(pointwise_limit)},
                {"integral vanishes",
                 "∫₀ᵀ exp(−λτ)s(T − τ)dτ → 0: for all j < k at most (exp(−λ(Tₖ − Tⱼ)) max{Δt_q : q < j} + max{Δt_q "
                 ": q ≥ j})/λ",
                 form<Run>(integral_vanishes).in_balls()}},
      .errata = {index_of_a(), equality(), product_over_q(), negative_factors(), s_one_step_late()}};
}

}  // namespace verigrad::batch_convergence
