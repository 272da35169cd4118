// Reading traces: what is written reads back, and each fault has a message with its place and remedy.
#include "verigrad/conformance/trace.hpp"

#include <zlib.h>

#include <cmath>
#include <filesystem>

#include <gtest/gtest.h>

#include "verigrad/conformance/identify.hpp"
#include "verigrad/conformance/probe.hpp"
#include "verigrad/text/read_file.hpp"

#include "properties/rooms/conformance/plain_run.hpp"

namespace verigrad::conformance::test {
namespace {

const std::string head = R"({"verigrad": "optimiser", "version": 1, "dtype": "float32", "hyperparameters": {"lr": 1},)"
                         R"( "tensors": [{"name": "w", "shape": [2], "values": [1, 2]}]})";
const std::string step = R"({"step": 1, "lr": 0.5, "gradients": [[1, null]], "parameters": [[0.5, 2]]})";

std::string complaint(const std::string& text) {
  try {
    read_trace(text, "run.jsonl");
  } catch (const TraceError& error) {
    return error.what();
  }
  return "";
}

void expect_refused(const std::string& text, const std::string& part) {
  EXPECT_NE(complaint(text).find(part), std::string::npos) << complaint(text);
}

std::string with(std::string text, const std::string& what, const std::string& by) {
  return text.replace(text.find(what), what.size(), by);
}

TEST(Trace, reads_back_as_it_was_written) {
  const Method& adam = method_named("adam");
  const Trace inputs = probe(adam, float32);
  const Trace run = plain_run<float>(declared_dialect(adam, inputs.head.hyper), inputs);
  const std::string text = to_json_lines(run);
  const Trace read = read_trace(text, "run");
  EXPECT_EQ(to_json_lines(read), text);
  EXPECT_EQ(read.head.hyper.all(), run.head.hyper.all());
  for (std::size_t i = 0; i < run.steps.size(); ++i) {
    EXPECT_EQ(read.steps[i].parameters, run.steps[i].parameters);
    EXPECT_EQ(read.steps[i].gradients, run.steps[i].gradients);
  }
}

TEST(Trace, takes_rates_from_the_head_where_steps_have_none) {
  const std::string bare = R"({"gradients": [[1, 0]], "parameters": [[0, 2]]})";
  EXPECT_EQ(read_trace(head + "\n" + bare, "run").steps.at(0).rate, 1);
}

TEST(Trace, reads_pairs_and_switches) {
  const std::string hyper = R"({"betas": [0.5, 0.75], "amsgrad": true, "foreach": null, "lr": 1})";
  const Trace trace = read_trace(with(head, R"({"lr": 1})", hyper) + "\n" + with(step, "null", "0"), "run");
  EXPECT_EQ(trace.head.hyper.at("beta1"), 0.5);
  EXPECT_EQ(trace.head.hyper.at("beta2"), 0.75);
  EXPECT_TRUE(trace.head.hyper.on("amsgrad"));
  EXPECT_FALSE(trace.head.hyper.has("foreach"));
}

TEST(Trace, reads_parameters_that_are_not_finite) {
  for (const char* word : {"null", "NaN", "Infinity", "-Infinity"}) {
    const Trace trace =
        read_trace(head + "\n" + with(with(step, "null", "0"), "[[0.5", std::string("[[") + word), "run");
    EXPECT_TRUE(std::isnan(trace.steps.at(0).parameters.at(0).at(0))) << word;
  }
}

TEST(Trace, names_place_and_remedy_of_each_fault) {
  const std::string good = with(step, "null", "0");
  EXPECT_EQ(complaint(head + "\n" + good), "");
  expect_refused("", "no line in it; record a run");
  expect_refused(head, "without steps");
  expect_refused("[]\n", "line 1: a JSON value that is no object");
  expect_refused(good, "line 1: the first line is no head");
  expect_refused(with(head, "\"version\": 1", "\"version\": 2"), "version 2 of the format is not known");
  expect_refused(with(head, "float32", "float8"), "none of float64, float32, float16 and bfloat16");
  expect_refused(with(head, "[1, 2]", "[1]"), "line 1, tensor \"w\": 1 numbers for a tensor of 2 entries");
  expect_refused(with(head, "[1, 2]", "[1, 0.1]"), "entry 1 is 0.1, which no float32 is; declare the dtype");
  expect_refused(with(head, "{\"lr\": 1}", "{\"lr\": \"fast\"}"), "\"lr\" is no number");
  expect_refused(head + "\n" + good.substr(0, 40), "line 2, step 1: no JSON; was the file cut");
  expect_refused(head + "\n" + with(good, "\"step\": 1", "\"step\": 3"), "it says step 3; steps count from 1");
  expect_refused(head + "\n" + with(good, "\"gradients\"", "\"grads\""), "line 2, step 1: no \"gradients\"");
  expect_refused(head + "\n" + with(good, "[[1, 0]]", "[]"), "has not one list for each of the 1 tensors");
  expect_refused(head + "\n" + step, "line 2, step 1, tensor \"w\": a gradient is not finite");
  expect_refused(head + "\n\n" + with(good, "[[0.5, 2]]", "[[0.5]]"),
                 "line 3, step 1, tensor \"w\": 1 numbers for a tensor of 2");
}

TEST(HyperParameters, names_what_is_missing) {
  try {
    static_cast<void>(HyperParameters().at("eps"));
    FAIL() << "it is not there";
  } catch (const std::invalid_argument& error) {
    EXPECT_NE(std::string(error.what()).find("eps is not declared; add it"), std::string::npos);
  }
}

/// A file of these lines, compressed or not, that is removed in the end.
class TraceOnDisk {
public:
  TraceOnDisk(const std::string& text, bool compressed) : path_(testing::TempDir() + "verigrad_trace.jsonl") {
    const gzFile file = gzopen(path_.c_str(), compressed ? "wb" : "wT");
    gzwrite(file, text.data(), unsigned(text.size()));
    gzclose(file);
  }
  ~TraceOnDisk() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

private:
  std::string path_;
};

TEST(TraceFile, reads_the_same_from_text_and_gzip_as_often_as_asked) {
  const Method& adam = method_named("adam");
  const Trace inputs = probe(adam, float32);
  const Trace run = plain_run<float>(declared_dialect(adam, inputs.head.hyper), inputs);
  for (const bool compressed : {false, true}) {
    const TraceOnDisk file(to_json_lines(run), compressed);
    const std::unique_ptr<TraceSource> source = open_trace(file.path());
    for (int reading = 0; reading < 2; ++reading) {
      source->rewind();
      Trace read{source->head(), {}};
      while (const TraceStep* next = source->next()) read.steps.push_back(*next);
      EXPECT_EQ(to_json_lines(read), to_json_lines(run));
    }
    EXPECT_EQ(identify(*source, &adam).outcome, Telling::as_declared);
    EXPECT_EQ(identify(*source, &adam).steps, 15);
  }
}

TEST(TraceFile, names_what_is_wrong_with_the_file) {
  EXPECT_THROW(open_trace("no/such/file"), FileError);
  EXPECT_THROW(open_trace(testing::TempDir()), FileError);
  const std::string good = head + "\n" + with(step, "null", "0") + "\n";
  EXPECT_THROW(open_trace(TraceOnDisk("", false).path()), std::runtime_error);
  const TraceOnDisk whole(good, true);
  std::filesystem::resize_file(whole.path(), std::filesystem::file_size(whole.path()) - 12);
  try {
    const auto source = open_trace(whole.path());
    while (source->next()) continue;
    FAIL() << "a cut file was read to its end";
  } catch (const TraceError& error) {
    EXPECT_NE(std::string(error.what()).find("was the compressed file cut?"), std::string::npos) << error.what();
  }
  const TraceOnDisk bare(head, false);
  EXPECT_THROW(open_trace(bare.path())->next(), TraceError) << "a head without steps";
}

TEST(FirstSteps, end_where_they_are_told) {
  Trace trace;
  trace.steps.resize(3);
  TraceInMemory whole(trace);
  FirstSteps two(whole, 2);
  for (int reading = 0; reading < 2; ++reading) {
    two.rewind();
    EXPECT_TRUE(two.next());
    EXPECT_TRUE(two.next());
    EXPECT_FALSE(two.next());
  }
}

}  // namespace
}  // namespace verigrad::conformance::test
