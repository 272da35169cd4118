// MFDS, Figure 14.8: SGD, SGA and SAG for logistic classification.
#include "verigrad/figure/comparison.hpp"

namespace verigrad::figures {

std::vector<Figure> sgd_sga_sag_error(const FigureInput& input) {
  const auto problem = breast_cancer(input.tables, LinearTerms::Loss::logistic);
  const ComparisonSteps steps{4, 4, 1};
  return {{"sgd_sga_sag_error",
           "SGD, SGA and SAG for logistic classification (MFDS, Figure 14.8)",
           {comparison("", problem, steps, 60)},
           1,
           fmt::format(
               "Chosen here: breast-cancer table, ridge 1/N;\n{}.\nOne run each: an illustration. SAG as published, "
               "with 1/n. Proven upper bounds of f(x) − f*, f* enclosed within {:.0e}.",
               in_words(steps), problem.f_star_width)}};
}

}  // namespace verigrad::figures
