#include "verigrad/theorem/convexity/hessian_bounds_instance.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string HessianBoundsInstance::describe() const {
  std::string words = fmt::format("J = {}; α = {}, β = {}, W₁ = {}, W₂ = {}", J->describe(), alpha(), beta(),
                                  in_words(w1), in_words(w2));
  if (reference) words += fmt::format(", W* = {}", in_words(*reference));
  return words;
}

bool hessian_is_bounded(const HessianBoundsInstance& instance) {
  const Curvature own = instance.J->curvature();
  return instance.alpha() > 0 && own.lower >= instance.alpha() && own.upper <= instance.beta() &&
         std::isfinite(instance.beta());
}

bool extremal_and_bounded(const HessianBoundsInstance& instance) {
  return hessian_is_bounded(instance) && !instance.reference && instance.J->has_minimum();
}

}  // namespace verigrad
