// Right implementations on random gradients: every method, with every option that it has by name and in every dialect
// that is in use, in float and double, is never told to depart. VERIGRAD_RANDOM_RUNS says how many runs of each, and
// has the count printed, option by option.
#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/conformance/families.hpp"
#include "verigrad/conformance/replay.hpp"

#include "properties/rooms/conformance/plain_run.hpp"
#include "properties/rooms/conformance/random_inputs.hpp"

namespace verigrad::conformance::test {
namespace {

/// What is declared in place of the probe's hyper-parameters, by a name for the count.
struct Declared {
  std::string name;
  HyperParameters declared;
};

std::vector<Declared> declarations_of(const Method& method) {
  const Family* const family = method.dialect.family;
  std::vector<Declared> result{{"as in the probe", {}},
                               {"weight_decay=0", {{"weight_decay", 0}}},
                               {"maximize", {{"maximize", 1}}},
                               {"clip_norm, batch_size", {{"clip_norm", 1}, {"batch_size", 4}}}};
  const auto add = [&](const Family& of, const Declared& option) {
    if (family == &of) result.push_back(option);
  };
  add(adam_family(), {"amsgrad", {{"amsgrad", 1}}});
  add(adam_family(), {"amsgrad, maximize, weight_decay=0", {{"amsgrad", 1}, {"maximize", 1}, {"weight_decay", 0}}});
  add(sgd_family(), {"momentum=0", {{"momentum", 0}, {"dampening", 0}}});
  add(sgd_family(), {"dampening=0", {{"dampening", 0}}});
  add(sgd_family(), {"nesterov", {{"nesterov", 1}, {"dampening", 0}}});
  add(rmsprop_family(), {"momentum", {{"momentum", 0.75}}});
  add(rmsprop_family(), {"centered", {{"centered", 1}}});
  add(rmsprop_family(), {"centered, momentum", {{"centered", 1}, {"momentum", 0.75}}});
  add(adagrad_family(),
      {"lr_decay=0, initial_accumulator_value=0", {{"lr_decay", 0}, {"initial_accumulator_value", 0}}});
  add(sag_family(), {"terms=1", {{"terms", 1}}});
  add(sag_family(), {"L", {{"L", 8}, {"mean_L", 4}, {"L_of_mean", 3}}});
  return result;
}

struct Count {
  int runs = 0, alarms = 0, undecided = 0;
  std::string first = {};  ///< alarm
};

template <class T>
void run(Count& count, const Dialect& right, const Trace& inputs, std::uint64_t seed) {
  const Trace trace = plain_run<T>(right, inputs);
  const Replay replayed = replay(right, trace, Arithmetic::of(*trace.head.dtype));
  ++count.runs;
  count.alarms += replayed.departure.has_value();
  count.undecided += !replayed.departure && !replayed.fits();
  if (!replayed.departure || !count.first.empty()) return;
  const Departure& where = *replayed.departure;
  count.first = fmt::format("seed {} in {}, step {}: {} not in [{}, {}]", seed, trace.head.dtype->name, where.step,
                            where.recorded, where.possible.lower(), where.possible.upper());
}

Trace inputs_with(const Declared& option, const Method& method, std::uint64_t seed) {
  Trace inputs = random_inputs(method, seed);
  for (const auto& [name, value] : option.declared.all()) inputs.head.hyper.set(name, value);
  return inputs;
}

/// How many runs of each kind are asked for; 0 where nothing is said.
int runs_asked_for() {
  const char* const text = std::getenv("VERIGRAD_RANDOM_RUNS");
  return text ? std::atoi(text) : 0;
}

/// Runs dialects, each the same function of the inputs of every seed, and expects no alarm.
template <class DialectOf>
void expect_no_alarm(const Method& method, const Declared& option, const std::string& what, int few,
                     const DialectOf& dialect_of) {
  const int runs = runs_asked_for() > 0 ? runs_asked_for() : few;
  Count count;
  for (int seed = 0; seed < runs; ++seed) {
    const Trace inputs = inputs_with(option, method, std::uint64_t(seed));
    const Dialect right = dialect_of(inputs.head.hyper);
    run<double>(count, right, inputs, std::uint64_t(seed));
    run<float>(count, right, inputs, std::uint64_t(seed));
  }
  EXPECT_EQ(count.alarms, 0) << method.name << " " << what << ": " << count.first;
  if (runs_asked_for() > 0)
    fmt::print("| `{}` | {} | {} | {} | {} |\n", method.name, what, count.runs, count.alarms, count.undecided);
}

TEST(FalseAlarms, are_not_raised_by_any_method_with_any_option) {
  constexpr int few = 60;
  for (const Method& method : methods())
    for (const Declared& option : declarations_of(method))
      expect_no_alarm(method, option, option.name, few,
                      [&](const HyperParameters& hyper) { return declared_dialect(method, hyper); });
}

TEST(FalseAlarms, are_not_raised_by_any_dialect_in_use) {
  constexpr int few = 10;
  const Declared clipped{"", {{"clip_norm", 1}, {"batch_size", 4}}};
  for (const Method& method : methods()) {
    const HyperParameters hyper = inputs_with(clipped, method, 0).head.hyper;
    for (const Dialect& dialect : neighbours(declared_dialect(method, hyper), hyper)) {
      const Description told = describe(dialect, hyper, &method);
      if (!told.mistake)
        expect_no_alarm(method, clipped, told.text(), few, [&](const HyperParameters&) { return dialect; });
    }
  }
}

TEST(FalseAlarms, would_be_seen) {
  const Method& adam = method_named("adam");
  const Trace inputs = random_inputs(adam, 0);
  Trace run = plain_run<double>(declared_dialect(adam, inputs.head.hyper), inputs);
  for (TraceStep& step : run.steps)
    for (double& entry : step.parameters[0]) entry *= 1 + 0x1p-30;
  EXPECT_TRUE(replay(declared_dialect(adam, inputs.head.hyper), run, Arithmetic::of(float64)).departure);
}

}  // namespace
}  // namespace verigrad::conformance::test
