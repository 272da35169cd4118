#include "verigrad/theorem/step_tuned/tuned_instance.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string TunedInstance::describe() const {
  return fmt::format("{}; θ₀ = {}, rates {}, batches {}, ν = {}, β = {}, γ in [{}, {}]", f.describe(), in_words(theta0),
                     fmt::join(rates, ", "), batches, nu, beta, m, M);
}

bool is_tuned_run(const TunedInstance& instance) {
  const auto positive = [](double x) { return x > 0; };
  const auto of_terms = [&](const BatchIndices& batch) {
    return !batch.empty() && std::ranges::all_of(batch, [&](int n) { return n >= 0 && n < instance.f.size(); });
  };
  return instance.theta0.size() == instance.f.dimension() && instance.rates.size() == instance.batches.size() &&
         std::ranges::all_of(instance.rates, positive) && std::ranges::all_of(instance.batches, of_terms) &&
         instance.nu > 0 && instance.m > 0 && instance.m <= instance.M && instance.beta >= 0 && instance.beta < 1;
}

Rational printed_step(const Vector<Rational>& moved, const Vector<Rational>& variation, const Rational& nu) {
  const Rational product = dot<Rational>(variation, moved);
  return product > 0 ? Rational(squared_norm<Rational>(moved) / product) : nu;
}

Rational printed_bounds(const Rational& gamma, const TunedInstance& instance) {
  const Rational m = exact<Rational>(instance.m), M = exact<Rational>(instance.M);
  return std::min(std::max(gamma, m), M);
}

}  // namespace verigrad
