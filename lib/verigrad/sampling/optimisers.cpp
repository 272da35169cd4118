#include "verigrad/sampling/optimisers.hpp"

#include <cmath>

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

/// What every run has, momentum and moments apart.
struct Shape {
  int dimension;
  int n;
};

Gen<Shape> shape(int highest_n) {
  return gen::apply([](int dimension, int n) { return Shape{dimension + 1, n + 1}; }, up_to(2), up_to(highest_n - 1));
}

/// n gradients and a start, as columns.
Gen<OptimiserInstance> along(int highest_n) {
  return gen::mapcat(shape(highest_n), [](const Shape& s) {
    return gen::apply(
        [s](const Matrix<double>& columns, double alpha) {
          OptimiserInstance i{.f = {}, .gradients = {}, .theta0 = columns.col(s.n), .n = s.n, .alpha = alpha};
          for (int k = 0; k < s.n; ++k) i.gradients.push_back(columns.col(k));
          return i;
        },
        table(s.dimension, s.n + 1, dyadic()), positive(4, -4, 2));
  });
}

Gen<OptimiserInstance> on(Gen<ObjectivePtr> objectives, int highest_n) {
  return gen::mapcat(std::move(objectives), [highest_n](const ObjectivePtr& f) {
    return gen::apply(
        [f](const Vector<double>& theta0, double alpha, int steps) {
          return OptimiserInstance{.f = f, .gradients = {}, .theta0 = theta0, .n = steps + 1, .alpha = alpha};
        },
        point(f->dimension()), positive(4, -4, 2), up_to(highest_n - 1));
  });
}

Gen<OptimiserInstance> with_momentum(Gen<OptimiserInstance> runs) {
  return gen::apply(
      [](OptimiserInstance i, int sixteenths, int rest, double m0) {
        i.beta1 = (sixteenths + 1) / 16.0;
        if (rest == 3) i.m0 = m0;
        return i;
      },
      std::move(runs), up_to(14), up_to(3), dyadic(6, 4));
}

Gen<OptimiserInstance> with_moments(Gen<OptimiserInstance> runs, bool from_zero) {
  return gen::apply(
      [from_zero](OptimiserInstance i, int k1, int k2, double epsilon, double v0) {
        i.beta1 = 1 - std::ldexp(1, -1 - k1);
        i.beta2 = 1 - std::ldexp(1, -1 - k2);
        i.epsilon = epsilon;
        i.v0 = from_zero ? 0 : v0;
        i.exact_roots = false;
        return i;
      },
      std::move(runs), up_to(3), up_to(4), positive(3, -4, 2), positive(3, -4, 2));
}

/// A root S after s with S² = b s² + r² g², and that g; all dyadic for s, r and u powers of 2 times dyadics.
struct Step {
  double root, gradient;
};
Step step(double s, double b, double r, double u, double g_at_zero) {
  if (s == 0) return {r * std::abs(g_at_zero), g_at_zero};
  return {s * (u + b / u) / 2, s * (b / u - u) / (2 * r)};
}

struct Squares {
  double b, r;  ///< v⁺ = b v + r² g²
};

/// One parameter: a start root s, the ratio u = 2ᵏ of each step.
Gen<OptimiserInstance> with_squares(const Squares& squares, bool from_zero, int highest_n) {
  const auto factor = gen::map(up_to(3), [](int k) { return std::ldexp(1, 1 - k); });
  return gen::mapcat(up_to(highest_n - 1), [=](int last) {
    const auto n = std::size_t(last) + 1;
    return gen::apply(
        [=](const std::vector<double>& factors, double start, double theta0, double alpha, int k1, double epsilon) {
          OptimiserInstance i{.f = {},
                              .gradients = {},
                              .theta0 = Vector<double>::Constant(1, theta0),
                              .n = int(n),
                              .alpha = alpha,
                              .beta1 = 1 - std::ldexp(1, -1 - k1),
                              .beta2 = squares.b,
                              .epsilon = epsilon};
          double s = from_zero ? 0 : start;
          i.v0 = s * s;
          for (const double u : factors) {
            const Step next = step(s, squares.b, squares.r, u, theta0 < 0 ? -start : start);
            i.gradients.push_back(Vector<double>::Constant(1, next.gradient));
            s = next.root;
          }
          return i;
        },
        gen::container<std::vector<double>>(n, factor), positive(3, -2, 2), dyadic(), positive(4, -4, 2), up_to(3),
        positive(3, -4, 2));
  });
}

}  // namespace

Gen<OptimiserInstance> momentum_along(int highest_n) { return with_momentum(along(highest_n)); }

Gen<OptimiserInstance> momentum_on(Gen<ObjectivePtr> objectives, int highest_n) {
  return with_momentum(on(std::move(objectives), highest_n));
}

Gen<OptimiserInstance> adaptive_along(bool from_zero, int highest_n) {
  return with_moments(along(highest_n), from_zero);
}

Gen<OptimiserInstance> adaptive_on(Gen<ObjectivePtr> objectives, bool from_zero, int highest_n) {
  return with_moments(on(std::move(objectives), highest_n), from_zero);
}

Gen<OptimiserInstance> exact_roots(bool from_zero, int highest_n) {
  return gen::oneOf(with_squares({0.75, 0.5}, from_zero, highest_n),
                    with_squares({0.9375, 0.25}, from_zero, highest_n));
}

Gen<OptimiserInstance> adaptive(bool from_zero) {
  return gen::oneOf(exact_roots(from_zero), adaptive_along(from_zero),
                    adaptive_on(strongly_convex_quadratic(), from_zero, 3));
}

Gen<OptimiserInstance> exact_roots_of_sums(int highest_n) { return with_squares({1, 1}, true, highest_n); }

}  // namespace verigrad::generate

namespace verigrad {
namespace {

/// Momentum runs start from m₀ = 0, where the methods' momenta mean the same; adaptive ones from v₀ > 0.
Gen<OptimiserInstance> runs_for(const OptimiserComparison& c) {
  const auto at_rest = [](OptimiserInstance i) {
    i.m0 = 0;
    return i;
  };
  if (c.instance.beta2 == 0) return gen::map(generate::momentum_along(), at_rest);
  if (c.passed_in) return generate::exact_roots(false);
  return generate::adaptive(false);
}

}  // namespace

std::vector<Check> compared(const std::string& stem) {
  std::vector<Check> checks;
  for (const OptimiserComparison& c : optimiser_comparisons_of(stem)) {
    const CheckId id = check_of(stem, Kind::step, c.key());
    if (c.same())
      checks.push_back(sampled(
          id, runs_for(c), [](const OptimiserInstance&) { return true; }, c.form()));
    else
      checks.push_back(examined(id, c.instance, c.form()));
  }
  return checks;
}

Check without_beta2_at_most_1(const std::string& stem) {
  OptimiserInstance instance = along({1});
  instance.beta2 = 2;
  const auto v_is_not_negative = [](const OptimiserInstance& i, Claims& claims) {
    claims.at_most("0 ≤ v = (1 − β₂)g²", 0, (1 - exact(i.beta2)) * square(exact(i.gradients.front()[0])));
  };
  return examined({stem, Kind::dropped, "without β₂ ≤ 1, v has no root (by formula)", Verdict::fails}, instance,
                  v_is_not_negative);
}

}  // namespace verigrad
