// Every definition with every single mistake, and with pairs of them, from runs of plain programs on the probe.
#include <gtest/gtest.h>

#include "verigrad/conformance/identify.hpp"
#include "verigrad/conformance/probe.hpp"

#include "properties/rooms/conformance/plain_run.hpp"

namespace verigrad::conformance::test {
namespace {

class ToldApart : public testing::TestWithParam<std::string> {
protected:
  const Method& method = method_named(GetParam());
  Trace inputs = probe(method, float64);
  const HyperParameters& hyper = inputs.head.hyper;
  Dialect declared = declared_dialect(method, hyper);
};

bool same_function(const Dialect& a, const Dialect& b, const HyperParameters& hyper) {
  return distance(a, b, hyper) == 0;
}

template <class T>
void expect_as_declared(const Method& method, const Dialect& dialect, const Trace& inputs) {
  const Identification found = identify(plain_run<T>(dialect, inputs), &method);
  EXPECT_EQ(found.outcome, Telling::as_declared) << found.found->description.text();
  EXPECT_TRUE(found.alternatives.empty()) << found.alternatives.front().candidate.description.text();
}

TEST_P(ToldApart, the_right_one_is_as_declared_and_nothing_else) {
  expect_as_declared<double>(method, declared, inputs);
  expect_as_declared<float>(method, declared, inputs);
}

/// "": told; else what was found instead. A run that is not finite is the mistake's own doing and told as such.
template <class T>
std::string confusion(const Method& method, const Dialect& mistaken, const Trace& inputs) {
  const Identification found = identify(plain_run<T>(mistaken, inputs), &method);
  if (found.outcome == Telling::not_finite) return "";
  const bool named = found.found && same_function(found.found->dialect, mistaken, inputs.head.hyper);
  if (named && found.outcome != Telling::as_declared && found.alternatives.empty()) return "";
  std::string result = std::string(name(found.outcome)) + ": " + (found.found ? found.found->description.text() : "");
  for (const Alternative& other : found.alternatives) result += " or " + other.candidate.description.text();
  return result;
}

TEST_P(ToldApart, every_single_mistake_is_named) {
  for (const Dialect& mistaken : neighbours(declared, hyper)) {
    EXPECT_EQ(confusion<double>(method, mistaken, inputs), "") << describe(mistaken, hyper, &method).text();
    EXPECT_EQ(confusion<float>(method, mistaken, inputs), "") << describe(mistaken, hyper, &method).text() << ", float";
  }
}

TEST_P(ToldApart, of_pairs_of_mistakes_nearly_all_are_named) {
  const std::vector<Dialect> pairs = second_neighbours(declared, hyper);
  const std::size_t stride = pairs.size() < 100 ? 1 : 7;
  std::size_t tried = 0, told = 0;
  std::string confused;
  for (std::size_t i = 0; i < pairs.size(); i += stride) {
    const std::string with = confusion<float>(method, pairs[i], inputs);
    ++tried;
    told += with.empty();
    if (!with.empty()) confused += describe(pairs[i], hyper, &method).text() + " => " + with + "\n";
  }
  EXPECT_GE(told * 100, tried * 85) << told << " of " << tried << "\n" << confused;
}

std::vector<std::string> names() {
  std::vector<std::string> result;
  for (const Method& method : methods()) result.emplace_back(method.name);
  return result;
}

INSTANTIATE_TEST_SUITE_P(Methods, ToldApart, testing::ValuesIn(names()),
                         [](const auto& method) { return method.param; });

}  // namespace
}  // namespace verigrad::conformance::test
