#include "verigrad/rate/foreign_method.hpp"

#include <cmath>

#include <fmt/format.h>

#include "verigrad/rate/linear_form.hpp"

namespace verigrad::rate {
namespace {

using conformance::Entries;
using conformance::StartOptimiser;

/// Entry j's gradient at step k in row k.
using Gradients = Matrix<double>;

/// The parameters after each step, a row each.
Matrix<double> answers(const StartOptimiser& start, const ForeignQuestion& question, const Entries& at,
                       const Gradients& gradients) {
  conformance::TraceHead head{question.dtype, "", question.hyper, {{"x", {at.size()}, at}}};
  const conformance::TakeStep take = start(head);
  Matrix<double> all(gradients.rows(), gradients.cols());
  for (Eigen::Index k = 0; k < gradients.rows(); ++k) {
    const Vector<double> row = gradients.row(k);
    const auto parameters = take({{Entries(row.begin(), row.end())}, question.rate});
    conformance::require_parameters(parameters, head, std::size_t(k) + 1);
    all.row(k) = Eigen::Map<const Vector<double>>(parameters[0].data(), gradients.cols());
  }
  if (!all.allFinite()) throw NotLinear("the program answers what is no finite number; no fixed-step method does");
  return all;
}

/// ±2^e of entry j.
double scale(Eigen::Index j) {
  constexpr int apart = 3, least = -4, count = 9;
  return std::ldexp(j % 2 == 0 ? 1 : -1, least + int(j) * apart % count);
}

void require_scaled(const Matrix<double>& unscaled, const Matrix<double>& scaled) {
  for (Eigen::Index k = 0; k < unscaled.rows(); ++k)
    for (Eigen::Index j = 0; j < unscaled.cols(); ++j)
      if (scaled(k, j) != scale(j) * unscaled(k, j))
        throw NotLinear(fmt::format(
            "no fixed-step method answers: after step {} entry {} is {}, and with its gradients times {} it "
            "is {}; only steps that are linear in the gradients have a rate",
            k + 1, j, unscaled(k, j), scale(j), scaled(k, j)));
}

/// Whole numbers from −3 to 3.
Gradients all_at_once(Eigen::Index steps) {
  constexpr Eigen::Index along = 5, across = 3, numbers = 7;
  return Gradients::NullaryExpr(steps, steps, [](Eigen::Index k, Eigen::Index j) {
    return double((along * k + across * j * j + k * j) % numbers - 3);
  });
}

/// x₀ + Σ_j m_kj g_j against the program's answers, entry by entry.
void require_sums(const Matrix<double>& units, const Matrix<double>& sums, const Entries& at,
                  const Gradients& gradients, const conformance::Dtype& dtype) {
  constexpr int roundings = 16;
  for (Eigen::Index k = 0; k < sums.rows(); ++k)
    for (Eigen::Index i = 0; i < sums.cols(); ++i) {
      Rational expected = exact<Rational>(at[std::size_t(i)]), size = abs(expected);
      for (Eigen::Index j = 0; j <= k; ++j) {
        const Rational part = exact<Rational>(units(k, j)) * exact<Rational>(gradients(j, i));
        expected += part;
        size += abs(part);
        for (Eigen::Index earlier = j; earlier < k; ++earlier)
          size += abs(exact<Rational>(units(earlier, j)) * exact<Rational>(gradients(j, i)));
      }
      const Rational radius = roundings * int(k + 1) * exact<Rational>(dtype.unit()) * size;
      if (abs(exact<Rational>(sums(k, i)) - expected) > radius)
        throw NotLinear(
            fmt::format("no fixed-step method answers: after step {} entry {} is {}, and what single gradients add up "
                        "to is {}; only "
                        "steps that are linear in the gradients, wherever they start, have a rate",
                        k + 1, i, sums(k, i), approximate(expected)));
    }
}

}  // namespace

StepMatrix step_matrix(const StartOptimiser& start, const ForeignQuestion& question, int steps) {
  if (steps < 1) throw std::invalid_argument(fmt::format("{} steps have no rate; take at least 1", steps));
  const Entries origin(std::size_t(steps), 0.0);
  Entries elsewhere;
  for (int i = 0; i < steps; ++i) elsewhere.push_back(i % 3 - 2.5);
  Gradients one_each = Gradients::Identity(steps, steps), scaled = one_each;
  for (Eigen::Index j = 0; j < steps; ++j) scaled(j, j) = scale(j);
  const Matrix<double> units = answers(start, question, origin, one_each);
  for (Eigen::Index k = 0; k < steps; ++k)
    for (Eigen::Index j = k + 1; j < steps; ++j)
      if (units(k, j) != 0)
        throw NotLinear(
            fmt::format("no fixed-step method answers: entry {} moves at step {} without a gradient", j, k + 1));
  require_scaled(units, answers(start, question, origin, scaled));
  const Gradients dense = all_at_once(steps);
  require_sums(units, answers(start, question, elsewhere, dense), elsewhere, dense, *question.dtype);
  StepMatrix matrix = StepMatrix::Constant(steps + 1, steps + 2, Rational(0));
  matrix.col(0).setConstant(Rational(1));
  matrix.block(1, 1, steps, steps) = exact<Rational>(units);
  return matrix;
}

}  // namespace verigrad::rate
