// MFDS, Figure 14.7: the error of SGD for logistic classification, with BGD on the scale of equal cost.
#include <fmt/format.h>

#include "verigrad/figure/shipped_problems.hpp"

namespace verigrad::figures {
namespace stochastic_and_batch_error_figure {
namespace {

constexpr int epochs = 40;
constexpr unsigned runs = 40;
/// The 26th smallest of 40 is at least the median with probability P(Bin(40, ½) ≤ 25) > 95 %.
constexpr std::size_t above_the_median = 26;

}  // namespace
}  // namespace stochastic_and_batch_error_figure

std::vector<Figure> stochastic_and_batch_error(const FigureInput& input) {
  using namespace stochastic_and_batch_error_figure;
  const auto problem = breast_cancer(input.tables, LinearTerms::Loss::logistic);
  const DecayingStep steps{4 / problem.terms.largest_L(), double(problem.terms.size())};
  std::vector<std::vector<double>> errors;
  Curve each{"each of 40 runs of SGD", {}, Stroke::thin};
  for (unsigned seed = 1; seed <= runs; ++seed) {
    errors.push_back(gaps(sgd_epochs(problem.terms, problem.zero(), epochs, steps, seed), problem.gap));
    const Curve run = over_epochs("", errors.back());
    each.points.insert(each.points.end(), run.points.begin(), run.points.end());
    each.points.emplace_back(std::nan(""), std::nan(""));
  }
  const auto batch = gaps(bgd_epochs(problem.terms, problem.zero(), epochs, 1 / problem.L), problem.gap);
  const Panel panel{"",
                    {"epoch (n gradients of terms)"},
                    {"f(x) − f*", true},
                    {each, over_epochs("SGD, median of the runs", order_statistic(errors, runs / 2)),
                     over_epochs("95 % upper confidence bound of the median", order_statistic(errors, above_the_median),
                                 Stroke::dashed),
                     over_epochs("BGD, τ = 1/L", batch, Stroke::dashed)}};
  return {{"stochastic_and_batch_error",
           "SGD for logistic classification, with BGD at equal cost (MFDS, Figure 14.7)",
           {panel},
           1,
           fmt::format("Chosen here: breast-cancer table, ridge 1/N, x₀ = 0; τₖ of (14.15) with τ₀ = 4/max Lᵢ, k₀ = n; "
                       "seeds 1 … 40.\nProven upper bounds of f(x) − f*, f* enclosed within {:.0e}; the confidence "
                       "bound is of order statistics and assumes no distribution.",
                       problem.f_star_width)}};
}

}  // namespace verigrad::figures
