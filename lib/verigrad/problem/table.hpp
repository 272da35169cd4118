// What the models of a table A with right-hand sides have in common: checks, curvature, words.
#pragma once

#include "verigrad/problem/objective.hpp"

namespace verigrad {

/// Throws std::invalid_argument, naming `model`, unless A has rows and columns, b an entry a row, all are finite, and
/// λ ≥ 0 is finite.
void require_table(const std::string& model, const Matrix<double>& a, const Vector<double>& b, double ridge);

/// Proven bounds of the spectrum of scale · AᵀA/N + λI, for a scale that is a power of two; with `from_zero`, of
/// D AᵀA/N + λI for every diagonal D between 0 and scale.
Curvature table_curvature(const Matrix<double>& a, double scale, double ridge, bool from_zero = false);

/// "A = […], b = (…)" for small tables, "569 × 31 table NAME" for large ones.
std::string table_in_words(const std::string& name, const Matrix<double>& a, const std::string& letter,
                           const Vector<double>& b);
/// " + λ‖x‖²/2, λ = …", or nothing for λ = 0.
std::string ridge_in_words(double ridge);

}  // namespace verigrad
