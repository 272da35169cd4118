// Laws without a reference, each broken once.
#include "verigrad/conformance/laws.hpp"

#include <chrono>

#include <gtest/gtest.h>

#include "verigrad/conformance/probe.hpp"

#include "properties/rooms/conformance/plain_run.hpp"

namespace verigrad::conformance::test {
namespace {

/// Two entries of one tensor with the same gradients, one with none, and a tensor that misses one.
Trace run_of_sgd() {
  Trace inputs;
  inputs.head.tensors = {{"w", {3}, {1, 1, 4}}, {"v", {1}, {2}}};
  for (const double g : {1.0, -2.0, 0.0}) {
    TraceStep& step = inputs.steps.emplace_back();
    step.rate = g == 0 ? 0 : 0.5;
    step.gradients = {Entries{g, g, 0}, g == 1 ? std::optional(Entries{1}) : std::nullopt};
  }
  return plain_run<double>(method_named("sgd").dialect, inputs);
}

void expect_broken(const Trace& trace, const std::string& law, const std::string& where) {
  const std::vector<BrokenLaw> broken = broken_laws(trace);
  ASSERT_EQ(broken.size(), 1U) << law;
  EXPECT_EQ(broken.front().law, law);
  EXPECT_NE(broken.front().where.find(where), std::string::npos) << broken.front().where;
}

TEST(Laws, hold_for_a_right_run) { EXPECT_TRUE(broken_laws(run_of_sgd()).empty()); }

TEST(Laws, tell_an_entry_that_moves_without_cause) {
  Trace run = run_of_sgd();
  run.steps[1].parameters[0][2] = 3;
  run.steps[2].parameters[0][2] = 3;
  expect_broken(run, "an entry moves only once it has had a gradient other than 0",
                "step 2, tensor \"w\", entry 2: from 4 to 3");
}

TEST(Laws, tell_a_first_step_along_the_gradient) {
  Trace run = run_of_sgd();
  for (TraceStep& step : run.steps) step.parameters[1][0] = 2.5;
  expect_broken(run, "the first step goes against the gradient", "step 1, tensor \"v\"");
}

TEST(Laws, tell_a_tensor_that_moves_without_gradient) {
  Trace run = run_of_sgd();
  run.steps[1].parameters[1][0] = 7;
  run.steps[2].parameters[1][0] = 7;
  expect_broken(run, "a tensor without gradient does not move", "step 2, tensor \"v\"");
}

TEST(Laws, tell_a_step_at_rate_0) {
  Trace run = run_of_sgd();
  run.steps[2].parameters[0][0] = run.steps[2].parameters[0][1] = 9;
  expect_broken(run, "a rate of 0 moves nothing", "step 3, tensor \"w\", entry 0");
}

TEST(Laws, tell_equal_entries_that_part) {
  Trace run = run_of_sgd();
  run.steps[1].parameters[0][1] = 8;
  run.steps[2].parameters[0][1] = 8;
  expect_broken(run, "entries that start alike and have the same gradients stay alike",
                "step 2: tensor \"w\", entry 0");
}

/// Two entries that start as opposites, with opposite gradients, and one whose gradients keep their sign.
Trace run_of_opposites(const char* method) {
  Trace inputs = probe(method_named(method), float64);
  inputs.head.hyper.set("weight_decay", 0);
  inputs.head.tensors = {{"w", {3}, {0.1, -0.1, 5}}};
  for (TraceStep& step : inputs.steps) {
    const double g = step.gradients[0] ? step.gradients[0]->front() : 0.3;
    step.gradients = {Entries{g, -g, 0.25}};
  }
  return plain_run<double>(declared_dialect(method_named(method), inputs.head.hyper), inputs);
}

TEST(Laws, hold_for_each_method_on_opposites_and_constant_gradients) {
  for (const Method& method : methods()) {
    const std::vector<BrokenLaw> broken = broken_laws(run_of_opposites(method.name.data()));
    EXPECT_TRUE(broken.empty()) << method.name << ": " << broken.front().law << ", " << broken.front().where;
  }
}

TEST(Laws, tell_opposites_that_do_not_stay_so) {
  Trace run = run_of_opposites("adam");
  run.steps.back().parameters[0][1] += 0.125;
  expect_broken(run, "entries that start as opposites and have opposite gradients stay opposites",
                "step 15: tensor \"w\", entry 0 is ");
}

TEST(Laws, tell_a_step_back_under_a_constant_gradient) {
  Trace run = run_of_opposites("adam");
  run.steps.back().parameters[0][2] = 7;
  expect_broken(run, "an entry whose gradients have all had one sign moves against them",
                "step 15, tensor \"w\", entry 2");
}

TEST(Laws, take_time_in_proportion_to_the_trace) {
  Trace inputs;
  inputs.head.tensors = {{"w", {100}, Entries(100, 1)}};
  inputs.steps.assign(5000, {{{Entries(100, 0.5)}, 0.25}, {}});
  for (std::size_t i = 0; i < inputs.steps.size(); ++i) inputs.steps[i].gradients[0]->at(i % 100) = double(i);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(broken_laws(plain_run<double>(method_named("sgd").dialect, inputs)).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30))
      << "it took minutes when it was quadratic";
}

}  // namespace
}  // namespace verigrad::conformance::test
