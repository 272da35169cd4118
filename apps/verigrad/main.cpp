// verigrad: the command line.
#include <csignal>
#include <cstdio>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/self_test.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/report/report.hpp"
#include "verigrad/report/standard_streams.hpp"
#include "verigrad/text/suggest.hpp"

#include "command.hpp"

namespace {

constexpr int wrong_usage = 2;

int complain(const std::string& message) {
  constexpr std::size_t readable = 1200;
  verigrad::tell("verigrad: " + verigrad::on_one_line(verigrad::shortened(message, readable)));
  return wrong_usage;
}

/// That a word is no command, with those there are.
std::string unknown_command(const CLI::App& program, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
  const std::vector<std::string> near = verigrad::suggestions(word, {names.begin(), names.end()});
  return near.empty() ? fmt::format("no command \"{}\"; there are {}", word, fmt::join(names, ", "))
                      : fmt::format("no command \"{}\"; near it: {}", word, fmt::join(near, ", "));
}

/// The message of a parser's complaint, with where to read on.
int complain(const CLI::App& program, const CLI::ParseError& error) {
  const auto called = program.get_subcommands();
  const std::vector<std::string> unread = program.remaining();
  if (called.empty() && !unread.empty() && !unread.front().starts_with("-"))
    return complain(unknown_command(program, unread.front()) + " (see verigrad --help)");
  const std::string command = called.empty() ? "verigrad" : "verigrad " + called.front()->get_name();
  return complain(fmt::format("{} (see {} --help)", error.what(), command));
}

/// What was printed must have arrived: a full disk behind standard output is no success.
int arrived(int status) {
  return verigrad::standard_output_arrived()
             ? status
             : complain("cannot write to standard output; send it to a place with room");
}

/// Help and version are errors to the parser, but not to us.
int answer(const CLI::App& program, const CLI::ParseError& error) {
  return error.get_exit_code() == int(CLI::ExitCodes::Success) ? arrived(program.exit(error))
                                                               : complain(program, error);
}

}  // namespace

int main(int argc, char** argv) {
  verigrad::reserve_standard_descriptors();
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App program("Executable, tolerance-free checks of theorems about gradient-based training.", "verigrad");
  program.set_version_flag("--version", "verigrad " + std::string(verigrad::program_version()));
  program.footer("Example: verigrad verify mathdnn/6.5\nEach command has --help with an example.");
  program.require_subcommand(0, 1);
  verigrad::app::Action action;
  verigrad::app::add_list(program, action);
  verigrad::app::add_show(program, action);
  verigrad::app::add_verify(program, action);
  verigrad::app::add_plot(program, action);
  verigrad::app::add_errata(program, action);
  verigrad::app::add_merge(program, action);
  verigrad::app::add_report(program, action);
  verigrad::app::add_check(program, action);
  verigrad::app::add_probe(program, action);
  verigrad::app::add_rate(program, action);
  try {
    verigrad::require_sound_arithmetic();
    program.parse(argc, argv);
    if (action) return arrived(action());
    verigrad::tell(
        "usage: verigrad list | show ID | verify [ID…] | plot [ID…] --out DIR | errata | merge FILE… --json OUT | "
        "report FILE --out DIR | check optimiser|gradient | probe METHOD | rate METHOD | --help");
    return wrong_usage;
  } catch (const CLI::ParseError& error) {
    return answer(program, error);
  } catch (const std::exception& error) {
    return std::ferror(stdout) ? arrived(wrong_usage) : complain(error.what());
  }
}
