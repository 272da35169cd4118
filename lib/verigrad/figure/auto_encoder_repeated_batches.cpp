// Thesis, Figure 4.5, Problem (d): as in Figure 4.4, where all methods use each batch twice.
#include "verigrad/figure/auto_encoder_methods.hpp"

namespace verigrad::figures {

std::vector<Figure> auto_encoder_repeated_batches(const FigureInput& input) {
  using namespace training;
  const TrainingProblem problem = auto_encoder(input);
  const Size size = asked(input, {100, 3, 10}, {10, 3, 1});
  std::vector<Method> methods = auto_encoder_methods();
  for (Method& method : methods) method.steps = 2;
  const auto [all, kept] = training_of(input, "auto_encoder_repeated_batches", problem, methods, size);
  return {{"auto_encoder_repeated_batches",
           "An auto-encoder of images of digits, each batch used twice (thesis, Figure 4.5, Problem (d))",
           {losses(all), test_results(problem, all)},
           2,
           report(problem, auto_encoder_of_the_text, size, all),
           kept}};
}

}  // namespace verigrad::figures
