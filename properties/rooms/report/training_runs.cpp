// Runs of training that are stopped, killed, spoilt or shared among threads: the curves are those of one that was left
// alone, to the last bit.
#include <unistd.h>

#include <atomic>
#include <cmath>
#include <filesystem>
#include <limits>

#include <gtest/gtest.h>

#include "verigrad/figure/training.hpp"
#include "verigrad/report/file.hpp"

namespace verigrad::report_training_runs_test {
namespace {

namespace fs = std::filesystem;

class Directory {
public:
  Directory() : path_(fs::temp_directory_path() / ("training_runs_" + std::to_string(getpid()))) { remove(); }
  ~Directory() { remove(); }
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  operator const fs::path&() const { return path_; }

private:
  void remove() { fs::remove_all(path_); }
  fs::path path_;
};

/// Five samples in batches of two, so that a pass can be stopped in its middle; the last batch is smaller.
training::TrainingProblem five_samples() {
  Matrix<double> x(5, 2), y(5, 1);
  x << 1, 0, 0, 1, 1, 1, -1, 1, 0.5, -0.5;
  y << 1, -1, 0, 2, 0.25;
  const Batch<double> samples{x, {}, y};
  return {"",     DenseNetwork::classifier({2, 3, 1}, Activation::silu), Loss::squared_error, 2, 0.125, 2, samples,
          samples};
}

std::vector<training::Method> all_methods() {
  using namespace training;
  const std::vector<double> rates{0.0625, 0.125};
  return {inna(0.5, 0.1, by_the_batch(0.5), rates),
          sgd(by_the_epoch(0.5), rates),
          adagrad(rates),
          rmsprop(rates),
          adam({0.1, 0.9}, rates),
          step_tuned_sgd(constant_rate, rates)};
}

constexpr training::Size size{.epochs = 4, .seeds = 2, .tuning = 2};

void expect_same(const std::vector<training::Trained>& one, const std::vector<training::Trained>& other) {
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].chosen, other[i].chosen) << one[i].label;
    ASSERT_EQ(one[i].runs.size(), other[i].runs.size());
    for (std::size_t k = 0; k < one[i].runs.size(); ++k) {
      EXPECT_EQ(one[i].runs[k].loss, other[i].runs[k].loss) << one[i].label;
      EXPECT_EQ(one[i].runs[k].tested, other[i].runs[k].tested) << one[i].label;
    }
  }
}

const std::vector<training::Trained>& undisturbed() {
  static const std::vector<training::Trained> result = training::train(five_samples(), all_methods(), size);
  return result;
}

/// Trains on from what is kept, for so many batches at a time. Returns how often it was stopped.
int train_in_parts(Checkpoints& checkpoints, int batches, int jobs, std::vector<training::Trained>& trained) {
  for (int stops = 0;; ++stops) {
    std::atomic<int> asked = 0;
    const training::Conduct conduct{
        .jobs = jobs, .checkpoints = &checkpoints, .stopped = [&] { return ++asked > size.seeds + batches; }};
    try {
      trained = training::train(five_samples(), all_methods(), size, conduct);
      return stops;
    } catch (const training::Stopped&) {
      if (stops == 10000) throw;
    }
  }
}

TEST(TrainingRuns, are_the_same_with_any_number_of_jobs) {
  for (const int jobs : {2, 3, 64})
    expect_same(undisturbed(), training::train(five_samples(), all_methods(), size, {jobs}));
}

/// 3 batches a pass; methods have 2, 4 or 6 settings, 18 in all.
TEST(TrainingRuns, go_on_from_where_they_were_stopped) {
  for (const int batches : {2, 50}) {
    const Directory directory;
    Checkpoints checkpoints(directory, "figure", "options", {});
    std::vector<training::Trained> trained;
    EXPECT_GE(train_in_parts(checkpoints, batches, 1, trained), 100 / batches);
    expect_same(undisturbed(), trained);
  }
  const Directory directory;
  Checkpoints checkpoints(directory, "figure", "options", {});
  std::vector<training::Trained> trained;
  EXPECT_GT(train_in_parts(checkpoints, 20, 3, trained), 2);
  expect_same(undisturbed(), trained);
}

TEST(TrainingRuns, that_are_done_are_not_done_again) {
  const Directory directory;
  Checkpoints checkpoints(directory, "figure", "options", {});
  std::vector<training::Trained> trained;
  train_in_parts(checkpoints, 100000, 1, trained);
  EXPECT_EQ(train_in_parts(checkpoints, 0, 1, trained), 0) << "a batch was asked for";
  expect_same(undisturbed(), trained);
}

TEST(TrainingRuns, begin_anew_where_a_file_is_spoilt_and_say_so) {
  const Directory directory;
  std::vector<std::string> told;
  Checkpoints checkpoints(directory, "figure", "options", [&](const std::string& line) { told.push_back(line); });
  std::vector<training::Trained> trained;
  train_in_parts(checkpoints, 100000, 1, trained);
  EXPECT_TRUE(told.empty());
  const auto spoil = [&](const std::string& run, auto change) {
    const fs::path file = checkpoints.directory() / run;
    std::string text = read_file(file);
    change(text);
    write_file(file, text);
  };
  spoil("0000", [](std::string& text) { text.back() ^= 1; });
  spoil("0001", [](std::string& text) { text.resize(text.size() - 1); });
  spoil("0002", [](std::string& text) { text.clear(); });
  spoil("0003", [](std::string& text) { text[0] = 'O'; });
  fs::copy_file(checkpoints.directory() / "0005", checkpoints.directory() / "0004",
                fs::copy_options::overwrite_existing);
  expect_same(undisturbed(), training::train(five_samples(), all_methods(), size, {.checkpoints = &checkpoints}));
  ASSERT_EQ(told.size(), 5u);
  for (const std::string& line : told) EXPECT_NE(line.find("begins anew"), std::string::npos) << line;
}

TEST(Checkpoints, of_other_options_are_told_of_and_left_alone) {
  const Directory directory;
  std::vector<std::string> told;
  const auto tell = [&](const std::string& line) { told.push_back(line); };
  Checkpoints first(directory, "figure", "100 epochs", tell);
  first.save(7, "run", "state");
  Checkpoints longer(directory, "figure_2", "100 epochs", tell);
  EXPECT_TRUE(told.empty()) << told.front();
  Checkpoints second(directory, "figure", "50 epochs", tell);
  EXPECT_NE(first.directory(), second.directory());
  ASSERT_EQ(told.size(), 1u);
  EXPECT_NE(told[0].find(first.directory().string()), std::string::npos) << told[0];
  EXPECT_EQ(second.load(7, "run"), std::nullopt);
  EXPECT_EQ(first.load(7, "run"), "state");
  EXPECT_EQ(first.load(7, "another run"), std::nullopt);
  EXPECT_EQ(read_file(first.directory() / "options"), "100 epochs\n");
}

/// A directory takes no file's place, whoever runs this.
TEST(Checkpoints, that_cannot_be_saved_are_told_of_once) {
  const Directory directory;
  std::vector<std::string> told;
  Checkpoints checkpoints(directory, "figure", "options", [&](const std::string& line) { told.push_back(line); });
  fs::create_directories(checkpoints.directory() / "0001" / "x");
  for (int i = 0; i < 3; ++i) checkpoints.save(1, "run", "state");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_NE(told[0].find("goes on and tries again"), std::string::npos) << told[0];
}

TEST(Archive, holds_numbers_bit_by_bit_and_refuses_to_end_early) {
  const std::vector<double> odd{0.1, -0.0, std::numeric_limits<double>::infinity(), 0x1p-1074};
  Vector<double> vector = Vector<double>::LinSpaced(3, 1, 2);
  std::vector<double> values = odd;
  int count = -5;
  bool flag = true;
  Archive written;
  written(vector);
  written(values);
  written(count);
  written(flag);
  Vector<double> vector_again;
  std::vector<double> values_again;
  int count_again = 0;
  bool flag_again = false;
  Archive read(written.bytes());
  read(vector_again);
  read(values_again);
  read(count_again);
  read(flag_again);
  EXPECT_EQ(vector_again, vector);
  ASSERT_EQ(values_again, odd);
  EXPECT_TRUE(std::signbit(values_again[1]));
  EXPECT_EQ(count_again, -5);
  EXPECT_TRUE(flag_again);
  EXPECT_THROW(read(count_again), std::invalid_argument);
  Archive cut(written.bytes().substr(0, 20));
  EXPECT_THROW(cut(vector_again), std::invalid_argument);
}

}  // namespace
}  // namespace verigrad::report_training_runs_test
