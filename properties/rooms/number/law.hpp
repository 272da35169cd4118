// A law of arithmetic as a test: RapidCheck draws, a fixed seed reproduces, and a failing law fails the test.
#pragma once

#include <sstream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "verigrad/report/googletest.hpp"
#include "verigrad/sampling/rapidcheck.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad {

/// One draw, within a law.
template <class T>
T operator*(const Gen<T>& gen) {
  return *to_rapidcheck(gen);
}

struct QuietListener : rc::detail::TestListener {
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

/// Draws cases_per_setting · VERIGRAD_CASES cases of `law`, a callable with RC_ASSERTs, from VERIGRAD_SEED mixed with
/// its name. Anything but success fails the test and prints the seed and the smallest counterexample.
template <class Law>
void expect_law(const std::string& name, Law law, int cases_per_setting = 10) {
  const Settings settings = settings_from_environment();
  rc::detail::TestParams params;
  params.seed = mixed_seed(settings.seed, {"number", Kind::step, name});
  params.maxSuccess = cases_per_setting * settings.cases;
  QuietListener quiet;
  const auto result = rc::detail::checkProperty(rc::detail::toProperty(law), {}, params, quiet, {});
  rc::detail::SuccessResult success;
  if (result.match(success) && success.numSuccess == params.maxSuccess) return;
  std::ostringstream words;
  rc::detail::printResultMessage(result, words);
  ADD_FAILURE() << "law \"" << name << "\", VERIGRAD_SEED=" << settings.seed << ": " << words.str();
}

}  // namespace verigrad
