// Thesis, Figure 2.3: INNA, with the best (α, β) of Figure 2.2, beside SGD, Adagrad and ADAM.
#include <algorithm>

#include <fmt/format.h>

#include "verigrad/figure/training.hpp"

namespace verigrad::figures {

std::vector<Figure> inna_training(const FigureInput& input) {
  using namespace training;
  const TrainingProblem problem = classification(input);
  const Size size = asked(input, size_of_section_2_6_on_digits, size_of_section_2_6_on_mnist);
  const std::vector<double> rates = rates_of_section_2_6();
  std::vector<Method> methods = innas_of_figure_2_2();
  const std::size_t innas = methods.size();
  for (const Method& other : {sgd(by_the_batch(0.5), rates), adagrad(rates), adam({0.9}, rates)})
    methods.push_back(other);
  const Training training = training_of(input, "inna_training", problem, methods, size);
  const auto others = training.all.begin() + std::ptrdiff_t(innas);
  std::vector<Trained> all = {training.all[lowest({training.all.begin(), others})]};
  all.insert(all.end(), others, training.all.end());
  const auto loss = [&](std::size_t i) { return all[i].final_loss(); };
  const bool as_in_text = std::max(loss(0), loss(3)) < std::min(loss(1), loss(2));
  return {{"inna_training",
           "INNA and other methods on images of digits (thesis, Figure 2.3)",
           {losses(all), test_results(problem, all)},
           2,
           report(problem, network_of_section_2_6, size, all) +
               fmt::format("\nThe text has INNA and ADAM below SGD and Adagrad: {}.", seen(as_in_text)),
           training.kept}};
}

}  // namespace verigrad::figures
