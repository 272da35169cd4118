#include "verigrad/report/comparison.hpp"

#include <algorithm>
#include <filesystem>
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
bool is_checked(const Finding* finding) { return finding->outcome() != Outcome::not_checked; }

void add(Comparison& comparison, const Change& change, bool drawn_alike) {
  const bool before = passed(change.before), after = passed(change.after);
  if (before && !after) comparison.broken.push_back(change);
  if (!before && after) comparison.mended.push_back(change);
  const bool smaller = change.after->evidence.smallest_margin < change.before->evidence.smallest_margin;
  if (before && after && drawn_alike && smaller) comparison.shrunk.push_back(change);
}

/// Schema 3 does not say how a file was read.
bool read_alike(const std::string& a, const std::string& b) { return a == b || a.empty() || b.empty(); }

bool same_table(const std::optional<DataOptions>& a, const std::optional<DataOptions>& b) {
  return a && b && read_alike(a->reading, b->reading) && a->checksum == b->checksum && a->target == b->target &&
         a->model == b->model && a->ridge == b->ridge && a->standardise == b->standardise &&
         a->leave_out == b->leave_out;
}

/// The earlier report without what the later one had no part in.
Report within(Report before, const Report& after) {
  const bool tables = same_table(before.data, after.data);
  const auto other_statement = [&](const std::string& stem) {
    return !after.statements.empty() && std::ranges::find(after.statements, stem) == after.statements.end();
  };
  std::erase_if(before.findings, [&](const Finding& finding) {
    return other_statement(finding.id.statement) || (!finding.data.empty() && !tables);
  });
  return before;
}

Setback lost(const Finding* before) {
  return {before->id, before->data, before->outcome(), before->evidence.smallest_margin};
}

Setback setback(const Change& change) {
  Setback result = lost(change.before);
  result.is = change.after->outcome();
  result.margin_is = change.after->evidence.smallest_margin;
  return result;
}

template <class Each, class Convert>
std::vector<Setback> setbacks(const std::vector<Each>& all, Convert convert) {
  std::vector<Setback> result;
  std::ranges::transform(all, std::back_inserter(result), convert);
  return result;
}

}  // namespace

Comparison compared(const Report& before, const Report& after) {
  Comparison comparison;
  const bool drawn_alike = before.settings.seed == after.settings.seed && before.settings.cases == after.settings.cases;
  auto earlier = by_name(before);
  for (const auto& [name, finding] : by_name(after)) {
    const auto same = earlier.find(name);
    const Finding* earlier_one = same == earlier.end() ? nullptr : same->second;
    if (earlier_one) earlier.erase(same);
    if (!is_checked(finding)) continue;
    if (earlier_one && is_checked(earlier_one))
      add(comparison, {earlier_one, finding}, drawn_alike);
    else
      comparison.added.push_back(finding);
  }
  for (const auto& [name, finding] : earlier)
    if (is_checked(finding)) comparison.lost.push_back(finding);
  return comparison;
}

Against against(const Report& before, const Report& after) {
  const Report earlier = within(before, after);
  const Comparison changes = compared(earlier, after);
  const bool whole = after.complete() && after.shard == Shard{};
  return {.version = before.version,
          .broken = setbacks(changes.broken, setback),
          .lost = whole ? setbacks(changes.lost, lost) : std::vector<Setback>{},
          .shrunk = setbacks(changes.shrunk, setback),
          .mended = long(changes.mended.size()),
          .added = long(changes.added.size())};
}

}  // namespace verigrad
