// Thesis, Figure 4.4, Problem (d): an auto-encoder by Step-Tuned SGD, SGD, RMSprop, ADAM and INNA.
#include <algorithm>

#include <fmt/format.h>

#include "verigrad/figure/auto_encoder_methods.hpp"

namespace verigrad::figures {

std::vector<Figure> auto_encoder_training(const FigureInput& input) {
  using namespace training;
  const TrainingProblem problem = auto_encoder(input);
  const Size size = asked(input, {200, 3, 20, Epoch::gradients}, {20, 3, 2, Epoch::gradients});
  const auto [trained, kept] = training_of(input, "auto_encoder_training", problem, auto_encoder_methods(), size);
  const std::vector<Trained>& all = trained;
  const auto loss = [&](std::size_t i) { return all[i].final_loss(); };
  const bool adaptive_are_lower = std::max(loss(2), loss(3)) < std::min(loss(0), loss(1));
  const auto below_inna =
      std::count_if(all.begin(), all.end(), [&](const Trained& one) { return one.final_loss() < loss(4); });
  return {{"auto_encoder_training",
           "An auto-encoder of images of digits (thesis, Figure 4.4, Problem (d))",
           {losses(all), test_results(problem, all)},
           2,
           report(problem, auto_encoder_of_the_text, size, all) +
               fmt::format("\nThe text has ADAM and RMSprop below both SGD: {}; Step-Tuned SGD below SGD: {}; INNA "
                           "among the best three: {}.",
                           seen(adaptive_are_lower), seen(loss(0) < loss(1)), seen(below_inna <= 2)),
           kept}};
}

}  // namespace verigrad::figures
