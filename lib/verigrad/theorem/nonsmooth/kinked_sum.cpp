#include "verigrad/theorem/nonsmooth/kinked_sum.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

Rational height(const KinkedTerm& term, const Vector<double>& theta) {
  return dot<Rational>(exact<Rational>(term.a), exact<Rational>(theta)) - Rational(term.k);
}

Rational slope(const KinkedTerm& term, const Vector<double>& u) {
  return abs(dot<Rational>(exact<Rational>(term.a), exact<Rational>(u)));
}

}  // namespace

int KinkedTerm::side(const Vector<double>& theta) const { return height(*this, theta).sign(); }

std::string KinkedTerm::describe() const {
  return fmt::format("{}/2 ‖θ‖² + ⟨{}, θ⟩ + {}|⟨{}, θ⟩ − {}|", q, in_words(b), s, in_words(a), k);
}

std::string in_words(const KinkedTerms& terms) {
  std::string result;
  for (std::size_t n = 0; n < terms.size(); ++n) result += fmt::format("J{}(θ) = {}, ", n + 1, terms[n].describe());
  return result;
}

double step_between_kinks(const KinkedTerms& terms, const Vector<double>& theta, const Vector<double>& u,
                          const Vector<double>& w) {
  const auto clear = [&](double h) {
    return std::all_of(terms.begin(), terms.end(), [&](const KinkedTerm& term) {
      return term.side(theta) == 0 ||
             2 * Rational(h) * slope(term, u) + 4 * square(Rational(h)) * slope(term, w) < abs(height(term, theta));
    });
  };
  double h = 1;
  while (!clear(h)) h /= 2;
  return h;
}

KinkedTermRun::KinkedTermRun(const KinkedTerm& term)
    : q(exact(term.q)), s(exact(term.s)), k(exact(term.k)), a(exact(term.a)), b(exact(term.b)) {}

Number KinkedTermRun::value(const Vector<Number>& theta) const {
  return frac(1, 2) * q * squared_norm(theta) + dot(b, theta) + s * magnitude<Number>(dot(a, theta) - k);
}

Vector<Number> KinkedTermRun::gradient(const Vector<Number>& theta, int side) const {
  return q * theta + b + Number(side) * s * a;
}

}  // namespace verigrad
