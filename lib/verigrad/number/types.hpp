// The number types for which the library's templates are instantiated, once, in its .cpp files.
#pragma once

/// Expands `instantiate(T)` for every number type of the library.
#define VERIGRAD_FOR_EACH_NUMBER(instantiate) \
  instantiate(double) instantiate(Interval) instantiate(Ball) instantiate(Rational) instantiate(Number)
