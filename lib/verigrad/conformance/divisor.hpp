// Where ε stands in what a step is divided by.
#pragma once

#include "verigrad/conformance/common_choices.hpp"

namespace verigrad::conformance {

/// The root r and ε in the divisor: r + ε, √(v + ε), and what goes wrong with them.
enum class Epsilon {
  outside,
  inside,
  scaled,
  inside_uncorrected,
  in_state,
  in_state_and_outside,
  subtracted,
  absent,
  larger,
};

/// The options of the choice "place of ε", as many as the enumeration has.
std::vector<Option> places_of_epsilon();

/// The root of the corrected second moment with ε in its place. `correction` is 1 − β₂ᵏ or what stands for it; `rooted`
/// says whether a root is taken at all.
Rounded divisor(Epsilon place, bool rooted, const Rounded& moment, const Rounded& correction, const Rounded& epsilon);

/// What is the same where nothing corrects the moment. `choice` is the family's place of ε; `corrects` says whether a
/// dialect corrects.
template <int choice, bool (*corrects)(const HyperParameters&, const Dialect&) = never>
std::vector<Identity> without_correction() {
  return {{[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<Epsilon>(choice) == Epsilon::scaled && !corrects(hyper, dialect);
           },
           choice, int(Epsilon::outside), "(√v + ε)/√1 = √(v/1) + ε"},
          {[](const HyperParameters& hyper, const Dialect& dialect) {
             return dialect.pick<Epsilon>(choice) == Epsilon::inside_uncorrected && !corrects(hyper, dialect);
           },
           choice, int(Epsilon::inside), "√((v + ε)/1) = √(v/1 + ε)"}};
}

/// Whether the moment itself takes ε up in every step.
inline bool is_in_state(Epsilon place) { return place == Epsilon::in_state || place == Epsilon::in_state_and_outside; }

}  // namespace verigrad::conformance
