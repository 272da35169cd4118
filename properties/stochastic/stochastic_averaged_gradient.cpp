// MFDS, section 14.2.5: both rates of SAG as published on sums of quadratics, with every sequence of indices run; long
// steps; planted mistakes.
#include "verigrad/theorem/stochastic/stochastic_averaged_gradient.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/algorithm/stochastic_averaged_gradient.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/finite_sums.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::stochastic_averaged_gradient::properties {
namespace {

namespace theorem = stochastic_averaged_gradient;

constexpr const char* stem = "stochastic_averaged_gradient";

/// τ = 1/(16L′), L′ the power of two from L on: a double.
Gen<FiniteSumInstance> published_steps(int highest_steps) {
  return gen::map(generate::stochastic_run(highest_steps, 1), [](FiniteSumInstance instance) {
    const double L = std::exp2(std::ceil(std::log2(std::max(0.25, instance.largest_L()))));
    instance.tau.assign(instance.tau.size(), 1 / (16 * L));
    return instance;
  });
}

FiniteSumInstance on_parabolas(std::vector<double> centres, double x0, std::vector<double> tau) {
  std::vector<ObjectivePtr> terms;
  for (const double centre : centres) terms.push_back(make_objective(Quadratic(at(1), at(centre))));
  return {FiniteSum(terms), at(x0), std::move(tau)};
}

/// 7 or 8 steps on two parabolas with L = 1: where (32n/k) C₀ is tightest.
Gen<FiniteSumInstance> long_runs() {
  return gen::apply(
      [](int steps, double centre, double x0) {
        return on_parabolas({centre, -centre}, x0, std::vector<double>(std::size_t(steps), 0.0625));
      },
      gen::element(7, 8), generate::dyadic(3, 3), generate::positive(3, 0, 3));
}

/// a₁x²/2 and a₂x²/2, one of them concave, from x₀ = 1 with τ = 1/(16 max |aᵢ|).
struct ConcaveTerm {
  int a1, a2;

  bool rational() const { return false; }
  std::string describe() const { return fmt::format("(1/2)({}x²/2 + {}x²/2), x₀ = 1, 1000 steps", a1, a2); }
};
/// (x, G¹, G²) is multiplied by one of two matrices: its second moments obey a linear recursion, so that no sequence of
/// indices is left out.
void moments_stay_below(const ConcaveTerm& i, Claims& claims) {
  const Number tau = frac(1, 16 * std::max(std::abs(i.a1), std::abs(i.a2))), half_tau = frac(1, 2) * tau;
  const Number mu = frac(i.a1 + i.a2, 2), factor = 1 - smaller<Number>(mu * tau, frac(1, 16));
  Number xx(1), xg1(0), xg2(0), g11(0), g22(0), bound = frac(1, 2) * mu + 1 / (8 * tau);
  for (int k = 1; k <= 1000; ++k) {
    // Gⁱ = aᵢx, then x⁺ = x − (τ/2)(G¹ + G²); E over both indices.
    const auto moved = [&](const Number& a, const Number& xg, const Number& gg) {
      const Number here = 1 - half_tau * a;  // x⁺ = here · x − (τ/2) g, g the other memory
      return std::array<Number, 3>{square(here) * xx - 2 * here * half_tau * xg + square(half_tau) * gg,
                                   here * xx - half_tau * xg, here * xg - half_tau * gg};
    };
    const Number a1(i.a1), a2(i.a2), half = frac(1, 2);
    const auto one = moved(a1, xg2, g22), two = moved(a2, xg1, g11);
    const Number new_g11 = half * (square(a1) * xx + g11), new_g22 = half * (square(a2) * xx + g22);
    g11 = new_g11;
    g22 = new_g22;
    xx = half * (one[0] + two[0]);
    xg1 = half * (a1 * one[1] + two[2]);
    xg2 = half * (one[2] + a2 * two[1]);
    bound *= factor;
    if (k % 100 == 0) claims.at_most("E f(xₖ) − f* ≤ (1 − min{μτ, 1/(8n)})ᵏ C₀", half * mu * xx, bound, k);
  }
}

/// One term, so that G is its gradient: x = 8/15 and −8/15 in turn.
void cycle_at_the_kink(Claims& claims) {
  const Number x = frac(8, 15), mu = frac(1, 8), delta = x + frac(1, 2) * mu * square(x);
  claims.equal("x − (1 + μx) = −x", x - (1 + mu * x), -x);
  Number bound = delta + frac(1, 4) * square(x);
  for (int k = 0; k <= 8; ++k) {
    claims.at_most("f(xₖ) − f* ≤ (1 − μτ)ᵏ C₀", delta, bound, k);
    bound *= 1 - mu;
  }
}
/// From x₀ = x* = 0 on two times x²/2 with G² = 1: C₀ = 0.
void foreign_memory(const FiniteSumInstance& i, Claims& claims) {
  Number mean(0);
  for (int drawn = 0; drawn < 2; ++drawn) {
    auto memory = GradientMemory<Number>::start(exact(i.x0), 2);
    memory.last(0, 1) = memory.sum[0] = 1;
    StochasticAveragedGradient{i.tau.front()}.step<Number>(i.f, memory, drawn);
    mean += frac(1, 2) * i.f.value<Number>(memory.x);
  }
  claims.at_most("E f(x₁) − f* ≤ C₀ = 0", mean, 0);
}

/// f = 1/(1 + x) for x ≥ 0, convex and 2-smooth, one term, τ = 1/32, x₀ = 0: uₖ = 1 + xₖ. inf f = 0 is no value of f.
struct NoMinimiser {
  int steps;

  bool rational() const { return false; }
  std::string describe() const { return fmt::format("f = 1/(1 + x), x₀ = 0, τ = 1/32, {} steps", steps); }
};
/// u³ grows by 3τ + 3τ²/u³ + τ³/u⁶ ≤ c = (1 + τ)³ − 1 a step, so that kf(xₖ) ≥ k(1 + ck)^(−1/3) has no bound.
void slower_than_any_C_over_k(const NoMinimiser& i, Claims& claims) {
  const Number tau = frac(1, 32), c = (1 + tau) * square(Number(1 + tau)) - 1;
  Number u(1);
  for (int k = 1; k <= i.steps; ++k) {
    u += tau / square(u);
    if (k % 50 == 0) claims.at_most("(1 + xₖ)³ ≤ 1 + ck", u * square(u), 1 + c * k, k);
  }
}
/// The bound with f* = inf f, and the start in the place of x*.
void bound_at_the_start(const NoMinimiser& i, Claims& claims) {
  const Number tau = frac(1, 32);
  Number u(1), sum(0);
  for (int k = 0; k < i.steps; ++k) {
    sum += u;
    u += tau / square(u);
  }
  claims.at_most("f(average) − inf f ≤ (32/k)(f(x₀) − inf f + τ‖∇f(x₀)‖²)", i.steps / sum,
                 frac(32, i.steps) * (1 + tau));
}

std::vector<Check> dropped() {
  return {
      examined({stem, Kind::dropped, "without a minimiser: 1/(1 + x), the start for x* (by formula)", Verdict::fails},
               NoMinimiser{1000}, bound_at_the_start),
      examined({stem, Kind::dropped, "without a minimiser: 1/(1 + x) is not O(1/k) (by formula)"}, NoMinimiser{1000},
               slower_than_any_C_over_k),
      examined({stem, Kind::dropped, "without τ = 1/(16L): τ = 8/L grows", Verdict::fails},
               on_parabolas({0, 0}, 1, {8, 8, 8, 8}), theorem::linear()),
      examined({stem, Kind::dropped, "with a concave term, (4, −2): no counterexample in 1000 steps (by formula)"},
               ConcaveTerm{4, -2}, moments_stay_below),
      examined({stem, Kind::dropped, "with a concave term, (64, −63): no counterexample in 1000 steps (by formula)"},
               ConcaveTerm{64, -63}, moments_stay_below),
      {{stem, Kind::dropped, "without L-smooth terms: |x| + x²/16, τ = 1 (by formula)", Verdict::fails},
       [](const Settings&) { return examine("f = |x| + x²/16, τ = 1, x₀ = 8/15", cycle_at_the_kink, Kinds{}); }},
      examined({stem, Kind::dropped, "without Gⁱ = 0 at the start: G² = 1", Verdict::fails},
               on_parabolas({0, 0}, 0, {0.0625}), foreign_memory),
      sampled({stem, Kind::dropped, "with equal steps of 1/L in place of 1/(16L)"},
              gen::map(generate::stochastic_run(4, 1),
                       [](FiniteSumInstance instance) {
                         instance.tau.assign(instance.tau.size(), instance.tau.front());
                         return instance;
                       }),
              theorem::constant_steps, theorem::sublinear())};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{sampled({stem, Kind::conclusion, "linear rate"}, published_steps(4),
                                    theorem::hypotheses_hold, theorem::linear().noting_largest_ratio()),
                            sampled({stem, Kind::conclusion, "O(1/k)"}, gen::oneOf(published_steps(4), long_runs()),
                                    theorem::hypotheses_hold, theorem::sublinear().noting_largest_ratio()),
                            examined({stem, Kind::conclusion, "linear rate, 2 terms and 9 steps"},
                                     on_parabolas({-1, 1}, 2, std::vector<double>(9, 0.0625)), theorem::linear())};
  append(checks, dropped());
  append(checks, planted_checks(stem, published_steps(4), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::stochastic_averaged_gradient::properties
