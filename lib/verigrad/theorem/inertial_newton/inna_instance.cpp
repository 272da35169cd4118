#include "verigrad/theorem/inertial_newton/inna_instance.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"
#include "verigrad/problem/kink.hpp"
#include "verigrad/theorem/stochastic/batch_instance.hpp"

namespace verigrad {

std::string InnaInstance::describe() const {
  return fmt::format("terms: {}; θ = {}, ψ = {}, α = {}, β = {}, γ = {}", terms.describe(), in_words(theta),
                     in_words(psi), alpha, beta, gamma);
}

bool inna_parameters(const InnaInstance& instance) {
  return instance.alpha >= 0 && instance.beta > 0 && instance.gamma > 0;
}

std::vector<BatchIndices> nonempty_batches(int N) {
  std::vector<BatchIndices> all;
  for (int b = 1; b <= N; ++b)
    for (BatchIndices& batch : all_batches(N, b)) all.push_back(std::move(batch));
  return all;
}

FiniteSum split_identity(double first_at_zero, double second_at_zero) {
  return FiniteSum({make_objective(Kink(0, 1, first_at_zero)), make_objective(Kink(1, 0, second_at_zero))});
}

}  // namespace verigrad
