// Reports: the same bytes however a run is spread over jobs and shards, and shards that do not fit are refused.
#include "verigrad/report/report.hpp"

#include <cstdint>
#include <regex>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verigrad/report/comparison.hpp"
#include "verigrad/report/json.hpp"
#include "verigrad/report/registry.hpp"

#include "planted.hpp"

namespace verigrad::report_report_test {
namespace {

Evidence undecided(const Settings&) {
  Evidence evidence = planted::good_evidence();
  evidence.verdict = Verdict::undecided;
  return evidence;
}

/// Checks that end in another order than they begin.
std::vector<Task> tasks() {
  const auto slow = [](const Settings& settings) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return planted::seeded(settings);
  };
  return planted::tasks({planted::check("slow", slow), planted::check("quick", planted::seeded),
                         planted::check("throws", planted::throws), planted::check("slow too", slow),
                         planted::check("open", undecided)});
}

Report run(int jobs, Shard shard = {}) {
  std::vector<Task> part = tasks();
  std::erase_if(part, [&](const Task& task) { return !shard.contains(task.index); });
  Report report;
  report.settings = {.cases = 7, .seed = 11};
  report.shard = shard;
  report.planned = part.size();
  report.open = {"mathdnn/1.1"};
  run_tasks(part, {.settings = report.settings, .jobs = jobs}, [&](Finding finding) { report.add(finding); });
  return report;
}

const DataOptions some_data{.file = "tables/t.csv",
                            .checksum = "999ba1d1",
                            .target = "y",
                            .separator = "blanks",
                            .header = "yes",
                            .missing = "drop",
                            .classes = "no,yes",
                            .model = "logistic",
                            .ridge = 0.125,
                            .standardise = true,
                            .reading = "8 rows of 2 columns, separated by blanks, names in line 1"};

std::string without_times(const Report& report) {
  return std::regex_replace(to_json(report), std::regex("\"seconds\": [^,\n}]*"), "\"seconds\": 0");
}

std::string refusal(const std::vector<Report>& shards) {
  try {
    merged(shards, {"a.json", "b.json", "c.json"});
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Report, jobs_do_not_change_a_byte) { EXPECT_EQ(without_times(run(1)), without_times(run(2))); }

TEST(Report, merged_shards_are_the_whole_run) {
  const std::string whole = without_times(run(2));
  for (const int count : {1, 2, 3, 7}) {
    std::vector<Report> shards;
    for (int index = count; index >= 1; --index) shards.push_back(run(2, {index, count}));
    const std::vector<std::string> names(shards.size(), "shard");
    EXPECT_EQ(without_times(merged(shards, names)), whole) << count;
  }
}

TEST(Report, json_and_back_is_the_identity) {
  Report report = run(2);
  EXPECT_EQ(to_json(report_from_json(to_json(report))), to_json(report));
  report.statements = {"gradient_descent_rate"};
  report.data = some_data;
  EXPECT_EQ(to_json(report_from_json(to_json(report))), to_json(report));
}

TEST(Report, shards_that_are_not_one_run_are_refused) {
  const Report first = run(1, {1, 2});
  const Report second = run(1, {2, 2});
  EXPECT_EQ(refusal({first, second}), "");
  EXPECT_EQ(refusal({first}), "shard 2/2 is missing: add its JSON file");
  EXPECT_EQ(refusal({first, first, second}),
            "shard 1/2 is given 2 times (a.json is one of them): name each shard once");
  Report other = second;
  other.settings.seed = 12;
  EXPECT_EQ(refusal({first, other}), "a.json and b.json differ in their seed: merge shards of one run");
  other = second;
  other.findings.pop_back();
  EXPECT_EQ(refusal({first, other}), "b.json holds 1 of 2 checks: run its shard 2/2 again to the end");
  other = second;
  other.findings.back().index = 17;
  EXPECT_EQ(refusal({first, other}), "the shards hold different selections of checks: merge shards of one run");
}

TEST(Report, shards_of_different_runs_are_refused) {
  Report first = run(1, {1, 2}), second = run(1, {2, 2});
  first.data = second.data = some_data;
  first.statements = second.statements = {"gradient_descent_rate"};
  second.data->file = "/elsewhere/t.csv";
  EXPECT_EQ(refusal({first, second}), "") << "the directory may differ";
  const auto differ_in = [&](const std::string& what, auto change) {
    Report other = second;
    change(other);
    EXPECT_EQ(refusal({first, other}), "a.json and b.json differ in their " + what + ": merge shards of one run");
  };
  differ_in("table", [](Report& other) { other.data = std::nullopt; });
  differ_in("table", [](Report& other) { other.data->file = "tables/u.csv"; });
  differ_in("table", [](Report& other) { other.data->checksum = "00000000"; });
  differ_in("columns of the table", [](Report& other) { other.data->target = "z"; });
  differ_in("columns of the table", [](Report& other) { other.data->header = "no"; });
  differ_in("columns of the table", [](Report& other) { other.data->separator = "tab"; });
  differ_in("rows of the table", [](Report& other) { other.data->missing = ""; });
  differ_in("rows of the table", [](Report& other) { other.data->reading = "7 rows"; });
  differ_in("classes of the table", [](Report& other) { other.data->classes = "yes,no"; });
  differ_in("model of the table", [](Report& other) { other.data->model = "least-squares"; });
  differ_in("model of the table", [](Report& other) { other.data->ridge = 0.25; });
  differ_in("scale of the table", [](Report& other) { other.data->standardise = false; });
  differ_in("selection of statements", [](Report& other) { other.statements = {"descent_inequality"}; });
}

TEST(Report, shards_that_cannot_be_are_refused) {
  for (const Shard& shard : {Shard{1, 0}, Shard{1, -3}, Shard{-3, -3}, Shard{0, 2}, Shard{3, 2}}) {
    Report report = run(1);
    report.shard = shard;
    EXPECT_NE(refusal({report}).find("which cannot be"), std::string::npos) << shard.index << "/" << shard.count;
  }
}

TEST(Report, a_contradiction_between_verdict_and_outcome_is_refused) {
  const std::string json = to_json(run(1));
  const std::string forged = std::regex_replace(json, std::regex("\"outcome\": \"error\""), "\"outcome\": \"passed\"");
  ASSERT_NE(json, forged);
  EXPECT_THROW(report_from_json(forged), std::invalid_argument);
  EXPECT_THROW(report_from_json("{}"), std::invalid_argument);
  EXPECT_THROW(report_from_json("["), std::invalid_argument);
}

std::string complaint_on(const nlohmann::json& report) {
  try {
    report_from_json(report.dump());
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

/// As version 0.1.0 wrote it.
nlohmann::json in_schema_3(const Report& report) {
  nlohmann::json json = nlohmann::json::parse(to_json(report));
  json["schema_version"] = 3;
  json["version"] = "0.1.0";
  json["summary"].erase("not_checked");
  for (nlohmann::json& check : json["checks"])
    for (const char* field : {"whole", "not_checked"}) check.erase(field);
  if (json["data"].is_object())
    for (const char* field : {"separator", "missing", "classes", "reading"}) json["data"].erase(field);
  return json;
}

TEST(Report, one_of_the_last_version_is_read) {
  Report report = run(1);
  EXPECT_EQ(report_from_json(in_schema_3(report).dump()).version, "0.1.0");
  report.data = some_data;
  const Report read = report_from_json(in_schema_3(report).dump());
  EXPECT_EQ(read.data->checksum, some_data.checksum);
  EXPECT_EQ(read.data->reading, "");
  nlohmann::json mixed = in_schema_3(report);
  mixed["data"]["missing"] = "drop";
  EXPECT_THROW(report_from_json(mixed.dump()), std::invalid_argument);
  mixed = in_schema_3(report);
  mixed["checks"][0]["whole"] = true;
  EXPECT_THROW(report_from_json(mixed.dump()), std::invalid_argument);
  mixed = in_schema_3(report);
  mixed["schema_version"] = 2;
  EXPECT_THROW(report_from_json(mixed.dump()), std::invalid_argument);
}

TEST(Report, only_what_we_would_write_is_read) {
  const auto good = nlohmann::json::parse(to_json(run(1)));
  ASSERT_EQ(complaint_on(good), "");
  const auto forged = [&](const char* pointer, nlohmann::json value) {
    nlohmann::json report = good;
    report[nlohmann::json::json_pointer(pointer)] = std::move(value);
    return report;
  };
  for (const char* pointer : {"/seed", "/cases", "/planned", "/shard/index", "/shard/count", "/checks/0/index",
                              "/checks/0/cases", "/checks/0/unmet", "/checks/0/claims", "/checks/0/rungs/interval"})
    for (const nlohmann::json& number :
         {nlohmann::json(1.5), nlohmann::json(-3), nlohmann::json(INT64_MIN), nlohmann::json(18446744073709551616.0),
          nlohmann::json("7"), nlohmann::json(nullptr), nlohmann::json(true)})
      EXPECT_NE(complaint_on(forged(pointer, number)), "") << pointer << " " << number;
  EXPECT_NE(complaint_on(forged("/cases", UINT64_MAX)), "");
  EXPECT_EQ(complaint_on(forged("/seed", UINT64_MAX)), "");
  EXPECT_NE(complaint_on(forged("/cases", 0)), "");
  EXPECT_NE(complaint_on(forged("/shard/index", 2)), "");
  EXPECT_NE(complaint_on(forged("/checks/0/seconds", -1)), "");
  EXPECT_NE(complaint_on(forged("/checks/0/within", -1)), "");
  EXPECT_NE(complaint_on(forged("/program", "another")), "");
  EXPECT_EQ(complaint_on(forged("/version", "9.9.9")), "");
  EXPECT_NE(complaint_on(forged("/version", "")), "");
  EXPECT_NE(complaint_on(forged("/version", 9)), "");
  EXPECT_NE(complaint_on(forged("/complete", false)), "");
  EXPECT_NE(complaint_on(forged("/unknown", 1)), "");
  EXPECT_NE(complaint_on(forged("/summary/passed", 4)), "");
  EXPECT_NE(complaint_on(forged("/checks/0/id", "mathdnn/6.5")), "");
  EXPECT_NE(complaint_on(forged("/checks/0/note", "")), "");
  EXPECT_NE(complaint_on(forged("/checks/0/name", "")), "");
  EXPECT_NE(complaint_on(forged("/open", {"mathdnn/1.1", "mathdnn/1.1"})), "");
}

TEST(Report, every_field_is_needed_and_the_complaint_is_in_plain_words) {
  const auto good = nlohmann::json::parse(to_json(run(1)));
  const auto expect_needed = [&](const std::string& parent) {
    for (const auto& [field, value] : good[nlohmann::json::json_pointer(parent)].items()) {
      nlohmann::json without = good;
      without[nlohmann::json::json_pointer(parent)].erase(field);
      const std::string complaint = complaint_on(without);
      EXPECT_NE(complaint.find(field), std::string::npos) << parent << "/" << field << ": " << complaint;
      EXPECT_EQ(complaint.find("json.exception"), std::string::npos) << complaint;
    }
  };
  for (const char* parent : {"", "/shard", "/summary", "/checks/0"}) expect_needed(parent);
  for (const char* text : {"", "[", "[]", "7", "null", "{\"schema_version\": {}}", "\xFF"}) {
    try {
      report_from_json(text);
      ADD_FAILURE() << text;
    } catch (const std::invalid_argument& error) {
      EXPECT_EQ(std::string(error.what()).find("json.exception"), std::string::npos) << error.what();
    }
  }
}

TEST(Report, exit_status_follows_the_outcomes) {
  const auto status = [](std::vector<Evidence> all, bool strict) {
    Report report;
    report.planned = all.size();
    for (Evidence& evidence : all) report.add({report.findings.size(), {"s", Kind::step, "n"}, "", evidence});
    return exit_status(report, strict);
  };
  Evidence holds = planted::good_evidence(), fails = holds, open = holds, error = holds;
  fails.verdict = Verdict::fails;
  open.verdict = Verdict::undecided;
  error.error = "vacuous";
  EXPECT_EQ(status({holds}, true), 0);
  EXPECT_EQ(status({holds, open}, false), 0);
  EXPECT_EQ(status({holds, open}, true), 3);
  EXPECT_EQ(status({open, fails}, true), 1);
  EXPECT_EQ(status({holds, error}, false), 1);
  Report partial;
  partial.planned = 1;
  EXPECT_EQ(exit_status(partial, true), 3);
}

TEST(Report, names_of_checks_are_unique_within_a_statement) {
  std::vector<std::string> names;
  for (const Check& check : property_checks()) names.push_back(check.id.full_name());
  for (const Check& check : proof_checks()) names.push_back(check.id.full_name());
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  EXPECT_EQ(twice, names.end()) << *twice;
}

/// What the checks of run() came to, as finished ones with this margin.
Report with_margin(double margin) {
  Report report = run(1);
  for (Finding& finding : report.findings) finding.evidence.smallest_margin = margin;
  return report;
}

std::vector<std::string> names(const std::vector<Setback>& setbacks) {
  std::vector<std::string> result;
  for (const Setback& each : setbacks) result.push_back(each.id.name);
  return result;
}

TEST(Against, the_same_run_is_no_worse) {
  const Report report = with_margin(0.25);
  const Against found = against(report, report);
  EXPECT_FALSE(found.worse(true));
  EXPECT_EQ(found.mended + found.added, 0);
}

TEST(Against, tells_broken_lost_and_shrunk_checks) {
  const Report before = with_margin(0.25);
  Report after = before;
  after.findings[0].evidence.verdict = Verdict::fails;
  after.findings[1].evidence.smallest_margin = 0.125;
  after.findings[3].evidence.smallest_margin = 0.5;
  after.findings.back().evidence.verdict = Verdict::holds;
  Report lesser = after;
  lesser.findings.erase(lesser.findings.begin() + 3);
  lesser.planned = lesser.findings.size();
  const Against found = against(before, lesser);
  EXPECT_EQ(names(found.broken), std::vector<std::string>{"slow"});
  EXPECT_EQ(found.broken[0].is, Outcome::failed);
  EXPECT_EQ(names(found.lost), std::vector<std::string>{"slow too"});
  EXPECT_FALSE(found.lost[0].is.has_value());
  EXPECT_EQ(names(found.shrunk), std::vector<std::string>{"quick"});
  EXPECT_EQ(found.shrunk[0].margin_was, 0.25);
  EXPECT_EQ(found.shrunk[0].margin_is, 0.125);
  EXPECT_EQ(found.mended, 1);
  EXPECT_EQ(against(lesser, before).added, 1);
}

TEST(Against, of_another_seed_margins_are_not_compared) {
  Report before = with_margin(0.25), after = with_margin(0.125);
  EXPECT_FALSE(against(before, after).shrunk.empty());
  before.settings.seed = 12;
  EXPECT_TRUE(against(before, after).shrunk.empty());
}

TEST(Against, what_a_run_had_no_part_in_is_not_lost) {
  const Report before = with_margin(0.25);
  Report shard = before, other = before, stopped = before, table = before;
  shard.findings.resize(2);
  shard.planned = 2;
  EXPECT_EQ(against(before, shard).lost.size(), 3);
  shard.shard = {1, 2};
  EXPECT_TRUE(against(before, shard).lost.empty());
  other.findings.clear();
  other.planned = 0;
  other.statements = {"gradient_descent_rate"};
  EXPECT_TRUE(against(before, other).lost.empty());
  other.statements = {"planted_statement"};
  EXPECT_EQ(against(before, other).lost.size(), 5);
  stopped.findings.pop_back();
  EXPECT_TRUE(against(before, stopped).lost.empty());
  table.data = some_data;
  for (Finding& finding : table.findings) finding.data = "t, logistic";
  EXPECT_TRUE(against(table, other).lost.empty());
  Report same_table = table;
  same_table.findings.pop_back();
  same_table.planned = 4;
  EXPECT_EQ(against(table, same_table).lost.size(), 1);
  same_table.data->reading = "";
  EXPECT_EQ(against(table, same_table).lost.size(), 1);
  same_table.data->reading = "3 rows of 2 columns, names in line 1";
  EXPECT_TRUE(against(table, same_table).lost.empty());
  same_table.data->reading = table.data->reading;
  same_table.data->ridge = 1;
  EXPECT_TRUE(against(table, same_table).lost.empty());
}

TEST(Against, what_is_not_checked_in_one_of_them_is_no_setback) {
  const Report checked = with_margin(0.25);
  Report unchecked = checked;
  unchecked.findings[0].evidence.not_checked = "for there is no coqc";
  EXPECT_FALSE(against(checked, unchecked).worse(true));
  EXPECT_EQ(against(checked, unchecked).added, 0);
  EXPECT_FALSE(against(unchecked, checked).worse(true));
  EXPECT_EQ(against(unchecked, checked).mended, 0);
  EXPECT_EQ(against(unchecked, checked).added, 1);
  Report without = unchecked;
  without.findings.erase(without.findings.begin());
  without.planned = without.findings.size();
  EXPECT_TRUE(against(unchecked, without).lost.empty());
  EXPECT_EQ(against(checked, without).lost.size(), 1);
}

TEST(Against, sets_the_exit_status) {
  Report good = with_margin(0.25);
  std::erase_if(good.findings, [](const Finding& finding) { return finding.outcome() != Outcome::passed; });
  good.planned = good.findings.size();
  good.open = {};
  good.against.emplace();
  EXPECT_EQ(exit_status(good, true), 0);
  good.against->shrunk.resize(1);
  EXPECT_EQ(exit_status(good, false), 0);
  EXPECT_EQ(exit_status(good, true), 4);
  good.against->lost.resize(1);
  EXPECT_EQ(exit_status(good, false), 4);
  good.findings[0].evidence.verdict = Verdict::fails;
  EXPECT_EQ(exit_status(good, false), 1);
}

TEST(Against, json_and_back_is_the_identity) {
  Report report = with_margin(0.25), lesser = report;
  lesser.findings[0].evidence.verdict = Verdict::undecided;
  lesser.findings[1].evidence.smallest_margin = 0;
  lesser.findings.erase(lesser.findings.begin() + 3);
  lesser.planned = 4;
  lesser.against = against(report, lesser);
  EXPECT_TRUE(lesser.against->worse(false));
  EXPECT_EQ(to_json(report_from_json(to_json(lesser))), to_json(lesser));
  lesser.data = some_data;
  lesser.data->leave_out = "id,name";
  EXPECT_EQ(to_json(report_from_json(to_json(lesser))), to_json(lesser));
}

TEST(Shares, each_task_is_in_one_share_and_costs_are_even) {
  Report earlier = run(1);
  for (std::size_t i = 0; i < earlier.findings.size(); ++i) earlier.findings[i].seconds = i == 1 ? 100 : 30;
  std::vector<int> times(tasks().size());
  for (const int index : {1, 2}) {
    double seconds = 0;
    for (const Task& task : share_of(tasks(), {index, 2}, &earlier)) {
      ++times[task.index];
      seconds += earlier.findings[task.index].seconds;
    }
    EXPECT_GE(seconds, 100);
    EXPECT_LE(seconds, 120);
  }
  EXPECT_EQ(times, std::vector<int>(tasks().size(), 1));
}

TEST(Shares, without_costs_every_nth_and_what_is_not_known_costs_the_average) {
  std::vector<std::size_t> second;
  for (const Task& task : share_of(tasks(), {2, 2})) second.push_back(task.index);
  EXPECT_EQ(second, (std::vector<std::size_t>{1, 3}));
  Report earlier = run(1);
  for (Finding& finding : earlier.findings) finding.seconds = 1;
  earlier.findings.erase(earlier.findings.begin());
  EXPECT_EQ(share_of(tasks(), {1, 5}, &earlier).size(), 1);
  EXPECT_EQ(share_of(tasks(), {1, 1}, &earlier).size(), tasks().size());
}

}  // namespace
}  // namespace verigrad::report_report_test
