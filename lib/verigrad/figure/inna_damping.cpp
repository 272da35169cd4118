// Thesis, Figure 2.2: INNA with four pairs (α, β).
#include "verigrad/figure/training.hpp"

namespace verigrad::figures {

std::vector<Figure> inna_damping(const FigureInput& input) {
  using namespace training;
  const TrainingProblem problem = classification(input);
  const Size size = asked(input, size_of_section_2_6_on_digits, size_of_section_2_6_on_mnist);
  const auto [trained, kept] = training_of(input, "inna_damping", problem, innas_of_figure_2_2(), size);
  return {{"inna_damping",
           "INNA with four (α, β) on images of digits (thesis, Figure 2.2)",
           {losses(trained), test_results(problem, trained)},
           2,
           report(problem, network_of_section_2_6, size, trained) +
               "\nγₖ = γ₀/√(k + 1). The text finds no pair (α, β) crucial.",
           kept}};
}

}  // namespace verigrad::figures
