// Lets templates that ask an Objective for its values over a number type compile over the archetype.
#pragma once

#include "verigrad/number/archetype.hpp"
#include "verigrad/problem/objective.hpp"

namespace verigrad {

template <>
const ObjectiveOver<Archetype>& Objective::over<Archetype>() const;

}  // namespace verigrad
