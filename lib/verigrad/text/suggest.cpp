#include "verigrad/text/suggest.hpp"

#include <algorithm>

namespace verigrad {
namespace {

/// Whether the letters stand in the word in their order, and make up at least half of it.
bool abbreviates(std::string_view letters, std::string_view word) {
  if (2 * letters.size() < word.size()) return false;
  for (const char c : word)
    if (!letters.empty() && letters.front() == c) letters.remove_prefix(1);
  return letters.empty();
}

/// 0 for a word that contains the mistyped one, 1 for one that it abbreviates, else the edit distance.
std::size_t remoteness(std::string_view mistyped, std::string_view word) {
  constexpr std::size_t telling = 3;
  if (mistyped.size() >= telling && word.find(mistyped) != std::string_view::npos) return 0;
  return abbreviates(mistyped, word) ? 1 : edit_distance(mistyped, word);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> distance(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        distance[i][j] = i + j;
        continue;
      }
      const bool same = a[i - 1] == b[j - 1];
      distance[i][j] = std::min({distance[i - 1][j] + 1, distance[i][j - 1] + 1, distance[i - 1][j - 1] + !same});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        distance[i][j] = std::min(distance[i][j], distance[i - 2][j - 2] + 1);
    }
  return distance[a.size()][b.size()];
}

std::vector<std::string> suggestions(std::string_view mistyped, const std::vector<std::string_view>& words) {
  const std::size_t limit = std::max<std::size_t>(2, mistyped.size() / 3);
  // The distance is at least the difference of the lengths, and costs their product.
  const auto possible = [&](std::string_view word) { return mistyped.size() <= word.size() + limit; };
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string_view word : words)
    if (possible(word))
      if (const std::size_t distance = remoteness(mistyped, word); distance <= limit) near.emplace_back(distance, word);
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  constexpr std::size_t most = 3;
  std::vector<std::string> result;
  for (const auto& [distance, word] : near)
    if (result.size() < most) result.push_back(word);
  return result;
}

}  // namespace verigrad
