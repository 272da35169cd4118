// Simpler choices than those of an instance that fails: how shrinking goes.
#pragma once

#include <bit>
#include <cstddef>
#include <optional>
#include <utility>

#include "verigrad/sampling/gen.hpp"

namespace verigrad {

/// Records that are nowhere more than a given one, and less somewhere: runs of its steps are 0, the whole first, then
/// halves, quarters and so on, from left to right; then single choices are less, by half, a quarter and so on to 1.
class SimplerChoices {
public:
  explicit SimplerChoices(Choices::Record record) : record_(std::move(record)), width_(std::bit_ceil(record_.size())) {}

  /// The next candidate, if there is one.
  std::optional<Choices::Record> next();

  /// From the last candidate, which fails too: first what was not tried yet, then from the beginning. `record` is what
  /// was taken of the candidate.
  SimplerChoices onward(Choices::Record record) const;

private:
  bool is_zero(std::size_t begin, std::size_t end) const;
  bool was_tried(std::size_t run) const;
  std::optional<Choices::Record> next_run();
  std::optional<Choices::Record> next_single();

  Choices::Record record_;
  std::size_t width_;      ///< of the runs, a power of 2; 0 once they are done
  std::size_t place_ = 0;  ///< where the next candidate differs
  int halvings_ = 1;       ///< of the choice that is made less
  bool again_ = false;     ///< whether to begin anew after the last candidate
};

}  // namespace verigrad
