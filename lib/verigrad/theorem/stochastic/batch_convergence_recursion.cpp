#include <acb.h>

#include <algorithm>

#include "verigrad/claim/form.hpp"
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
void dominating_function(const SplittingSystem& r, Claims& claims) {
  const StepFunction s(r.instance);
  const Number C = enclose(s.largest(0, s.dt.size()));
  for (std::size_t q = 0; q < s.dt.size(); ++q)
    for (const Rational& tau : {s.time[q], Rational(s.time[q] + s.dt[q] / 2)}) {
      claims.less("0 < s(τ)", 0, enclose(s.at(tau)), int(q));
      claims.at_most("s(τ) ≤ C", enclose(s.at(tau)), C, int(q));
    }
}

void pointwise_limit(const SplittingSystem& r, Claims& claims) {
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
Number positive_factor(const Run& r, int q) { return larger<Number>(Number(0), plain_factor(r, q)); }

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

void exponent_printed(const Run& r, Claims& claims) {
  damped(r, "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_q − Tₖ)λ)Δt_q²", r.C, 0, claims);
}

void exponent_corrected(const Run& r, Claims& claims) {
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
}  // namespace

Lines recursion_lines() {
  return {
      .steps = {form<Run>("exponential bound", exponential_bound).in_balls(),
                form<Run>("first term", first_term).in_balls(), form<Run>("substitution", substitution).in_balls(),
                form<SplittingSystem>("dominating function", dominating_function),
                form<Run>("integrable", integrable).in_balls(),
                form<SplittingSystem>("pointwise limit", pointwise_limit),
                form<Run>("integral vanishes", integral_vanishes).in_balls()},
      .printed = {form<Run>("index of a", late_index).in_balls(), form<Run>("equality", unrolled_equality).in_balls(),
                  form<Run>("product over q", unrolled_from_1).in_balls(),
                  form<Run>("negative factors", unrolled_plain).in_balls(),
                  form<Run>("exponent", exponent_printed).in_balls(), form<Run>("s one step late", late_s).in_balls()},
      .corrected = {form<Run>("index of a", recursion).in_balls().where(moves),
                    form<Run>("equality", unrolled_plain).in_balls().where(factors_are_positive),
                    form<Run>("product over q", unrolled_recursion).in_balls(),
                    form<Run>("negative factors", unrolled_positive).in_balls().where(moves),
                    form<Run>("exponent", exponent_corrected).in_balls().where(moves),
                    form<Run>("s one step late", compared_with_integral).in_balls()}};
}

}  // namespace verigrad::batch_convergence
