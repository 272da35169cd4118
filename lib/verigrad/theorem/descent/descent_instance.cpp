#include "verigrad/theorem/descent/descent_instance.hpp"

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string DescentInstance::describe() const {
  std::string words =
      fmt::format("f = {}; L = {}, α = {}, x⁰ = {}, n = {}", f->describe(), L(), alpha, in_words(x0), n);
  if (reference) words += fmt::format(", x* = {}", in_words(*reference));
  if (!recording.empty()) words += fmt::format(", recorded to xⁿ = {}", in_words(recording.back()));
  return words;
}

bool DescentInstance::step_is_admissible() const {
  return alpha > 0 && exact<Rational>(alpha) * exact<Rational>(L()) < 2;
}

}  // namespace verigrad
