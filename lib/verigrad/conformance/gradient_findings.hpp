// What was found of a foreign program's gradient, point by point.
#pragma once

#include <string>
#include <vector>

#include "verigrad/conformance/gradient_program.hpp"
#include "verigrad/gradient/check_gradient.hpp"

namespace verigrad {

/// At one point.
struct PointFinding {
  Vector<double> x;
  double value = 0;
  GradientReport gradient;
  std::vector<GradientReport> products = {};  ///< of the Hessian with directions
  std::string other_value = {};               ///< that the value is another one when the gradient is asked with it
  long evaluations = 0;
  double seconds = 0;

  Verdict verdict() const;
  /// A line in sum, and one for whatever does not hold.
  std::string describe() const;
};

/// All that was found of one program.
struct GradientFindings {
  std::string command;
  NumberFormat format;
  std::size_t planned = 0;  ///< points
  std::vector<PointFinding> points = {};

  Verdict verdict() const;
};

/// Judges the gradient at x, and the products of the Hessian if the program gives them: entry by entry up to 64 of
/// them, along directions beyond. Throws std::invalid_argument when f is not finite at x, and as GradientProgram does.
PointFinding judge_at(GradientProgram& program, const Vector<double>& x);

/// k = 0, 1, …: a pseudo-random point with entries in (−1, 1), the same for the same seed.
Vector<double> generated_point(Eigen::Index dimension, std::uint64_t seed, int k);

/// The findings as indented JSON that ends in a newline. The shape is docs/gradient.schema.json.
std::string to_json(const GradientFindings& findings);

}  // namespace verigrad
