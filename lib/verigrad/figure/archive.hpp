// Numbers of a state as bytes, bit by bit: the function that says their order serves writing and reading.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "verigrad/number/eigen.hpp"

namespace verigrad {

/// A number whose bytes are written as they are.
template <class T>
concept Plain = std::integral<T> || std::floating_point<T>;

/// Bytes of this machine's order. Made without bytes it writes what it is given, made of bytes it reads into it.
class Archive {
public:
  Archive() = default;
  explicit Archive(std::string bytes) : bytes_(std::move(bytes)), reads_(true) {}

  bool reads() const { return reads_; }
  const std::string& bytes() const { return bytes_; }

  /// Each throws std::invalid_argument when the bytes end before.
  template <Plain T>
  void operator()(T& number) {
    numbers(&number, 1);
  }
  void operator()(Vector<double>& x) {
    x.resize(Eigen::Index(size(std::uint64_t(x.size()))));
    numbers(x.data(), std::size_t(x.size()));
  }
  void operator()(std::vector<double>& x) {
    x.resize(size(x.size()));
    numbers(x.data(), x.size());
  }

private:
  /// Of a sequence of doubles: none is made longer than the bytes that are left.
  std::size_t size(std::uint64_t count) {
    (*this)(count);
    if (reads_ && count > (bytes_.size() - read_) / sizeof(double)) end_too_early();
    return std::size_t(count);
  }
  template <Plain T>
  void numbers(T* first, std::size_t count) {
    const std::size_t length = count * sizeof(T);
    if (count == 0) return;
    if (!reads_) {
      bytes_.append(reinterpret_cast<const char*>(first), length);
      return;
    }
    if (length > bytes_.size() - read_) end_too_early();
    std::memcpy(first, bytes_.data() + read_, length);
    read_ += length;
  }
  [[noreturn]] static void end_too_early() {
    throw std::invalid_argument("saved numbers end too early; remove their file");
  }

  std::string bytes_;
  std::size_t read_ = 0;
  bool reads_ = false;
};

}  // namespace verigrad
