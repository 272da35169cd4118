#include <algorithm>

#include "verigrad/number/power.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::inna_convergence {
namespace {

using State = Inna::State<Rational>;
struct ByEntries {
  bool operator()(const State& a, const State& b) const {
    return a.theta[0] != b.theta[0] ? a.theta[0] < b.theta[0] : a.psi[0] < b.psi[0];
  }
};

Rational distance(const Rational& theta) { return std::max<Rational>(abs(theta) - 1, 0); }

/// The laws of θₖ for k = 0 … steps, exact.
struct LawRun {
  using Instance = RunInstance;
  explicit LawRun(const RunInstance& run) : instance(&run), laws{certain(run.start<Rational>())} {
    const auto batches = nonempty_batches(run.terms.size());
    for (int k = 0; k < run.steps; ++k) {
      gamma.push_back(run.rule.at<Number>(k));
      const Rational exact_gamma = run.rule.at<Rational>(k);
      laws.push_back(merged<ByEntries>(after_draw(laws.back(), uniform(int(batches.size())), [&](State& state, int i) {
        state = run.method().step<Rational>(run.terms, state, batches[std::size_t(i)], exact_gamma);
      })));
    }
  }

  int steps() const { return instance->steps; }
  Number start() const { return exact(instance->theta0); }
  /// E of(θₖ), the least and the largest value.
  template <class Of>
  Number mean(int k, Of of) const {
    return enclose(
        expectation<Rational>(laws[std::size_t(k)], [of](const State& state) { return Rational(of(state.theta[0])); }));
  }
  template <class Of>
  Number largest(int k, Of of) const {
    Rational result = of(laws[std::size_t(k)].front().state.theta[0]);
    for (const auto& atom : laws[std::size_t(k)]) result = std::max<Rational>(result, of(atom.state.theta[0]));
    return enclose(result);
  }
  Number mean_distance(int k) const { return mean(k, distance); }

  const RunInstance* instance;
  std::vector<Number> gamma;
  std::vector<Law<State>> laws;
};

constexpr auto squared = [](const Rational& x) { return Rational(x * x); };

/// The planted forms change the drift 8/3, the noise's 2 and 4, the share ⅓ and the step it is of.
struct KinkedForm {
  int drift = 8, noise = 2, outside = 4, share = 3, step = -1;
};
auto kinked_claims(KinkedForm form) {
  return [form](const LawRun& r, Claims& claims) {
    const auto weighted = [](const Rational& x) {
      return Rational(abs(x) > 1 ? abs(x) : abs(x) == 1 ? frac<Rational>(1, 2) : Rational(0));
    };
    const auto outside = [](const Rational& x) { return Rational(abs(x) > 1 ? 1 : 0); };
    for (int k = 0; k < r.steps(); ++k) {
      const Number& gamma = r.gamma[std::size_t(k)];
      claims.equal("E θₖ₊₁² = E θₖ² − 8γₖ/3 E |θₖ|w(θₖ) + γₖ²(2 + 4 P(dₖ > 0))/3", r.mean(k + 1, squared),
                   r.mean(k, squared) - frac(form.drift, 3) * gamma * r.mean(k, weighted) +
                       square(gamma) / 3 * (Number(form.noise) + Number(form.outside) * r.mean(k, outside)),
                   k);
    }
    for (int k = 1; k < r.steps(); ++k) {
      claims.at_most("E dₖ ≤ γₖ₋₁/3", r.mean_distance(k), r.gamma[std::size_t(k + form.step)] / Number(form.share), k);
      claims.at_most("dₖ ≤ γₖ₋₁", r.largest(k, distance), r.gamma[std::size_t(k - 1)], k);
    }
    claims.equal("3 E d₁ = max(γ₀ − 1 + |θ₀|, 0)", 3 * r.mean_distance(1),
                 larger<Number>(r.gamma.front() - 1 + magnitude<Number>(r.start()), 0), 1);
  };
}

/// dₖ ≤ max(1/(k + ahead), d₀ − factor · Σ_{j<k} 1/(j + 2)).
auto reach_claims(int ahead, int factor) {
  return [ahead, factor](const LawRun& r, Claims& claims) {
    const Number start = enclose(distance(exact<Rational>(r.instance->theta0)));
    Number sum(0);
    for (int k = 1; k <= r.steps(); ++k) {
      sum += frac(1, k + 1);
      claims.at_most("dₖ ≤ max(1/(k + 1), d₀ − Σ 1/(j + 2))", r.largest(k, distance),
                     larger<Number>(frac(1, k + ahead), start - factor * sum), k);
    }
  };
}

void far(const LawRun& r, Claims& claims) {
  Number sum(0), squares(0);
  for (int k = 0; k <= r.steps(); ++k) {
    const Number mean = r.mean(k, [](const Rational& x) { return x; });
    claims.equal("E θₖ = θ₀ − 4Σγⱼ/3", mean, r.start() - frac(4, 3) * sum, k);
    claims.equal("Var θₖ = 2Σγⱼ²/9", r.mean(k, squared) - square(mean), frac(2, 9) * squares, k);
    claims.equal("the largest θₖ = θ₀ − Σγⱼ", r.largest(k, [](const Rational& x) { return x; }), r.start() - sum, k);
    claims.equal("the least θₖ = θ₀ − 2Σγⱼ", -r.largest(k, [](const Rational& x) { return Rational(-x); }),
                 r.start() - 2 * sum, k);
    if (k == r.steps()) break;
    sum += r.gamma[std::size_t(k)];
    squares += square(r.gamma[std::size_t(k)]);
  }
}
void two_kinks_summable(const LawRun& r, Claims& claims) {
  far(r, claims);
  Number sum(0);
  for (int k = 1; k <= r.steps(); ++k) {
    sum += r.gamma[std::size_t(k - 1)];
    claims.at_most("Σγⱼ ≤ 1 − 1/(k + 1)", sum, 1 - frac(1, k + 1), k);
    claims.at_most("1 + 2/(k + 1) ≤ dₖ", 1 + frac(2, k + 1),
                   -r.largest(k, [](const Rational& x) { return Rational(-distance(x)); }), k);
  }
}
void constant(const LawRun& r, Claims& claims) {
  for (int k = 0; k <= r.steps(); ++k) {
    claims.equal("E dₖ = (1 − (−⅓)ᵏ)/8", r.mean_distance(k), (1 - power(frac(-1, 3), k)) / 8, k);
    if (k > 0) claims.at_most("1/9 ≤ E dₖ", frac(1, 9), r.mean_distance(k), k);
  }
}

/// The planted forms change the drift 8/7, the noise 8/7 and the 4/7 at the kink.
struct NonConvexForm {
  int drift = 8, noise = 8, at_kink = 4;
};
auto non_convex_claims(NonConvexForm form) {
  return [form](const LawRun& r, Claims& claims) {
    const auto squared_distance = [](const Rational& x) { return squared(x - 1); };
    const auto distance_to_one = [](const Rational& x) { return Rational(abs(x - 1)); };
    const auto at_one = [](const Rational& x) { return Rational(x == 1 ? 1 : 0); };
    Number weighted(0), squares(0);
    for (int k = 0; k < r.steps(); ++k) {
      const Number& gamma = r.gamma[std::size_t(k)];
      const Number away = r.mean(k, distance_to_one);
      claims.equal("E (θₖ₊₁ − 1)² = E (θₖ − 1)² − 8γₖ/7 E |θₖ − 1| + 8γₖ²/7 − 4γₖ²/7 P(θₖ = 1)",
                   r.mean(k + 1, squared_distance),
                   r.mean(k, squared_distance) - frac(form.drift, 7) * gamma * away +
                       square(gamma) / 7 * (Number(form.noise) - Number(form.at_kink) * r.mean(k, at_one)),
                   k);
      weighted += gamma * away;
      squares += square(gamma);
      claims.at_most("Σ γⱼ E |θⱼ − 1| ≤ 7(θ₀ − 1)²/8 + Σ γⱼ²", weighted,
                     frac(7, form.drift) * square(r.start() - 1) + squares, k);
    }
  };
}

}  // namespace

bool stays_right_of_zero(const RunInstance& instance) {
  Rational sum = 0;
  for (int k = 0; k < instance.steps; ++k) sum += instance.rule.at<Rational>(k);
  return instance.alpha == 1 && instance.beta == 1 && instance.psi0 == 0 && 2 * sum <= 1 &&
         exact<Rational>(instance.theta0) > sum;
}

Form<RunInstance> kinked_run() { return form<LawRun>("two kinks", kinked_claims({})); }
Form<RunInstance> kinked_reach() { return form<LawRun>("two kinks, from anywhere", reach_claims(1, 1)).of_code(); }
Form<RunInstance> kinked_far() { return form<LawRun>("two kinks, from afar", far).of_code(); }
Form<RunInstance> kinked_summable_steps() { return form<LawRun>("two kinks, Σγ < ∞", two_kinks_summable); }
Form<RunInstance> kinked_constant_steps() { return form<LawRun>("two kinks, γ = 1", constant); }
Form<RunInstance> non_convex_run() { return form<LawRun>("three kinks", non_convex_claims({})); }

Lines<RunInstance> kinked_lines() {
  return {.planted = {form<LawRun>("factor: two kinks, the mean gradient of 𝒥", kinked_claims({.drift = 12})),
                      form<LawRun>("missing term: two kinks, no noise between the kinks", kinked_claims({.noise = 0})),
                      form<LawRun>("missing term: two kinks, no more noise outside", kinked_claims({.outside = 0})),
                      form<LawRun>("factor: two kinks, E dₖ ≤ γₖ₋₁/4", kinked_claims({.share = 4})),
                      form<LawRun>("index: two kinks, E dₖ ≤ γₖ/3", kinked_claims({.step = 0}))},
          .separating = {{two_kinks(), -0.984375, 0, {1, 2, 1}, 6}}};
}
Lines<RunInstance> reach_lines() {
  return {.planted = {form<LawRun>("index: two kinks, 1/(k + 2)", reach_claims(2, 1)),
                      form<LawRun>("factor: two kinks, 2Σγⱼ", reach_claims(1, 2))},
          .separating = {{two_kinks(), 2.046875, 0, {1, 2, 1}, 6}}};
}
Lines<RunInstance> non_convex_lines() {
  return {.planted = {form<LawRun>("factor: three kinks, the mean gradient of 𝒥", non_convex_claims({.drift = 14})),
                      form<LawRun>("factor: three kinks, noise 6γₖ²/7", non_convex_claims({.noise = 6})),
                      form<LawRun>("missing term: three kinks, P(θₖ = 1)", non_convex_claims({.at_kink = 0}))},
          .separating = {{three_kinks(), 1, 0, {1, 16, 1}, 4}}};
}

}  // namespace verigrad::inna_convergence
