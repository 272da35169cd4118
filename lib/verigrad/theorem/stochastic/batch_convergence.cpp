#include "verigrad/theorem/stochastic/batch_convergence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"
#include "verigrad/theorem/stochastic/batch_splitting.hpp"

namespace verigrad::batch_convergence {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.3.1",
       .stem = "batch_convergence",
       .title = "Convergence whatever the batches",
       .source = "Stochastic gradient methods, Theorem 5.3.1",
       .text = "lim Δtₖ = 0 and Σ Δtₖ = ∞ imply that the splitting (5.29) has the limit lim Wₖ = W*, independent of "
               "the batches",
       .found = "aₖ = ‖Wₖ − W*‖ ≤ Bₖ, B₀ = a₀, Bₖ₊₁ = min{1, 1 − λΔtₖ + ½Θ²Δtₖ²} Bₖ + ½ΘSΔtₖ², with Θ = tr A and S = Σ "
                "2αᵢ|xᵢ||W*xᵢ − yᵢ|, for every Δtₖ > 0; and Bₖ ≤ exp(−½λ(Tₖ − Tⱼ)) Bⱼ + (ΘS/λ) max{Δt_q : q ≥ j} once "
                "Δt_q ≤ λ/Θ². Without (5.30), w⁴/4 still tends to W*, as 1/√Tₖ and by no λ > 0; with a second well the "
                "order of the first epoch's batches decides the limit, however small Δt₀ is",
       .code = {"flow/batch_flow.hpp: BatchFlow"},
       .hypotheses = {{"quadratic", "J(W) = Σ αᵢ|Wxᵢ − yᵢ|², αᵢ > 0, (5.30)"},
                      {"unique minimiser", "the hypotheses of Lemma 1.2.1: A = 2Σ αᵢ xᵢ⊗xᵢ is invertible"},
                      {"partition", "each epoch's batches are disjoint and their union is the data set"},
                      {"steps", "Δtₖ > 0, lim Δtₖ = 0 and Σ Δtₖ = ∞, (5.31)"}},
       .errata = {{.key = "one step error",
                   .place = "Theorem 5.3.1, proof, expansion of one epoch",
                   .printed = "W_{k+1}^t − W_*^t = (I_m − Δt_kA)(W_k^t − W_*^t) + O(Δt_k²)",
                   .corrected = "‖Wₖ₊₁ − W* − (I − ΔtₖA)(Wₖ − W*)‖ ≤ (½Θ²aₖ + ½ΘS)Δtₖ², aₖ = ‖Wₖ − W*‖, Θ = tr A, S = "
                                "Σ 2αᵢ|xᵢ||W*xᵢ − yᵢ|; and aₖ ≤ Bₖ, which is bounded",
                   .remark = "The constant of O(Δtₖ²) holds ‖Wₖ‖, whose boundedness the text does not show: for w²/2 "
                             "the error is (e^−Δt − 1 + Δt)wₖ.",
                   .weight = Weight::gap}}},
      lines());
  return result;
}

bool hypotheses_hold(const SplittingInstance& instance) {
  return batch_splitting::hypotheses_hold(instance) && smallest_eigenvalue(instance) > 0;
}

namespace {

/// S as the triangle inequality gives it from the residuals at W*.
Number gradients_at_minimiser(const SplittingRun& system) {
  Number sum(0);
  for (int i = 0; i < int(system.instance.x.rows()); ++i)
    sum += frobenius_norm(batch_gradient(system.instance, {i}, system.all.minimiser));
  return sum;
}

}  // namespace

bool moves(const SplittingInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const SplittingRun system(instance);
  if (!vanishes(system.w0 - system.all.minimiser)) return true;
  for (int i = 0; i < int(instance.x.rows()); ++i)
    if (!vanishes(batch_gradient(instance, {i}, system.w0))) return true;
  return false;
}

Constants::Constants(const SplittingRun& system)
    : lambda(exact(smallest_eigenvalue(system.instance))),
      Theta(system.all.a.trace()),
      S(gradients_at_minimiser(system)) {}

Number Constants::factor(const Number& step) const {
  return smaller<Number>(1, 1 - lambda * step + frac(1, 2) * square(Theta * step));
}

std::vector<Number> Constants::bounds(const Number& a0, const std::vector<double>& steps) const {
  std::vector<Number> result{a0};
  for (const double step : steps) {
    const Number dt = exact(step);
    result.push_back(factor(dt) * result.back() + frac(1, 2) * Theta * S * square(dt));
  }
  return result;
}

Run::Run(const SplittingInstance& instance) : system(instance), constants(system), n(int(instance.dt.size())) {
  w.push_back(system.w0);
  time.push_back(0);
  for (int k = 0; k < n; ++k) {
    z.push_back(flow_epoch(system, k, w.back()));
    w.push_back(z.back().back());
    dt.push_back(exact(instance.dt[std::size_t(k)]));
    time.push_back(time.back() + dt.back());
  }
  for (const Matrix<Number>& point : w) a.push_back(frobenius_norm(point - system.all.minimiser));
  bound = constants.bounds(a.front(), instance.dt);
  const Number largest = std::accumulate(bound.begin(), bound.end() - 1, Number(0), larger<Number>);
  C = frac(1, 2) * constants.Theta * (constants.Theta * largest + constants.S);
}

namespace {

void bounded(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("aₖ ≤ Bₖ", r.a[k], r.bound[k], k);
}

double largest_step(const Run& r, int first, int last) {
  return *std::max_element(r.system.instance.dt.begin() + first, r.system.instance.dt.begin() + last);
}

/// The first j with Δt_q ≤ λ/Θ² for q ≥ j.
int first_small(const SplittingInstance& instance) {
  const Number::Over fractions(Number::Kind::rational);
  const Rational theta = SplittingRun(instance).all.a.trace().as<Rational>();
  const Rational limit = exact<Rational>(smallest_eigenvalue(instance)) / square(theta);
  int j = int(instance.dt.size());
  while (j > 0 && exact<Rational>(instance.dt[std::size_t(j - 1)]) <= limit) --j;
  return j;
}

void tail_bound(const Run& r, Claims& claims) {
  const Constants& c = r.constants;
  for (int j = first_small(r.system.instance); j < r.n; ++j)
    for (int k = j + 1; k <= r.n; ++k)
      claims.at_most("aₖ ≤ exp(−½λ(Tₖ − Tⱼ))Bⱼ + (ΘS/λ) max Δt", r.a[k],
                     exp(c.lambda * (r.time[j] - r.time[k]) / 2) * r.bound[j] +
                         c.Theta * c.S / c.lambda * exact(largest_step(r, j, k)),
                     k);
}

void halves(const Run& r, Claims& claims) {
  claims.less("‖Wₙ − W*‖ < ½‖W₁ − W*‖ after many epochs", r.a[r.n], frac(1, 2) * r.a[1], r.n);
}

/// A planted mistake: aₖ₊₁ ≤ factor · aₖ + rest.
template <class Right>
Form<SplittingInstance> recursion_by(const char* key, Right right) {
  return form<Run>(key,
                   [right](const Run& r, Claims& claims) {
                     for (int k = 0; k < r.n; ++k)
                       claims.at_most("aₖ₊₁ ≤ planted bound", r.a[k + 1], right(r, r.constants, k), k);
                   })
      .in_balls();
}

Forms<SplittingInstance> planted() {
  const auto error = [](const Run& r, const Constants& c, int k) {
    return frac(1, 2) * c.Theta * c.S * square(r.dt[k]);
  };
  const auto quadratic = [](const Run& r, const Constants& c, int k) { return frac(1, 2) * square(c.Theta * r.dt[k]); };
  return {recursion_by("sign: 1 − λΔt − ½Θ²Δt²",
                       [=](const Run& r, const Constants& c, int k) {
                         return (1 - c.lambda * r.dt[k] - quadratic(r, c, k)) * r.a[k] + error(r, c, k);
                       }),
          recursion_by("missing: no ½Θ²Δt²", [=](const Run& r, const Constants& c,
                                                 int k) { return (1 - c.lambda * r.dt[k]) * r.a[k] + error(r, c, k); }),
          recursion_by("missing: no ½ΘSΔt²",
                       [=](const Run& r, const Constants& c, int k) { return c.factor(r.dt[k]) * r.a[k]; }),
          recursion_by("factor: ΘS/8 for ΘS/2", [=](const Run& r, const Constants& c,
                                                    int k) { return c.factor(r.dt[k]) * r.a[k] + error(r, c, k) / 4; }),
          recursion_by("swapped: 2λ for λ",
                       [=](const Run& r, const Constants& c, int k) {
                         return (1 - 2 * c.lambda * r.dt[k] + quadratic(r, c, k)) * r.a[k] + error(r, c, k);
                       }),
          recursion_by("power: Δt³ for Δt²", [=](const Run& r, const Constants& c, int k) {
            return c.factor(r.dt[k]) * r.a[k] + error(r, c, k) * r.dt[k];
          })};
}

/// Three terms that differ in y, and two that differ in x.
std::vector<SplittingInstance> separating() {
  return {{.x = Matrix<double>{{0.25}, {0.25}, {0.25}},
           .y = Matrix<double>{{0}, {0}, {0.25}},
           .alpha = vector({0.5, 0.5, 0.5}),
           .w0 = Matrix<double>{{-0.25}},
           .dt = {0.125},
           .epochs = {{{2}, {0}, {1}}}},
          {.x = Matrix<double>{{0.25, 0.5}, {0.25, 0.25}},
           .y = Matrix<double>{{0}, {0}},
           .alpha = vector({0.5, 0.5}),
           .w0 = Matrix<double>{{0.25}, {0.25}},
           .dt = {0.5},
           .epochs = {{{0}, {1}}}}};
}

}  // namespace

Form<SplittingInstance> conclusion() { return form<Run>("aₖ ≤ Bₖ", bounded).in_balls().where(moves).of_code(); }

Form<SplittingInstance> tail() {
  const auto ends_small = [](const SplittingInstance& instance) {
    return moves(instance) && first_small(instance) < int(instance.dt.size());
  };
  return form<Run>("aₖ by the steps' tail", tail_bound).in_balls().where(ends_small).of_code();
}

Form<SplittingInstance> approaches() { return form<Run>("approaches W*", halves).in_balls(); }

SplittingInstance parabola(const std::vector<double>& dt) {
  const Matrix<double> one = Matrix<double>::Ones(1, 1);
  return {one,
          Matrix<double>::Zero(1, 1),
          Vector<double>::Constant(1, 0.5),
          one,
          dt,
          std::vector<SplittingInstance::Epoch>(dt.size(), {{0}})};
}

SplittingInstance opposed(const std::vector<double>& dt) {
  return {Matrix<double>::Ones(2, 1),
          Matrix<double>(Eigen::Vector2d(1, -1)),
          Vector<double>::Constant(2, 0.5),
          Matrix<double>::Zero(1, 1),
          dt,
          std::vector<SplittingInstance::Epoch>(dt.size(), {{0}, {1}})};
}

Lines<SplittingInstance> lines() {
  Lines<SplittingInstance> all{.planted = planted(), .separating = separating()};
  for (const Lines<SplittingInstance>& part :
       {normal_equation_lines(), epoch_lines(), sum_lines(), step_lines(), recursion_lines()}) {
    all.steps.insert(all.steps.end(), part.steps.begin(), part.steps.end());
    all.errata.insert(all.errata.end(), part.errata.begin(), part.errata.end());
    all.planted.insert(all.planted.end(), part.planted.begin(), part.planted.end());
  }
  return all;
}

}  // namespace verigrad::batch_convergence
