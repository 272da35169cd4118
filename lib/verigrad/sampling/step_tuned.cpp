#include "verigrad/sampling/step_tuned.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "verigrad/problem/non_convex.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/polynomial.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {

using lipschitz_gradient_bound::LipschitzInstance;
using series_lemma::SequenceInstance;

namespace {

/// Sixteenths of Cvₖ that u moves by, and vₖ in sixteenths.
struct Move {
  int share, v;
};

SequenceInstance moved(double C, double u0, const std::vector<Move>& moves, int highest_share) {
  SequenceInstance result{{u0}, {}, C};
  for (const Move& move : moves) {
    const double v = move.v / 16.0, change = C * v * std::min(move.share, highest_share) / 16;
    result.u.push_back(std::max(0.0, result.u.back() + change));
    result.v.push_back(v);
  }
  return result;
}

/// At any point, with any step; ρ as a share of the largest curvature.
Gen<CurvatureInstance> curvature_of(const Gen<ObjectivePtr>& objectives, double rho_by_curvature) {
  return gen::mapcat(objectives, [=](const ObjectivePtr& J) {
    const double rho = rho_by_curvature == 0 ? 0 : rho_by_curvature * J->curvature().upper;
    return gen::apply(
        [=](const Vector<double>& theta, double gamma) {
          return CurvatureInstance{J, rho, theta, gamma};
        },
        point(J->dimension(), 6, 3), positive(2, -4, 2));
  });
}

Gen<CurvatureInstance> cubic() {
  const auto make = [](const Vector<double>& a, double x, double gamma) {
    return verigrad::polynomial(a, 6 * std::abs(a[3]), x, gamma);
  };
  return gen::apply(make, entries(4, dyadic(4, 2)), dyadic(5, 2), positive(2, -4, 2));
}

}  // namespace

Gen<SequenceInstance> slow_sequence(bool increases_too) {
  const int highest_share = increases_too ? 16 : 64;
  const Gen<Move> move = gen::apply(
      [](int share, int v) {
        return Move{share, v};
      },
      gen::oneOf(gen::just(-16), gen::inRange(-16, highest_share + 1)), gen::inRange(0, 33));
  const Gen<SequenceInstance> drawn = gen::mapcat(gen::inRange(1, 13), [=](int n) {
    return gen::apply(
        [=](double C, int u0, const std::vector<Move>& moves) { return moved(C, u0 / 16.0, moves, highest_share); },
        positive(2, -3, 3), gen::inRange(0, 65), gen::container<std::vector<Move>>(std::size_t(n), move));
  });
  return gen::oneOf(drawn, gen::map(gen::inRange(0, 5), [](int e) { return series_lemma::ramp(1 << e); }));
}

Gen<SequenceInstance> vanishing_sequence() {
  return gen::map(slow_sequence(true), [](SequenceInstance s) {
    s.v.push_back(s.u.back() / std::exp2(std::floor(std::log2(s.C))));
    s.u.push_back(0);
    return s;
  });
}

Gen<LipschitzInstance> lipschitz_function() {
  const auto along = [](LipschitzInstance instance, double t) {
    instance.t = t;
    return instance;
  };
  const Gen<LipschitzInstance> slopes =
      gen::apply(lipschitz_gradient_bound::huber, gen::inRange(1, 5), positive(2, -3, 3), dyadic());
  const Gen<LipschitzInstance> losses =
      gen::apply(lipschitz_gradient_bound::robust_loss, positive(2, -3, 3), dyadic(6, 5));
  return gen::apply(along, gen::oneOf(slopes, losses), positive(2, -6, 2));
}

Gen<CurvatureInstance> curvature_on_quadratic() {
  return curvature_of(gen::oneOf(strongly_convex_quadratic(), convex_quadratic(), indefinite_quadratic()), 0);
}

Gen<CurvatureInstance> curvature() {
  // |d³/dt³ t²/(1 + t²)| ≤ 24t(1 − t²)/(1 + t²)⁴ < 75/16 at t² = 1 − 2/√5, and the largest curvature is 2w.
  return gen::oneOf(curvature_on_quadratic(), cubic(), curvature_of(geman_mcclure(), 75.0 / 32));
}

Gen<curvature_step_size::SegmentInstance> segment() {
  const Gen<double> entry = gen::map(gen::inRange(-8, 9), [](int sixteenths) { return sixteenths / 16.0; });
  return gen::apply(
      [](const Vector<double>& a, const Vector<double>& b) {
        return curvature_step_size::SegmentInstance{a, b};
      },
      entries(2, entry), entries(2, entry));
}

Gen<BatchInstance> quadratic_batches() {
  return gen::mapcat(gen::pair(gen::inRange(1, 3), gen::inRange(1, 5)), [](const std::pair<int, int>& sizes) {
    const int d = sizes.first, n = sizes.second;
    const Gen<ObjectivePtr> term =
        gen::apply([](const Vector<double>& h, const Vector<double>& c) { return make_objective(Quadratic(h, c)); },
                   entries(d, dyadic(3, 1)), entries(d, dyadic(4, 1)));
    return gen::apply(
        [](const std::vector<ObjectivePtr>& terms, const Vector<double>& theta, int b) {
          return BatchInstance{FiniteSum(terms), theta, b};
        },
        gen::container<std::vector<ObjectivePtr>>(std::size_t(n), term), entries(d, dyadic(4, 1)),
        gen::inRange(1, n + 1));
  });
}

namespace {

Gen<FiniteSum> few_terms() {
  const Gen<ObjectivePtr> cube =
      gen::map(entries(4, dyadic(3, 2)), [](const Vector<double>& a) { return make_objective(Polynomial(a)); });
  return gen::mapcat(gen::pair(gen::inRange(1, 3), gen::inRange(1, 4)), [=](const std::pair<int, int>& sizes) {
    const int d = sizes.first;
    const Gen<ObjectivePtr> bowl =
        gen::apply([](const Vector<double>& h, const Vector<double>& c) { return make_objective(Quadratic(h, c)); },
                   entries(d, dyadic(3, 1)), entries(d, dyadic(3, 1)));
    return gen::map(
        gen::container<std::vector<ObjectivePtr>>(std::size_t(sizes.second), d == 1 ? gen::oneOf(bowl, cube) : bowl),
        [](const std::vector<ObjectivePtr>& terms) { return FiniteSum(terms); });
  });
}

/// The terms of the set that the bits of `mask` say, or the first.
BatchIndices subset(int mask, int n) {
  BatchIndices batch;
  for (int i = 0; i < n; ++i)
    if (mask >> i & 1) batch.push_back(i);
  return batch.empty() ? BatchIndices{0} : batch;
}

/// A rate in sixteenths, and the batch.
using RatedBatch = std::pair<int, int>;

TunedInstance tuned(const FiniteSum& f, const Vector<double>& theta0, const std::vector<RatedBatch>& steps, double nu,
                    int beta, double m, double M) {
  TunedInstance instance{f, theta0, {}, {}, nu, beta / 8.0, std::min(m, M), std::max(m, M)};
  for (const RatedBatch& step : steps) {
    instance.rates.push_back(step.first / 16.0);
    instance.batches.push_back(subset(step.second, f.size()));
  }
  return instance;
}

}  // namespace

Gen<TunedInstance> tuned_run(int most_steps) {
  const Gen<RatedBatch> step = gen::pair(gen::inRange(1, 17), gen::inRange(1, 8));
  return gen::mapcat(
      gen::pair(few_terms(), gen::inRange(1, most_steps + 1)), [=](const std::pair<FiniteSum, int>& drawn) {
        const auto make = [f = drawn.first](const Vector<double>& theta0, const std::vector<RatedBatch>& steps,
                                            double nu, int beta, double m,
                                            double M) { return tuned(f, theta0, steps, nu, beta, m, M); };
        return gen::apply(make, entries(drawn.first.dimension(), dyadic(4, 2)),
                          gen::container<std::vector<RatedBatch>>(std::size_t(drawn.second), step), positive(2, -1, 2),
                          gen::inRange(0, 8), positive(2, -5, 0), positive(2, -1, 4));
      });
}

namespace {

Gen<curvature_descent::DescentRunInstance> descent_on(const ObjectivePtr& J, int most_steps) {
  const auto make = [J](const Vector<double>& theta0, double alpha, double nu, int n) {
    return curvature_descent::DescentRunInstance{J, theta0, alpha, nu, n};
  };
  return gen::apply(make, entries(J->dimension(), dyadic(4, 2)), gen::oneOf(gen::just(1.0), positive(2, -4, 0)),
                    positive(2, -1, 2), gen::inRange(1, most_steps + 1));
}

}  // namespace

Gen<curvature_descent::DescentRunInstance> curvature_descent(int most_steps) {
  return gen::mapcat(few_terms(), [=](const FiniteSum& f) { return descent_on(f.terms().front(), most_steps); });
}

Gen<curvature_descent::DescentRunInstance> curvature_descent_on_bowl(int most_steps) {
  const Gen<ObjectivePtr> bowl = gen::mapcat(gen::inRange(1, 4), [](int d) {
    return gen::apply([](const Vector<double>& h, const Vector<double>& c) { return make_objective(Quadratic(h, c)); },
                      entries(d, positive(2, -2, 2)), entries(d, dyadic(4, 1)));
  });
  return gen::mapcat(bowl, [=](const ObjectivePtr& J) { return descent_on(J, most_steps); });
}

Gen<step_tuned_sgd::ParametersInstance> tuning_parameters() {
  const auto make = [](int beta, int m, int M, double gamma, int k) {
    return step_tuned_sgd::ParametersInstance{beta / 8.0, m / 16.0, M / 16.0, gamma, k};
  };
  return gen::apply(make, gen::inRange(0, 8), gen::inRange(1, 17), gen::inRange(16, 64), positive(3, -6, 6),
                    gen::inRange(0, 7));
}

Gen<TunedInstance> run_on_parabola() {
  const auto make = [](double h, const std::vector<int>& sixteenths, double theta0) {
    TunedInstance instance{FiniteSum({make_objective(Quadratic(at(h), at(0)))}), at(theta0), {}, {}, 2, 0, 0.125, 8};
    for (const int share : sixteenths) {
      instance.rates.push_back(share / 16.0);
      instance.batches.push_back({0});
    }
    return instance;
  };
  return gen::mapcat(gen::inRange(2, 5), [=](int n) {
    return gen::apply(make, positive(2, -3, 1), gen::container<std::vector<int>>(std::size_t(n), gen::inRange(1, 65)),
                      positive(3, -3, 3));
  });
}

namespace {

using step_tuned_sgd_rate::RateInstance;

Gen<FiniteSum> sum_of(const Gen<ObjectivePtr>& term, int lowest, int highest) {
  return gen::mapcat(gen::inRange(lowest, highest + 1), [=](int n) {
    return gen::map(gen::container<std::vector<ObjectivePtr>>(std::size_t(n), term),
                    [](const std::vector<ObjectivePtr>& terms) { return FiniteSum(terms); });
  });
}

Gen<FiniteSum> bowls() {
  return gen::mapcat(gen::inRange(1, 3), [](int d) {
    const auto make = [](const std::vector<int>& quarters, const Vector<double>& centre) {
      return make_objective(Quadratic(to_vector(std::vector<double>(quarters.begin(), quarters.end())) / 4, centre));
    };
    const Gen<std::vector<int>> quarters = gen::container<std::vector<int>>(std::size_t(d), gen::inRange(0, 9));
    return sum_of(gen::apply(make, quarters, entries(d, dyadic(3, 1))), 1, 3);
  });
}

Gen<FiniteSum> robust_losses() {
  const auto make = [](double weight, double centre) { return make_objective(GemanMcClure(at(weight), at(centre))); };
  return sum_of(gen::apply(make, positive(1, -2, 1), dyadic(3, 1)), 2, 2);
}

/// Sixteenths.
struct Tuning {
  int m, M, beta;
  double nu;
};

Gen<Tuning> tuning() {
  return gen::apply(
      [](int m, int M, int beta, double nu) {
        return Tuning{m, M, beta, nu};
      },
      gen::inRange(8, 17), gen::inRange(16, 33), gen::inRange(0, 16), positive(2, -1, 2));
}

RateInstance rate_instance(const FiniteSum& f, const Vector<double>& theta0, std::vector<int> sixteenths, int b,
                           double delta, const Tuning& tuning, bool with_rates) {
  std::ranges::sort(sixteenths, std::greater{});
  RateInstance result{f, theta0, int(sixteenths.size()), 1 + b % f.size(), sixteenths.front() / 16.0, delta};
  if (with_rates)
    for (const int share : sixteenths) result.rates.push_back(share / 16.0);
  result.nu = tuning.nu;
  result.beta = tuning.beta / 16.0;
  result.m = tuning.m / 16.0;
  result.M = tuning.M / 16.0;
  return result;
}

Gen<RateInstance> rates_on(const Gen<FiniteSum>& sums, int most_steps, bool with_rates) {
  return gen::mapcat(gen::pair(sums, gen::inRange(1, most_steps + 1)), [=](const std::pair<FiniteSum, int>& drawn) {
    const auto make = [f = drawn.first, with_rates](const Vector<double>& theta0, const std::vector<int>& sixteenths,
                                                    int b, int delta, const Tuning& tuning) {
      return rate_instance(f, theta0, sixteenths, b, delta / 16.0, tuning, with_rates);
    };
    return gen::apply(make, entries(drawn.first.dimension(), dyadic(4, 2)),
                      gen::container<std::vector<int>>(std::size_t(drawn.second), gen::inRange(1, 17)),
                      gen::inRange(0, 3), gen::inRange(1, 8), tuning());
  });
}

}  // namespace

Gen<RateInstance> rate_run(bool with_rates) {
  const Gen<RateInstance> nearest = gen::apply(
      [=](double theta0, int sixteenths) {
        RateInstance result = step_tuned_sgd_rate::parabola(theta0, {sixteenths / 16.0});
        result.alpha = sixteenths / 16.0;
        if (!with_rates) result.rates.clear();
        return result;
      },
      positive(3, -2, 3), gen::inRange(1, 17));
  return gen::weightedOneOf<RateInstance>(
      {{4, rates_on(bowls(), 3, with_rates)}, {1, rates_on(robust_losses(), 2, with_rates)}, {1, nearest}});
}

namespace {

/// One robust loss of the weight 2ᵉ, from where it is steepest to within 1/64 of its width, with two equal rates and
/// γ = 1.
RateInstance from_steepest(int e, int share, int offset) {
  const double weight = std::exp2(e), rate = share / 16.0 / weight;
  RateInstance result{FiniteSum({make_objective(GemanMcClure(at(weight), at(0)))}), at((36 + offset) / 64.0), 2};
  result.rates = {rate, rate};
  result.m = result.M = 1;
  return result;
}

RateInstance with_global_constants(RateInstance instance) {
  double weight = 0;
  for (const ObjectivePtr& term : instance.f.terms()) weight = std::max(weight, term->curvature().upper / 2);
  instance.claimed_L = 2 * weight;
  instance.claimed_C22 = 27 * weight * weight / 64;
  return instance;
}

}  // namespace

Gen<RateInstance> lipschitz_rate_run() {
  const Gen<RateInstance> steepest =
      gen::apply(from_steepest, gen::inRange(-2, 3), gen::inRange(4, 8), gen::inRange(0, 3));
  return gen::map(gen::oneOf(rates_on(robust_losses(), 2, true), steepest), with_global_constants);
}

}  // namespace verigrad::generate
