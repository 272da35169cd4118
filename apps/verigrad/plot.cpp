// verigrad plot: the figures of the statements that have some.
#include <memory>

#include <fmt/format.h>

#include "verigrad/report/gradient_descent_rate_figures.hpp"

#include "command.hpp"
#include "data.hpp"
#include "selection.hpp"

namespace verigrad::app {
namespace {

struct Flags {
  std::vector<std::string> words;
  std::string directory = "figures";
};

std::vector<Figure> gradient_descent_rate_figures() {
  constexpr int steps = 300;
  std::vector<Figure> figures = gradient_descent_rate::figures();
  const ObjectivePtr f = shipped_objective();
  figures.push_back(gradient_descent_rate::rate_figure(
      "gradient_descent_rate_breast_cancer", "Logistic regression on the breast-cancer data, ridge 1/N, α = 1/L", f,
      Vector<double>::Zero(f->dimension()), steps));
  return figures;
}

int plot(const Flags& flags) {
  const Selection selection = select(flags.words);
  if (!selection.contains("gradient_descent_rate"))
    throw UsageError("none of the named statements has a figure; gradient_descent_rate has some");
  for (const Figure& figure : gradient_descent_rate_figures())
    for (const auto& file : draw(figure, flags.directory)) fmt::print("{}\n", file.string());
  return EXIT_SUCCESS;
}

}  // namespace

void add_plot(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("plot", "draw the figures of a statement as SVG and PNG, with their data");
  command->footer("Example: verigrad plot gradient_descent_rate --out figures");
  const auto flags = std::make_shared<Flags>();
  command->add_option("statements", flags->words, "ids or stems; all statements with figures when none is named")
      ->type_name("ID");
  command->add_option("--out", flags->directory, "directory for the figures; made if missing")
      ->type_name("DIR")
      ->capture_default_str();
  command->callback([=, &action] { action = [=] { return plot(*flags); }; });
}

}  // namespace verigrad::app
