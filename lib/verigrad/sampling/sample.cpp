#include "verigrad/sampling/sample.hpp"

#include <algorithm>
#include <optional>

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/rapidcheck.hpp"

namespace verigrad {
namespace {

/// So many draws at least are made in search of instances that meet the hypotheses: a few cases must not be refused for
/// the luck of the first draws.
constexpr int fewest_draws = 1000;

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

  /// Until one instance fails. False if one crashes.
  bool judge_named(const std::vector<detail::Trial>& trials) {
    for (const detail::Trial& trial : trials) {
      if (!trial.hypotheses_hold) {
        tally_.add_unmet();
        continue;
      }
      const auto decisions = decisions_or_crash(trial, true);
      if (!decisions) return false;
      named_fails_ = tally_.add(trial.instance, *decisions) == Verdict::fails;
      if (named_fails_) break;
    }
    return true;
  }

  /// One draw; leaves by a RapidCheck exception unless the instance holds or stays open.
  void judge(const detail::Trial& trial) {
    const bool shrinking = ended_early();
    if (!trial.hypotheses_hold) {
      if (!shrinking) tally_.add_unmet();
      RC_DISCARD("hypotheses do not hold");
    }
    if (shrinking && shrinks_left_-- <= 0) return;
    const auto decisions = decisions_or_crash(trial, failed_ || check_.expected == Verdict::holds);
    if (!decisions) RC_FAIL("the claims threw");
    if (!crash_.empty()) return;
    if (decisions->empty()) {
      if (!shrinking) tally_.add_unmet();
      RC_DISCARD("nothing to decide");
    }
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
    const bool by_chance = tally_.claims() > 0 && settings_.cases < Settings{}.cases;
    Evidence evidence = tally_.finish(check_.expected, settings_.must_bind && !by_chance);
    const Evidence shrunk = smallest_failure_.finish(Verdict::fails);
    if (shrunk.verdict == Verdict::fails && !named_fails_) evidence.counterexample = shrunk.counterexample;
    if (named_fails_ && !failed_ && settings_.cases > 0)
      evidence.note = "no drawn instance refutes it, only the named one";
    if (is_acquittal(check_, evidence) && acquitted_on_)
      evidence.counterexample = acquittal(acquitted_on_->instance, acquitted_on_->claims, acquitted_on_->kinds);
    if (!crash_.empty()) evidence.error = crash_;
    rc::detail::FailureResult failure;
    rc::detail::GaveUpResult gave_up;
    rc::detail::Error error;
    if (result.match(failure) && !failed_ && crash_.empty()) evidence.error = failure.description;
    if (result.match(gave_up) && evidence.error.empty() && evidence.claims > 0 && !named_fails_)
      (settings_.must_bind ? evidence.error : evidence.note) = "vacuous: the generator seldom meets the hypotheses";
    if (result.match(error)) evidence.error = error.description;
    return evidence;
  }

  /// Whether a claim failed or threw.
  bool ended_early() const { return failed_ || !crash_.empty(); }

private:
  std::optional<std::vector<Decision>> decisions_or_crash(const detail::Trial& trial, bool exact_sides) {
    try {
      std::vector<Decision> decisions = decide(trial.claims, trial.kinds, ladder_);
      if (exact_sides) state_exact_sides(trial.claims, trial.kinds, decisions);
      if (check_.expected == Verdict::fails && !acquitted_on_ && !decisions.empty()) acquitted_on_ = trial;
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
  bool named_fails_ = false;
  bool failed_ = false;                        ///< a drawn instance
  std::string crash_;                          ///< instance and words of the exception, while no claim has failed
  std::optional<detail::Trial> acquitted_on_;  ///< of what must fail, the first instance that makes a claim
  int shrinks_left_ = shrink_budget;
};

}  // namespace

std::uint64_t mixed_seed(std::uint64_t seed, const CheckId& check) {
  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const unsigned char letter : check.full_name()) hash = (hash ^ letter) * 1099511628211ULL;
  return hash ^ (seed * 0x9E3779B97F4A7C15ULL);
}

namespace detail {

Evidence run_trials(const std::vector<Trial>& named, const Gen<Trial>& drawn, const CheckId& check,
                    const Settings& settings, const Ladder& ladder) {
  Sampling sampling(check, settings, ladder);
  rc::detail::TestParams params;
  params.seed = mixed_seed(settings.seed, check);
  params.maxSuccess = sampling.judge_named(named) ? settings.cases : 0;
  params.maxDiscardRatio = std::max(10, fewest_draws / std::max(1, settings.cases));
  params.disableShrinking = check.expected == Verdict::fails;
  Quiet quiet;
  const auto property = rc::detail::toProperty([&, trials = to_rapidcheck(drawn)] { sampling.judge(*trials); });
  return sampling.finish(rc::detail::checkProperty(property, {}, params, quiet, {}));
}

}  // namespace detail
}  // namespace verigrad
