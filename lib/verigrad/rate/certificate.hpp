// Certificate: the bounds on a worst case with all that it takes to check them, as text that a person can read.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "verigrad/rate/fixed_step_method.hpp"
#include "verigrad/rate/setting.hpp"

namespace verigrad::rate {

/// An inequality that holds for every function of a class, for every start or by definition of the measure. Points are
/// numbered 0 … N, and N + 1 is x*.
struct Inequality {
  enum class Kind {
    pair,     ///< values, gradients and points i and j are of one function: what f(x_i) exceeds f(x_j) by
    start,    ///< the start's bound
    bounded,  ///< M² − ‖g_i‖² ≥ 0
    best      ///< the measured quantity at i is no less than the measure
  };
  Kind kind = Kind::pair;
  int i = 0, j = 0;
};

/// An interpolation inequality with its weight, ≥ 0.
struct Multiplier {
  Inequality of;
  Rational value;
};

/// Multipliers whose sum of inequalities leaves a positive semidefinite form: measure ≤ bound.
struct UpperBound {
  Rational bound;
  std::vector<Multiplier> multipliers;
};

/// A function of the class, by its values at x_0 … x_N above f* and the inner products of x_0 − x*, g_0, …, g_N:
/// measure ≥ bound.
struct LowerBound {
  Rational bound;
  Vector<Rational> values;
  Matrix<Rational> gram;
};

/// A worst case, between its bounds.
struct Certificate {
  std::string method;   ///< a fixed_step_method's name; empty where a program answered the steps
  std::string command;  ///< the program
  HyperParameters hyper;
  int steps = 0;
  Setting setting;
  StepMatrix points;
  std::optional<UpperBound> upper;
  std::optional<LowerBound> lower;
};

/// The text is no certificate; names line and remedy.
struct CertificateError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// As lines of words and fractions; certificate_in reads them.
std::string to_text(const Certificate& certificate);
/// The inverse of to_text. Throws CertificateError.
Certificate certificate_in(const std::string& text);

}  // namespace verigrad::rate
