// Optimisers of PyTorch 1.13 on the probe, from a record: pytorch/record.py writes pytorch/runs.json.
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verigrad/conformance/identify.hpp"

namespace verigrad::conformance::test {
namespace {

using Json = nlohmann::json;

const Json& record() {
  static const Json all =
      Json::parse(std::ifstream(VERIGRAD_SOURCE_DIR "/properties/rooms/conformance/pytorch/runs.json"));
  return all;
}

/// The run as a recorder would write it.
Trace trace_of(const Json& run) {
  const Json head{{"verigrad", "optimiser"},
                  {"version", 1},
                  {"dtype", run["dtype"]},
                  {"method", run["method"]},
                  {"hyperparameters", run["hyperparameters"]},
                  {"tensors", record()["tensors"]}};
  std::string text = head.dump() + "\n";
  for (std::size_t i = 0; i < run["parameters"].size(); ++i) {
    Json step = record()["steps"][i];
    step["parameters"] = run["parameters"][i];
    text += step.dump() + "\n";
  }
  return read_trace(text, "record");
}

std::string label(const Json& run) {
  return fmt::format("{} {}{} {}", run["method"].get<std::string>(), run["dtype"].get<std::string>(),
                     run["foreach"].get<bool>() ? " foreach" : "", run["hyperparameters"].dump());
}

/// What PyTorch 1.13 does otherwise than it says.
std::string known_difference(const Json& run) {
  const bool foreach = run["foreach"].get<bool>();
  if (run["method"] == "nadam" && !foreach) return "NAdam with Nesterov's momentum with μ twice in the next product";
  if (run["method"] == "radam" && foreach) return "RAdam with no ε";
  if (run["method"] == "asgd" && foreach) return "ASGD with the counter of the first tensor that has a gradient";
  return "";
}

/// Where PyTorch 1.13 keeps a coefficient in a float32 tensor in a float64 run.
bool keeps_single_coefficients(const Json& run) {
  if (run["dtype"] != "float64") return false;
  const bool adagrad = run["method"] == "adagrad" && run["hyperparameters"].contains("lr_decay");
  return run["method"] == "nadam" || run["method"] == "asgd" || (adagrad && run["foreach"].get<bool>());
}

TEST(PyTorchOnTheProbe, each_run_is_as_declared_but_for_known_differences) {
  for (const Json& run : record()["runs"]) {
    const Trace trace = trace_of(run);
    const Identification found = identify(trace, &method_named(trace.head.method));
    const std::string difference = known_difference(run);
    EXPECT_EQ(found.outcome, difference.empty() ? Telling::as_declared : Telling::dialect) << label(run);
    if (!difference.empty()) {
      EXPECT_EQ(found.found->description.text(), difference) << label(run);
    }
    EXPECT_EQ(found.single_coefficients, keeps_single_coefficients(run)) << label(run);
  }
}

TEST(PyTorchOnTheProbe, nothing_is_open_at_the_hyper_parameters_of_the_probe) {
  for (const Json& run : record()["runs"]) {
    const Json& hyper = run["hyperparameters"];
    if (hyper.value("eps", 0.5) != 0.5 || hyper.value("lambd", 0.5) != 0.5) continue;
    const Trace trace = trace_of(run);
    for (const Alternative& other : identify(trace, &method_named(trace.head.method)).alternatives)
      ADD_FAILURE() << label(run) << ": " << other.candidate.description.text();
  }
}

TEST(PyTorchOnTheProbe, is_told_without_a_declaration) {
  for (const Json& run : record()["runs"]) {
    const Trace trace = trace_of(run);
    const Identification found = identify(trace, nullptr);
    ASSERT_TRUE(found.found) << label(run);
    EXPECT_TRUE(found.found->replay.fits()) << label(run);
  }
}

}  // namespace
}  // namespace verigrad::conformance::test
