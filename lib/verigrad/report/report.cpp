#include "verigrad/report/report.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

namespace verigrad {
namespace {

bool earlier(const Finding& a, const Finding& b) { return a.index < b.index; }

std::string in_words(const Shard& shard) { return fmt::format("{}/{}", shard.index, shard.count); }

/// The directory of the table, and so its name but for the last part, may differ from machine to machine.
std::string_view difference(const DataOptions& a, const DataOptions& b) {
  const auto name = [](const DataOptions& data) { return std::filesystem::path(data.file).filename(); };
  if (name(a) != name(b) || a.checksum != b.checksum) return "table";
  if (a.target != b.target || a.header != b.header || a.separator != b.separator || a.leave_out != b.leave_out)
    return "columns of the table";
  if (a.missing != b.missing || a.reading != b.reading) return "rows of the table";
  if (a.classes != b.classes) return "classes of the table";
  if (a.model != b.model || a.ridge != b.ridge) return "model of the table";
  return a.standardise == b.standardise ? "" : "scale of the table";
}

std::string_view difference(const Report& a, const Report& b) {
  if (a.version != b.version) return "version";
  if (a.settings.seed != b.settings.seed) return "seed";
  if (a.settings.cases != b.settings.cases) return "number of cases";
  if (a.shard.count != b.shard.count) return "number of shards";
  if (a.statements != b.statements || a.open != b.open) return "selection of statements";
  if (a.data.has_value() != b.data.has_value()) return "table";
  return a.data ? difference(*a.data, *b.data) : "";
}

void require_one_run(const std::vector<Report>& shards, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const Shard& shard = shards[i].shard;
    if (shard.index < 1 || shard.index > shard.count)
      throw std::invalid_argument(
          fmt::format("{} is shard {}, which cannot be: run it again", names[i], in_words(shard)));
    if (!shards[i].complete())
      throw std::invalid_argument(fmt::format("{} holds {} of {} checks: run its shard {} again to the end", names[i],
                                              shards[i].findings.size(), shards[i].planned, in_words(shards[i].shard)));
    if (const auto what = difference(shards[0], shards[i]); !what.empty())
      throw std::invalid_argument(
          fmt::format("{} and {} differ in their {}: merge shards of one run", names[0], names[i], what));
  }
}

void require_each_shard_once(const std::vector<Report>& shards, const std::vector<std::string>& names) {
  for (int index = 1; index <= shards[0].shard.count; ++index) {
    const auto is_it = [&](const Report& report) { return report.shard.index == index; };
    const auto count = std::count_if(shards.begin(), shards.end(), is_it);
    const Shard shard{index, shards[0].shard.count};
    if (count == 0) throw std::invalid_argument(fmt::format("shard {} is missing: add its JSON file", in_words(shard)));
    if (count > 1) {
      const auto first = std::find_if(shards.begin(), shards.end(), is_it);
      throw std::invalid_argument(fmt::format("shard {} is given {} times ({} is one of them): name each shard once",
                                              in_words(shard), count, names[std::size_t(first - shards.begin())]));
    }
  }
}

void require_every_check(const Report& whole) {
  for (std::size_t i = 0; i < whole.findings.size(); ++i)
    if (whole.findings[i].index != i)
      throw std::invalid_argument("the shards hold different selections of checks: merge shards of one run");
}

using CheckName = std::tuple<std::string, std::string, Kind, std::string>;

CheckName check_name(const CheckId& id, const std::string& data) { return {id.statement, data, id.kind, id.name}; }

std::vector<double> costs_of(const std::vector<Task>& tasks, const Report& earlier) {
  std::map<CheckName, double> seconds;
  double sum = 0;
  for (const Finding& finding : earlier.findings) {
    seconds[check_name(finding.id, finding.data)] = finding.seconds;
    sum += finding.seconds;
  }
  const double usual = earlier.findings.empty() ? 1 : sum / double(earlier.findings.size());
  std::vector<double> costs;
  for (const Task& task : tasks) {
    const auto known = seconds.find(check_name(task.check.id, task.data));
    costs.push_back(known == seconds.end() ? usual : known->second);
  }
  return costs;
}

/// By task, the index of its shard from 0.
std::vector<int> dealt(const std::vector<double>& costs, int shards) {
  std::vector<std::size_t> order(costs.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
  std::vector<double> sums(std::size_t(shards), 0);
  std::vector<int> shard_of(costs.size());
  for (const std::size_t task : order) {
    const auto least = std::ranges::min_element(sums);
    *least += costs[task];
    shard_of[task] = int(least - sums.begin());
  }
  return shard_of;
}

}  // namespace

std::vector<Task> share_of(std::vector<Task> tasks, const Shard& shard, const Report* earlier) {
  const std::vector<int> shard_of = earlier ? dealt(costs_of(tasks, *earlier), shard.count) : std::vector<int>{};
  std::vector<Task> share;
  for (std::size_t i = 0; i < tasks.size(); ++i)
    if (earlier ? shard_of[i] == shard.index - 1 : shard.contains(tasks[i].index)) share.push_back(std::move(tasks[i]));
  return share;
}

void Report::add(Finding finding) {
  findings.insert(std::upper_bound(findings.begin(), findings.end(), finding, earlier), std::move(finding));
}

Counts Report::counts() const {
  Counts counts;
  for (const Finding& finding : findings) counts.add(finding.outcome());
  return counts;
}

int exit_status(const Report& report, bool strict) {
  const Counts counts = report.counts();
  if (counts[Outcome::failed] + counts[Outcome::error] > 0) return 1;
  const bool all_decided = counts[Outcome::undecided] == 0 && report.open.empty() && report.complete();
  if (strict && !all_decided) return 3;
  return report.against && report.against->worse(strict) ? 4 : 0;
}

Report merged(const std::vector<Report>& shards, const std::vector<std::string>& names) {
  if (shards.empty()) throw std::invalid_argument("no report to merge: name the JSON file of every shard");
  require_one_run(shards, names);
  require_each_shard_once(shards, names);
  Report whole = shards[0];
  whole.shard = {};
  whole.against.reset();
  for (std::size_t i = 1; i < shards.size(); ++i) {
    whole.planned += shards[i].planned;
    whole.findings.insert(whole.findings.end(), shards[i].findings.begin(), shards[i].findings.end());
  }
  std::sort(whole.findings.begin(), whole.findings.end(), earlier);
  require_every_check(whole);
  return whole;
}

}  // namespace verigrad
