// What statements allow to be declared of an optimiser.
#pragma once

#include <initializer_list>
#include <string_view>

#include "verigrad/trial/trial.hpp"

namespace verigrad::trial {

/// Throws std::invalid_argument unless each declared hyper-parameter is one of these, and more than 0.
void require_hyper_parameters(std::string_view stem, const Declared& declared,
                              std::initializer_list<std::string_view> names);

}  // namespace verigrad::trial
