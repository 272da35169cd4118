#include "verigrad/theorem/descent/batch_gradient_descent.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::batch_gradient_descent {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mfds/bgd",
                  .stem = "batch_gradient_descent",
                  .title = "Batch gradient descent",
                  .source = "MFDS, section 14.2.2",
                  .text = "xₖ₊₁ = xₖ − τₖ∇f(xₖ) with 0 < τ_min < τₖ < τ_max = 2/L ensures quite fast convergence, even "
                          "linear rates if f is strongly convex",
                  .found = "f(xₙ) − f* ≤ ‖x₀ − x*‖²/Σₖ(τₖ − Lτₖ²/2) for convex f, and ‖xₙ − x*‖ ≤ Πₖ max(|1 − τₖμ|, |1 "
                           "− τₖL|) ‖x₀ − x*‖ for μ-strongly convex f, attained by quadratics; both bounds vanish if "
                           "the steps stay away from 0 and from 2/L",
                  .code = {"algorithm/gradient_descent.hpp: GradientDescent"},
                  .hypotheses = {{"convex", "f is convex; μ-strongly convex for the linear rate"},
                                 {"L-smooth", "∇f is L-Lipschitz"},
                                 {"minimum", "f has a minimiser x*"},
                                 {"step", "0 < τ_min < τₖ < τ_max = 2/L"}},
                  .formal = {.theorems = {"conclusion_convex", "conclusion_strongly_convex"},
                             .corrected = "for steps that stay below a τ_max < 2/L"}},
                 lines());
  return result;
}

std::string BatchInstance::describe() const {
  return fmt::format("f = {}; L = {}, x₀ = {}, τ = ({})", f->describe(), L(), in_words(x0), fmt::join(tau, ", "));
}

bool hypotheses_hold(const BatchInstance& instance) {
  const Curvature curvature = instance.f->curvature();
  const bool steps_fit = std::all_of(instance.tau.begin(), instance.tau.end(), [&](double tau) {
    return tau > 0 && exact<Rational>(tau) * exact<Rational>(instance.L()) < 2;
  });
  return curvature.convex() && curvature.smoothness() <= instance.L() && instance.f->has_minimum() && steps_fit;
}

bool strongly_convex(const BatchInstance& instance) { return instance.f->curvature().lower > 0; }

namespace {

struct Run {
  using Instance = BatchInstance;
  explicit Run(const BatchInstance& instance) {
    const ObjectiveOver<Number>& f = instance.f->over<Number>();
    const Minimum<Number> minimum = f.minimum();
    mu = exact(instance.f->curvature().lower);
    L = exact(instance.L());
    Vector<Number> x = exact(instance.x0);
    for (const double step : instance.tau) {
      add(f, minimum, x);
      tau.push_back(exact(step));
      x = GradientDescent{step}.step(f, x);
    }
    add(f, minimum, x);
    n = int(tau.size());
  }
  void add(const ObjectiveOver<Number>& f, const Minimum<Number>& minimum, const Vector<Number>& x) {
    distance2.push_back(squared_norm(x - minimum.x_star));
    delta.push_back(f.value(x) - minimum.f_star);
  }

  Number mu, L;
  std::vector<Number> tau, distance2, delta;  ///< distance2[k] = ‖xₖ − x*‖², delta[k] = f(xₖ) − f*
  int n;
};

Number factor(const Run& r, const Number& tau) {
  return larger<Number>(magnitude<Number>(1 - tau * r.mu), magnitude<Number>(1 - tau * r.L));
}

Number gain(const Run& r, const Number& tau) { return tau - frac(1, 2) * r.L * square(tau); }

/// Σ_{k<K} of(r, τₖ).
template <class Of>
Number sum(const Run& r, int K, Of of) {
  Number total(0);
  for (int k = 0; k < K; ++k) total += of(r, r.tau[k]);
  return total;
}

/// ‖x_K − x*‖² ≤ Π_{k<K} factor(r, τₖ)² R², or with an equality.
template <class Factor>
Form<BatchInstance> contraction(std::string key, Factor factor_of, Relation relation = Relation::at_most) {
  return form<Run>(std::move(key), [=](const Run& r, Claims& claims) {
    Number bound = r.distance2[0];
    for (int k = 0; k < r.n; ++k) {
      bound *= square(factor_of(r, r.tau[k]));
      if (relation == Relation::equal)
        claims.equal("‖xₖ − x*‖² = Π ρ² ‖x₀ − x*‖²", r.distance2[k + 1], bound, k + 1);
      else
        claims.at_most("‖xₖ − x*‖² ≤ Π ρ² ‖x₀ − x*‖²", r.distance2[k + 1], bound, k + 1);
    }
  });
}

/// f(x_K) − f* ≤ share · R²/Σ_{k<K} of(r, τₖ).
template <class Of>
Form<BatchInstance> gap(std::string key, int numerator, int denominator, Of of) {
  return form<Run>(std::move(key), [=](const Run& r, Claims& claims) {
    for (int K = 1; K <= r.n; ++K)
      claims.at_most("f(xₖ) − f* ≤ R²/Σ(τ − Lτ²/2)", r.delta[K],
                     frac(numerator, denominator) * r.distance2[0] / sum(r, K, of), K);
  });
}

constexpr auto rho = [](const Run& r, const Number& tau) { return factor(r, tau); };
constexpr auto descent_gain = [](const Run& r, const Number& tau) { return gain(r, tau); };

void never_below_a_quarter(const Run& r, Claims& claims) {
  claims.less("‖xₙ − x*‖² < ‖x₀ − x*‖²/16 for large n", 16 * r.distance2[r.n], r.distance2[0]);
}

void one_rate(const Run& r, Claims& claims) {
  Number shortest = r.tau[0], longest = r.tau[0];
  for (const Number& tau : r.tau) {
    shortest = smaller<Number>(shortest, tau);
    longest = larger<Number>(longest, tau);
  }
  const Number rate2 = square(larger<Number>(factor(r, shortest), factor(r, longest)));
  claims.less("ρ² < 1", rate2, 1);
  Number bound = r.distance2[0];
  for (int k = 1; k <= r.n; ++k) {
    bound *= rate2;
    claims.at_most("‖xₖ − x*‖² ≤ ρ²ᵏ ‖x₀ − x*‖²", r.distance2[k], bound, k);
  }
}

BatchInstance on_parabola(std::vector<double> tau) {
  const Vector<double> one = Vector<double>::Ones(1);
  return {make_objective(Quadratic(one, Vector<double>::Zero(1))), one, std::move(tau)};
}

FalseLine<BatchInstance> upper_end_of_steps() {
  return {.words = {.key = "upper end of the steps",
                    .place = "Section 14.2.2, sentence after the iteration",
                    .printed = "the step size should be chosen as 0 < τ_min < τ_k < τ_max = 2/L",
                    .corrected = "0 < τ_min ≤ τₖ ≤ τ_max < 2/L: ‖xₖ − x*‖ ≤ ρᵏ‖x₀ − x*‖ for strongly convex f, ρ = max "
                                 "over τ ∈ {τ_min, τ_max} of |1 − τμ| and |1 − τL|",
                    .remark = "The lower end is kept away from 0 by τ_min, the upper end is 2/L itself. Strict signs "
                              "hold for each k alone; convergence needs one bound for all k.",
                    .by_hand = "f = x²/2, L = 1, τₖ = 2 − 2⁻ᵏ⁻¹, all in (1, 2): |xₙ| = Π(1 − 2⁻ʲ)|x₀| over j = 1 … n "
                               "never falls below |x₀|/4",
                    .weight = Weight::statement,
                    .survives = "for steps between bounds τ_min > 0 and τ_max < 2/L",
                    .of_statement = true},
          .printed = shrinks_to_a_quarter(),
          .counterexample = steps_toward_the_end(24),
          .corrected = {contracts_by_one_rate()}};
}

/// A bowl with κ = 4 along either axis; Huber's function, on which the descent is slowest.
std::vector<BatchInstance> separating() {
  const ObjectivePtr bowl = make_objective(Quadratic(vector({0.25, 1}), vector({0, 0})));
  return {{bowl, vector({0, 1}), {1.75}},
          {bowl, vector({1, 0}), {1}},
          {make_objective(Huber(at(1), 0.125, at(0))), at(1), {1, 1, 1, 1}}};
}

Forms<BatchInstance> planted() {
  constexpr auto of_mu = [](const Run& r, const Number& tau) { return 1 - tau * r.mu; };
  constexpr auto of_L = [](const Run& r, const Number& tau) { return 1 - tau * r.L; };
  constexpr auto least = [](const Run& r, const Number& tau) {
    return smaller<Number>(magnitude<Number>(1 - tau * r.mu), magnitude<Number>(1 - tau * r.L));
  };
  constexpr auto squared = [](const Run& r, const Number& tau) { return square(factor(r, tau)); };
  constexpr auto twice_mu = [](const Run& r, const Number& tau) {
    return larger<Number>(magnitude<Number>(1 - 2 * tau * r.mu), magnitude<Number>(1 - tau * r.L));
  };
  constexpr auto negative = [](const Run& r, const Number& tau) { return -gain(r, tau); };
  Forms<BatchInstance> forms{contraction("linear rate without its branch |1 − τL|", of_mu),
                             contraction("linear rate without its branch |1 − τμ|", of_L),
                             contraction("linear rate with min for max", least),
                             contraction("linear rate squared", squared), contraction("linear rate with 2μ", twice_mu)};
  for (Form<BatchInstance>& form : forms) form = form.where(strongly_convex);
  forms.push_back(gap("O(1/k): a 16th of the bound", 1, 16, descent_gain));
  forms.push_back(gap("O(1/k): sign of the gain", 1, 1, negative));
  return forms;
}

}  // namespace

Lines<BatchInstance> lines() {
  return {.errata = {upper_end_of_steps()}, .planted = planted(), .separating = separating()};
}

Form<BatchInstance> sublinear() { return gap("O(1/k) for convex f", 1, 1, descent_gain).of_code(); }
Form<BatchInstance> linear() {
  return contraction("linear rate for strongly convex f", rho).where(strongly_convex).of_code();
}
Form<BatchInstance> linear_attained() { return contraction("linear rate attained", rho, Relation::equal).of_code(); }
Form<BatchInstance> shrinks_to_a_quarter() { return form<Run>(never_below_a_quarter); }
Form<BatchInstance> contracts_by_one_rate() { return form<Run>(one_rate).where(strongly_convex); }

Form<BatchInstance> decrease() {
  return form<Run>("decrease", [](const Run& r, Claims& claims) {
    for (int k = 0; k < r.n; ++k) claims.at_most("f(xₖ₊₁) ≤ f(xₖ)", r.delta[k + 1], r.delta[k], k);
  });
}
Form<BatchInstance> standstill() {
  return form<Run>("standstill", [](const Run& r, Claims& claims) {
    for (int k = 0; k < r.n; ++k) claims.equal("f(xₖ₊₁) = f(xₖ)", r.delta[k + 1], r.delta[k], k);
  });
}

BatchInstance steps_toward_the_end(int n) {
  std::vector<double> tau;
  for (int k = 0; k < n; ++k) tau.push_back(2 - std::ldexp(1, -k - 1));
  return on_parabola(tau);
}

BatchInstance steps_toward_zero(int n) {
  std::vector<double> tau;
  for (int k = 0; k < n; ++k) tau.push_back(std::ldexp(1, -k - 1));
  return on_parabola(tau);
}

}  // namespace verigrad::batch_gradient_descent
