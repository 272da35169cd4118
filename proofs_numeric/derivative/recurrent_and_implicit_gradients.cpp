// MFDS, section 14.3.7: the false printed forms on the smallest instances, and the forms that replace them.
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/sampling/recurrent.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::recurrent_and_implicit_gradients::proofs_numeric {
namespace {

namespace theorem = recurrent_and_implicit_gradients;

constexpr const char* stem = "recurrent_and_implicit_gradients";

constexpr auto always = [](const auto&) { return true; };

Matrix<double> one_by_one(double entry) { return Matrix<double>::Constant(1, 1, entry); }

ResidualInstance two_neurons(const std::string&) {
  const Matrix<double> w = Matrix<double>::Ones(2, 1);
  return {.w1 = w, .w2 = w, .x0 = vector({1}), .c = vector({0})};
}

/// ẋ₁ = θ₁ = 1 up to T = 2 with L = x₁ for the integrand; else L = x₂, which is cubic in time.
FlowInstance polynomial(const std::string& key) {
  if (key == "integrand")
    return {
        .x0 = vector({0, 0}), .theta = vector({1, 0}), .g = vector({1, 0}), .d = vector({0, 0}), .kappa = 0, .T = 2};
  return {.x0 = vector({0, 0}), .theta = vector({1, 1}), .g = vector({0, 1}), .d = vector({0, 0})};
}

AffineMapInstance half_plus_theta(const std::string&) {
  return {.a = one_by_one(0.5), .b = one_by_one(1), .theta = vector({1}), .x0 = vector({0}), .l = vector({1})};
}

/// E = |x|² − ⟨x, θ⟩ at θ = (1, 0), or ½|x|² at x = (1, 0).
ArgminInstance parabola(const std::string& key) {
  ArgminInstance result{.h = 2 * Matrix<double>::Identity(2, 2),
                        .b = Matrix<double>::Identity(2, 2),
                        .theta = vector({0, 1, 0}),
                        .c = vector({0, 0}),
                        .d = vector({0, 0, 0}),
                        .x = vector({1, 0}),
                        .tau = 0.5};
  if (key == "h = ∇E") return result;
  result.h = Matrix<double>::Identity(2, 2);
  result.b = Matrix<double>::Zero(2, 2);
  return result;
}

KernelInstance ones(const std::string& key) {
  const int m = key == "pairing" ? 2 : 1;
  const Vector<double> x = Vector<double>::Ones(1 + m);
  return {.k = Matrix<double>::Ones(1, m), .x = x, .direction = x, .other = x, .epsilon = 0.5};
}
EnergyInstance ones_with_energy(const std::string& key) {
  EnergyInstance result{ones(key)};
  result.direction = vector({1, 0});
  result.other = vector({2, 1});
  return result;
}

ScalingInstance kernel_of_2(const std::string&) {
  return {.k = one_by_one(2), .a = vector({1}), .b = vector({1}), .t = 3};
}

TransportInstance one_bin(const std::string&) {
  return {.cost = one_by_one(1), .a = vector({1}), .b = vector({1}), .epsilon = 0.25, .t = 1};
}

/// Each false printed form, which is the statement's own, on its smallest counterexample; each corrected form on
/// sampled instances.
template <class Instance>
void add(std::vector<Check>& checks, const theorem::Lines<Instance>& lines,
         Instance (*counterexample)(const std::string&), const rc::Gen<Instance>& instances) {
  for (const Check& erratum : examined_each(stem, Kind::erratum, lines.errata, counterexample)) {
    checks.push_back(erratum);
    checks.push_back(as_conclusion(erratum));
  }
  append(checks, sampled_each(stem, Kind::corrected, instances, always, lines.corrected));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks;
  add(checks, theorem::residual_lines(), two_neurons, generate::residual_network());
  add(checks, theorem::adjoint_lines(), polynomial, generate::polynomial_flow());
  add(checks, theorem::fixed_point_lines(), half_plus_theta, generate::contracting_map());
  add(checks, theorem::argmin_lines(), parabola, generate::argmin_layer());
  add(checks, theorem::kernel_lines(), ones, generate::kernel());
  add(checks, theorem::energy_lines(), ones_with_energy, generate::kernel_with_energy());
  add(checks, theorem::scaling_lines(), kernel_of_2, generate::scaling());
  add(checks, theorem::transport_lines(), one_bin, generate::transport());
  return checks;
}

}  // namespace verigrad::recurrent_and_implicit_gradients::proofs_numeric
