// Files: the old text or the new, never a part; complaints that name place and remedy.
#include "verigrad/report/file.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/report/json.hpp"
#include "verigrad/report/record.hpp"

#include "planted.hpp"

namespace verigrad::report_file_test {
namespace {

namespace fs = std::filesystem;

class file : public testing::Test {
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
    require_writable(path);
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

TEST_F(file, is_replaced_as_a_whole_and_nothing_else_is_left) {
  write_file(directory / "a", "old");
  fs::permissions(directory / "a", fs::perms(0640));
  write_file(directory / "a", "new");
  EXPECT_EQ(read_file(directory / "a"), "new");
  EXPECT_EQ(fs::status(directory / "a").permissions(), fs::perms(0640));
  EXPECT_EQ(entries(), 1);
}

TEST_F(file, a_symbolic_link_stays_one) {
  write_file(directory / "a", "old");
  fs::create_symlink("a", directory / "link");
  write_file(directory / "link", "new");
  EXPECT_TRUE(fs::is_symlink(directory / "link"));
  EXPECT_EQ(read_file(directory / "a"), "new");
}

TEST_F(file, a_full_disk_leaves_the_old_text) {
  write_file(directory / "a", "old");
  {
    const SmallDisk disk(1000);
    EXPECT_THROW(write_file(directory / "a", std::string(5000, 'x')), FileError);
  }
  EXPECT_EQ(read_file(directory / "a"), "old");
  EXPECT_EQ(entries(), 1);
}

TEST_F(file, a_device_is_written_not_replaced) {
  write_file("/dev/null", "text");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_THROW(write_file("/dev/full", "text"), FileError);
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(file, complaints_name_place_and_remedy) {
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

TEST_F(file, a_run_keeps_its_report_current) {
  const fs::path json = directory / "report.json";
  Report report;
  report.planned = 3;
  std::vector<std::size_t> seen;
  record_run(report, planted::tasks(std::vector<Check>(3, planted::check("good", planted::good))), {}, json,
             [&](const Finding&) {
               const Report on_disk = report_from_json(read_file(json));
               seen.push_back(on_disk.findings.size());
               EXPECT_EQ(on_disk.complete(), on_disk.findings.size() == 3);
             });
  EXPECT_EQ(seen, (std::vector<std::size_t>{1, 2, 3}));
}

TEST_F(file, a_run_on_a_full_disk_keeps_the_last_report_that_fitted) {
  const fs::path json = directory / "report.json";
  Report report;
  report.planned = 4;
  const auto large = [](const Settings&) {
    Evidence evidence = planted::good_evidence();
    evidence.note = std::string(20'000, 'x');
    return evidence;
  };
  std::vector<Check> checks(4, planted::check("large", large));
  {
    const SmallDisk disk(50'000);
    EXPECT_TRUE(record_run(report, planted::tasks(checks), {}, json, [](const Finding&) {}));
    EXPECT_THROW(save_json(report, json), FileError);
  }
  EXPECT_EQ(report_from_json(read_file(json)).findings.size(), 2u);
  EXPECT_EQ(entries(), 1);
}

}  // namespace
}  // namespace verigrad::report_file_test
