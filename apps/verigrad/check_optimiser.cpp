// verigrad check optimiser: what an optimiser of another program computes, from a recorded run, or by asking it.
#include "verigrad/conformance/check_optimiser.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "verigrad/conformance/optimiser_program.hpp"
#include "verigrad/conformance/probe.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/identification_report.hpp"
#include "verigrad/report/standard_streams.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/text/pipe.hpp"

#include "check_flags.hpp"
#include "command.hpp"
#include "outputs.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

using namespace conformance;

/// The method of --as, or of the trace; none where neither says one.
const Method* declared_method(const CheckFlags& flags, const TraceHead& head) {
  const std::string& name = flags.as.empty() ? head.method : flags.as;
  return name.empty() ? nullptr : &method_named(name);
}

int report(const CheckFlags& flags, const Outputs& outputs, const TraceHead& head, const Identification& found) {
  if (outputs.json) outputs.json->write(to_json(found, head, flags.source()));
  if (outputs.junit) outputs.junit->write(to_junit(found, head, flags.source(), flags.strict));
  fmt::print(outputs.for_people(), "{}", to_text(found, head));
  return exit_status(found, flags.strict);
}

int check_trace(const CheckFlags& flags, const Outputs& outputs) {
  const std::unique_ptr<TraceSource> trace = open_trace(flags.trace);
  return report(flags, outputs, trace->head(), identify(*trace, declared_method(flags, trace->head())));
}

/// The probe of the method, or one for all methods, with the hyper-parameters of --hyper in place of its own.
Trace questions(const CheckFlags& flags) {
  TraceHead head;
  head.dtype = &dtype_named(flags.dtype);
  head.method = flags.as;
  head.hyper = flags.as.empty() ? probe_hyper_parameters() : probe_hyper_parameters(method_named(flags.as));
  declare_hyper_parameters(flags, head.hyper);
  return probe_for(head);
}

/// A program that is asked, and what is known of it so far.
class Inquiry {
public:
  Inquiry(const CheckFlags& flags, int stop_descriptor) : flags_(flags), stop_descriptor_(stop_descriptor) {}

  const OptimiserReport& known() const { return known_; }
  long answered() const { return long(known_.trace.steps.size()); }
  std::size_t asked() const { return asked_; }

  /// Asks until nothing is open that more questions would part; what was answered stays known when the program fails.
  void ask_until_known() {
    ask(questions(flags_));
    while (const std::optional<Trace> further = further_questions(known_.trace, known_.found)) ask(*further);
  }
  /// Lets the program end. A signal meanwhile ends it, and changes nothing of what is known.
  void stop() {
    try {
      process_->stop();
    } catch (const ProcessStopped&) {
    }
  }

private:
  void ask(const Trace& inputs) {
    Trace answers{inputs.head, {}};
    asked_ = inputs.steps.size();
    try {
      take_answers(inputs, answers);
    } catch (const std::runtime_error&) {
      identify_run(answers);
      throw;
    }
    identify_run(answers);
  }

  void take_answers(const Trace& inputs, Trace& answers) {
    if (process_) process_->stop();
    process_.emplace(flags_.command, flags_.seconds_an_answer(), stop_descriptor_);
    const TakeStep take_step = optimiser_in(*process_)(inputs.head);
    for (const StepInput& input : inputs.steps) answers.steps.push_back({input, take_step(input)});
  }

  void identify_run(const Trace& answers) {
    if (answers.steps.empty() || answers.steps.size() < known_.trace.steps.size()) return;
    known_ = {answers, identify(answers, declared_method(flags_, answers.head))};
  }

  const CheckFlags& flags_;
  int stop_descriptor_;
  std::optional<Process> process_ = {};
  OptimiserReport known_ = {};
  std::size_t asked_ = 0;
};

int check_program(const CheckFlags& flags, const Outputs& outputs) {
  const StopSignals stop;
  Inquiry inquiry(flags, stop.descriptor());
  const auto report_what_is_known = [&] {
    return report(flags, outputs, inquiry.known().trace.head, inquiry.known().found);
  };
  const auto report_what_came = [&] {
    if (inquiry.answered() == 0) return;
    fmt::print(outputs.for_people(), "after {} of {} steps: ", inquiry.answered(), inquiry.asked());
    report_what_is_known();
  };
  try {
    inquiry.ask_until_known();
  } catch (const ProcessStopped&) {
    report_what_came();
    tell(fmt::format("verigrad: stopped by {} after {} steps", signal_name(stop.received()), inquiry.answered()));
    return status_by_signal(stop.received());
  } catch (const std::runtime_error&) {
    report_what_came();
    throw;
  }
  const int status = report_what_is_known();
  std::fflush(outputs.for_people());
  inquiry.stop();
  return status;
}

int check_optimiser(const CheckFlags& flags) {
  if (flags.trace.empty() && flags.command.empty())
    throw UsageError("check optimiser: name a recorded run, or a program with --command");
  const Outputs outputs(flags.json, flags.junit, {flags.trace});
  if (!flags.statement.empty()) return check_statement(flags, outputs);
  if (!flags.command.empty()) return check_program(flags, outputs);
  return check_trace(flags, outputs);
}

}  // namespace

void add_check_optimiser(CLI::App& check, Action& action) {
  CLI::App* command = check.add_subcommand("optimiser", "tell by name what an optimiser computes");
  command->footer(
      "Examples:\n"
      "  verigrad check optimiser --command 'python3 mine.py' --as adam\n"
      "  verigrad check optimiser run.jsonl --as adamw\n"
      "  verigrad check optimiser run.jsonl --json found.json --junit found.xml\n"
      "  verigrad check optimiser --command 'python3 mine.py' --statement gradient_descent_rate\n"
      "The program answers JSON objects, one a line:\n"
      "  {\"start\": {\"dtype\": …, \"hyperparameters\": {…}, \"tensors\": […]}}   {\"ready\": true}\n"
      "  {\"step\": {\"lr\": 0.5, \"gradients\": [[2], null, [1, 0]]}}           {\"parameters\": [[1], [-3], [0, "
      "1]]}\n"
      "  {\"stop\": {}}                                                      nothing\n"
      "Exit status: 0 as declared, or told by name where nothing is declared, 1 something else, 2 wrong usage, bad "
      "input\nor a program that does not answer, 3 (--strict) the run leaves open what the probe would decide.\n"
      "docs/conformance.md has the format.");
  const auto flags = std::make_shared<CheckFlags>();
  CLI::Option* trace = command->add_option("trace", flags->trace, "a recorded run, JSON lines, plain or gzip")
                           ->type_name("TRACE")
                           ->check(not_empty());
  CLI::Option* program = command->add_option("--command", flags->command, "a program to ask, as the shell starts it")
                             ->type_name("COMMAND")
                             ->check(not_empty())
                             ->excludes(trace);
  CLI::Option* as =
      command->add_option("--as", flags->as, "the method that it is meant to be; in place of the trace's own word")
          ->type_name("METHOD")
          ->check(not_empty());
  command
      ->add_option("--statement", flags->statement,
                   "run it on problems of verigrad's own, and hold the iterates against this statement")
      ->type_name("STEM")
      ->check(not_empty())
      ->needs(program)
      ->excludes(as);
  command->add_option("--dtype", flags->dtype, "what the program computes in: float64, float32, float16 or bfloat16")
      ->type_name("TYPE")
      ->capture_default_str()
      ->needs(program);
  command->add_option("--hyper", flags->hyper, "a hyper-parameter of the program, in place of the probe's")
      ->type_name("NAME=NUMBER")
      ->needs(program);
  command->add_option("--time-limit", flags->time_limit, "seconds an answer may take, 0 for no limit")
      ->type_name("SECONDS")
      ->check(number_at_least_0())
      ->capture_default_str();
  command->add_option("--json", flags->json, "keep what was found in this file; - for standard output")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_option("--junit", flags->junit, "write it as JUnit XML, likewise")
      ->type_name("FILE")
      ->check(not_empty());
  command->add_flag("--strict", flags->strict, "exit status 3 when the run leaves something open");
  command->callback([=, &action] { action = [=] { return check_optimiser(*flags); }; });
}

}  // namespace verigrad::app
