// verigrad plot: the figures of the texts, and those of the statements that have some.
#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/figure/figures.hpp"
#include "verigrad/report/echo.hpp"
#include "verigrad/text/pipe.hpp"

#include "command.hpp"
#include "data.hpp"
#include "progress.hpp"
#include "run.hpp"
#include "run_flags.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct PlotFlags {
  std::vector<std::string> words;
  std::string directory = "figures";
  std::string images;
  std::optional<int> epochs, seeds;
  int jobs = processors_at_hand();
};

void require_figures(const Selection& selection, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const auto& drawn = selection.figures;
    if (std::find(drawn.begin(), drawn.end(), find_entry(word)->stem) != drawn.end()) continue;
    const std::vector<std::string> all = select({}).figures;
    throw UsageError(fmt::format("{} has no figure; these have: {}", word, fmt::join(all, ", ")));
  }
}

/// Draws what the source makes, after which nothing that its training kept is of use.
void draw_all(const FigureSource& source, const FigureInput& input, const std::string& directory) {
  const std::vector<Figure> figures = source.make(input);
  input.progress("");
  for (const Figure& figure : figures) {
    for (const auto& file : draw(figure, directory)) fmt::print("{}\n", on_one_line(file.string()));
    if (!figure.kept.empty()) std::filesystem::remove_all(figure.kept);
  }
  std::fflush(stdout);
}

int plot(const PlotFlags& flags) {
  const Selection selection = select(flags.words);
  require_figures(selection, flags.words);
  require_place_for_figures(flags.directory);
  const auto& wanted = selection.figures;
  const TerminalLine line;
  const FigureInput input{.tables = shipped_tables(),
                          .images = flags.images,
                          .epochs = flags.epochs,
                          .seeds = flags.seeds,
                          .jobs = flags.jobs,
                          .keep = flags.directory,
                          .progress = [&](const std::string& text) { line.draw(text); },
                          .tell = [&](const std::string& text) { line.tell(text); }};
  try {
    for (const FigureSource& source : figure_sources())
      if (std::find(wanted.begin(), wanted.end(), source.stem) != wanted.end())
        draw_all(source, input, flags.directory);
  } catch (const TrainingStopped& stopped) {
    line.tell(fmt::format("stopped by {}; {} has what was trained, and the same command goes on from there",
                          signal_name(stopped.signal_number), stopped.kept.string()));
    return status_by_signal(stopped.signal_number);
  }
  return EXIT_SUCCESS;
}

}  // namespace

void add_plot(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("plot", "draw figures as SVG and PNG, with their data as CSV");
  command->footer(
      "Examples:\n"
      "  verigrad plot --out figures\n"
      "  verigrad plot mfds/fig-14.6 gradient_descent_rate\n"
      "  verigrad plot inna_training --data mnist --epochs 15 --seeds 3\n"
      "Training that is stopped goes on when the same command is given again.");
  const auto flags = std::make_shared<PlotFlags>();
  command->add_option("figures", flags->words, "ids or stems of figures, or of statements that have some; else all")
      ->type_name("ID");
  command->add_option("--out", flags->directory, "directory for the figures; made if missing")
      ->type_name("DIR")
      ->check(CLI::Validator(
          [](const std::string& text) { return text.empty() ? "the name is empty; name a directory" : ""; }, ""))
      ->capture_default_str();
  command->add_option("--data", flags->images, "directory with MNIST's four files, for training; else shipped digits")
      ->type_name("DIR")
      ->check(CLI::ExistingDirectory);
  command->add_option("--epochs", flags->epochs, "epochs of training; else as many as the figure has")
      ->type_name("N")
      ->check(CLI::Range(1, 100000));
  command->add_option("--seeds", flags->seeds, "starts of each method in training; else as many as the figure has")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  command->add_option("--jobs,-j", flags->jobs, "runs of training at once; the curves are the same with any number")
      ->type_name("J")
      ->check(is_number_of_jobs())
      ->default_str("processors at hand");
  command->callback([=, &action] { action = [=] { return plot(*flags); }; });
}

}  // namespace verigrad::app
