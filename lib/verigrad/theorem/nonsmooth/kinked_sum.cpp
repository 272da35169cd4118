#include "verigrad/theorem/nonsmooth/kinked_sum.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
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

template <class T>
KinkedTermOver<T>::KinkedTermOver(const KinkedTerm& term)
    : q(exact<T>(term.q)), s(exact<T>(term.s)), k(exact<T>(term.k)), a(exact<T>(term.a)), b(exact<T>(term.b)) {}

template <class T>
T KinkedTermOver<T>::value(const Vector<T>& theta) const {
  return frac<T>(1, 2) * q * squared_norm(theta) + dot<T>(b, theta) + s * magnitude<T>(T(dot<T>(a, theta) - k));
}

template <class T>
Vector<T> KinkedTermOver<T>::gradient(const Vector<T>& theta, int side) const {
  return q * theta + b + T(side) * s * a;
}

#define VERIGRAD_INSTANTIATE(T) template struct KinkedTermOver<T>;
VERIGRAD_FOR_EACH_NUMBER(VERIGRAD_INSTANTIATE)
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
