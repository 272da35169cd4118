#include "verigrad/number/root.hpp"

#include <stdexcept>

namespace verigrad {
namespace {

using Integer = boost::multiprecision::mpz_int;

bool is_square(const Integer& a) { return mpz_perfect_square_p(a.backend().data()) != 0; }

}  // namespace

bool is_square(const Rational& a) { return is_square(Integer(numerator(a))) && is_square(Integer(denominator(a))); }

template <>
Rational root(const Rational& a) {
  if (!is_square(a)) throw std::domain_error("root: " + a.str() + " is not the square of a rational; use balls");
  return Rational(sqrt(Integer(numerator(a))), sqrt(Integer(denominator(a))));
}

}  // namespace verigrad
