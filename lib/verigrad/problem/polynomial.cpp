#include "verigrad/problem/polynomial.hpp"

#include "verigrad/problem/describe.hpp"

namespace verigrad {

Polynomial::Polynomial(Vector<double> coefficients) : coefficients_(std::move(coefficients)) {
  if (coefficients_.size() == 0) throw std::invalid_argument("Polynomial: there are no coefficients; pass a₀ at least");
}

std::string Polynomial::describe() const { return "Σ aⱼxʲ, a = " + in_words(coefficients_); }

Curvature Polynomial::curvature() const {
  if (coefficients_.size() > 3)
    return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  const double twice = coefficients_.size() == 3 ? 2 * coefficients_[2] : 0;
  return {twice, twice};
}

}  // namespace verigrad
