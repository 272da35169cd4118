#include "law.hpp"

#include <stdexcept>
#include <utility>

#include "verigrad/report/googletest.hpp"
#include "verigrad/sampling/rapidcheck.hpp"
#include "verigrad/sampling/sample.hpp"

namespace verigrad {
namespace {

using rc::detail::CaseResult;

LawDraws* current_draws = nullptr;

/// A case of a law: its draws, and what became of it.
struct LawCase {
  std::string draws;
  CaseResult result;
};
std::ostream& operator<<(std::ostream& out, const LawCase& drawn) { return out << '\n' << drawn.draws; }

CaseResult outcome(const std::function<void()>& law) {
  try {
    law();
    return {CaseResult::Type::Success};
  } catch (const CaseResult& result) {
    return result;
  } catch (const std::exception& error) {
    return {CaseResult::Type::Failure, std::string("threw: ") + error.what()};
  }
}

LawCase run_law(const std::function<void()>& law, Choices& choices) {
  LawDraws draws{choices, {}};
  LawDraws* const before = std::exchange(current_draws, &draws);
  CaseResult result = outcome(law);
  current_draws = before;
  return {draws.words.str(), std::move(result)};
}

struct QuietListener : rc::detail::TestListener {
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

}  // namespace

LawDraws& LawDraws::current() {
  if (!current_draws) throw std::logic_error("drawn outside of a law");
  return *current_draws;
}

void expect_law(const std::string& name, const std::function<void()>& law, int cases_per_setting) {
  const Settings settings = settings_from_environment();
  rc::detail::TestParams params;
  params.seed = mixed_seed(settings.seed, {"number", Kind::step, name});
  params.maxSuccess = cases_per_setting * settings.cases;
  QuietListener quiet;
  const Gen<LawCase> cases([&law](Choices& choices) { return run_law(law, choices); });
  const auto property = rc::detail::toProperty([drawn = to_rapidcheck(cases)] {
    const LawCase tried = *drawn;
    if (tried.result.type != CaseResult::Type::Success) throw tried.result;
  });
  const auto result = rc::detail::checkProperty(property, {}, params, quiet, {});
  rc::detail::SuccessResult success;
  if (result.match(success) && success.numSuccess == params.maxSuccess) return;
  std::ostringstream words;
  rc::detail::printResultMessage(result, words);
  ADD_FAILURE() << "law \"" << name << "\", VERIGRAD_SEED=" << settings.seed << ": " << words.str();
}

}  // namespace verigrad
