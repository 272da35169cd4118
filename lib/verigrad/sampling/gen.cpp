#include "verigrad/sampling/gen.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace verigrad {

Choices Choices::drawn(std::uint64_t seed) {
  Choices choices;
  choices.state_ = seed;
  return choices;
}

Choices Choices::replayed(Record record) {
  Choices choices;
  choices.replays_ = true;
  choices.record_ = std::move(record);
  return choices;
}

std::uint64_t Choices::up_to(std::uint64_t highest) {
  const std::uint64_t value = replays_ ? std::min(recorded(), highest) : fresh_up_to(highest);
  taken_.push_back({Step::choice, value});
  return value;
}

std::uint64_t Choices::recorded() { return lacking_ == 0 && at(Step::choice) ? record_[place_++].value : 0; }

void Choices::begin_group() {
  taken_.push_back({Step::begin});
  if (lacking_ == 0)
    while (at(Step::choice)) ++place_;
  if (lacking_ > 0 || !at(Step::begin))
    ++lacking_;
  else
    ++place_;
}

/// Passes over what was not taken of the group.
void Choices::end_group() {
  taken_.push_back({Step::end});
  if (lacking_ > 0) {
    --lacking_;
    return;
  }
  for (int open = 1; open > 0 && place_ < record_.size(); ++place_) {
    open += at(Step::begin);
    open -= at(Step::end);
  }
}

/// Bits that do not fill a whole number of ranges are drawn again: else the first choices would be more frequent.
std::uint64_t Choices::fresh_up_to(std::uint64_t highest) {
  constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
  if (highest == all) return fresh_bits();
  const std::uint64_t range = highest + 1, whole = all / range * range;
  while (true)
    if (const std::uint64_t bits = fresh_bits(); bits < whole) return bits % range;
}

/// splitmix64 (Steele, Lea and Flood 2014).
std::uint64_t Choices::fresh_bits() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

namespace gen {
namespace detail {

std::size_t weighted(Choices& choices, const std::vector<int>& weights) {
  const int sum = std::accumulate(weights.begin(), weights.end(), 0);
  auto left = int(choices.up_to(std::uint64_t(sum - 1)));
  std::size_t index = 0;
  while (left >= weights[index]) left -= weights[index++];
  return index;
}

void give_up() { throw std::runtime_error("no draw of " + std::to_string(most_attempts) + " meets the condition"); }

}  // namespace detail

Gen<int> inRange(int min, int max) {
  if (min >= max) throw std::invalid_argument("an empty range: " + std::to_string(min) + " to " + std::to_string(max));
  const auto highest = std::uint64_t(std::int64_t(max) - min - 1);
  return Gen<int>([min, highest](Choices& choices) { return int(min + std::int64_t(choices.up_to(highest))); });
}

Gen<bool> boolean() {
  return Gen<bool>([](Choices& choices) { return choices.up_to(1) == 1; });
}

}  // namespace gen
}  // namespace verigrad
