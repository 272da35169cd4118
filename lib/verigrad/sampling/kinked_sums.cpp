#include "verigrad/sampling/kinked_sums.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

using clarke_subdifferential::KinkInstance;
using clarke_subdifferential::SumInstance;

/// A term with its kink through θ, or at the given distance from it.
KinkedTerm through(const Vector<double>& theta, const Vector<double>& a, const Vector<double>& b, double q, double s,
                   double distance) {
  return {q, s, a.dot(theta) + distance, a, b};
}

Gen<double> distance_from_kink() { return gen::oneOf(gen::just(0.0), gen::just(0.0), dyadic(4, 2)); }

Gen<KinkedTerm> term_at(double x) {
  return gen::apply(
      [x](double q, double s, double b, double distance, double a) {
        return through(Vector<double>::Constant(1, x), Vector<double>::Constant(1, a), Vector<double>::Constant(1, b),
                       q, s, distance);
      },
      dyadic(3, 1), dyadic(4, 2), dyadic(4, 2), distance_from_kink(), gen::element(-2.0, -1.0, 1.0));
}

Gen<KinkedTerm> term_along(const Vector<double>& theta, const Vector<double>& u) {
  const Eigen::Index d = theta.size();
  return gen::apply(
      [=](double q, double s, const Vector<double>& a, const Vector<double>& b, double distance, bool off) {
        if (off) return through(theta, a, b, q, s, distance);
        const Vector<double> parallel = u.squaredNorm() * a - a.dot(u) * u;
        return through(theta, parallel, b, q, s, 0);
      },
      dyadic(3, 1), dyadic(4, 2), point(d, 4, 2), point(d, 4, 2), dyadic(4, 2), one_in(3));
}

}  // namespace

Gen<SumInstance> kinked_sum() {
  return gen::mapcat(gen::tuple(dyadic(4, 2), up_to(3)), [](const std::tuple<double, int>& draw) {
    const auto [x, more] = draw;
    return gen::map(gen::container<KinkedTerms>(std::size_t(1 + more), term_at(x)), [x = x](const KinkedTerms& terms) {
      return SumInstance{terms, x};
    });
  });
}

Gen<SumInstance> convex_kinked_sum() {
  return gen::map(kinked_sum(), [](SumInstance sum) {
    for (KinkedTerm& term : sum.terms) {
      term.q = std::abs(term.q);
      term.s = std::abs(term.s);
    }
    return sum;
  });
}

Gen<SumInstance> smooth_kinked_sum() {
  return gen::map(kinked_sum(), [](SumInstance sum) {
    for (KinkedTerm& term : sum.terms)
      if (term.side(Vector<double>::Constant(1, sum.x)) == 0) term.k += 0.5;
    return sum;
  });
}

Gen<KinkInstance> started_at_kink() {
  return gen::apply(
      [](double s1, double s2, int share, double sign, double alpha, double beta, double gamma, int more) {
        const double b = std::abs(s1 - s2) + std::min(s1, s2) * (share + 1) / 4.0;
        return KinkInstance{s1, s2, sign * b, alpha, beta, gamma, 1 + more};
      },
      positive(3, -2, 2), positive(3, -2, 2), up_to(7), gen::element(-1.0, 1.0),
      gen::oneOf(gen::just(0.0), positive(3, -2, 2)), positive(3, -2, 2), positive(3, -4, 0), up_to(5));
}

Gen<chain_rule_along_curves::CurveInstance> curve_through() {
  return gen::mapcat(up_to(2), [](int more) {
    const Eigen::Index d = 1 + more;
    return gen::mapcat(gen::tuple(point(d, 3, 1), point(d, 3, 1), point(d, 3, 1), up_to(3)),
                       [](const std::tuple<Vector<double>, Vector<double>, Vector<double>, int>& draw) {
                         const auto& [theta, u, w, terms] = draw;
                         return gen::map(gen::container<KinkedTerms>(std::size_t(1 + terms), term_along(theta, u)),
                                         [theta = theta, u = u, w = w](const KinkedTerms& drawn) {
                                           return chain_rule_along_curves::CurveInstance{drawn, theta, u, w};
                                         });
                       });
  });
}

}  // namespace verigrad::generate
