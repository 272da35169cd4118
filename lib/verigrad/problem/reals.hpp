// The number types that have exp and log: all but Rational. Objectives that need them are instantiated for these.
#pragma once

#include "verigrad/number/frac.hpp"

/// Expands `instantiate(T)` for every number type with exp and log.
#define VERIGRAD_FOR_EACH_REAL(instantiate) instantiate(double) instantiate(Interval) instantiate(Ball)
