// A packaged solver of semidefinite programs, CSDP, as a process of its own. What it answers is not trusted.
// B. Borchers, CSDP, a C library for semidefinite programming (1999).
#pragma once

#include "verigrad/rate/program.hpp"

namespace verigrad::rate {

/// The solver is missing, or did not answer; says what to do.
struct SolverError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// How long the solver may take, and how it is started.
struct SolverOptions {
  double time_limit = 600;   ///< seconds
  int stop_descriptor = -1;  ///< can be read when the solver is to be ended
  std::string command = "csdp";
};

/// A point near the optimum, inside of all cones where `gap` leaves room: inner products, numbers, multipliers.
struct Approximation {
  Matrix<double> gram;
  Vector<double> values;
  Vector<double> multipliers;  ///< one a constraint
};

/// Solves to the relative gap, from outside: the smaller it is, the nearer to the cones' faces. Throws SolverError, and
/// ProcessStopped when it was stopped.
Approximation solve(const Program& program, double gap, const SolverOptions& options);

}  // namespace verigrad::rate
