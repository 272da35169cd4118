// Thesis, Figure 2.4: INNA with steps that decay as (k + 1)^{−q}, and the best of them beside ADAM.
#include <fmt/format.h>

#include "verigrad/figure/training.hpp"

namespace verigrad::figures {

std::vector<Figure> inna_step_decay(const FigureInput& input) {
  using namespace training;
  const TrainingProblem problem = classification(input);
  const Size size = asked(input, size_of_section_2_6_on_digits, size_of_section_2_6_on_mnist);
  std::vector<Method> methods;
  for (const int denominator : {2, 4, 8, 16}) {
    methods.push_back(inna(0.5, 0.1, by_the_batch(1.0 / denominator), rates_of_section_2_6()));
    methods.back().label = fmt::format("INNA, q = 1/{}", denominator);
  }
  methods.push_back(adam({0.9}, rates_of_section_2_6()));
  const auto [all, kept] = training_of(input, "inna_step_decay", problem, methods, size);
  const std::vector<Trained> decays(all.begin(), all.end() - 1);
  const Trained &best = decays[lowest(decays)], &other = all.back();
  Panel by_decay = losses(decays), beside = losses({best, other});
  by_decay.title = "INNA by the decay of its steps";
  beside.title = "the lowest of them and ADAM";
  return {{"inna_step_decay",
           "INNA with slower decays of its steps on images of digits (thesis, Figure 2.4)",
           {by_decay, beside},
           2,
           report(problem, network_of_section_2_6, size, all) +
               fmt::format("\nγₖ = γ₀(k + 1)^(−q), (α, β) = (½, 0.1). The text has INNA with q = 1/4 below ADAM: {}.",
                           seen(all[1].final_loss() < other.final_loss())),
           kept}};
}

}  // namespace verigrad::figures
