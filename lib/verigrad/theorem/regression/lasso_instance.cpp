#include "verigrad/theorem/regression/lasso_instance.hpp"

#include <fmt/format.h>

#include "verigrad/algorithm/ridge.hpp"
#include "verigrad/number/exact_solve.hpp"
#include "verigrad/number/linear_solve.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

/// bound · Id − τAᵀA.
Matrix<Rational> gap(const LassoInstance& instance, int bound) {
  Matrix<Rational> h = -exact<Rational>(instance.tau) * gram_matrix<Rational>(instance.lasso.a);
  for (Eigen::Index j = 0; j < h.cols(); ++j) h(j, j) += Rational(bound);
  return h;
}

}  // namespace

std::string LassoInstance::describe() const {
  return fmt::format("{}, τ = {}, x = {}, other {}, n = {}{}", lasso.describe(), tau, in_words(x), in_words(other), n,
                     x_star ? ", x* = " + in_words(*x_star) : "");
}

bool LassoInstance::step_is_at_most(int bound) const { return positive_semidefinite(gap(*this, bound)); }

bool LassoInstance::step_is_below_two() const {
  const Matrix<Rational> h = gap(*this, 2);
  return positive_semidefinite(h) && determinant<Rational>(h) != 0;
}

}  // namespace verigrad
