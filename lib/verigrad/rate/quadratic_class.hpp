// Worst cases over quadratic functions, without a solver: of a polynomial in their curvature.
#pragma once

#include "verigrad/rate/certificate.hpp"

namespace verigrad::rate {

/// Coefficients of 1, t, t², ….
using Polynomial = Vector<Rational>;

/// Whether p ≥ 0 on [a, b], by halves of the interval on which no Bernstein coefficient is below 0. False also where
/// that cannot be shown, as at a double root inside.
bool nonnegative_on(const Polynomial& p, const Rational& a, const Rational& b);

/// p_k with x_k − x* = p_k(H)(x₀ − x*) on functions ½⟨x − x*, H(x − x*)⟩: p_k(λ) = 1 + Σ_j m_kj λ p_j(λ), m the step
/// matrix.
std::vector<Polynomial> residuals(const StepMatrix& points);

/// above(λ)/below(λ) is the measure of the run along an eigenvector of the curvature λ from the start's bound; the
/// worst case is its largest value on [μ, L], as a run's measure is a mean of those along its eigenvectors.
struct MeasureOfCurvature {
  Polynomial above, below;
};
/// Of the certificate's steps and measure, from its start's bound: polynomials of degree 2N and one or two more at
/// most.
MeasureOfCurvature measure_of_curvature(const Certificate& certificate);

/// Whether above(λ) ≤ bound · below(λ) on [μ, L].
bool is_bound(const Rational& bound, const MeasureOfCurvature& measure, const Setting& setting);

/// The run of one dimension with the curvature λ from the start's bound: measure ≥ above(λ)/below(λ). λ > 0 where the
/// start is a value.
LowerBound run_of_curvature(const Certificate& certificate, const Rational& lambda);

/// Puts both sides into the certificate: the curvature with the largest measure of a grid, refined, and a bound
/// slightly above it that holds; without one where none does.
void bound_over_quadratics(Certificate& certificate);

}  // namespace verigrad::rate
