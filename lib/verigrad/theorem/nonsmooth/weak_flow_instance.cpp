#include "verigrad/theorem/nonsmooth/weak_flow_instance.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string WeakFlowInstance::describe() const {
  return fmt::format("J₁ = Σ ({}/2 Wⱼ² − cⱼWⱼ), c = {}, J₂ = Σ λⱼ|Wⱼ|, λ = {}, W₀ = {}, until u = e^(−at) = {}", a,
                     in_words(c), in_words(lambda), in_words(w0), end);
}

}  // namespace verigrad
