// Methods whose every iterate is x₀ less fixed multiples of the gradients so far: found by running them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad::rate {

/// A method's hyper-parameters by name.
using HyperParameters = std::map<std::string, Rational>;

/// Where N steps ask for gradients, and where they end: row k holds x_k − x* in the basis x₀ − x*, g₀, …, g_N. Rows
/// 0 … N − 1 are the points of the gradients g₀ … g_{N−1}; row N is the last iterate, whose gradient is g_N.
using StepMatrix = Matrix<Rational>;

/// A method and how its steps are found.
struct FixedStepMethod {
  std::string name;
  std::string formula;
  std::string step_size;              ///< the hyper-parameter that is its step size
  HyperParameters defaults;           ///< of the others; what has none is not here
  std::vector<std::string> required;  ///< hyper-parameters without a default
  std::vector<std::string> held;      ///< hyper-parameters that the algorithm holds as doubles
  StepMatrix (*run)(const HyperParameters& hyper, int steps);
};

/// Those of algorithm/ that have a rate, by name.
const std::vector<FixedStepMethod>& fixed_step_methods();
/// Throws std::invalid_argument for another name, with the nearest known ones.
const FixedStepMethod& fixed_step_method(const std::string& name);

/// The hyper-parameters with the method's defaults for those that are not given, and the nearest doubles for those that
/// the algorithm holds as such. Throws std::invalid_argument when one is unknown to the method or
/// missing, or the step size is not above 0.
HyperParameters complete(const FixedStepMethod& method, HyperParameters given);

/// The method's step matrix, from N ≥ 1 steps of the algorithm that ships over linear forms in x₀ − x*, g₀, g₁, ….
/// Throws NotLinear when a step is none, std::invalid_argument when it depends on where the origin is.
StepMatrix step_matrix(const FixedStepMethod& method, const HyperParameters& hyper, int steps);

}  // namespace verigrad::rate
