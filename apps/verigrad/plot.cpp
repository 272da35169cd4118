// verigrad plot: the figures of the texts, and those of the statements that have some.
#include <algorithm>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/figure/figures.hpp"
#include "verigrad/report/echo.hpp"

#include "command.hpp"
#include "data.hpp"
#include "progress.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct PlotFlags {
  std::vector<std::string> words;
  std::string directory = "figures";
  std::string images;
  std::optional<int> epochs, seeds;
};

void require_figures(const Selection& selection, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const auto& drawn = selection.figures;
    if (std::find(drawn.begin(), drawn.end(), find_entry(word)->stem) != drawn.end()) continue;
    const std::vector<std::string> all = select({}).figures;
    throw UsageError(fmt::format("{} has no figure; these have: {}", word, fmt::join(all, ", ")));
  }
}

int plot(const PlotFlags& flags) {
  const Selection selection = select(flags.words);
  require_figures(selection, flags.words);
  require_place_for_figures(flags.directory);
  const auto& wanted = selection.figures;
  const TerminalLine line;
  const FigureInput input{shipped_tables(), flags.images, flags.epochs, flags.seeds,
                          [&](const std::string& text) { line.draw(text); }};
  for (const FigureSource& source : figure_sources()) {
    if (std::find(wanted.begin(), wanted.end(), source.stem) == wanted.end()) continue;
    const std::vector<Figure> figures = source.make(input);
    line.draw("");
    for (const Figure& figure : figures)
      for (const auto& file : draw(figure, flags.directory)) fmt::print("{}\n", on_one_line(file.string()));
    std::fflush(stdout);
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
      "  verigrad plot inna_training --data mnist --epochs 15 --seeds 3");
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
  command->callback([=, &action] { action = [=] { return plot(*flags); }; });
}

}  // namespace verigrad::app
