#include "verigrad/theorem/stochastic/finite_sum_instance.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string FiniteSumInstance::describe() const {
  return fmt::format("f = {}; x₀ = {}, τ = ({})", f.describe(), in_words(x0), fmt::join(tau, ", "));
}

double FiniteSumInstance::largest_L() const {
  double largest = 0;
  for (const ObjectivePtr& term : f.terms()) largest = std::max(largest, term->curvature().smoothness());
  return largest;
}

bool FiniteSumInstance::convex() const {
  return f.has_minimum() && std::all_of(f.terms().begin(), f.terms().end(), [](const ObjectivePtr& term) {
           return term->curvature().convex() && term->curvature().smooth();
         });
}

}  // namespace verigrad
