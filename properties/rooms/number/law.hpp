// A law of arithmetic as a test: RapidCheck draws, a fixed seed reproduces, and a failing law fails the test.
#pragma once

#include <functional>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "verigrad/sampling/gen.hpp"

namespace verigrad {

/// What the law that now runs draws from, and the words for what it drew.
struct LawDraws {
  Choices& choices;
  std::ostringstream words;

  /// Throws std::logic_error outside a law.
  static LawDraws& current();
};

/// One draw, within a law.
template <class T>
T operator*(const Gen<T>& gen) {
  LawDraws& draws = LawDraws::current();
  T value = gen(draws.choices);
  draws.words << "  " << rc::toString(value) << '\n';
  return value;
}

/// Draws cases_per_setting · VERIGRAD_CASES cases of `law`, which has RC_ASSERTs, from VERIGRAD_SEED mixed with its
/// name. Anything but success fails the test and prints the seed and the smallest counterexample.
void expect_law(const std::string& name, const std::function<void()>& law, int cases_per_setting = 10);

}  // namespace verigrad
