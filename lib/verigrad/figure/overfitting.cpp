// Thesis, Figure 1.5: models that under-fit, fit and over-fit samples of one function, and the errors of a network on
// samples for training and for testing.
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "verigrad/figure/normal_numbers.hpp"
#include "verigrad/figure/training.hpp"

namespace verigrad::figures {
namespace overfitting_figure {
namespace {

constexpr int training_samples = 14, test_samples = 50;

/// The text's function; (−1)^{3/2} is no real number, so that the power keeps the sign.
double truth(double t) {
  const double s = std::sin(3 * t);
  return 0.5 * t * t + 2 * std::copysign(std::pow(std::abs(s), 1.5), s);
}

using Points = std::vector<std::pair<double, double>>;

Points samples(double first, double last, int count, NormalNumbers& normal) {
  Points result;
  for (const double t : evenly(first, last, count - 1)) result.emplace_back(t, truth(t) + 0.3 * normal());
  return result;
}

/// The polynomial of least squares on the samples, by polynomials that are orthogonal on them: pₖ₊₁ = (t − aₖ)pₖ −
/// bₖpₖ₋₁ (Forsythe, 1957).
class LeastSquaresPolynomial {
public:
  LeastSquaresPolynomial(const Points& samples, int degree) {
    std::vector<double> before(samples.size(), 0), now(samples.size(), 1);
    double norm_before = 0;
    for (int k = 0; k <= degree; ++k) {
      double norm = 0, with_t = 0, with_y = 0;
      for (std::size_t i = 0; i < samples.size(); ++i) {
        norm += now[i] * now[i];
        with_t += samples[i].first * now[i] * now[i];
        with_y += samples[i].second * now[i];
      }
      terms_.push_back({with_y / norm, with_t / norm, k == 0 ? 0 : norm / norm_before});
      for (std::size_t i = 0; i < samples.size(); ++i)
        before[i] = (samples[i].first - terms_.back().a) * now[i] - terms_.back().b * before[i];
      std::swap(before, now);
      norm_before = norm;
    }
  }
  double operator()(double t) const {
    double before = 0, now = 1, sum = 0;
    for (const Term& term : terms_) {
      sum += term.share * now;
      before = (t - term.a) * now - term.b * before;
      std::swap(before, now);
    }
    return sum;
  }

private:
  struct Term {
    double share, a, b;
  };
  std::vector<Term> terms_;
};

double mean_square(const LeastSquaresPolynomial& model, const Points& points) {
  double sum = 0;
  for (const auto& [t, y] : points) sum += (model(t) - y) * (model(t) - y);
  return sum / double(points.size());
}

Panel fitted(int degree, const Points& train, const Points& test) {
  const LeastSquaresPolynomial model(train, degree);
  Curve of_model{fmt::format("degree {}", degree), {}}, of_truth{"f_truth", {}, Stroke::dashed};
  for (const double t : evenly(0, 2, 400)) {
    of_model.points.emplace_back(t, model(t));
    of_truth.points.emplace_back(t, truth(t));
  }
  return {fmt::format("mean square {:.2g} on the samples, {:.2g} in the test", mean_square(model, train),
                      mean_square(model, test)),
          {"t"},
          {"y", false, -3, 5},
          {of_model, of_truth, {"samples", train, Stroke::points}}};
}

Batch<double> batch_of(const Points& points) {
  Batch<double> batch{Matrix<double>(points.size(), 1), {}, Matrix<double>(points.size(), 1)};
  for (std::size_t i = 0; i < points.size(); ++i) {
    batch.inputs(Eigen::Index(i), 0) = points[i].first;
    batch.targets(Eigen::Index(i), 0) = points[i].second;
  }
  return batch;
}

/// Errors of a network trained by ADAM on all samples at once.
Panel trained(const Points& train, const Points& test, const FigureInput& input) {
  using namespace training;
  const DenseNetwork network = DenseNetwork::classifier({1, 30, 30, 1}, Activation::tanh);
  const TrainingProblem problem{"", network,          Loss::squared_error, 2,
                                0,  training_samples, batch_of(train),     batch_of(test)};
  const Size size = {input.epochs.value_or(2000), 1, 1};
  const Conduct conduct{.progress = input.progress};
  const History history =
      training::train(problem, {training::adam({0.9}, {0.003})}, size, conduct).front().runs.front();
  Panel panel{"a network 1–30–30–1, tanh", {"epoch (gradient of all samples)"}, {"mean square", true}, {}};
  panel.curves = {{"𝒥, training", {}}, {"test", {}}};
  for (std::size_t epoch = 0; epoch < history.loss.size(); ++epoch) {
    panel.curves[0].points.emplace_back(double(epoch), history.loss[epoch]);
    panel.curves[1].points.emplace_back(double(epoch), history.tested[epoch]);
  }
  return panel;
}

}  // namespace
}  // namespace overfitting_figure

std::vector<Figure> overfitting(const FigureInput& input) {
  using namespace overfitting_figure;
  NormalNumbers normal(1);
  const Points train = samples(0, 2, training_samples, normal), test = samples(0.02, 1.98, test_samples, normal);
  return {
      {"overfitting",
       "Models that under-fit, fit and over-fit (thesis, Figure 1.5)",
       {fitted(1, train, test), fitted(6, train, test), fitted(training_samples - 1, train, test),
        trained(train, test, input)},
       2,
       "f_truth = 0.5t² + 2 sin(3t)^(3/2), of which the power keeps the sign where the text has no real number. Chosen "
       "here:\n14 samples for training and 50 for testing with normal noise of deviation 0.3, seed 1; polynomials of "
       "least squares; ADAM with the rate 0.003."}};
}

}  // namespace verigrad::figures
