// Files: the old text or the new, never a part; complaints that name place and remedy.
#include "verigrad/report/file.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/report/json.hpp"
#include "verigrad/report/record.hpp"
#include "verigrad/report/stop_signals.hpp"

#include "planted.hpp"

namespace verigrad::report_file_test {
namespace {

namespace fs = std::filesystem;

class WrittenFile : public testing::Test {
protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "verigrad_XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory = pattern;
  }
  void TearDown() override { fs::remove_all(directory); }
  std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator(directory), {}); }

  fs::path directory;
};

std::string complaint(const fs::path& path) {
  try {
    const OutputFile trial(path);
  } catch (const FileError& error) {
    return error.what();
  }
  return "";
}

/// No file of this process may grow beyond so many bytes: what a full disk does.
class SmallDisk {
public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit small{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &old_); }

private:
  rlimit old_{};
};

TEST_F(WrittenFile, is_replaced_as_a_whole_and_nothing_else_is_left) {
  write_file(directory / "a", "old");
  fs::permissions(directory / "a", fs::perms(0640));
  write_file(directory / "a", "new");
  EXPECT_EQ(read_file(directory / "a"), "new");
  EXPECT_EQ(fs::status(directory / "a").permissions(), fs::perms(0640));
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFile, a_symbolic_link_stays_one) {
  write_file(directory / "a", "old");
  fs::create_symlink("a", directory / "link");
  write_file(directory / "link", "new");
  EXPECT_TRUE(fs::is_symlink(directory / "link"));
  EXPECT_EQ(read_file(directory / "a"), "new");
}

TEST_F(WrittenFile, a_full_disk_leaves_the_old_text) {
  write_file(directory / "a", "old");
  {
    const SmallDisk disk(1000);
    EXPECT_THROW(write_file(directory / "a", std::string(5000, 'x')), FileError);
  }
  EXPECT_EQ(read_file(directory / "a"), "old");
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFile, a_device_is_written_not_replaced) {
  write_file("/dev/null", "text");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_THROW(write_file("/dev/full", "text"), FileError);
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

/// Standard output into a file, until the end of the scope.
class OutputInto {
public:
  explicit OutputInto(const fs::path& path) : old_(dup(STDOUT_FILENO)) {
    const Descriptor file(open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600));
    dup2(file.number(), STDOUT_FILENO);
  }
  ~OutputInto() { dup2(old_.number(), STDOUT_FILENO); }

private:
  Descriptor old_;
};

TEST_F(WrittenFile, links_to_standard_output_are_written_in_place_and_stay) {
  // As /dev/stdout leads to /proc/self/fd/1.
  fs::create_symlink("/proc/self/fd/1", directory / "stdout");
  fs::create_symlink("stdout", directory / "link");
  fs::create_directory_symlink("/proc/self/fd", directory / "fd");
  for (const fs::path& name : {directory / "stdout", directory / "link", directory / "fd" / "1", fs::path("-")}) {
    {
      const OutputInto redirected(directory / "out");
      const OutputFile output(name);
      EXPECT_TRUE(output.is_stream() && output.is_standard_output()) << name;
      output.write("first, ");
      fs::remove(directory / "out");
      output.write("into the file that was there");
      const OutputInto elsewhere(directory / "other");
      output.write(", wherever the name leads now");
    }
    EXPECT_TRUE(fs::is_symlink(directory / "stdout") && fs::is_symlink(directory / "link"));
    EXPECT_FALSE(fs::exists(directory / "out")) << name << " was replaced";
    EXPECT_EQ(read_file(directory / "other"), "");
  }
  {
    const OutputInto redirected(directory / "out");
    write_file("-", "a report\n");
    const Descriptor after(dup(STDOUT_FILENO));
    EXPECT_EQ(write(after.number(), "a table\n", 8), 8);
  }
  EXPECT_EQ(read_file(directory / "out"), "a report\na table\n") << "one place in the file for both";
}

TEST_F(WrittenFile, a_name_that_becomes_a_link_or_a_device_is_not_replaced) {
  const OutputFile output(directory / "a");
  fs::create_symlink("/dev/null", directory / "a");
  EXPECT_THROW(output.write("text"), FileError);
  EXPECT_TRUE(fs::is_symlink(directory / "a"));
}

TEST_F(WrittenFile, a_link_that_is_turned_later_changes_nothing) {
  fs::create_symlink("before", directory / "link");
  const OutputFile output(directory / "link");
  fs::remove(directory / "link");
  fs::create_symlink("after", directory / "link");
  output.write("text");
  EXPECT_EQ(read_file(directory / "before"), "text");
  EXPECT_FALSE(fs::exists(directory / "after"));
}

TEST_F(WrittenFile, nothing_new_is_made_in_dev_or_proc) {
  EXPECT_THROW(OutputFile("/dev/verigrad.json"), FileError);
  EXPECT_THROW(OutputFile("/proc/verigrad.json"), FileError);
  EXPECT_THROW(OutputFile("/dev"), FileError);
  EXPECT_THROW(OutputFile("/dev/fd/999"), FileError);
}

TEST_F(WrittenFile, a_descriptor_for_reading_is_refused) {
  write_file(directory / "a", "text");
  const Descriptor reading(open((directory / "a").c_str(), O_RDONLY));
  EXPECT_NE(complaint(fmt::format("/dev/fd/{}", reading.number())).find("it is open for reading only"),
            std::string::npos);
}

TEST_F(WrittenFile, the_longest_names_can_be_written) {
  for (const std::size_t length : {1u, 247u, 248u, 255u}) {
    const fs::path path = directory / std::string(length, 'n');
    write_file(path, "old");
    write_file(path, "text");
    EXPECT_EQ(read_file(path), "text") << length;
  }
  EXPECT_NE(complaint(directory / std::string(256, 'n')).find("File name too long; give it a shorter name"),
            std::string::npos);
}

TEST_F(WrittenFile, a_read_only_file_is_refused) {
  write_file(directory / "a", "kept");
  fs::permissions(directory / "a", fs::perms(0444));
  EXPECT_NE(complaint(directory / "a").find("it is read-only"), std::string::npos);
  EXPECT_THROW(write_file(directory / "a", "lost"), FileError);
  EXPECT_EQ(read_file(directory / "a"), "kept");
}

TEST_F(WrittenFile, links_in_a_circle_are_refused) {
  fs::create_symlink("b", directory / "a");
  fs::create_symlink("a", directory / "b");
  EXPECT_NE(complaint(directory / "a").find("Too many levels of symbolic links"), std::string::npos);
}

TEST_F(WrittenFile, names_of_one_place_are_known) {
  write_file(directory / "a", "text");
  fs::create_symlink("a", directory / "link");
  const OutputFile output(directory / "a");
  fs::create_hard_link(directory / "a", directory / "second");
  for (const char* same : {"a", "./a", "link", "second"}) EXPECT_TRUE(output.is_same_as(directory / same)) << same;
  for (const char* other : {"", "none", "link/a"}) EXPECT_FALSE(output.is_same_as(directory / other)) << other;
  EXPECT_TRUE(OutputFile(directory / "new").is_same_as(OutputFile(directory / "." / "new")));
  EXPECT_TRUE(OutputFile("-").is_same_as(OutputFile("/dev/stdout")));
  EXPECT_FALSE(OutputFile("-").is_same_as(OutputFile("/dev/stderr")));
}

TEST_F(WrittenFile, writers_that_are_killed_leave_nothing) {
  const fs::path path = directory / "a";
  const std::string text(1 << 20, 'x');
  for (int kills = 0; kills < 20; ++kills) {
    const pid_t writer = fork();
    if (writer == 0)
      for (;;) write_file(path, text);
    std::this_thread::sleep_for(std::chrono::milliseconds(5 + kills));
    kill(writer, SIGKILL);
    waitpid(writer, nullptr, 0);
  }
  write_file(path, text);
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFile, writers_of_one_file_do_not_disturb_each_other) {
  const fs::path path = directory / "a";
  std::vector<pid_t> writers;
  for (const char letter : {'x', 'y'}) {
    writers.push_back(fork());
    if (writers.back() != 0) continue;
    try {
      for (int i = 0; i < 100; ++i) write_file(path, std::string(10'000, letter));
    } catch (const FileError&) {
      _exit(1);
    }
    _exit(0);
  }
  for (const pid_t writer : writers) {
    int status = 0;
    waitpid(writer, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  const std::string text = read_file(path);
  EXPECT_EQ(text, std::string(10'000, text[0]));
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFile, complaints_name_place_and_remedy) {
  EXPECT_EQ(complaint(directory / "a"), "");
  EXPECT_EQ(entries(), 0) << "a trial leaves nothing";
  EXPECT_EQ(
      complaint(directory / "none" / "a"),
      fmt::format("cannot write {0}/none/a: there is no directory {0}/none; create it first", directory.string()));
  EXPECT_EQ(complaint(directory),
            fmt::format("cannot write {}: it is a directory; name a file in it", directory.string()));
  EXPECT_THROW(read_file(directory), FileError);
  EXPECT_THROW(read_file(directory / "a"), FileError);
  EXPECT_THROW(read_file("/proc/self/mem"), FileError) << "an error of reading is no end of the file";
}

/// How many findings the report holds, whenever the run has found one and when it ended.
struct Recorded {
  std::vector<std::size_t> on_disk;
  std::vector<std::string> troubles;
  RunEnd end;
};

Recorded recorded(const std::vector<Check>& checks, const fs::path& path, const WorkerOptions& options = {}) {
  Recorded result;
  const OutputFile json(path);
  Report report;
  report.planned = checks.size();
  result.end = record_run(report, planted::tasks(checks), options, &json,
                          {.found =
                               [&](const Finding&) {
                                 const Report on_disk = report_from_json(read_file(path));
                                 EXPECT_EQ(on_disk.complete(), on_disk.findings.size() == checks.size());
                                 result.on_disk.push_back(on_disk.findings.size());
                               },
                           .unsaved = [&](const std::string& why) { result.troubles.push_back(why); }});
  result.on_disk.push_back(report_from_json(read_file(path)).findings.size());
  return result;
}

Check nap(int milliseconds) {
  return planted::check("nap", [=](const Settings&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    return planted::good_evidence();
  });
}

TEST_F(WrittenFile, a_report_is_at_most_a_second_behind_its_run) {
  const Recorded run = recorded({nap(0), nap(0), nap(0), nap(2500)}, directory / "report.json");
  EXPECT_EQ(run.on_disk.back(), 4u);
  EXPECT_EQ(run.on_disk[3], 3u) << "three were found in the first moments of the last check's two seconds";
  EXPECT_EQ(run.end.unsaved, "");
}

TEST_F(WrittenFile, quick_checks_are_not_written_one_by_one) {
  const std::vector<Check> quick(50, nap(0));
  const Recorded run = recorded(quick, directory / "report.json");
  const std::set<std::size_t> written(run.on_disk.begin(), run.on_disk.end());
  EXPECT_LT(written.size(), 25u);
  EXPECT_EQ(run.on_disk.back(), 50u);
}

TEST_F(WrittenFile, a_stopped_run_keeps_what_it_found) {
  const StopSignals stop;
  const OutputFile json(directory / "report.json");
  Report report;
  report.planned = 2;
  const RunEnd end = record_run(report, planted::tasks({nap(0), planted::check("loop", planted::loops)}),
                                {.jobs = 1, .stop_descriptor = stop.descriptor()}, &json,
                                {.found = [](const Finding&) { raise(SIGTERM); }});
  EXPECT_FALSE(end.finished);
  EXPECT_EQ(report_from_json(read_file(directory / "report.json")).findings.size(), 1u);
}

TEST_F(WrittenFile, a_run_that_throws_keeps_what_it_found) {
  const OutputFile json(directory / "report.json");
  Report report;
  report.planned = 2;
  int count = 0;
  const auto second_throws = [&](const Finding&) {
    if (++count == 2) throw std::runtime_error("no more");
  };
  EXPECT_THROW(record_run(report, planted::tasks({nap(0), nap(0)}), {}, &json, {.found = second_throws}),
               std::runtime_error);
  EXPECT_EQ(report_from_json(read_file(directory / "report.json")).findings.size(), 2u);
}

TEST_F(WrittenFile, a_run_on_a_full_disk_says_so_at_once_and_keeps_the_last_report_that_fitted) {
  const auto large = planted::check("large", [](const Settings&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    Evidence evidence = planted::good_evidence();
    evidence.note = std::string(20'000, 'x');
    return evidence;
  });
  Recorded run;
  {
    const SmallDisk disk(50'000);
    run = recorded(std::vector<Check>(4, large), directory / "report.json");
  }
  EXPECT_TRUE(run.end.finished);
  ASSERT_EQ(run.troubles.size(), 1u) << "once, and not at each try";
  EXPECT_NE(run.troubles[0].find("File too large; make room there"), std::string::npos);
  EXPECT_EQ(run.end.unsaved, run.troubles[0]);
  EXPECT_EQ(run.on_disk.back(), 2u);
  EXPECT_EQ(entries(), 1);
}

TEST_F(WrittenFile, a_stream_gets_the_report_once) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  {
    const OutputFile json(fmt::format("/dev/fd/{}", writing.number()));
    Report report;
    report.planned = 2;
    EXPECT_EQ(record_run(report, planted::tasks({nap(0), nap(1200)}), {}, &json).unsaved, "");
  }
  writing.close();
  const Report sent = report_from_json(read_file(fmt::format("/proc/self/fd/{}", reading.number())));
  EXPECT_TRUE(sent.complete());
}

}  // namespace
}  // namespace verigrad::report_file_test
