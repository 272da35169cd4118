// verigrad rate: the exact worst case of a method, from both sides.
#include <chrono>
#include <memory>

#include <fmt/format.h>

#include "verigrad/conformance/optimiser_program.hpp"
#include "verigrad/rate/check_certificate.hpp"
#include "verigrad/rate/coq_theorem.hpp"
#include "verigrad/rate/expression.hpp"
#include "verigrad/rate/foreign_method.hpp"
#include "verigrad/rate/linear_form.hpp"
#include "verigrad/report/rate_report.hpp"
#include "verigrad/report/standard_streams.hpp"
#include "verigrad/report/stop_signals.hpp"
#include "verigrad/text/pipe.hpp"

#include "command.hpp"
#include "outputs.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

using namespace rate;

struct RateFlags {
  std::string method, step_size, of = "smooth-convex", measure = "f(x_N) - f*", start, json, certificate, coq, check,
                                 command, dtype = "float64";
  std::string mu, L = "1", M = "1", R = "1", Delta = "1";
  std::vector<std::string> hyper;
  std::uint64_t steps = 0;
  double time_limit = 600;
};

int print_fixed_step_methods() {
  for (const FixedStepMethod& method : fixed_step_methods()) fmt::print("{:<18} {}\n", method.name, method.formula);
  return EXIT_SUCCESS;
}

/// What a flag says, with the flag's name before a complaint.
Rational value(const char* flag, const std::string& text, const std::map<std::string, Rational>& names) {
  try {
    return value_of(text, names);
  } catch (const std::invalid_argument& wrong) {
    throw UsageError(fmt::format("{}: {}", flag, wrong.what()));
  }
}

Setting setting(const RateFlags& flags) {
  Setting setting;
  setting.of = class_named(flags.of);
  setting.measure = measure_named(flags.measure);
  setting.start = setting.of == Class::smooth_non_convex ? Start::value : Start::distance;
  if (!flags.start.empty()) setting.start = start_named(flags.start);
  setting.L = value("--L", flags.L, {});
  setting.M = value("--M", flags.M, {});
  if (!flags.mu.empty()) setting.mu = value("--mu", flags.mu, {{"L", setting.L}});
  setting.start_bound = setting.start == Start::distance
                            ? square(value("--R", flags.R, {{"L", setting.L}, {"M", setting.M}}))
                            : value("--Delta", flags.Delta, {{"L", setting.L}});
  require_sound(setting);
  return setting;
}

/// The numbers that an expression may name.
std::map<std::string, Rational> names(const RateFlags& flags, const Setting& setting) {
  std::map<std::string, Rational> names{{"N", Rational(flags.steps)}};
  if (setting.of == Class::convex_bounded)
    names["M"] = setting.M;
  else
    names["L"] = setting.L;
  if (setting.of == Class::smooth_strongly_convex || setting.of == Class::quadratic) names["mu"] = setting.mu;
  if (setting.start == Start::distance) names["R"] = value("--R", flags.R, {{"L", setting.L}, {"M", setting.M}});
  return names;
}

/// The numbers of --hyper, and that of --step-size as `step_size`.
rate::HyperParameters hyper(const RateFlags& flags, const std::string& step_size, const Setting& setting) {
  const std::map<std::string, Rational> known = names(flags, setting);
  rate::HyperParameters hyper;
  if (!flags.step_size.empty()) hyper[step_size] = value("--step-size", flags.step_size, known);
  for (const std::string& text : flags.hyper) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
      throw UsageError(fmt::format("--hyper: \"{}\" is not NAME=NUMBER", quotable(text)));
    if (!hyper.emplace(text.substr(0, equals), value("--hyper", text.substr(equals + 1), known)).second)
      throw UsageError(fmt::format("--hyper: {} is given twice", text.substr(0, equals)));
  }
  return hyper;
}

void require_all(const Certificate& certificate) {
  require_points_of_method(certificate);
  if (certificate.upper) require_upper_bound(certificate);
  if (certificate.lower) require_lower_bound(certificate);
}

/// Where the certificates go.
struct CertificateFiles {
  std::optional<OutputFile> text, coq;

  explicit CertificateFiles(const RateFlags& flags) {
    if (!flags.certificate.empty()) text.emplace(flags.certificate);
    if (!flags.coq.empty()) coq.emplace(flags.coq);
    if (text && coq && text->is_same_as(*coq))
      throw UsageError(
          fmt::format("--certificate {} and --coq {} are one place; name two", flags.certificate, flags.coq));
  }
  void write(const Certificate& certificate) const {
    if (text && (certificate.upper || certificate.lower)) text->write(rate::to_text(certificate));
    if (coq && certificate.upper) coq->write(coq_theorem(certificate));
  }
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Exit status 1 for a certificate that does not hold.
int re_check(const std::string& file, const CertificateFiles& files) {
  const auto start = std::chrono::steady_clock::now();
  Certificate certificate;
  try {
    certificate = certificate_in(read_file(file));
  } catch (const CertificateError& wrong) {
    throw UsageError(fmt::format("{}: {}", file, wrong.what()));
  }
  try {
    require_all(certificate);
  } catch (const Refused& refused) {
    fmt::print("refused: {}\n", refused.what());
    return EXIT_FAILURE;
  }
  files.write(certificate);
  fmt::print("{}proved; re-checked in {:.2f} s\n", in_words(certificate), seconds_since(start));
  return EXIT_SUCCESS;
}

/// The steps that the program of --command answers, each at the double nearest to the step size.
Certificate ask_program(const RateFlags& flags, const Setting& asked, int stop_descriptor) {
  constexpr const char* rate = "lr";
  if (flags.step_size.empty()) throw UsageError("rate: at which rate is each step? Give --step-size");
  if (flags.command.find('\n') != std::string::npos) throw UsageError("--command: more than one line; give one");
  Certificate certificate{.command = flags.command, .steps = int(flags.steps), .setting = asked};
  ForeignQuestion question{.dtype = &conformance::dtype_named(flags.dtype)};
  for (const auto& [name, value] : hyper(flags, rate, asked)) {
    const double held = question.dtype->nearest(approximate(value));
    certificate.hyper[name] = exact<Rational>(held);
    question.hyper.set(name, held);
  }
  question.rate = question.hyper.at(rate);
  Process process(flags.command, flags.time_limit, stop_descriptor);
  certificate.points = step_matrix(conformance::optimiser_in(process), question, certificate.steps);
  process.stop();
  return certificate;
}

WorstCase found_by_search(const RateFlags& flags, int stop_descriptor) {
  const Setting asked = setting(flags);
  const SolverOptions options{flags.time_limit, stop_descriptor};
  if (!flags.command.empty()) return worst_case(ask_program(flags, asked, stop_descriptor), options);
  const FixedStepMethod& method = fixed_step_method(flags.method);
  return worst_case(method.name, hyper(flags, method.step_size, asked), int(flags.steps), asked, options);
}

int search(const RateFlags& flags, const Outputs& outputs, const CertificateFiles& files) {
  const StopSignals stop;
  const auto start = std::chrono::steady_clock::now();
  try {
    const WorstCase found = found_by_search(flags, stop.descriptor());
    RateEffort effort{seconds_since(start)};
    const auto checked = std::chrono::steady_clock::now();
    require_all(found.certificate);
    effort.check_seconds = seconds_since(checked);
    if (outputs.json) outputs.json->write(to_json(found, effort));
    files.write(found.certificate);
    fmt::print(outputs.for_people(), "{}", to_text(found, effort));
    return found.certificate.upper && found.certificate.lower ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const NotLinear& refused) {
    fmt::print(outputs.for_people(), "{}\n", refused.what());
    return EXIT_FAILURE;
  } catch (const ProcessStopped&) {
    tell(fmt::format("verigrad: stopped by {}", signal_name(stop.received())));
    return status_by_signal(stop.received());
  }
}

int rate_command(const RateFlags& flags) {
  const CertificateFiles files(flags);
  if (!flags.check.empty()) return re_check(flags.check, files);
  const bool asks = flags.steps != 0 || !flags.step_size.empty() || !flags.hyper.empty();
  if (flags.method.empty() && flags.command.empty() && asks)
    throw UsageError("rate: of which method? Name one that verigrad rate lists, or give --command");
  if (flags.method.empty() && flags.command.empty()) return print_fixed_step_methods();
  if (flags.steps == 0) throw UsageError("rate: how many steps? Give --steps N");
  const Outputs outputs(flags.json, "", {});
  if (files.text && outputs.json && files.text->is_same_as(*outputs.json))
    throw UsageError(
        fmt::format("--json {} and --certificate {} are one place; name two", flags.json, flags.certificate));
  if (files.coq && outputs.json && files.coq->is_same_as(*outputs.json))
    throw UsageError(fmt::format("--json {} and --coq {} are one place; name two", flags.json, flags.coq));
  return search(flags, outputs, files);
}

}  // namespace

void add_rate(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("rate", "the exact worst case of a method, from both sides");
  command->footer(
      "Examples:\n"
      "  verigrad rate gradient_descent --steps 10 --step-size 1/L\n"
      "  verigrad rate heavy_ball --steps 5 --step-size 1/L --hyper mu=1/2 --certificate heavy_ball.txt\n"
      "  verigrad rate --check heavy_ball.txt --coq heavy_ball.v\n"
      "  verigrad rate --command 'python3 mine.py' --steps 5 --step-size 1/L\n"
      "Without a method it lists all. The search asks the program csdp (Debian: coinor-csdp); --check needs none.\n"
      "Classes: smooth-convex, smooth-strongly-convex (--mu), smooth-nonconvex, convex-bounded-subgradients (--M),\n"
      "quadratic (--mu).\n"
      "Measures: 'f(x_N) - f*', '||x_N - x*||^2', '||grad f(x_N)||^2', 'min_k ||grad f(x_k)||^2', 'min_k f(x_k) - "
      "f*'.\n"
      "Numbers may be written as 1/L, 2/(L + mu), 0.9.\n"
      "Exit status: 0 both sides are certified, 1 one is not, --check refuses, or no fixed-step method answers, 2 "
      "wrong usage, bad input or no "
      "solver.\ndocs/rates.md has the rest.");
  const auto flags = std::make_shared<RateFlags>();
  CLI::Option* method = command->add_option("method", flags->method, "a method with fixed steps")
                            ->type_name("METHOD")
                            ->check(not_empty());
  const auto option = [&](const char* name, std::string& place, const char* what, const char* type) {
    return command->add_option(name, place, what)->type_name(type)->check(not_empty());
  };
  constexpr std::uint64_t most_steps = 100;
  command->add_option("--steps", flags->steps, "N")->type_name("N")->check(whole_number(1, most_steps));
  option("--step-size", flags->step_size, "the method's step size, such as 1/L", "NUMBER");
  command->add_option("--hyper", flags->hyper, "another hyper-parameter of the method")->type_name("NAME=NUMBER");
  option("--command", flags->command, "a program that answers the steps of an optimiser, in place of a method",
         "COMMAND")
      ->excludes(method);
  option("--dtype", flags->dtype, "what the program computes in", "TYPE")->capture_default_str();
  option("--class", flags->of, "what the functions are", "CLASS")->capture_default_str();
  option("--measure", flags->measure, "what is measured at the end", "MEASURE")->capture_default_str();
  option("--start", flags->start, "what is bounded at the start: '||x_0 - x*||^2' by R^2 or 'f(x_0) - f*' by Delta",
         "MEASURE");
  option("--L", flags->L, "smoothness: gradients are L-Lipschitz", "NUMBER")->capture_default_str();
  option("--mu", flags->mu, "strong convexity", "NUMBER");
  option("--M", flags->M, "bound of the subgradients", "NUMBER")->capture_default_str();
  option("--R", flags->R, "bound of ||x_0 - x*||", "NUMBER")->capture_default_str();
  option("--Delta", flags->Delta, "bound of f(x_0) - f*", "NUMBER")->capture_default_str();
  command->add_option("--time-limit", flags->time_limit, "seconds the solver may take each time")
      ->type_name("SECONDS")
      ->check(number_at_least_0())
      ->capture_default_str();
  option("--json", flags->json, "what was found, as JSON; - for standard output", "FILE");
  option("--certificate", flags->certificate, "both sides with all that it takes to check them, as text", "FILE");
  option("--coq", flags->coq, "the upper bound as a theorem for Coq", "FILE");
  option("--check", flags->check, "re-checks a certificate, without a solver", "FILE")->excludes(method);
  command->callback([=, &action] { action = [=] { return rate_command(*flags); }; });
}

}  // namespace verigrad::app
