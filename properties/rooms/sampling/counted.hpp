// How often a generator draws what is asked for.
#pragma once

#include <algorithm>

#include <gtest/gtest.h>

#include "properties/rooms/drawn.hpp"

namespace verigrad {

inline constexpr int many_draws = 400;

/// The share, in percent, of many draws that meet the condition.
template <class T, class Condition>
double percent(const Gen<T>& generator, Condition condition) {
  const std::vector<T> draws = drawn(generator, many_draws);
  return 100.0 * double(std::count_if(draws.begin(), draws.end(), condition)) / many_draws;
}

/// Every one of many draws meets the condition.
template <class T, class Condition>
void expect_always(const Gen<T>& generator, Condition condition) {
  for (const T& instance : drawn(generator, many_draws)) EXPECT_TRUE(condition(instance)) << instance.describe();
}

}  // namespace verigrad
