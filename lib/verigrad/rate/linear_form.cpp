#include "verigrad/rate/linear_form.hpp"

namespace verigrad::rate {
namespace {

/// Room for as many coefficients as `size`.
void extend(Vector<Rational>& coefficients, Eigen::Index size) {
  const Eigen::Index had = coefficients.size();
  if (size <= had) return;
  coefficients.conservativeResize(size);
  coefficients.tail(size - had).setConstant(Rational(0));
}

}  // namespace

LinearForm LinearForm::unknown(Eigen::Index k) {
  LinearForm form;
  extend(form.coefficients_, k + 1);
  form.coefficients_[k] = 1;
  return form;
}

Rational LinearForm::coefficient(Eigen::Index k) const {
  return k < coefficients_.size() ? coefficients_[k] : Rational(0);
}

LinearForm& LinearForm::operator+=(const LinearForm& other) {
  extend(coefficients_, other.coefficients_.size());
  constant_ += other.constant_;
  coefficients_.head(other.coefficients_.size()) += other.coefficients_;
  return *this;
}

LinearForm& LinearForm::operator-=(const LinearForm& other) {
  extend(coefficients_, other.coefficients_.size());
  constant_ -= other.constant_;
  coefficients_.head(other.coefficients_.size()) -= other.coefficients_;
  return *this;
}

LinearForm& LinearForm::operator*=(const LinearForm& other) {
  if (!is_number() && !other.is_number())
    throw NotLinear("the method multiplies gradients with each other; only steps that are linear in them have a rate");
  if (is_number()) {
    const Rational factor = constant_;
    *this = other;
    constant_ *= factor;
    coefficients_ *= factor;
  } else {
    constant_ *= other.constant_;
    coefficients_ *= other.constant_;
  }
  return *this;
}

LinearForm& LinearForm::operator/=(const LinearForm& other) {
  if (!other.is_number())
    throw NotLinear("the method divides by gradients; only steps that are linear in them have a rate");
  if (other.constant_ == 0) throw std::domain_error("the method divides by 0; give it other hyper-parameters");
  const Rational factor = Rational(1) / other.constant_;
  constant_ *= factor;
  coefficients_ *= factor;
  return *this;
}

const Rational& LinearForm::number(const LinearForm& form) {
  if (!form.is_number())
    throw NotLinear("the method compares gradients; only steps that are linear in them have a rate");
  return form.constant_;
}

}  // namespace verigrad::rate

namespace verigrad {

template <>
rate::LinearForm exact<rate::LinearForm>(double x) {
  return exact<Rational>(x);
}
template <>
rate::LinearForm frac<rate::LinearForm>(int numerator, int denominator) {
  return frac<Rational>(numerator, denominator);
}

}  // namespace verigrad
