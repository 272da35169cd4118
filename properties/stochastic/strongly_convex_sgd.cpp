// Mathematical Foundations of Data Sciences, Theorem 24: the bound with exact expectations on random sums and on the
// worst ones found, what attains the best bound, every hypothesis dropped, planted mistakes.
#include "verigrad/theorem/stochastic/strongly_convex_sgd.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <fmt/format.h>

#include "verigrad/problem/piecewise_quadratic.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::strongly_convex_sgd::properties {
namespace {

namespace theorem = strongly_convex_sgd;
using theorem::StochasticInstance;

constexpr const char* stem = "strongly_convex_sgd";

/// The mean of the parabolas ½h(x − c)².
StochasticInstance parabolas(double h, const std::vector<double>& centres, double x0, int steps) {
  std::vector<ObjectivePtr> terms;
  for (const double c : centres) terms.push_back(make_objective(Quadratic(at(h), at(c))));
  return {.f = FiniteSum(terms), .x0 = at(x0), .mu = h, .n = steps};
}

/// For parabolas of curvature μ, xₖ is the mean of the k centres drawn, whatever x₀ is: E‖xₖ − x*‖² = variance/k.
void claim_variance_over_k(const StochasticInstance& instance, const Rational& variance, Tally& tally) {
  const auto claims = [&](Claims& list) {
    const auto run = theorem::Run(instance);
    for (int k = 1; k <= run.n; ++k)
      list.equal("E‖xₖ − x*‖² = variance/k", run.eps[std::size_t(k)], enclose(variance) / k, k);
  };
  tally.add(instance.describe(), decide(claims, Kinds{}));
}

/// With C the largest gradient anywhere between the centres, the closed form stays under the bound for k ≤ 1000.
void claim_bound(const Rational& variance, const Rational& spread, Tally& tally) {
  const auto claims = [&](Claims& list) {
    for (int k = 1; k <= 1000; ++k)
      list.at_most("variance/k ≤ R/(k+1)", enclose(variance) / k, enclose(square(spread)) / (k + 1), k);
  };
  tally.add(fmt::format("variance {}, C/μ = {}", variance.str(), spread.str()), decide(claims, Kinds{}));
}

Evidence closed_form(const Settings&) {
  Tally tally(Level::instance);
  for (const double h : {0.5, 1.0, 3.0})
    for (const double x0 : {-1.0, 0.0, 0.75}) {
      claim_variance_over_k(parabolas(h, {-1, 1}, x0, 16), 1, tally);
      claim_variance_over_k(parabolas(h, {-1, 0, 1}, x0, 12), Rational(2, 3), tally);
      claim_variance_over_k(parabolas(h, {-1, -1, -1, 1}, x0, 16), Rational(3, 4), tally);
    }
  claim_bound(1, 2, tally);
  claim_bound(Rational(2, 3), 2, tally);
  claim_bound(Rational(3, 4), 2, tally);
  return tally.finish(Verdict::holds);
}

/// The largest ratio E‖xₖ − x*‖² (k+1)/R found, and where.
struct Record {
  Rational ratio = -1;
  std::string where;
};

/// E‖xₖ − x*‖² and R = C²/μ² in one variable with x* = 0, k = 0 … n: no more than the ratios need, and each gradient
/// once, as the step it makes.
struct RatioRun {
  explicit RatioRun(const StochasticInstance& instance) {
    const StochasticGradient method{StronglyConvexStep{instance.mu}};
    const Rational mu2 = square(exact<Rational>(instance.mu));
    Law<Rational> law = certain(exact<Rational>(instance.x0[0]));
    Rational largest = 0;
    for (int k = 0; k < instance.n; ++k) {
      const Rational tau = method.step_size<Rational>(k);
      const auto step = [&](Rational& x, int i) {
        const Rational next = method.step<Rational>(instance.f, {Vector<Rational>::Constant(1, x), k}, i).x[0];
        largest = std::max<Rational>(largest, square(Rational((x - next) / tau)));
        x = next;
      };
      const Law<Rational> next = merged<std::less<Rational>>(after_draw(law, uniform(instance.f.size()), step));
      if (k == 0) add(law, largest / mu2);
      add(next, largest / mu2);
      law = next;
    }
  }
  void add(const Law<Rational>& law, const Rational& bound) {
    eps.push_back(expectation<Rational>(law, [](const Rational& x) { return Rational(square(x)); }));
    R.push_back(bound);
  }
  int n() const { return int(eps.size()) - 1; }
  Rational ratio(int k) const { return (k + 1) * eps[std::size_t(k)] / R[std::size_t(k)]; }

  std::vector<Rational> eps, R;
};

void search(const StochasticInstance& instance, const std::string& where, std::vector<Record>& records, Tally& tally) {
  const RatioRun run(instance);
  const auto claims = [&](Claims& list) {
    for (int k = 0; k <= run.n(); ++k)
      list.at_most("(k+1) E‖xₖ − x*‖² ≤ R, or 2R for k = 1", enclose((k + 1) * run.eps[std::size_t(k)]),
                   (k == 1 ? 2 : 1) * enclose(run.R[std::size_t(k)]), k);
  };
  tally.add(instance.describe(), decide(claims, Kinds{}));
  for (int k = 0; k <= run.n(); ++k)
    if (run.ratio(k) > records[std::size_t(k)].ratio) records[std::size_t(k)] = {run.ratio(k), where};
}

struct Stairs {
  int terms = 4, outer = 1;
  StochasticInstance instance(int steps) const { return theorem::staircase(terms, 0, steps, 1, 1, outer); }
  std::string describe() const { return fmt::format("{} stairs from 0, {} of them in each outer ramp", terms, outer); }
};

/// The staircase of the largest ratio after 7 steps.
Stairs steepest_stairs() {
  Stairs best;
  Rational most = -1;
  for (const int terms : {4, 8, 16, 32})
    for (int outer = 1; outer <= std::max(terms / 8, 1); outer *= 2) {
      const Stairs stairs{terms, outer};
      const Rational ratio = RatioRun(stairs.instance(7)).ratio(7);
      if (ratio > most) {
        most = ratio;
        best = stairs;
      }
    }
  return best;
}

/// Too many sequences to run them all; a power of 2 of terms: an upper confidence bound by Hoeffding's inequality, as
/// |xₖ| ≤ 1 + 1/k.
std::string illustration(const Stairs& stairs) {
  constexpr int steps = 16, runs = 120000, one_error_in = 1000;
  const StochasticInstance instance = stairs.instance(steps);
  const StochasticGradient method{StronglyConvexStep{instance.mu}};
  std::mt19937_64 random(1);
  const auto draw = [&] { return int(random() % std::uint64_t(instance.f.size())); };
  double sum = 0;
  Vector<double> g(1);
  for (int run = 0; run < runs; ++run) {
    auto state = StochasticGradient::start(instance.x0);
    for (int k = 0; k < steps; ++k) method.advance<double>(instance.f, state, draw(), g);
    sum += squared_norm(state.x);
  }
  const double range = square(1 + 1.0 / steps), slack = range * std::sqrt(std::log(one_error_in) / (2.0 * runs));
  return fmt::format(
      " Illustration, no verdict: by {} runs of {} steps on {}, E‖xₖ − x*‖² ≤ {:.4f} with error "
      "probability at most 1/{} (Hoeffding), where R/(k+1) = {:.4f}",
      runs, steps, stairs.describe(), sum / runs + slack, one_error_in, 1.0 / (steps + 1));
}

/// Staircases from many starts and the steepest one found, sums of parabolas even and skew, and one parabola alone, up
/// to 12 steps.
Evidence largest_ratios(const Settings&) {
  constexpr int steps = 12;
  Tally tally(Level::instance);
  std::vector<Record> records(steps + 1);
  for (const int eighths : {0, 1, 2, 4, 8}) {
    const double x0 = eighths / 8.0;
    search(theorem::staircase(2, x0, steps), fmt::format("2 stairs, x₀ = {}", x0), records, tally);
    search(theorem::staircase(4, x0, 8), fmt::format("4 stairs, x₀ = {}", x0), records, tally);
    search(parabolas(1, {0}, x0 + 1, steps), fmt::format("x²/2, x₀ = {}", x0 + 1), records, tally);
    search(parabolas(1, {-1, 1}, x0, steps), fmt::format("(x ± 1)²/2, x₀ = {}", x0), records, tally);
    search(parabolas(1, {-1, -1, 2}, x0, steps), fmt::format("c = −1, −1, 2, x₀ = {}", x0), records, tally);
  }
  search(theorem::staircase(12, 0, 4, 1, 3), "12 stairs of [−3, 3], x₀ = 0", records, tally);
  const Stairs steepest = steepest_stairs();
  search(steepest.instance(steps), steepest.describe(), records, tally);
  const Number::Over fractions(Number::Kind::rational);
  std::string note = "largest ratio to R/(k+1) found, and the most that any sum can reach, as one in the plane does:";
  for (int k = 0; k <= steps; ++k) {
    const Number most = k == 0 ? 1 : k == 1 ? 2 : (k + 1) * theorem::best_factor(k);
    const Record& record = records[std::size_t(k)];
    note +=
        fmt::format(" k = {}: {:.4f} of {:.4f} ({});", k, approximate(record.ratio), approximate(most), record.where);
  }
  tally.note(note + illustration(steepest));
  return tally.finish(Verdict::holds);
}

/// v ⟂ x with ‖v‖² = 1 − ‖x‖², and (1, 0) at x = 0.
Vector<Number> across(const Vector<Number>& x, int k) {
  using std::sqrt;
  Vector<Number> v(2);
  if (k == 0) {
    v << Number(1), Number(0);
    return v;
  }
  const Number length2 = squared_norm(x), scale = sqrt((1 - length2) / length2);
  v << -scale * x[1], scale * x[0];
  return v;
}

/// f₁ and f₂ = ½‖x‖² ± h in the plane, where ∇h is across x at the points visited: ‖∇fᵢ‖ = 1 at each of them, so that
/// μ = C = 1 and every inequality of the proof is an equality. Some smooth h has these gradients at finitely many
/// points.
void claim_plane(int steps, Claims& claims) {
  std::vector<Vector<Number>> points{Vector<Number>::Constant(2, 0)};
  for (int k = 0; k <= steps; ++k) {
    Number mean(0);
    std::vector<Vector<Number>> next;
    for (const Vector<Number>& x : points) {
      mean += squared_norm(x);
      const Vector<Number> v = across(x, k);
      for (const Vector<Number>& gradient : {Vector<Number>(x + v), Vector<Number>(x - v)}) {
        claims.equal("‖∇fᵢ(xₖ)‖² = C²", squared_norm(gradient), 1, k);
        next.push_back(x - gradient / (k + 1));
      }
    }
    if (k > 1)
      claims.equal("E‖xₖ − x*‖² = (k − Hₖ)/(k(k−1)) C²/μ²", mean / int(points.size()), theorem::best_factor(k), k);
    points = std::move(next);
  }
}

Evidence attained_in_the_plane(const Settings&) {
  Tally tally(Level::instance);
  const auto claims = [](Claims& list) { claim_plane(12, list); };
  tally.add("∇f₁, ∇f₂ = x ± v, v ⟂ x, ‖v‖² = 1 − ‖x‖², from x₀ = 0", decide(claims, Kinds{.rational = false}));
  return tally.finish(Verdict::holds);
}

/// What the printed bound misses by at k = 1 does not depend on where C bounds the gradients.
void twice_the_bound(const StochasticInstance& instance, Claims& claims) {
  const theorem::Run run(instance);
  claims.equal("E‖x₁ − x*‖² = 2 R/(1+1), C over x₀ … x_n", run.eps[1], run.all_C2 / square(run.mu), 1);
}

/// (x ± 1)²/2 from 0, changed by `change`.
template <class Change>
StochasticInstance changed(int steps, Change change) {
  StochasticInstance instance = parabolas(1, {-1, 1}, 0, steps);
  change(instance);
  return instance;
}

/// E by the moments is what all sequences of indices give, and the box holds their points.
void moments_agree(const StochasticInstance& instance, Claims& claims) {
  StochasticInstance enumerated = instance;
  enumerated.by_moments = false;
  const theorem::GapRun one(instance), other(enumerated);
  for (std::size_t k = 0; k < std::size_t(one.n) + 1; ++k) {
    claims.equal("E‖xₖ − x*‖²", one.eps[k], other.eps[k], int(k));
    claims.equal("E f(xₖ) − f*", one.gap[k], other.gap[k], int(k));
    if (instance.x0.size() == 1)
      claims.equal("C²", one.C2[k], other.C2[k], int(k));
    else
      claims.at_most("C² ≤ C² over the box", other.C2[k], one.C2[k], int(k));
  }
}

/// Every k to 14, which the enumeration of every sum does not reach.
constexpr int last_k = 14;

/// One case is some thousand points: a quarter of the cases.
Check of_few_cases(const Check& check) {
  return {check.id, [run = check.run](Settings settings) {
            settings.cases = (settings.cases + 3) / 4;
            return run(settings);
          }};
}

std::vector<Check> every_k() {
  const auto on_lattice = [](const char* name, const auto& form) {
    return of_few_cases(sampled({stem, Kind::conclusion, name}, generate::stochastic_on_lattice(last_k),
                                theorem::hypotheses_hold, form));
  };
  const auto by_moments = [](const char* name, const auto& form) {
    return sampled({stem, Kind::conclusion, name}, generate::stochastic_by_moments(last_k), theorem::hypotheses_hold,
                   form);
  };
  return {on_lattice("as printed, k ≠ 1, each k to 14, terms not quadratic", theorem::conclusion()),
          on_lattice("best bound, each k to 14, terms not quadratic", theorem::best_conclusion()),
          by_moments("as printed, k ≠ 1, each k to 14, quadratic terms", theorem::conclusion()),
          by_moments("best bound, each k to 14, quadratic terms", theorem::best_conclusion()),
          sampled({stem, Kind::conclusion, "moments agree with all sequences, k ≤ 4"},
                  generate::stochastic_by_moments(4), theorem::hypotheses_hold, moments_agree)};
}

/// (x₊)² from 1 with μ = 1: x₁ = x₂ = … = −1, where ∇f = 0.
StochasticInstance flat_at_x1() {
  const PiecewiseQuadratic half({{0}, {0, 2}, 0});
  return {.f = FiniteSum({make_objective(half)}), .x0 = at(1), .mu = 1, .n = 4};
}

std::vector<Check> dropped() {
  const auto check = [](const char* name, const StochasticInstance& instance) {
    return examined({stem, Kind::dropped, name, Verdict::fails}, instance, theorem::conclusion());
  };
  StochasticInstance weak = parabolas(1, {0}, 1, 2);
  weak.mu = 4;
  StochasticInstance far = parabolas(1, {0}, 2, 0);
  far.claimed_C2 = 1;
  return {check("without μ-strong convexity: x²/2 with μ = 4", weak),
          check("without a bound on the gradients: C² = 1/4 claimed for 1",
                changed(2, [](auto& i) { i.claimed_C2 = 0.25; })),
          check("without a bound at x₀, k = 0: ‖x₀ − x*‖ where its square is meant", far),
          examined({stem, Kind::dropped, "without a bound at x₀, k = 0: with the square it holds"}, far,
                   theorem::every_k_corrected()),
          check("with a constant step", changed(4, [](auto& i) { i.steps = ConstantStep{1}; })),
          check("with one index only", changed(4,
                                               [](auto& i) {
                                                 i.probabilities = {1, 0};
                                               })),
          check("without independent draws: i(k) = i(0), each index as probable",
                changed(4, [](auto& i) { i.one_draw = true; })),
          check("without (14.17) at x₁ alone: (x₊)² from 1", flat_at_x1()),
          of_few_cases(sampled({stem, Kind::dropped, "with (14.17) at the points alone, f not convex: it holds"},
                               generate::stochastic_on_lattice(last_k, true), theorem::hypotheses_hold_at_points,
                               theorem::best_conclusion()))};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed, k ≠ 1"}, generate::stochastic(14), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "best bound"}, generate::stochastic(14), theorem::hypotheses_hold,
              theorem::best_conclusion()),
      {{stem, Kind::conclusion, "closed form for parabolas, k ≤ 1000"}, closed_form},
      {{stem, Kind::sharp, "largest ratios, k ≤ 12"}, largest_ratios},
      examined({stem, Kind::sharp, "best bound attained, k = 1"}, theorem::staircase(2, 0, 1), theorem::attained()),
      examined({stem, Kind::sharp, "best bound attained, k = 2"}, theorem::staircase(2, 0, 2), theorem::attained()),
      examined({stem, Kind::sharp, "best bound attained, k = 3"}, theorem::staircase(4, 0, 3), theorem::attained()),
      examined({stem, Kind::sharp, "best bound attained, k = 4"}, theorem::staircase(12, 0, 4, 1, 3),
               theorem::attained()),
      examined({stem, Kind::sharp, "k = 1: twice the printed bound, C over all points to k = 12"},
               theorem::staircase(2, 0, 12), twice_the_bound),
      {{stem, Kind::sharp, "best bound attained in the plane, k ≤ 12"}, attained_in_the_plane}};
  append(checks, every_k());
  append(checks, dropped());
  append(checks, planted_checks(stem, generate::stochastic(6), theorem::hypotheses_hold, theorem::lines()));
  return checks;
}

}  // namespace verigrad::strongly_convex_sgd::properties
