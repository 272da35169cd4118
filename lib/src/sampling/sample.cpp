#include "verigrad/sampling/sample.hpp"

namespace verigrad {
namespace {

struct Quiet : rc::detail::TestListener {
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

}  // namespace

std::uint64_t mixed_seed(std::uint64_t seed, const CheckId& check) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const unsigned char letter : check.full_name()) hash = (hash ^ letter) * 1099511628211ULL;
  return hash ^ (seed * 0x9E3779B97F4A7C15ULL);
}

namespace detail {

Evidence run_trials(const rc::Gen<Trial>& trials, const CheckId& check, const Settings& settings,
                    const Ladder& ladder) {
  Tally tally(Level::sampled);
  Tally smallest_failure(Level::sampled);
  bool failed = false;
  int shrinks_left = shrink_budget;
  const auto property = rc::detail::toProperty([&] {
    const Trial trial = *trials;
    if (!trial.hypotheses_hold) {
      if (!failed) tally.add_unmet();
      RC_DISCARD("hypotheses do not hold");
    }
    if (failed && shrinks_left-- <= 0) return;
    const ClaimSource source = trial.claims();
    std::vector<Decision> decisions = decide(source, ladder);
    if (failed || check.expected == Verdict::holds) state_exact_sides(source, decisions);
    if (!failed) {
      failed = tally.add(trial.instance, decisions) == Verdict::fails;
      RC_ASSERT(!failed);
    } else {
      Tally shrunk(Level::sampled);
      const bool fails_too = shrunk.add(trial.instance, decisions) == Verdict::fails;
      if (fails_too) smallest_failure = shrunk;
      RC_ASSERT(!fails_too);
    }
  });
  rc::detail::TestParams params;
  params.seed = mixed_seed(settings.seed, check);
  params.maxSuccess = settings.cases;
  params.disableShrinking = check.expected == Verdict::fails;
  Quiet quiet;
  const auto result = rc::detail::checkProperty(property, {}, params, quiet, {});
  Evidence evidence = tally.finish(check.expected);
  const Evidence shrunk = smallest_failure.finish(Verdict::fails);
  if (shrunk.verdict == Verdict::fails) evidence.counterexample = shrunk.counterexample;
  rc::detail::FailureResult failure;
  rc::detail::GaveUpResult gave_up;
  rc::detail::Error error;
  if (result.match(failure) && !failed) evidence.error = failure.description;
  if (result.match(gave_up) && evidence.error.empty())
    evidence.error = "vacuous: the generator seldom meets the hypotheses";
  if (result.match(error)) evidence.error = error.description;
  return evidence;
}

}  // namespace detail
}  // namespace verigrad
