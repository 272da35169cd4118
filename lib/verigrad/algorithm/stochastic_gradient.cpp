#include "verigrad/algorithm/stochastic_gradient.hpp"

#include <fmt/format.h>

namespace verigrad {

std::string in_words(const StepSizes& steps) {
  if (const auto* constant = std::get_if<ConstantStep>(&steps)) return fmt::format("τₖ = {}", constant->tau);
  if (const auto* decaying = std::get_if<DecayingStep>(&steps))
    return fmt::format("τₖ = {}/(1 + k/{})", decaying->tau0, decaying->k0);
  return fmt::format("τₖ = 1/({}(k + 1))", std::get<StronglyConvexStep>(steps).mu);
}

}  // namespace verigrad
