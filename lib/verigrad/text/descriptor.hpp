// Descriptor: an open file, closed when it goes out of scope.
#pragma once

#include <unistd.h>

#include <utility>

namespace verigrad {

/// An open file of the system, closed at the end of its scope.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  /// Returns what close(2) does: 0, or −1 with errno.
  int close() { return is_open() ? ::close(std::exchange(number_, -1)) : 0; }
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

private:
  int number_ = -1;
};

}  // namespace verigrad
