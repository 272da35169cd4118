// For a step size below γ⁻(L) and β, the mapping G of one step of INNA has an invertible Jacobian everywhere. Thesis,
// Theorem 3.12 with (3.21) to (3.24) and its proof in Section 3.7. That a C¹ mapping is a local diffeomorphism where
// its Jacobian is invertible is the inverse function theorem.
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/claim/unknowns.hpp"
#include "verigrad/theorem/inertial_newton/inna_step.hpp"
#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::local_diffeomorphism {

const Statement& statement();

/// 0 < det M_p at one eigenvalue: M₁₂M₂₁ < M₁₁M₂₂.
Form<InnaStep> conclusion();
/// det M_p = 0.
Form<InnaStep> singular();

/// 0 < det M_p for all γ < γ⁻(L), γ < β and λ ≤ L; and for γ < β, λ ≤ L where the root in γ⁻(L) is not real. α has
/// either sign.
Form<Unknowns> general_conclusion();
Form<Unknowns> without_root();
/// For e with ∇²𝒥 e = λe and all (h, k) of an inner-product space, det M_p times ⟨e, h⟩ and ⟨e, k⟩ are combinations of
/// the parts of Jac_G(h, k) along e: with a basis of such e and no det M_p = 0, Jac_G(h, k) = 0 for (h, k) = 0 alone.
Form<Unknowns> in_every_dimension();
/// det M_p = 0 at λ = L and γ = γ⁻(L).
Form<Unknowns> attained();
/// For every γ between β and 2β there are α and L with γ < γ⁻(L) and det M_p = 0 at λ = −L.
Form<Unknowns> beyond_beta();

/// (3.20) with L = max |λ_p|.
bool spectrum_is_admissible(const SpectralInstance& instance);
/// 0 < det M_p for each block of the Jacobian, and det Jac_G is their product.
Form<SpectralInstance> in_all_dimensions();

/// α, β > 0, αβ ≤ 1 and x⁺ < x < y.
bool beyond_interval(const smaller_root::Places& places);

/// The lines and wrong forms: of one step, of the Jacobian's blocks, of the smaller root, and for all values.
Lines<InnaStep> lines();
Lines<SpectralInstance> block_lines();
Lines<smaller_root::Places> root_lines();
Lines<Unknowns> general_lines();

}  // namespace verigrad::local_diffeomorphism
