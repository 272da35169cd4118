// Reports: the same bytes however a run is spread over jobs and shards, and shards that do not fit are refused.
#include "verigrad/report/report.hpp"

#include <cstdint>
#include <regex>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

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

}  // namespace
}  // namespace verigrad::report_report_test
