// What shows, beside the counterexample, that a printed line is false: such as that it fails at every scale.
#pragma once

#include "verigrad/check/examine.hpp"

namespace verigrad {

/// The check of the line's erratum, under its key and the form's, that the form holds on the line's counterexample.
template <class Instance>
Check shown_besides(const std::string& stem, const FalseLine<Instance>& line, const Form<Instance>& form) {
  return examined({stem, Kind::erratum, line.words.key + ", " + form.key}, line.counterexample, form);
}

}  // namespace verigrad
