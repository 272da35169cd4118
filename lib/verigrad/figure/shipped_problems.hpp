// The models on shipped tables that figures run on: terms to step along, and proven upper bounds of f(x) − f*.
#pragma once

#include <filesystem>

#include "verigrad/figure/epochs.hpp"
#include "verigrad/problem/linear_terms.hpp"
#include "verigrad/problem/softmax_regression.hpp"

namespace verigrad {

/// A model on a shipped table.
template <class Terms>
struct ShippedProblem {
  Terms terms;
  Gap gap;
  double L;             ///< of f
  double f_star_width;  ///< how wide f* is enclosed
  Vector<double> zero() const { return Vector<double>::Zero(terms.dimension()); }
};

/// On the breast-cancer table, standardised, with intercept and ridge 1/N: classes ±1 by logistic loss or by squares.
ShippedProblem<LinearTerms> breast_cancer(const std::filesystem::path& data, LinearTerms::Loss loss);

/// Softmax regression on the digits, pixels over 16, with intercept and ridge 1/128.
ShippedProblem<SoftmaxRegression> digits(const std::filesystem::path& data);

}  // namespace verigrad
