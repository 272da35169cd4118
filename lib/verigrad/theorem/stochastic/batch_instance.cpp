#include "verigrad/theorem/stochastic/batch_instance.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

void require_sizes(const char* what, int n, int b) {
  if (b < 1 || b > n) throw std::invalid_argument(fmt::format("{}: b is {} of {}; use 1 to {}", what, b, n, n));
}

}  // namespace

std::string BatchInstance::describe() const {
  return fmt::format("{}; θ = {}, b = {}", f.describe(), in_words(theta), b);
}

bool sizes_fit(const BatchInstance& instance) {
  return instance.b >= 1 && instance.b <= instance.f.size() && instance.theta.size() == instance.f.dimension();
}

std::vector<BatchIndices> all_batches(int n, int b) {
  require_sizes("all_batches", n, b);
  std::vector<bool> chosen(std::size_t(n), false);
  std::fill(chosen.begin(), chosen.begin() + b, true);
  std::vector<BatchIndices> result;
  do {
    BatchIndices batch;
    for (int i = 0; i < n; ++i)
      if (chosen[std::size_t(i)]) batch.push_back(i);
    result.push_back(batch);
  } while (std::prev_permutation(chosen.begin(), chosen.end()));
  return result;
}

std::vector<std::vector<BatchIndices>> all_partitions(int n, int b) {
  require_sizes("all_partitions", n, b);
  std::vector<int> batch_of;
  for (int i = 0; i < n; ++i) batch_of.push_back(i / b);
  std::vector<std::vector<BatchIndices>> result;
  do {
    std::vector<BatchIndices> partition(std::size_t((n + b - 1) / b));
    for (int i = 0; i < n; ++i) partition[std::size_t(batch_of[std::size_t(i)])].push_back(i);
    result.push_back(partition);
  } while (std::next_permutation(batch_of.begin(), batch_of.end()));
  return result;
}

}  // namespace verigrad
