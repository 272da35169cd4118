// Checks in processes: whatever one of them does is its own result, and the rest goes on.
#include "verigrad/report/workers.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <map>
#include <set>
#include <system_error>

#include <gtest/gtest.h>

#include "verigrad/report/json.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/text/descriptor.hpp"

#include "planted.hpp"

namespace verigrad::report_workers_test {
namespace {

std::map<std::string, Finding> found(std::vector<Check> checks, const WorkerOptions& options = {}) {
  std::map<std::string, Finding> findings;
  EXPECT_TRUE(run_tasks(planted::tasks(std::move(checks)), options,
                        [&](Finding finding) { findings[finding.id.name] = std::move(finding); }));
  return findings;
}

TEST(Workers, evidence_arrives_unchanged) {
  const Finding finding = found({planted::check("good", planted::good)})["good"];
  EXPECT_EQ(to_json(finding.evidence), to_json(planted::good_evidence()));
  EXPECT_EQ(finding.outcome(), Outcome::passed);
  EXPECT_GT(finding.seconds, 0);
}

TEST(Workers, a_misbehaving_check_is_its_own_error_and_the_rest_goes_on) {
  for (const int jobs : {1, 3}) {
    auto findings = found({planted::check("first", planted::good), planted::check("abort", planted::aborts),
                           planted::check("segfault", planted::segfaults), planted::check("throw", planted::throws),
                           planted::check("throw 7", planted::throws_a_number), planted::check("exit", planted::exits),
                           planted::check("last", planted::good)},
                          {.jobs = jobs});
    ASSERT_EQ(findings.size(), 7u);
    EXPECT_EQ(findings["first"].outcome(), Outcome::passed);
    EXPECT_EQ(findings["last"].outcome(), Outcome::passed);
    EXPECT_EQ(findings["abort"].evidence.error, "stopped by SIGABRT; its last output: assertion `norm ≥ 0` failed");
    EXPECT_EQ(findings["throw"].evidence.error, "threw: no such norm");
    EXPECT_EQ(findings["throw 7"].evidence.error, "threw something that is no std::exception");
    EXPECT_EQ(findings["exit"].evidence.error, "ended with exit status 0 and no result");
    for (const char* name : {"abort", "segfault", "throw", "throw 7", "exit"})
      EXPECT_EQ(findings[name].outcome(), Outcome::error) << name;
  }
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Workers, a_segmentation_fault_is_named) {
  EXPECT_EQ(found({planted::check("segfault", planted::segfaults)})["segfault"].evidence.error, "stopped by SIGSEGV");
}
#endif

TEST(Workers, an_expected_failure_that_crashes_is_no_failure) {
  auto findings = found({planted::check("abort", planted::aborts, Verdict::fails)});
  EXPECT_EQ(findings["abort"].outcome(), Outcome::error);
}

TEST(Workers, checks_share_processes_and_each_is_found_once) {
  std::vector<Check> checks;
  for (int i = 0; i < 300; ++i)
    checks.push_back(planted::check("check " + std::to_string(i), [](const Settings&) {
      Evidence evidence = planted::good_evidence();
      evidence.cases = getpid();
      return evidence;
    }));
  for (const int jobs : {1, 3}) {
    std::set<long> processes;
    const auto findings = found(checks, {.jobs = jobs});
    EXPECT_EQ(findings.size(), 300u);
    for (const auto& [name, finding] : findings) processes.insert(finding.evidence.cases);
    EXPECT_LT(processes.size(), 60u);
    EXPECT_GT(processes.size(), 5u);
  }
}

/// Of the process, as a check may leave it behind.
bool spoilt = false;

Evidence spoils(const Settings&) {
  spoilt = true;
  return planted::good_evidence();
}

/// In spoilt processes each check that follows falls in this way: it is found as it is alone, and the note says how it
/// fell.
void expect_found_alone(Evidence (*falls)(const Settings&), const std::string& how, int pairs, double time_limit) {
  std::vector<Check> checks;
  for (int i = 0; i < pairs; ++i) {
    checks.push_back(planted::check("spoils " + std::to_string(i), spoils));
    checks.push_back(planted::check("suffers " + std::to_string(i), [=](const Settings& settings) {
      return spoilt ? falls(settings) : planted::good(settings);
    }));
  }
  for (const int jobs : {1, 2}) {
    const auto findings = found(checks, {.jobs = jobs, .time_limit = time_limit});
    EXPECT_EQ(findings.size(), 2u * unsigned(pairs));
    int noted = 0;
    for (const auto& [name, finding] : findings) {
      EXPECT_EQ(finding.outcome(), Outcome::passed) << name << ": " << finding.evidence.error;
      noted += finding.evidence.note.ends_with("run again alone, for in a process that had run other checks: " + how);
    }
    std::string notes;
    for (const auto& [name, finding] : findings)
      if (!finding.evidence.note.empty()) notes += "\n" + name + ": " + finding.evidence.note;
    EXPECT_GT(noted, 0) << "how a check fell is kept; with " << jobs << " jobs the notes are:" << notes;
  }
}

TEST(Workers, what_a_check_leaves_behind_makes_no_error_of_the_next) {
  expect_found_alone(planted::aborts, "stopped by SIGABRT; its last output: assertion `norm ≥ 0` failed", 40, 60);
  expect_found_alone(planted::exits, "ended with exit status 0 and no result", 40, 60);
  expect_found_alone(planted::loops, "timed out after 1 s", 8, 1);
}

/// Alone it falls again: that is its error, once, and none of those that shared the process with it.
TEST(Workers, what_falls_alone_as_well_is_an_error_with_both_ends) {
  auto findings = found({planted::check("one", planted::good), planted::check("loop", planted::loops),
                         planted::check("two", planted::good), planted::check("three", planted::good),
                         planted::check("four", planted::good), planted::check("five", planted::good),
                         planted::check("six", planted::good), planted::check("seven", planted::good)},
                        {.jobs = 1, .time_limit = 1});
  ASSERT_EQ(findings.size(), 8u);
  for (const auto& [name, finding] : findings) EXPECT_EQ(finding.outcome() == Outcome::error, name == "loop") << name;
  EXPECT_EQ(findings["loop"].evidence.error, "timed out after 1 s");
  EXPECT_EQ(findings["loop"].evidence.note,
            "run again alone, for in a process that had run other checks: timed out after 1 s");
  EXPECT_LT(findings["loop"].seconds, 10) << "of the second time alone";
}

TEST(Workers, an_endless_check_ends_at_the_time_limit) {
  auto findings = found({planted::check("loop", planted::loops), planted::check("good", planted::good)},
                        {.jobs = 1, .time_limit = 0.2});
  EXPECT_EQ(findings["loop"].evidence.error, "timed out after 0.2 s");
  EXPECT_GE(findings["loop"].seconds, 0.2);
  EXPECT_LT(findings["loop"].seconds, 10);
  EXPECT_EQ(findings["good"].outcome(), Outcome::passed);
}

TEST(Workers, endless_and_crashing_checks_in_the_middle_cost_no_other) {
  std::vector<Check> checks;
  for (int i = 0; i < 30; ++i) checks.push_back(planted::check("good " + std::to_string(i), planted::good));
  checks.insert(checks.begin() + 3, planted::check("loop", planted::loops));
  checks.insert(checks.begin() + 5, planted::check("abort", planted::aborts));
  checks.insert(checks.begin() + 6, planted::check("exit", planted::exits));
  auto findings = found(checks, {.jobs = 1, .time_limit = 3});
  ASSERT_EQ(findings.size(), 33u);
  EXPECT_EQ(findings["loop"].evidence.error, "timed out after 3 s");
  EXPECT_EQ(findings["abort"].evidence.error, "stopped by SIGABRT; its last output: assertion `norm ≥ 0` failed");
  EXPECT_EQ(findings["exit"].evidence.error, "ended with exit status 0 and no result");
  for (int i = 0; i < 30; ++i) EXPECT_EQ(findings["good " + std::to_string(i)].outcome(), Outcome::passed) << i;
}

TEST(Workers, megabytes_of_output_and_of_evidence_do_not_block) {
  auto findings = found({planted::check("shout", planted::shouts)}, {.time_limit = 60});
  EXPECT_EQ(findings["shout"].outcome(), Outcome::passed);
  EXPECT_EQ(findings["shout"].evidence.note.size(), std::size_t(8 << 20));
}

TEST(Workers, no_more_run_at_once_than_jobs) {
  const auto nap = [](const Settings&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return planted::good_evidence();
  };
  const std::vector<Check> naps(4, planted::check("nap", nap));
  const auto seconds = [&](int jobs) {
    const auto start = std::chrono::steady_clock::now();
    found(naps, {.jobs = jobs});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  EXPECT_GE(seconds(1), 0.4);
  EXPECT_GE(seconds(2), 0.2);
}

/// At most so many open files in this process, until the end of the scope.
class FewFiles {
public:
  explicit FewFiles(rlim_t files) {
    getrlimit(RLIMIT_NOFILE, &old_);
    const rlimit few{files, old_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewFiles() { setrlimit(RLIMIT_NOFILE, &old_); }

private:
  rlimit old_{};
};

TEST(Workers, more_jobs_than_the_system_has_files_for_run_one_after_the_other) {
  std::vector<Check> checks;
  for (int i = 0; i < 40; ++i)
    checks.push_back(planted::check("nap " + std::to_string(i), [](const Settings&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      return planted::good_evidence();
    }));
  for (const rlim_t files : {24, 80, 128}) {
    const FewFiles limit(files);
    const auto findings = found(checks, {.jobs = 4096});
    EXPECT_EQ(findings.size(), 40u) << files;
    for (const auto& [name, finding] : findings) EXPECT_EQ(finding.outcome(), Outcome::passed) << files << " " << name;
  }
}

TEST(Workers, descriptors_taken_by_others_leave_fewer_at_once) {
  const FewFiles limit(200);
  std::vector<Descriptor> taken;
  for (Descriptor one(dup(0)); one.is_open(); one = Descriptor(dup(0))) taken.push_back(std::move(one));
  EXPECT_THROW(found({planted::check("good", planted::good)}), std::system_error);
  taken.resize(taken.size() - 7);
  EXPECT_EQ(found(std::vector<Check>(1, planted::check("good", planted::good)), {.jobs = 50}).size(), 1u);
  std::vector<Check> checks;
  for (int i = 0; i < 8; ++i) checks.push_back(planted::check("good " + std::to_string(i), planted::good));
  EXPECT_EQ(found(checks, {.jobs = 50}).size(), 8u);
}

TEST(Workers, a_run_hears_of_time_passing) {
  int calls = 0;
  const auto nap = [](const Settings&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    return planted::good_evidence();
  };
  run_tasks(
      planted::tasks({planted::check("nap", nap)}), {}, [](const Finding&) {}, [&] { ++calls; });
  EXPECT_GE(calls, 3);
}

TEST(Workers, results_that_arrived_with_the_stop_signal_are_kept) {
  const StopSignals stop;
  int first_result[2];
  ASSERT_EQ(pipe(first_result), 0);
  const auto wait_for_first_result = [&] {
    char byte;
    return read(first_result[0], &byte, 1) == 1;
  };
  const auto stops = [&](const Settings&) {
    if (wait_for_first_result()) kill(getppid(), SIGTERM);
    return planted::good_evidence();
  };
  const auto late = [&](const Settings&) {
    wait_for_first_result();
    return planted::good_evidence();
  };
  std::vector<std::string> names;
  // The parent learns of the signal and of the other results at once: it is busy with the first until they are there.
  const auto take = [&](const Finding& finding) {
    names.push_back(finding.id.name);
    if (names.size() > 1) return;
    EXPECT_EQ(write(first_result[1], "ab", 2), 2);
    std::this_thread::sleep_for(std::chrono::milliseconds(3000));
  };
  EXPECT_FALSE(run_tasks(planted::tasks({planted::check("quick", planted::good), planted::check("late", late),
                                         planted::check("stops", stops), planted::check("loop", planted::loops)}),
                         {.jobs = 3, .stop_descriptor = stop.descriptor()}, take));
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()), (std::set<std::string>{"quick", "late", "stops"}));
  close(first_result[0]);
  close(first_result[1]);
}

TEST(Workers, a_signal_that_was_ignored_stays_ignored) {
  const auto before = std::signal(SIGHUP, SIG_IGN);
  {
    const StopSignals stop;
    raise(SIGHUP);
    EXPECT_EQ(stop.received(), 0);
    const auto survives = [](const Settings&) {
      raise(SIGHUP);
      return planted::good_evidence();
    };
    EXPECT_EQ(found({planted::check("survives", survives)})["survives"].outcome(), Outcome::passed);
    raise(SIGINT);
    EXPECT_EQ(stop.received(), SIGINT) << "the others are waited for";
  }
  EXPECT_EQ(std::signal(SIGHUP, before), SIG_IGN);
  EXPECT_EQ(std::signal(SIGINT, SIG_DFL), SIG_DFL);
}

TEST(Workers, a_stop_signal_ends_the_run_and_its_workers) {
  const StopSignals stop;
  std::vector<Check> checks{planted::check("good", planted::good), planted::check("loop", planted::loops)};
  std::vector<std::string> names;
  const bool finished =
      run_tasks(planted::tasks(checks), {.jobs = 1, .stop_descriptor = stop.descriptor()}, [&](const Finding& finding) {
        names.push_back(finding.id.name);
        raise(SIGTERM);
      });
  EXPECT_FALSE(finished);
  EXPECT_EQ(stop.received(), SIGTERM);
  EXPECT_EQ(names, std::vector<std::string>{"good"});
}

}  // namespace
}  // namespace verigrad::report_workers_test
