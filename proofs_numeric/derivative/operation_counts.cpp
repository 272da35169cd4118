// MFDS, section 14.3.5: the count of one product, the two orders, and the errata on when backward is cheaper.
#include "verigrad/theorem/derivative/operation_counts.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad::operation_counts::proofs_numeric {
namespace {

namespace theorem = operation_counts;

constexpr const char* stem = "operation_counts";

/// Every other chain goes from many inputs to one output.
rc::Gen<theorem::Chain> chains() {
  const auto size = rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1, 7));
  return rc::gen::mapcat(
      rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(3, 7)), [size](std::size_t length) {
        return rc::gen::map(
            rc::gen::pair(rc::gen::container<std::vector<int>>(length, size), rc::gen::arbitrary<bool>()),
            [](const std::pair<std::vector<int>, bool>& draw) {
              theorem::Chain chain{draw.first};
              if (draw.second) {
                chain.n.front() += 6;
                chain.n.back() = 1;
              }
              return chain;
            });
      });
}

constexpr auto always = [](const theorem::Chain&) { return true; };

theorem::Chain counterexample(const std::string& key) {
  if (key == "backward is cheaper") return {{100, 101, 1, 1}};
  return {{1, 2, 1, 1}};
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks = sampled_each(stem, Kind::step, chains(), always, theorem::steps());
  std::vector<Check> errata = examined_each(stem, Kind::erratum, theorem::errata(), counterexample);
  checks.push_back(as_conclusion(errata.front()));
  append(checks, std::move(errata));
  append(checks, sampled_each(stem, Kind::corrected, chains(), always, theorem::corrected()));
  return checks;
}

}  // namespace verigrad::operation_counts::proofs_numeric
