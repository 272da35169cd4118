// GradientProgram: a function with its gradient, answered by a foreign program.
#pragma once

#include <string>
#include <vector>

#include "verigrad/conformance/process.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// The numbers that the program computes in.
struct NumberFormat {
  std::string name;  ///< float64, float32, float16 or bfloat16
  int digits;        ///< significant binary ones
};

/// {"start": {}} → {"dimension": n, "dtype": "float32", "points": [[…], …], "samples": m, "hessian_product": true}
/// {"value": {"at": […]}} → {"value": v}
/// {"value_and_gradient": {"at": […]}} → {"value": v, "gradient": […]}
/// {"hessian_product": {"at": […], "direction": […]}} → {"product": […]}
///
/// All of the answer to `start` may be left out. Every function throws ProcessError when the answer lacks something,
/// has another size, or is {"error": "…"}.
class GradientProgram {
public:
  /// What the program answers at a point.
  struct ValueAndGradient {
    double value;
    Vector<double> gradient;
  };

  /// Asks it to start.
  explicit GradientProgram(Process& process);

  Eigen::Index dimension() const { return dimension_; }  ///< 0 where it did not say
  const NumberFormat& format() const { return format_; }
  const std::vector<Vector<double>>& points() const { return points_; }
  int samples() const { return samples_; }
  bool gives_hessian_products() const { return gives_hessian_products_; }
  long evaluations() const { return evaluations_; }  ///< of f, with its gradient or without

  double value(const Vector<double>& at);
  /// f and ∇f at the point, in one request.
  ValueAndGradient value_and_gradient(const Vector<double>& at);
  /// ∇²f(at) times the direction.
  Vector<double> hessian_product(const Vector<double>& at, const Vector<double>& direction);

private:
  Process& process_;
  Eigen::Index dimension_ = 0;
  NumberFormat format_{"float64", 53};
  std::vector<Vector<double>> points_ = {};
  int samples_ = 0;
  bool gives_hessian_products_ = false;
  long evaluations_ = 0;
};

}  // namespace verigrad
