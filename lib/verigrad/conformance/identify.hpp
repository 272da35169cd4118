// What a recorded run computes, by name, and where it departs from what it was declared to be.
#pragma once

#include "verigrad/conformance/laws.hpp"
#include "verigrad/conformance/methods.hpp"
#include "verigrad/conformance/replay.hpp"

namespace verigrad::conformance {

/// What can be told of a run.
enum class Telling {
  as_declared,  ///< every recorded entry is one that the declared definition can give
  dialect,      ///< another definition that is in use gives them all
  mistake,      ///< a definition with a mistake gives them all
  none,         ///< no definition does
  undecided,    ///< several definitions do, or one whose enclosures are not finite
  not_finite,   ///< a parameter is NaN or infinite
};

/// The word for it, as reports have it.
std::string_view name(Telling outcome);

/// Where two dialects part on the probe.
struct Parting {
  int step;
  std::size_t tensor;
  double first, second;
};

/// A dialect with what it says of the trace.
struct Candidate {
  Dialect dialect;
  Description description;
  Replay replay;
};

/// A dialect that fits as well as the one that is named.
struct Alternative {
  Candidate candidate;
  std::optional<Parting> parting;  ///< from the named one; none: the same function as far as the probe reaches
};

/// What a run was told to be, and how that was found.
struct Identification {
  Telling outcome = Telling::none;
  std::optional<Candidate> declared = {};
  std::optional<Candidate> found = {};  ///< what fits best; where none does, the one that goes farthest
  std::vector<Alternative> alternatives = {};
  std::vector<BrokenLaw> broken = {};
  bool single_coefficients = false;  ///< fits only with coefficients kept in float32
  std::optional<Departure> not_finite = {};
  std::size_t tried = 0;
  long steps = 0;  ///< of the trace
};

/// The first place where two dialects part on the probe's gradients, with the head's hyper-parameters, in float64.
std::optional<Parting> parting(const Dialect& a, const Dialect& b, const TraceHead& head);

/// Tries, in this order, and stops where one fits: the declared dialect; those that differ from it in one choice, and
/// the other methods; those in two, and those in one from the other methods. Without a method only the last two.
/// Throws std::invalid_argument when the method needs a hyper-parameter that is not declared.
Identification identify(TraceSource& trace, const Method* declared);
Identification identify(const Trace& trace, const Method* declared);

}  // namespace verigrad::conformance
