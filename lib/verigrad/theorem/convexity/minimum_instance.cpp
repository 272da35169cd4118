#include "verigrad/theorem/convexity/minimum_instance.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string MinimumInstance::describe() const {
  std::string words = fmt::format("f = {}; v = {}, τ = {}, x = {}", f->describe(), in_words(v), tau, in_words(x));
  if (reference) words += fmt::format(", x* = {}", in_words(*reference));
  return words;
}

}  // namespace verigrad
