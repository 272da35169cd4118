#include "verigrad/theorem/inertial_newton/din_linearised.hpp"

#include "verigrad/flow/din.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad {
namespace {

/// A vector that is orthogonal to e, any of them but for a factor.
Vector<Number> across(const Vector<Number>& e, const Vector<Number>& any) {
  return squared_norm(e) * any - dot(e, any) * e;
}

}  // namespace

SpectralInstance in_one_dimension(double lambda, double alpha, double beta) { return {at(lambda), {}, alpha, beta}; }

Matrix<Number> din_matrix(const Matrix<Number>& H, const Number& alpha, const Number& beta) {
  const Eigen::Index P = H.rows();
  Matrix<Number> result(2 * P, 2 * P);
  for (Eigen::Index column = 0; column < 2 * P; ++column) {
    Vector<Number> state = Vector<Number>::Constant(2 * P, 0);
    state[column] = 1;
    const Vector<Number> theta = state.head(P);
    const DinState<Number> velocity = din_velocity<Number>({theta, state.tail(P)}, product(H, theta), alpha, beta);
    result.col(column) << velocity.theta, velocity.psi;
  }
  return result;
}

DinAlong::DinAlong(const Unknowns& unknowns, const DinBlock& block, const Number& x, const Number& y)
    : e(unknowns.vector("e")), norm2(squared_norm(e)) {
  const Vector<Number> theta = x * e + across(e, unknowns.vector("θ across")),
                       psi = y * e + across(e, unknowns.vector("ψ across")),
                       gradient = block.lambda * x * e + across(e, unknowns.vector("∇𝒥 across"));
  const DinState<Number> velocity = din_velocity<Number>({theta, psi}, gradient, block.alpha, block.beta);
  velocity_theta = velocity.theta;
  velocity_psi = velocity.psi;
}

}  // namespace verigrad
