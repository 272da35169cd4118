// Thesis, Figure 2.2: INNA with four pairs (α, β).
#include "verigrad/figure/training.hpp"

namespace verigrad::figures {

std::vector<Figure> inna_damping(const FigureInput& input) {
  using namespace training;
  const TrainingProblem problem = classification(input);
  const Size size = asked(input, {100, 5, 15});
  const std::vector<Trained> trained = train(problem, innas_of_figure_2_2(), size, input.progress);
  return {{"inna_damping",
           "INNA with four (α, β) on images of digits (thesis, Figure 2.2)",
           {losses(trained), test_results(problem, trained)},
           2,
           report(problem, "a network in network", size, trained) +
               "\nγₖ = γ₀/√(k + 1). The text finds no pair (α, β) crucial."}};
}

}  // namespace verigrad::figures
