// verigrad check optimiser --statement: an optimiser of another program on verigrad's problems, against a statement.
#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "verigrad/conformance/optimiser_program.hpp"
#include "verigrad/report/standard_streams.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/report/trial_report.hpp"
#include "verigrad/text/pipe.hpp"
#include "verigrad/trial/trials.hpp"

#include "check_flags.hpp"
#include "run.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

using namespace conformance;

void set_hyper_parameter(HyperParameters& hyper, const std::string& words) {
  const std::size_t equals = std::min(words.find('='), words.size());
  const char *first = words.data() + std::min(equals + 1, words.size()), *last = words.data() + words.size();
  double value = 0;
  const auto [end, error] = std::from_chars(first, last, value);
  if (equals == 0 || first == last || end != last || error != std::errc())
    throw UsageError(fmt::format("--hyper {}: write NAME=NUMBER, such as momentum=0.5", words));
  hyper.set(words.substr(0, equals), value);
}

int report(const CheckFlags& flags, const Outputs& outputs, const trial::Findings& findings) {
  if (outputs.json) outputs.json->write(trial::to_json(findings, flags.command));
  if (outputs.junit) outputs.junit->write(trial::to_junit(findings, flags.command));
  fmt::print(outputs.for_people(), "{}", trial::to_text(findings));
  return trial::exit_status(findings, flags.strict);
}

/// Problem after problem; what was found stays in `findings` when the program fails.
void judge_all(const CheckFlags& flags, int stop_descriptor, trial::Findings& findings) {
  const trial::Trial& trial = trial::trial_named(flags.statement);
  trial::Declared declared{&dtype_named(flags.dtype)};
  declare_hyper_parameters(flags, declared.hyper);
  const std::vector<trial::Problem> problems = trial.problems(declared);
  findings.stem = flags.statement;
  findings.planned = problems.size();
  Process process(flags.command, flags.seconds_an_answer(), stop_descriptor);
  for (const trial::Problem& problem : problems)
    findings.problems.push_back(trial::judge(trial, optimiser_in(process), declared, problem));
  process.stop();
}

}  // namespace

double CheckFlags::seconds_an_answer() const {
  return time_limit > 0 ? time_limit : std::numeric_limits<double>::infinity();
}

void declare_hyper_parameters(const CheckFlags& flags, HyperParameters& hyper) {
  for (const std::string& words : flags.hyper) set_hyper_parameter(hyper, words);
}

int check_statement(const CheckFlags& flags, const Outputs& outputs) {
  const StopSignals stop;
  trial::Findings findings;
  const auto report_what_came = [&] {
    if (!findings.problems.empty()) report(flags, outputs, findings);
  };
  try {
    judge_all(flags, stop.descriptor(), findings);
  } catch (const ProcessStopped&) {
    report_what_came();
    tell(fmt::format("verigrad: stopped by {} after {} of {} problems", signal_name(stop.received()),
                     findings.problems.size(), findings.planned));
    return status_by_signal(stop.received());
  } catch (const std::runtime_error&) {
    report_what_came();
    throw;
  }
  return report(flags, outputs, findings);
}

}  // namespace verigrad::app
