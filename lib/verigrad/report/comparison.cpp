#include "verigrad/report/comparison.hpp"

#include <map>
#include <tuple>

namespace verigrad {
namespace {

using Name = std::tuple<std::string, std::string, Kind, std::string, int>;

std::map<Name, const Finding*> by_name(const Report& report) {
  std::map<Name, const Finding*> result;
  for (const Finding& finding : report.findings) {
    Name name{finding.id.statement, finding.data, finding.id.kind, finding.id.name, 0};
    while (!result.emplace(name, &finding).second) ++std::get<int>(name);
  }
  return result;
}

bool passed(const Finding* finding) { return finding->outcome() == Outcome::passed; }

void add(Comparison& comparison, const Change& change, bool drawn_alike) {
  const bool before = passed(change.before), after = passed(change.after);
  if (before && !after) comparison.broken.push_back(change);
  if (!before && after) comparison.mended.push_back(change);
  const bool smaller = change.after->evidence.smallest_margin < change.before->evidence.smallest_margin;
  if (before && after && drawn_alike && smaller) comparison.shrunk.push_back(change);
}

}  // namespace

Comparison compared(const Report& before, const Report& after) {
  Comparison comparison;
  const bool drawn_alike = before.settings.seed == after.settings.seed && before.settings.cases == after.settings.cases;
  auto earlier = by_name(before);
  for (const auto& [name, finding] : by_name(after)) {
    const auto same = earlier.find(name);
    if (same == earlier.end()) {
      comparison.added.push_back(finding);
      continue;
    }
    add(comparison, {same->second, finding}, drawn_alike);
    earlier.erase(same);
  }
  for (const auto& [name, finding] : earlier) comparison.lost.push_back(finding);
  return comparison;
}

}  // namespace verigrad
