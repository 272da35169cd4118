// The worst case of a fixed-step method from both sides, each with a certificate.
#pragma once

#include "verigrad/rate/solver.hpp"

namespace verigrad::rate {

/// One side's search: at what gap the solver's answer could be rounded, or why it could not.
struct WorstCase {
  Certificate certificate;            ///< holds the sides that could be certified
  Eigen::Index basis = 0;             ///< rows of the program's matrix
  std::size_t constraints = 0;        ///< of the program
  std::vector<std::string> failures;  ///< a line for each answer that could not be rounded
};

/// Bounds in exact rationals on max measure over the setting's functions and starts, after so many steps of the method.
/// Each side has passed the re-check (check_certificate.hpp). Asks the solver for smaller gaps first: where its answer
/// can not be rounded, the next is less near to the optimum and further inside. Throws std::invalid_argument and
/// NotLinear where the question is wrong, SolverError, ProcessStopped. Over quadratic functions no solver is asked.
WorstCase worst_case(const std::string& method, const HyperParameters& hyper, int steps, const Setting& setting,
                     const SolverOptions& options);
/// The same of a certificate's step matrix, whoever answered it; its sides are sought anew.
WorstCase worst_case(Certificate asked_for, const SolverOptions& options);

}  // namespace verigrad::rate
