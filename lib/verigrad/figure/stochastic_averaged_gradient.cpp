// BGD, SGD, SGA and SAG from one start on real data: ridge and softmax regression, beside MFDS, Figure 14.8.
#include "verigrad/figure/comparison.hpp"

namespace verigrad::figures {

std::vector<Figure> stochastic_averaged_gradient(const FigureInput& input) {
  const auto squares = breast_cancer(input.tables, LinearTerms::Loss::squares);
  const auto logistic = breast_cancer(input.tables, LinearTerms::Loss::logistic);
  const auto softmax = digits(input.tables);
  const ComparisonSteps steps{2, 2, 1};
  return {
      {"stochastic_methods_on_data",
       "Batch and stochastic methods on real data",
       {comparison("breast cancer, ridge regression", squares, steps, 60),
        comparison("breast cancer, logistic regression", logistic, steps, 60),
        comparison("digits, softmax regression", softmax, steps, 60)},
       3,
       fmt::format("{}. Ridge 1/N on breast cancer, 1/128 on the digits.\nOne run each: an illustration. Proven upper "
                   "bounds of f(x) − f*; f* enclosed within {:.0e}, {:.0e} and {:.0e} (strong convexity, exact "
                   "rationals for least squares).",
                   in_words(steps), squares.f_star_width, logistic.f_star_width, softmax.f_star_width)}};
}

}  // namespace verigrad::figures
