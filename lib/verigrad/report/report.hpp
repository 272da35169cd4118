// Report: what one run, or one shard of it, has found so far, and the settings that reproduce it.
#pragma once

#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "verigrad/report/finding.hpp"

namespace verigrad {

/// The version of the program and of the shape of its JSON reports.
std::string_view program_version();
inline constexpr int report_schema_version = 4;

/// Part `index` of `count`: see share_of.
struct Shard {
  int index = 1;
  int count = 1;
  bool contains(std::size_t task) const { return task % std::size_t(count) == std::size_t(index - 1); }
  bool operator==(const Shard&) const = default;
};

/// How many checks came to each outcome.
struct Counts {
  std::array<long, 5> of{};  ///< by Outcome
  long operator[](Outcome outcome) const { return of[std::size_t(outcome)]; }
  long total() const { return std::accumulate(of.begin(), of.end(), 0L); }
  /// All but those that were not checked here.
  long checked() const { return total() - of[std::size_t(Outcome::not_checked)]; }
  void add(Outcome outcome) { ++of[std::size_t(outcome)]; }
};

/// The table and the model that checks ran on beside generated instances.
struct DataOptions {
  std::string file;            ///< the user's table, as it was named; empty for the shipped one
  std::string checksum;        ///< CRC-32 of its bytes, 8 hexadecimal digits
  std::string target;          ///< its target column
  std::string separator;       ///< what was said to stand between its fields, or empty
  std::string header;          ///< whether its first line was said to be a header: yes, no, or empty
  std::string missing;         ///< drop where rows with missing fields were left out, or empty
  std::string classes;         ///< the two words of the target, with a comma between, or empty
  std::string leave_out = {};  ///< the columns that were said to be no features, with commas between, or empty
  std::string model;           ///< logistic or least-squares
  double ridge = 0;            ///< factor of ‖x‖²/2 in the model
  bool standardise = false;
  std::string reading;  ///< how the file was read, in words
};

/// One check in an earlier report, and in this one unless it is lost.
struct Setback {
  CheckId id;
  std::string data;
  Outcome was = Outcome::passed;
  double margin_was = 0;
  std::optional<Outcome> is = {};  ///< nothing where the check is lost
  double margin_is = 0;
};

/// What a report has less of than an earlier one.
struct Against {
  std::string version;          ///< that wrote the earlier report
  std::vector<Setback> broken;  ///< passed before, and no longer
  std::vector<Setback> lost;    ///< are no part of this run
  std::vector<Setback> shrunk;  ///< pass in both, with a smaller margin now
  long mended = 0;              ///< checks that pass now, and did not before
  long added = 0;               ///< checks that the earlier report lacks
  bool worse(bool strict) const { return !broken.empty() || !lost.empty() || (strict && !shrunk.empty()); }
};

/// What verify found, as its JSON holds it.
struct Report {
  std::string version{program_version()};
  Settings settings;
  Shard shard;
  std::size_t planned = 0;              ///< checks of this run or shard
  std::vector<std::string> statements;  ///< words that select the statements; empty for all
  std::vector<std::string> open;        ///< ids of the selected statements that have no check yet
  std::optional<DataOptions> data;      ///< empty when all instances are generated
  std::optional<Against> against;       ///< where it is held against an earlier report
  std::vector<Finding> findings;        ///< by index

  /// Puts the finding at its place.
  void add(Finding finding);
  bool complete() const { return findings.size() == planned; }
  Counts counts() const;
};

/// The tasks of one shard, in their order. Without `earlier`, every count-th. With a report that says how many seconds
/// each check took, the costliest task first, each goes to the shard that has the least so far, which shards of any
/// order come to alike; what that report lacks is taken to cost as much as what it has on average.
std::vector<Task> share_of(std::vector<Task> tasks, const Shard& shard, const Report* earlier = nullptr);

/// 0: every check decided as expected, or not checked here · 1: a check fails or is no evidence · 3, only if strict:
/// something is undecided or open · 4: a check that passed in the earlier report does not, or is lost, or, if strict,
/// has a smaller margin.
int exit_status(const Report& report, bool strict);

/// The whole run from its shards. Throws std::invalid_argument when they are not all the shards of one run, or one of
/// them is not complete. `names` are the shards' files, for the message.
Report merged(const std::vector<Report>& shards, const std::vector<std::string>& names);

}  // namespace verigrad
