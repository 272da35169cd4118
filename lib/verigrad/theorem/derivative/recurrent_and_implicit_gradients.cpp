#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

namespace verigrad::recurrent_and_implicit_gradients {
const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.3.7",
       .stem = "recurrent_and_implicit_gradients",
       .title = "Recurrent and residual networks, checkpoints, implicit gradients",
       .source = "MFDS, section 14.3.7",
       .text =
           "∇f of f(θ) = L(x_t, θ), xₖ = h(xₖ₋₁, θ), by (14.28), by the adjoint equation (14.29), with log(t) stored "
           "states, or with none for reversible schemes; of f*(θ) = L(x*(θ), θ) by the implicit function theorem, "
           "(14.30), for argmin layers, by (14.32), and for Sinkhorn's algorithm",
       .found = "the reversal of leapfrog needs the split only",
       .code = {"autodiff/checkpoints.hpp: checkpointed_sweep", "autodiff/leapfrog.hpp: leapfrog_back",
                "algorithm/implicit_gradient.hpp: fixed_point_gradient",
                "algorithm/implicit_gradient.hpp: argmin_gradient", "algorithm/sinkhorn.hpp: Sinkhorn"},
       .hypotheses = {{"smooth", "h, L and E are differentiable, E twice"},
                      {"split", "a field that is reversed is (F(s, θ, t), G(r, θ, t))"},
                      {"regular",
                       "Id − ∂h/∂x, or ∂²E/∂x², is invertible at x*; never at Sinkhorn's limit, whose "
                       "∂h/∂x has the eigenvalues 1 and −1"},
                      {"convergent", "xₖ → x*, where x_t stands for it"},
                      {"masses", "a, b > 0 of equal mass, and K > 0"}},
       .errata = {{.key = "references",
                   .place = "Section 14.3.7, first sentence, residual networks, leapfrog",
                   .printed = "recursively in (14.24); computed similarly to (14.29); has a symplectic structure",
                   .corrected = "in (14.21); similarly to the Jacobians after (14.24); a structure split in (r, s), as "
                                "nothing symplectic is used",
                   .weight = Weight::notation}}},
      residual_lines(), adjoint_lines(), size_lines(), checkpoint_lines(), leapfrog_lines(), fixed_point_lines(),
      triangular_lines(), approximation_lines(), argmin_lines(), scaling_lines(), taped_lines(), envelope_lines(),
      kernel_lines(), maximum_lines(), transport_lines(), limit_lines());
  return result;
}

}  // namespace verigrad::recurrent_and_implicit_gradients
