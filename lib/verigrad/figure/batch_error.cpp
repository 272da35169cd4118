// MFDS, Figure 14.3: the error of batch gradient descent for logistic classification.
#include <fmt/format.h>

#include "verigrad/figure/shipped_problems.hpp"

namespace verigrad::figures {
namespace batch_error_figure {
namespace {

constexpr int batch_steps = 200;

}  // namespace
}  // namespace batch_error_figure

std::vector<Figure> batch_error(const FigureInput& input) {
  using namespace batch_error_figure;
  const auto problem = breast_cancer(input.tables, LinearTerms::Loss::logistic);
  Panel plain{"", {"step k"}, {"f(xₖ) − f*", false, 0, 0.4}, {}}, logarithmic{"", {"step k"}, {"f(xₖ) − f*", true}, {}};
  for (const double share : {0.25, 1.0, 1.9, 2.5}) {
    const auto points = bgd_epochs(problem.terms, problem.zero(), batch_steps, share / problem.L);
    const Curve curve = over_epochs(fmt::format("τ = {}/L", share), gaps(points, problem.gap));
    plain.curves.push_back(curve);
    logarithmic.curves.push_back(curve);
  }
  return {{"batch_error",
           "Batch gradient descent for logistic classification (MFDS, Figure 14.3)",
           {plain, logarithmic},
           2,
           fmt::format("Chosen here: breast-cancer table, ridge 1/N, x₀ = 0, the steps τ; the text asks for τ < 2/L.\n"
                       "Proven upper bounds of f(xₖ) − f*, f* enclosed within {:.0e}.",
                       problem.f_star_width)}};
}

}  // namespace verigrad::figures
