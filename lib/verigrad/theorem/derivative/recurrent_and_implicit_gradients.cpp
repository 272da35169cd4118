#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
namespace {

std::vector<Erratum> errata_before_fixed_points() {
  return {
      {.key = "adjoint at time 0",
       .place = "Section 14.3.7, after (14.29)",
       .printed = "ż(t) = −[∂ₓu]ᵀz(t) with z(0) = ∇ₓL(x_t, θ)",
       .corrected = "ż(t) = −[∂ₓu]ᵀz(t) with z(T) = ∇ₓL(x(T), θ)",
       .remark = "z(t) is the gradient with respect to x(t) by section 14.3.6, so that ∇ₓL(x(T), θ) is its value at "
                 "T; the text itself calls the equation backward. u = (θ₁, θ₂x₁²), x(0) = 0, θ = (1, 1), T = 1, L = "
                 "x₂: ∂f/∂θ₁ = 2/3, as printed −1/3"},
      {.key = "integrand",
       .place = "(14.29)",
       .printed = "∇θf(θ) = ∇θL(x(T), θ) + ∫ [∂θf(x(t), θ)]ᵀz(t)dt",
       .corrected = "∇θf(θ) = ∇θL(x(T), θ) + ∫ [∂θu(x(t), θ)]ᵀz(t)dt",
       .remark = "f is the loss, a number and a function of θ alone: its derivative does not multiply a z with n "
                 "entries. Where n = 1 it does, and is false: u = θ, x(0) = 0, T = 2, L = x have z = 1 and ∇f = 2, as "
                 "printed ∫ 2 dt = 4. The same formula in section 14.3.6 has u"},
      {.key = "weight sizes",
       .place = "Section 14.3.7, residual recurrent networks",
       .printed = "h(x, θ) = x + W₂ᵀρ(W₁x), θ = (W₁, W₂) ∈ (ℝⁿˣᑫ)²",
       .corrected = "θ ∈ (ℝᑫˣⁿ)²",
       .remark = "the text's matrices have as many columns as what they multiply has entries, (14.24). n = 1, q = "
                 "2: W₁ would have 2 columns and x one entry"}};
}

std::vector<Erratum> errata_on_implicit_gradients() {
  return {
      {.key = "Jacobian of the fixed point",
       .place = "Section 14.3.7, after (14.30)",
       .printed = "∂x*(θ) = −(∂h/∂x)⁻¹ ∂h/∂θ for x* = h(x*, θ)",
       .corrected = "∂x*(θ) = (Id − ∂h/∂x)⁻¹ ∂h/∂θ",
       .remark = "the implicit function theorem is for h(x*, θ) = 0, which is not how the text defines x*. h = x/2 + "
                 "θ: x* = 2θ has the derivative 2, as printed −2"},
      {.key = "h = ∇E",
       .place = "Section 14.3.7, argmin layers",
       .printed = "using formula (14.30) in this case where h = ∇E",
       .corrected = "using formula (14.30) where h = x − τ∇E, (14.31); the gradient that follows is right",
       .remark = "a minimiser is a zero of ∇E and no fixed point of it: this undoes the preceding error. E = |x|² − "
                 "⟨x, θ⟩, L = ½|x|²: ∇f* = θ/4, with h = ∇E in the corrected Jacobian θ/2"},
      {.key = "gradient step as field",
       .place = "Section 14.3.7, after (14.31)",
       .printed = "xₖ₊₁ = xₖ − τ∇E(xₖ, θ) has the form (14.25), x + τu, with u = ∇E",
       .corrected = "u = −∇E",
       .remark = "E = ½x², x = 1, τ = 1/2: (14.31) goes to 1/2, (14.25) to 3/2"}};
}

std::vector<Erratum> errata_on_sinkhorn() {
  return {
      {.key = "updates at once",
       .place = "Section 14.3.7, Sinkhorn's algorithm",
       .printed = "uₖ₊₁ = a/(Kvₖ) and vₖ₊₁ = b/(Kᵀuₖ)",
       .corrected = "uₖ₊₁ = a/(Kvₖ) and vₖ₊₁ = b/(Kᵀuₖ₊₁)",
       .remark = "no slip of an index: h(x, θ) = θ/(𝒦x) repeats it. Not the alternation that the text announces: the "
                 "even u and odd v do not know the others. a = b = 1, K = 2: (1, 1), (1/2, 1/2), (1, 1), … for ever; "
                 "in turn, (1/2, 1) has the marginals at once"},
      {.key = "stationary energy",
       .place = "Section 14.3.7, Sinkhorn's algorithm",
       .printed = "E = ⟨a, log u⟩ + ⟨b, log v⟩ − ε⟨Ku, v⟩, and ∇ₓE(x*, θ) = 0 at x* = θ/(𝒦x*)",
       .corrected = "E = ⟨a, log u⟩ + ⟨b, log v⟩ − ⟨Kv, u⟩",
       .remark = "its zeros are u = a/(εKv). a = b = K = 1, ε = 1/2, x* = (1, 1): ∂E/∂u = 1/2"},
      {.key = "pairing",
       .place = "Section 14.3.7, Sinkhorn's algorithm",
       .printed = "⟨Ku, v⟩ with K ∈ ℝⁿˣᵐ, u ∈ ℝⁿ, v ∈ ℝᵐ",
       .corrected = "⟨Kv, u⟩ = ⟨Kᵀu, v⟩",
       .remark = "the updates have Kv and Kᵀu. n = 1, m = 2: K has 2 columns, u one entry"},
      {.key = "minimiser",
       .place = "Section 14.3.7, Sinkhorn's algorithm",
       .printed = "the iterations are alternate minimisation to find a minimiser of E",
       .corrected = "alternate maximisation to find a maximiser of E: each update increases it",
       .remark = "E is concave in (log u, log v). a = b = K = 1: E(1, 1) = −1, E(2, 1) = log 2 − 2 < −1.3"},
      {.key = "value of transport",
       .place = "Section 14.3.7, Sinkhorn's algorithm",
       .printed = "the distance of optimal transport is approximately f(θ) = ⟨a, log u⟩ + ⟨b, log v⟩ − ε⟨Ku, v⟩",
       .corrected =
           "it is approximately ε(⟨a, log u⟩ + ⟨b, log v⟩ − ⟨Kv, u⟩), to within ε(1 + log nm) at the limit, which "
           "C = 0 attains; checked after 40 steps, to within ε(1 + 2 log nm)",
       .remark = "with K = exp(−C/ε), which the text leaves open. a = b = C = 1: the distance is 1, uv = exp(1/ε), f = "
                 "1/ε − ε, at ε = 1/4 more than 3; corrected 1 − ε"},
      {.key = "gradient at the limit",
       .place = "Section 14.3.7, last formula",
       .printed = "∇f*(θ) = log x*(θ) for f*(θ) = E(x*(θ), θ) with the printed E",
       .corrected = "the same for the corrected E, along θ′ with Σa′ = Σb′: elsewhere there is no x*",
       .remark = "follows from the energy. a = b = K = 1, ε = 1/2: along a = b, f* = a log a − a/2 has the derivative "
                 "1/2 at 1, ⟨log x*, θ′⟩ = 0. log x* is determined up to multiples of (1, −1)"}};
}

std::vector<Erratum> errata() {
  std::vector<Erratum> all = errata_before_fixed_points();
  for (const auto& more : {errata_on_implicit_gradients(), errata_on_sinkhorn()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

const Statement& statement() {
  static const Statement result{
      .id = "mfds/14.3.7",
      .stem = "recurrent_and_implicit_gradients",
      .title = "Recurrent and residual networks, checkpoints, implicit gradients",
      .source = "MFDS, section 14.3.7",
      .text =
          "∇f of f(θ) = L(x_t, θ), xₖ = h(xₖ₋₁, θ), by (14.28), by the adjoint equation (14.29), with log(t) stored "
          "states, or with none for reversible schemes; of f*(θ) = L(x*(θ), θ) by the implicit function theorem, "
          "(14.30), for argmin layers, by (14.32), and for Sinkhorn's algorithm. Found: recursively in \"(14.24)\" "
          "means "
          "(14.21), and Jacobians similar to \"(14.29)\" those after (14.24); the reversal needs the split only, "
          "nothing "
          "symplectic",
      .hypotheses = {{"smooth", "h, L and E are differentiable, E twice"},
                     {"split", "a field that is reversed is (F(s, θ, t), G(r, θ, t))"},
                     {"regular",
                      "Id − ∂h/∂x, or ∂²E/∂x², is invertible at x*; never at Sinkhorn's limit, whose "
                      "∂h/∂x has the eigenvalues 1 and −1"},
                     {"convergent", "xₖ → x*, where x_t stands for it"},
                     {"masses", "a, b > 0 of equal mass, and K > 0"}},
      .steps = {{"(14.28)", "∇f by (14.28) is that of the tape and of dual numbers, whichever states are stored"},
                {"gradient step", "W₂ = −τW₁ and ρ = ψ′: h(x, θ) = x − τ∇ₓE(x, θ), E = Σ ψ((W₁x)ᵢ)"},
                {"small steps", "(k, kτ) → (∞, t): residual steps tend to ẋ = u(x, θ); for x₂ within Tτ|θ₁θ₂| max|x₁|"},
                {"checkpoints",
                 "log(t) stored values and a log(t) increase of the cost: by bisection at most ⌈log₂ t⌉ + 1 states, x₀ "
                 "and the one in the making among them, and ½t⌈log₂ t⌉ forward steps"},
                {"leapfrog reversed", "sₖ = sₖ₊₁ − τG(rₖ₊₁, θₖ₊₁⸝₂, τ(k + 1/2)), rₖ = rₖ₊₁ − τF(sₖ, θₖ, τk)"},
                {"(14.30)", "∇f*(θ) = [∂x*(θ)]ᵀ∇ₓL(x*(θ), θ) + ∇θL(x*(θ), θ)"},
                {"(14.30), h not affine",
                 "the same for h = (θ₀x₁ + θ₁, θ₂x₂ + θ₀x₁²), whose fixed point is rational in θ"},
                {"x_t for x*",
                 "approximates: off by Bᵀ(Id − A)⁻ᵀ(x_t − x*) for h = Ax + Bθ; the tape through t "
                 "iterations by Bᵀ(Id − A)⁻ᵀ(Aᵀ)ᵗ∇ₓL"},
                {"argmin gradient", "∇f* = −[∂²E/∂x∂θ]ᵀ[∂²E/∂x²]⁻¹∇ₓL + ∇θL, also from the fixed point of x − τ∇E"},
                {"tape through (14.31)",
                 "from x₀, M = Id − τ∂²E/∂x²: ∇⟨l, x_t⟩ = ∇⟨l, x*⟩ − ∇⟨Mᵗl, x*⟩ − τt⟨Mᵗ⁻¹(x₀ − x*), l⟩ in θ₀"},
                {"tape through (14.31) converges",
                 "τ = 1/tr A, A = ∂²E/∂x², q = 1 − det A/(tr A)² < 1: off by at most (2q²ᵗ|∂x*|²|l|² + "
                 "2(τt qᵗ⁻¹|x₀ − x*||l|)²)^½ → 0"},
                {"tape through Sinkhorn's steps",
                 "the tape through t steps from (1, 1) tends to log x*: with κ = (√R − 1)/(√R + 1), R the largest "
                 "KᵢⱼKₖₗ/(KᵢₗKₖⱼ), and d = κ²ᵗ⁻¹ times Hilbert's distance of 1 and v*, "
                 "|⟨∇f_t − log x*, θ′⟩| ≤ t max|θ′/θ| Σa (exp(d) − 1) + d Σ|θ′|; for K of rank 1 equal after one step"},
                {"(14.32)", "L = E: ∇f*(θ) = ∇θL(x*(θ), θ)"},
                {"block form", "h(x, θ) = θ/(𝒦x) is the printed iteration, and x* = h(x*, θ)"},
                {"[∂ₓh]ᵀ", "[∂ₓh(x, θ)]ᵀ = −𝒦ᵀ diag(θ/(𝒦x)²)"},
                {"[∂θh]ᵀ", "[∂θh(x, θ)]ᵀ = diag(1/(𝒦x))"}},
      .errata = errata()};
  return result;
}

}  // namespace verigrad::recurrent_and_implicit_gradients
