#include "verigrad/sampling/sample.hpp"

#include <algorithm>
#include <optional>

namespace verigrad {
namespace {

struct Quiet : rc::detail::TestListener {
  void onTestCaseFinished(const rc::detail::CaseDescription&) override {}
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {}
  void onTestFinished(const rc::detail::TestMetadata&, const rc::detail::TestResult&) override {}
};

/// The loop of one check: what was decided before the first failure, and the smallest failure while shrinking.
class Sampling {
public:
  Sampling(const CheckId& check, const Settings& settings, const Ladder& ladder)
      : check_(check), settings_(settings), ladder_(ladder) {}

  /// One draw; leaves by a RapidCheck exception unless the instance holds or stays open.
  void judge(const detail::Trial& trial) {
    const bool shrinking = ended_early();
    if (!trial.hypotheses_hold) {
      if (!shrinking) tally_.add_unmet();
      RC_DISCARD("hypotheses do not hold");
    }
    if (shrinking && shrinks_left_-- <= 0) return;
    const auto decisions = decisions_or_crash(trial);
    if (!decisions) RC_FAIL("the claims threw");
    if (!crash_.empty()) return;
    Tally shrunk(Level::sampled);
    const Verdict verdict = (shrinking ? shrunk : tally_).add(trial.instance, *decisions);
    if (verdict != Verdict::fails) return;
    if (shrinking) smallest_failure_ = shrunk;
    failed_ = true;
    RC_FAIL("a claim fails");
  }

  /// The evidence, with the smallest failing or crashing instance.
  Evidence finish(const rc::detail::TestResult& result) const {
    // In a few cases a bound may stay far, or two sides alike, by chance.
    const bool enough = settings_.cases >= Settings{}.cases;
    Evidence evidence = tally_.finish(check_.expected, settings_.must_bind && enough);
    const Evidence shrunk = smallest_failure_.finish(Verdict::fails);
    if (shrunk.verdict == Verdict::fails) evidence.counterexample = shrunk.counterexample;
    rc::detail::FailureResult failure;
    rc::detail::GaveUpResult gave_up;
    rc::detail::Error error;
    if (result.match(failure) && !failed_) evidence.error = crash_.empty() ? failure.description : crash_;
    if (result.match(gave_up) && evidence.claims > 0)
      (settings_.must_bind ? evidence.error : evidence.note) = "vacuous: the generator seldom meets the hypotheses";
    if (result.match(error)) evidence.error = error.description;
    return evidence;
  }

  /// Whether a claim failed or threw.
  bool ended_early() const { return failed_ || !crash_.empty(); }

private:
  std::optional<std::vector<Decision>> decisions_or_crash(const detail::Trial& trial) {
    try {
      std::vector<Decision> decisions = decide(trial.claims, trial.kinds, ladder_);
      if (failed_ || check_.expected == Verdict::holds) state_exact_sides(trial.claims, trial.kinds, decisions);
      return decisions;
    } catch (const std::exception& exception) {
      if (!failed_) crash_ = trial.instance + ": " + exception.what();
      return std::nullopt;
    }
  }

  const CheckId& check_;
  const Settings& settings_;
  const Ladder& ladder_;
  Tally tally_{Level::sampled};
  Tally smallest_failure_{Level::sampled};
  bool failed_ = false;
  std::string crash_;  ///< instance and words of the exception, while no claim has failed
  int shrinks_left_ = shrink_budget;
};

}  // namespace

std::uint64_t mixed_seed(std::uint64_t seed, const CheckId& check) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const unsigned char letter : check.full_name()) hash = (hash ^ letter) * 1099511628211ULL;
  return hash ^ (seed * 0x9E3779B97F4A7C15ULL);
}

namespace detail {
namespace {

/// The evidence of one loop, and whether it came to nothing because the draws did not meet the hypotheses or made no
/// claim.
struct Run {
  Evidence evidence;
  bool vacuous;
};

Run run_once(const rc::Gen<Trial>& trials, const CheckId& check, const Settings& settings, const Ladder& ladder) {
  Sampling sampling(check, settings, ladder);
  rc::detail::TestParams params;
  params.seed = mixed_seed(settings.seed, check);
  params.maxSuccess = settings.cases;
  params.disableShrinking = check.expected == Verdict::fails;
  Quiet quiet;
  const auto property = rc::detail::toProperty([&] { sampling.judge(*trials); });
  const rc::detail::TestResult result = rc::detail::checkProperty(property, {}, params, quiet, {});
  const Evidence evidence = sampling.finish(result);
  rc::detail::GaveUpResult gave_up;
  return {evidence, !sampling.ended_early() && (evidence.claims == 0 || result.match(gave_up))};
}

}  // namespace

Evidence run_trials(const rc::Gen<Trial>& trials, const CheckId& check, const Settings& settings,
                    const Ladder& ladder) {
  constexpr int enough = Settings{}.cases;
  Settings asked = settings;
  // A few cases that refute nothing find nothing out: what must be refuted is given as many as usual.
  if (check.expected == Verdict::fails) asked.cases = std::max(settings.cases, enough);
  Run run = run_once(trials, check, asked, ladder);
  // The first draws are small ones, often of nothing: few of them say nothing about the check.
  while (run.vacuous && asked.cases < enough) {
    asked.cases = std::min(2 * asked.cases, enough);
    run = run_once(trials, check, asked, ladder);
  }
  return run.evidence;
}

}  // namespace detail
}  // namespace verigrad
