#include "verigrad/sampling/generators.hpp"

#include <cmath>

#include "verigrad/problem/huber.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/theorem/descent/gradient_descent_rate.hpp"

namespace verigrad::generate {
namespace {

/// A vector with entries −1, 0, 1 of which a power of two are not 0.
Gen<Vector<double>> reflection(Eigen::Index dimension) {
  return gen::map(gen::container<std::vector<int>>(std::size_t(dimension) + 1, up_to(1000)),
                  [dimension](const std::vector<int>& draws) {
                    int nonzero = 1;
                    while (2 * nonzero <= dimension && draws.back() / nonzero % 4 != 0) nonzero *= 2;
                    Vector<double> v = Vector<double>::Zero(dimension);
                    for (int i = 0; i < nonzero; ++i) v[i] = draws[std::size_t(i)] % 2 == 0 ? 1 : -1;
                    for (Eigen::Index i = 0; i < dimension; ++i) std::swap(v[i], v[draws[std::size_t(i)] % dimension]);
                    return v;
                  });
}

Gen<ObjectivePtr> quadratic(Gen<double> eigenvalue, Gen<double> first_eigenvalue) {
  return gen::mapcat(dimension(), [=](int d) {
    return gen::mapcat(up_to(2), [=](int count) {
      return gen::apply(
          [](Vector<double> spectrum, double first, bool all_equal, const std::vector<Vector<double>>& reflections,
             const Vector<double>& centre) {
            spectrum.head(all_equal ? spectrum.size() : 1).setConstant(first);
            return make_objective(Quadratic(spectrum, reflections, centre));
          },
          entries(d, eigenvalue), first_eigenvalue, one_in(16),
          gen::container<std::vector<Vector<double>>>(std::size_t(count), reflection(d)), point(d));
    });
  });
}

}  // namespace

Gen<double> dyadic(int bits, int fraction_bits) {
  return gen::map(gen::tuple(up_to(1 << bits), gen::boolean(), up_to(9)),
                  [fraction_bits](const std::tuple<int, bool, int>& draw) {
                    const auto [size, negative, zero] = draw;
                    if (zero == 9) return 0.0;
                    return std::ldexp(negative ? -size : size, -fraction_bits);
                  });
}

Gen<double> positive(int bits, int lowest_exponent, int highest_exponent) {
  return gen::map(gen::tuple(up_to((1 << bits) - 1), up_to(highest_exponent - lowest_exponent)),
                  [=](const std::tuple<int, int>& draw) {
                    const auto [k, e] = draw;
                    return std::ldexp(k + 1, std::min(highest_exponent, 0) - e + std::max(highest_exponent, 0) - bits);
                  });
}

Gen<Vector<double>> point(Eigen::Index dimension, int bits, int fraction_bits) {
  return entries(dimension, dyadic(bits, fraction_bits));
}

Gen<int> dimension(int highest) {
  return gen::map(gen::tuple(up_to(highest - 1), up_to(highest - 1)),
                  [](const std::tuple<int, int>& draw) { return 1 + std::min(std::get<0>(draw), std::get<1>(draw)); });
}

Gen<ObjectivePtr> convex_quadratic() {
  const auto eigenvalue = gen::map(gen::tuple(positive(), one_in(6)), [](const std::tuple<double, bool>& draw) {
    return std::get<1>(draw) ? 0.0 : std::get<0>(draw);
  });
  return quadratic(eigenvalue, positive());
}

Gen<ObjectivePtr> strongly_convex_quadratic() { return quadratic(positive(), positive()); }

Gen<ObjectivePtr> indefinite_quadratic() {
  return quadratic(dyadic(6, 3), gen::map(positive(), [](double x) { return -x; }));
}

Gen<ObjectivePtr> huber() {
  return gen::mapcat(dimension(), [](int d) {
    return gen::map(gen::tuple(entries(d, positive()), positive(4, -3, 3), point(d)),
                    [](const std::tuple<Vector<double>, double, Vector<double>>& data) {
                      return make_objective(Huber(std::get<0>(data), std::get<1>(data), std::get<2>(data)));
                    });
  });
}

namespace {

/// αL in (0, 2), in 1024ths: anywhere, near 0, near 2, near 1.
Gen<double> relative_step() {
  const auto thousandths = gen::oneOf(
      gen::map(up_to(2046), [](int k) { return k + 1; }), gen::map(up_to(15), [](int k) { return k + 1; }),
      gen::map(up_to(15), [](int k) { return 2047 - k; }), gen::map(up_to(6), [](int k) { return 1021 + k; }));
  return gen::map(thousandths, [](int k) { return std::ldexp(k, -10); });
}

/// A dyadic point, or one at a distance of any order of magnitude from the minimiser, or the minimiser's double, if
/// rationals can decide what is then an equality.
Gen<Vector<double>> start(const ObjectivePtr& f) {
  return gen::map(gen::tuple(point(f->dimension()), up_to(11)),
                  [f](const std::tuple<Vector<double>, int>& draw) -> Vector<double> {
                    const auto& [offset, kind] = draw;
                    if (kind < 6 || !f->has_minimum()) return offset;
                    const Vector<double> x_star = f->over<double>().minimum().x_star;
                    if (kind == 11 && f->rational()) return x_star;
                    return x_star + std::ldexp(1, -2 * (std::min(kind, 10) - 6)) * offset;
                  });
}

}  // namespace

Gen<DescentInstance> slowest_descent(int highest_n) {
  return gen::map(gen::tuple(up_to(30), up_to(highest_n - 1), up_to(1), up_to(10)),
                  [](const std::tuple<int, int, int, int>& draw) {
                    const auto [k, n, parabola, smallness] = draw;
                    const double h = std::ldexp(k + 1, -4);
                    const double scale = std::ldexp(1, -smallness);
                    return parabola ? gradient_descent_rate::parabola_witness(h, n + 1, scale)
                                    : gradient_descent_rate::huber_witness(h, n + 1, scale);
                  });
}

Gen<DescentInstance> descent(int highest_n) {
  return gen::weightedOneOf<DescentInstance>(
      {{7, descent(convex_smooth(), highest_n)}, {1, slowest_descent(highest_n)}});
}

Gen<DescentInstance> descent(Gen<ObjectivePtr> objectives, int highest_n) {
  return gen::mapcat(std::move(objectives), [highest_n](const ObjectivePtr& f) {
    return gen::map(gen::tuple(start(f), relative_step(), up_to(highest_n - 1)),
                    [f](const std::tuple<Vector<double>, double, int>& draw) {
                      const auto& [x0, h, n] = draw;
                      return DescentInstance{f, x0, h / f->curvature().smoothness(), n + 1};
                    });
  });
}

}  // namespace verigrad::generate
