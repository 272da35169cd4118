#include "verigrad/sampling/simpler_choices.hpp"

#include <algorithm>

namespace verigrad {

std::optional<Choices::Record> SimplerChoices::next() {
  if (auto candidate = next_run()) return candidate;
  if (auto candidate = next_single()) return candidate;
  if (!again_) return std::nullopt;
  *this = SimplerChoices(record_);
  return next();
}

SimplerChoices SimplerChoices::onward(Choices::Record record) const {
  SimplerChoices result = *this;
  result.record_ = std::move(record);
  result.halvings_ = 1;
  result.again_ = true;
  return result;
}

bool SimplerChoices::is_zero(std::size_t begin, std::size_t end) const {
  const auto step = [this](std::size_t place) {
    return record_.begin() + std::ptrdiff_t(std::min(place, record_.size()));
  };
  return std::all_of(step(begin), step(end), [](const Choices::Step& s) { return s.value == 0; });
}

/// Whether the run is 0 already, or all that is not 0 of the run of twice the width.
bool SimplerChoices::was_tried(std::size_t run) const {
  const std::size_t twice = run - run % (2 * width_);
  return is_zero(run, run + width_) ||
         (width_ < record_.size() && is_zero(twice, run) && is_zero(run + width_, twice + 2 * width_));
}

std::optional<Choices::Record> SimplerChoices::next_run() {
  for (; width_ > 0; width_ /= 2, place_ = 0)
    while (place_ < record_.size()) {
      const std::size_t run = std::exchange(place_, place_ + width_);
      if (was_tried(run)) continue;
      Choices::Record candidate = record_;
      for (std::size_t i = run; i < std::min(place_, record_.size()); ++i) candidate[i].value = 0;
      return candidate;
    }
  return std::nullopt;
}

std::optional<Choices::Record> SimplerChoices::next_single() {
  for (; place_ < record_.size(); ++place_, halvings_ = 1) {
    const std::uint64_t less = halvings_ < 64 ? record_[place_].value >> halvings_ : 0;
    ++halvings_;
    if (less == 0) continue;
    Choices::Record candidate = record_;
    candidate[place_].value -= less;
    return candidate;
  }
  return std::nullopt;
}

}  // namespace verigrad
