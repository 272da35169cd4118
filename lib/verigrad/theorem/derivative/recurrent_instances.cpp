#include "verigrad/theorem/derivative/recurrent_instances.hpp"

#include <fmt/format.h>

namespace verigrad {

std::string ResidualInstance::describe() const {
  return fmt::format("W₁ = {}, W₂ = {}, ρ(u) = {}, x₀ = {}, t = {}, c = {}, κ = {}", in_words(w1), in_words(w2),
                     logistic ? "1/(1 + exp(−u))" : "u²", in_words(x0), t, in_words(c), kappa);
}

std::string FlowInstance::describe() const {
  return fmt::format("ẋ = (θ₁, θ₂x₁²), x(0) = {}, θ = {}, T = {}, L = ⟨g, x⟩ + ½κ|x|² + ⟨d, θ⟩, g = {}, κ = {}, d = {}",
                     in_words(x0), in_words(theta), T, in_words(g), kappa, in_words(d));
}

std::string LeapfrogInstance::describe() const {
  return fmt::format("F = θₖMs² + t, G = θₖNr² + t, M = {}, N = {}, r₀ = {}, s₀ = {}, θ = {}, τ = {}", in_words(m),
                     in_words(n), in_words(r0), in_words(s0), in_words(theta), tau);
}

std::string AffineMapInstance::describe() const {
  return fmt::format("h = Ax + Bθ, A = {}, B = {}, θ = {}, x₀ = {}, t = {}, l = {}", in_words(a), in_words(b),
                     in_words(theta), in_words(x0), t, in_words(l));
}

std::string TriangularMapInstance::describe() const {
  return fmt::format("h = (θ₀x₁ + θ₁, θ₂x₂ + θ₀x₁²), θ = {}, t = {}, l = {}", in_words(theta), t, in_words(l));
}

std::string ArgminInstance::describe() const {
  return fmt::format("E = ½⟨Hx, x⟩ + ½θ₀|x|² − ⟨x, B(θ₁, θ₂)⟩, H = {}, B = {}, θ = {}, c = {}, d = {}, x = {}, τ = {}",
                     in_words(h), in_words(b), in_words(theta), in_words(c), in_words(d), in_words(x), tau);
}

std::string KernelInstance::describe() const {
  return fmt::format("K = {}, x* = (u, v) = {}, direction {}, other multipliers {}, ε = {}", in_words(k), in_words(x),
                     in_words(direction), in_words(other), epsilon);
}

std::string ScalingInstance::describe() const {
  return fmt::format("K = {}, a = {}, b = {}, t = {}", in_words(k), in_words(a), in_words(b), t);
}

std::string TransportInstance::describe() const {
  return fmt::format("C = {}, a = {}, b = {}, ε = {}, t = {}", in_words(cost), in_words(a), in_words(b), epsilon, t);
}

}  // namespace verigrad
