// What a trace is told to be: as declared, something else by name, nothing known, or open.
#include "verigrad/conformance/identify.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "verigrad/conformance/adam_family.hpp"
#include "verigrad/conformance/probe.hpp"
#include "verigrad/conformance/sag_family.hpp"

#include "properties/rooms/conformance/plain_run.hpp"
#include "properties/rooms/conformance/random_inputs.hpp"

namespace verigrad::conformance::test {
namespace {

const Method& adam() { return method_named("adam"); }
Trace probe_of_adam() { return probe(adam(), float64); }

TEST(Identify, says_where_a_mistake_first_departs_from_what_was_declared) {
  const Dialect mistaken = adam().dialect.with(adam_epsilon, int(Epsilon::inside));
  Trace inputs = probe_of_adam();
  inputs.head.hyper.set("weight_decay", 0);
  const Identification found = identify(plain_run<float>(mistaken, inputs), &adam());
  EXPECT_EQ(found.outcome, Telling::dialect);
  EXPECT_EQ(found.found->description.text(), "ADAM with ε inside the root");
  ASSERT_TRUE(found.declared && found.declared->replay.departure);
  const Departure& where = *found.declared->replay.departure;
  EXPECT_EQ(where.step, 1);
  EXPECT_EQ(where.tensor, 0U);
  EXPECT_GT(where.possible.lower(), where.recorded) << "1.6 = 2 − ½·2/(2 + ½)";
}

TEST(Identify, names_the_family_without_a_declaration) {
  for (const Method& method : methods()) {
    const Trace inputs = probe(method, float64);
    const Identification found =
        identify(plain_run<float>(declared_dialect(method, inputs.head.hyper), inputs), nullptr);
    ASSERT_TRUE(found.found) << method.name;
    EXPECT_EQ(found.outcome, Telling::dialect) << method.name;
    EXPECT_EQ(found.found->description.text(), method.title);
  }
}

TEST(Identify, finds_none_in_numbers_that_no_definition_gives) {
  Trace run = plain_run<double>(adam().dialect, probe_of_adam());
  run.steps[3].parameters[0][0] += 0.125;
  const Identification found = identify(run, &adam());
  EXPECT_EQ(found.outcome, Telling::none);
  ASSERT_TRUE(found.found && found.found->replay.departure);
  EXPECT_EQ(found.found->replay.departure->step, 4);
}

TEST(Identify, leaves_open_what_a_trace_does_not_show) {
  Trace inputs = probe_of_adam();
  inputs.head.hyper.set("eps", 0x1p-40);
  const Identification found = identify(plain_run<float>(declared_dialect(adam(), inputs.head.hyper), inputs), &adam());
  EXPECT_EQ(found.outcome, Telling::as_declared);
  ASSERT_FALSE(found.alternatives.empty()) << "float32 does not show so small an ε";
  for (const Alternative& other : found.alternatives) EXPECT_TRUE(other.parting) << other.candidate.description.text();
}

TEST(Identify, blames_the_optimiser_for_numbers_that_are_not_finite) {
  Trace run = plain_run<double>(declared_dialect(adam(), probe_of_adam().head.hyper), probe_of_adam());
  run.steps[4].parameters[1][0] = std::numeric_limits<double>::quiet_NaN();
  const Identification found = identify(run, &adam());
  EXPECT_EQ(found.outcome, Telling::not_finite);
  EXPECT_EQ(found.not_finite->step, 5);
  EXPECT_EQ(found.not_finite->tensor, 1U);
}

TEST(Identify, needs_the_hyper_parameters_of_what_is_declared) {
  Trace run = plain_run<double>(adam().dialect, probe_of_adam());
  run.head.hyper = {};
  EXPECT_THROW(identify(run, &adam()), std::invalid_argument);
}

TEST(Identify, tells_clipping_and_batches) {
  Trace inputs = probe_of_adam();
  inputs.head.hyper.set("clip_norm", 1);
  inputs.head.hyper.set("batch_size", 4);
  const Dialect right = declared_dialect(adam(), inputs.head.hyper);
  EXPECT_EQ(identify(plain_run<float>(right, inputs), &adam()).outcome, Telling::as_declared);
  for (const Dialect& other : neighbours(right, inputs.head.hyper)) {
    const Identification found = identify(plain_run<double>(other, inputs), &adam());
    EXPECT_NE(found.outcome, Telling::as_declared) << describe(other, inputs.head.hyper, &adam()).text();
    if (found.outcome == Telling::not_finite) continue;
    EXPECT_EQ(distance(found.found->dialect, other, inputs.head.hyper), 0) << found.found->description.text();
  }
}

TEST(Identify, tells_from_which_norm_the_constant_of_sag_is) {
  for (const char* name : {"sag", "saga"}) {
    const Method& method = method_named(name);
    Trace inputs = probe(method, float64);
    for (const auto& [constant, value] : {std::pair("L", 8.0), {"mean_L", 4.0}, {"L_of_mean", 3.0}})
      inputs.head.hyper.set(constant, value);
    const HyperParameters& hyper = inputs.head.hyper;
    const Dialect right = declared_dialect(method, hyper);
    EXPECT_EQ(identify(plain_run<float>(right, inputs), &method).outcome, Telling::as_declared);
    for (int option = 0; option <= int(SagConstant::root_of_largest); ++option) {
      const Dialect other = right.with(sag_constant, option);
      if (other == right) continue;
      const Identification found = identify(plain_run<float>(other, inputs), &method);
      ASSERT_TRUE(found.found) << option;
      EXPECT_EQ(distance(found.found->dialect, other, hyper), 0) << found.found->description.text();
      EXPECT_EQ(found.outcome, option == 0 ? Telling::dialect : Telling::mistake);
      EXPECT_TRUE(found.alternatives.empty());
    }
  }
}

TEST(Identify, needs_all_constants_of_the_terms_where_one_is_declared) {
  Trace run = plain_run<double>(method_named("sag").dialect, probe(method_named("sag"), float64));
  run.head.hyper.set("L", 4);
  EXPECT_THROW(identify(run, &method_named("sag")), std::invalid_argument);
}

void expect_same_function(const Dialect& written, const Trace& inputs) {
  const HyperParameters& hyper = inputs.head.hyper;
  const Dialect normal = normal_form(written, hyper);
  if (written == normal) return;
  const Replay same = replay(normal, simulated(written, inputs), Arithmetic::of(float64));
  if (!same.departure || same.unbounded > 0) return;
  std::string words;
  for (std::size_t i = 0; i < written.picks.size(); ++i)
    if (written.picks[i] != normal.picks[i])
      words += std::string(written.option(i).words) + " for " + std::string(normal.option(i).words) + "; ";
  ADD_FAILURE() << words << describe(normal, hyper).text();
}

TEST(Identities, are_the_same_functions_on_random_gradients) {
  for (const Method& method : methods()) {
    const Trace inputs = random_inputs(method, 7);
    const Dialect base = declared_dialect(method, inputs.head.hyper);
    const std::vector<Choice>& choices = base.family->choices;
    for (std::size_t first = 0; first < choices.size(); ++first)
      for (std::size_t second = first; second < choices.size(); ++second)
        for (int i = 0; i < int(choices[first].options.size()); ++i)
          for (int j = 0; j < int(choices[second].options.size()); ++j)
            expect_same_function(base.with(first, i).with(second, j), inputs);
  }
}

TEST(Dialects, are_named_by_the_nearest_method) {
  const HyperParameters hyper = probe_of_adam().head.hyper;
  const Dialect adamw = declared_dialect(method_named("adamw"), hyper);
  EXPECT_EQ(describe(adamw, hyper, &adam()).text(), "AdamW");
  const Description two = describe(adam()
                                       .dialect.with(adam_epsilon, int(Epsilon::inside))
                                       .with(adam_root, 0)
                                       .with(adam_correction, int(Correction::ahead)),
                                   HyperParameters{}, &adam());
  EXPECT_EQ(two.text(), "ADAM with ε inside the root and the counter of the correction one ahead");
  EXPECT_TRUE(two.mistake);
}

TEST(Dialects, have_words_for_each_option_and_sources_for_the_first) {
  for (const Method& method : methods())
    for (const Choice& choice : method.dialect.family->choices) {
      EXPECT_GE(choice.options.size(), 2U) << choice.name;
      EXPECT_FALSE(choice.options.front().is_mistake()) << choice.name;
      for (const Option& option : choice.options) EXPECT_FALSE(option.words.empty()) << choice.name;
    }
}

TEST(Methods, propose_near_names) {
  try {
    method_named("adma");
    FAIL() << "no such method";
  } catch (const std::invalid_argument& error) {
    EXPECT_NE(std::string(error.what()).find("near it: adam"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace verigrad::conformance::test
