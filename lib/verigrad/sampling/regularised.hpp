// Generators of what the statements about linear models, regularised or not, speak of.
#pragma once

#include "verigrad/sampling/gen.hpp"
#include "verigrad/theorem/regression/iterative_soft_thresholding.hpp"
#include "verigrad/theorem/regression/linear_model_gradient.hpp"
#include "verigrad/theorem/regression/logistic_loss_derivative.hpp"
#include "verigrad/theorem/regression/penalised_least_squares_limit.hpp"
#include "verigrad/theorem/regression/ridge_regression.hpp"
#include "verigrad/theorem/regression/soft_thresholding.hpp"
#include "verigrad/theorem/stochastic/empirical_risk_gradient.hpp"

namespace verigrad::generate {

/// Data, probe and threshold with entries k/4, ties among them; up to `highest_dimension` entries.
Gen<soft_thresholding::ProximalInstance> proximal(int highest_dimension = 5);

/// Tables of up to 4 × 4 small dyadics of any rank, λ = k2ᵉ down to 2⁻⁸.
Gen<ridge_regression::RidgeInstance> ridge();

/// Margins of either sign and 0, labels ±k2ᵉ, increments ±k2ᵉ down to 2⁻²⁰.
Gen<logistic_loss_derivative::LossInstance> logistic_loss();

/// The three losses; increments down to 2⁻¹⁰; for the logistic loss ⟨a, ε⟩ > 0 and y = ±k2ᵉ.
Gen<linear_model_gradient::ModelInstance> linear_model();

/// Least squares and ridge regression on up to 4 × 3 dyadics, and logistic regression on up to 4 × 2 with a ridge, away
/// from equality; increments down to 2⁻⁶.
Gen<empirical_risk_gradient::RiskInstance> risk();

/// LASSOs of up to 5 × 4 with a known minimiser, λ = 0 among them; τ‖A‖² below `highest_step` (1, 2 or more), near it
/// in one draw of three; a start at or around the minimiser; up to 5 iterations.
Gen<LassoInstance> lasso(int highest_step);

/// lasso(1) for FISTA, off the minimiser at the start.
Gen<iterative_soft_thresholding::FistaInstance> fista();

/// Penalised least squares made from its limit: quadratic penalties on tables of up to 3 × 3 of any rank, weighted
/// ℓ¹ penalties on diagonal ones; λ from 2⁻⁸ to 4 and halved up to 6 times.
Gen<penalised_least_squares_limit::LimitInstance> limit();

}  // namespace verigrad::generate
