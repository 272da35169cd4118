#include "verigrad/theorem/inertial_newton/din_flow.hpp"

#include <fmt/format.h>

#include "verigrad/flow/affine_flow.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/number/sign.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string DinFlowInstance::describe() const {
  return fmt::format("{}; θ₀ = {}, ψ₀ = {}, t = {}", at.describe(), in_words(theta), in_words(psi), t);
}

DinFlowRun::DinFlowRun(const DinFlowInstance& instance)
    : SpectralRun(instance.at), t(exact(instance.t)), generator(din_matrix(H, alpha, beta)), start(2 * P()) {
  start << exact(instance.theta), exact(instance.psi);
  end = after(t, start);
}

Vector<Number> DinFlowRun::after(const Number& time, const Vector<Number>& state) const {
  return product(matrix_exponential(Matrix<Number>(time * generator)), state);
}

Number DinFlowRun::sigma(int p, int sign) const { return real_part(p) + sign * root(block(p).discriminant()) / 2; }
Number DinFlowRun::omega(int p) const { return root(Number(-block(p).discriminant())) / 2; }
Sign DinFlowRun::sign_of_lambda(int p) const { return sign_of(lambda[p]); }
Sign DinFlowRun::sign_of_discriminant(int p) const { return sign_of(block(p).discriminant()); }

}  // namespace verigrad
