// An epoch of training by INNA and by ADAM, with its loss on all data, against the matrix products that it consists of
// alone, by Eigen: of every batch forward, for the weights and for the inputs, and forward of all data. Measured in
// turn within one run: the ratio of the fastest times, to be 1.3 or less, and epochs a second. The classifier of
// Figures 2.2 to 2.4 on 2,560 images and the auto-encoder of Figures 4.4 and 4.5 on 512.
#include "verigrad/figure/training.hpp"

#include <benchmark/benchmark.h>

#include "fastest.hpp"
#include "instances.hpp"

namespace verigrad::benches {
namespace {

using training::TrainingProblem;

Matrix<double> random(int rows, int columns) {
  Draw draw(7);
  return Matrix<double>::NullaryExpr(rows, columns, [&] { return std::ldexp(draw.between(0, 999), -10); });
}

TrainingProblem classifier() {
  constexpr int images = 2560;
  Batch<double> data{random(images, 784), std::vector<int>(images, 3)};
  return {"", DenseNetwork::classifier({784, 100, 10}), Loss::softmax_cross_entropy, 1, 0, 32, data, data};
}
TrainingProblem auto_encoder() {
  const Matrix<double> images = random(512, 784);
  const Batch<double> data{images, {}, images};
  return {"",
          DenseNetwork::classifier({784, 1000, 500, 250, 30, 250, 500, 1000, 784}, Activation::silu),
          Loss::squared_error,
          2.0 / 784,
          1e-4,
          128,
          data,
          data};
}

/// The products of one epoch, on matrices of its shapes.
class Products {
public:
  explicit Products(const TrainingProblem& problem)
      : widths_(problem.network.widths()),
        batches_(int(problem.train.inputs.rows()) / problem.batch_size),
        all_(int(problem.train.inputs.rows() + problem.test.inputs.rows())),
        batch_(problem.batch_size) {
    for (std::size_t k = 0; k + 1 < widths_.size(); ++k) {
      w_.push_back(random(widths_[k + 1], widths_[k]));
      of_batch_.add(widths_[k], widths_[k + 1], batch_);
      of_part_.add(widths_[k], widths_[k + 1], part);
    }
    w_gradient_ = w_;
    y_gradient_ = of_batch_.y;
  }
  void run() {
    for (int b = 0; b < batches_; ++b) {
      forward(of_batch_);
      for (std::size_t k = w_.size(); k-- > 0;) {
        w_gradient_[k].noalias() = of_batch_.z[k].transpose() * of_batch_.y[k];
        if (k > 0) y_gradient_[k].noalias() = of_batch_.z[k] * w_[k];
      }
    }
    for (int first = 0; first < all_; first += part) forward(of_part_);
    benchmark::ClobberMemory();
  }

private:
  static constexpr int part = 512;
  struct Layers {
    std::vector<Matrix<double>> y, z;
    void add(int inputs, int outputs, int rows) {
      y.push_back(random(rows, inputs));
      z.push_back(random(rows, outputs));
    }
  };
  void forward(Layers& layers) {
    for (std::size_t k = 0; k < w_.size(); ++k) layers.z[k].noalias() = layers.y[k] * w_[k].transpose();
  }

  std::vector<int> widths_;
  int batches_, all_, batch_;
  Layers of_batch_, of_part_;
  std::vector<Matrix<double>> w_, w_gradient_, y_gradient_;
};

void epochs(benchmark::State& state, const TrainingProblem& problem, const training::Method& method) {
  constexpr int more = 3;
  const auto train = [&](int count) { benchmark::DoNotOptimize(training::train(problem, {method}, {count, 1, 1})); };
  Products products(problem);
  Fastest of_one, of_more, of_products;
  for (auto _ : state) {
    of_one.time([&] { train(1); });
    state.SetIterationTime(of_more.time([&] { train(1 + more); }));
    of_products.time([&] { products.run(); });
  }
  const double epoch = (of_more.seconds() - of_one.seconds()) / more;
  state.counters["epochs_per_second"] = 1 / epoch;
  state.counters["products_ms"] = 1e3 * of_products.seconds();
  state.counters["over_products"] = epoch / of_products.seconds();
}

void epochs_of_classifier(benchmark::State& state, const training::Method& method) {
  epochs(state, classifier(), method);
}
void epochs_of_auto_encoder(benchmark::State& state, const training::Method& method) {
  epochs(state, auto_encoder(), method);
}
const training::Method inna = training::inna(0.5, 0.1, training::by_the_batch(0.5), {0.01});
const training::Method adam = training::adam({0.9}, {0.001});
BENCHMARK_CAPTURE(epochs_of_classifier, inna, inna)->UseManualTime()->MinTime(2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epochs_of_classifier, adam, adam)->UseManualTime()->MinTime(2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epochs_of_auto_encoder, inna, inna)->UseManualTime()->MinTime(2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epochs_of_auto_encoder, adam, adam)->UseManualTime()->MinTime(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace verigrad::benches
