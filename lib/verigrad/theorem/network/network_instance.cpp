#include "verigrad/theorem/network/network_instance.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {

std::string NetworkInstance::describe() const {
  std::string words =
      fmt::format("{}; {}, θ {}, X {}", network.describe(), name(loss), in_words(theta), in_words(inputs));
  if (!labels.empty()) words += fmt::format(", labels ({})", fmt::join(labels, ", "));
  if (targets.size() > 0) words += fmt::format(", targets {}", in_words(targets));
  return words;
}

}  // namespace verigrad
