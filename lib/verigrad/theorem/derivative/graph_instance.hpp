// A computational graph at a point: what statements about automatic differentiation speak of.
#pragma once

#include "verigrad/autodiff/graph.hpp"
#include "verigrad/problem/describe.hpp"

namespace verigrad {

/// A graph with its inputs x.
struct GraphInstance {
  Graph graph;
  Vector<double> x;

  bool rational() const { return graph.rational(); }
  std::string describe() const { return graph.describe() + ", x = " + in_words(x); }
};

/// The example of MFDS (14.19), f(x, y) = y log x + √(y log x), at one point.
struct LogRootInstance {
  double x, y;

  bool rational() const { return false; }
  std::string describe() const {
    return "f(x, y) = y log x + √(y log x), (x, y) = " + in_words(Vector<double>{{x, y}});
  }
  /// y log x > 0: every node is differentiable.
  bool inside() const { return (x > 1 && y > 0) || (x > 0 && x < 1 && y < 0); }
};

}  // namespace verigrad
