// Back-propagation of 784–256–128–10 at batch 128 against the matrix products it consists of (three forward, three for
// the weights, two for the inputs) alone, by Eigen, measured in turn within one run: the ratio of the fastest times,
// to be 1.3 or less, and allocations, to be 0.
#include <benchmark/benchmark.h>

#include "verigrad/network/backpropagation.hpp"

#include "allocations.hpp"
#include "fastest.hpp"
#include "instances.hpp"

namespace verigrad::benches {
namespace {

constexpr int batch_size = 128;
const std::vector<int> widths{784, 256, 128, 10};

Matrix<double> random(int rows, int columns) {
  Draw draw(7);
  return Matrix<double>::NullaryExpr(rows, columns, [&] { return std::ldexp(draw.between(-999, 999), -14); });
}

class Products {
public:
  Products() {
    for (std::size_t k = 0; k + 1 < widths.size(); ++k) {
      y_.push_back(random(batch_size, widths[k]));
      w_.push_back(random(widths[k + 1], widths[k]));
      z_.push_back(random(batch_size, widths[k + 1]));
    }
    w_gradient_ = w_;
    y_gradient_ = y_;
  }
  void run() {
    for (std::size_t k = 0; k < y_.size(); ++k) z_[k].noalias() = y_[k] * w_[k].transpose();
    for (std::size_t k = y_.size(); k-- > 0;) {
      w_gradient_[k].noalias() = z_[k].transpose() * y_[k];
      if (k > 0) y_gradient_[k].noalias() = z_[k] * w_[k];
    }
    benchmark::ClobberMemory();
  }

private:
  std::vector<Matrix<double>> y_, w_, z_, w_gradient_, y_gradient_;
};

void forward_and_backward(benchmark::State& state) {
  const DenseNetwork network = DenseNetwork::classifier(widths);
  Backpropagation<double> pass(network, Loss::softmax_cross_entropy);
  const Vector<double> theta = random(int(network.parameter_count()), 1);
  const Batch<double> batch{random(batch_size, widths[0]), std::vector<int>(batch_size, 3)};
  Vector<double> gradient;
  pass.objective_and_gradient(theta, batch, gradient);
  Products products;
  Fastest of_pass, of_products;
  long during_passes = 0;
  for (auto _ : state) {
    const long before = allocations;
    state.SetIterationTime(
        of_pass.time([&] { benchmark::DoNotOptimize(pass.objective_and_gradient(theta, batch, gradient)); }));
    during_passes += allocations - before;
    of_products.time([&] { products.run(); });
  }
  state.counters["products_ms"] = 1e3 * of_products.seconds();
  state.counters["over_products"] = of_pass.seconds() / of_products.seconds();
  state.counters["allocations"] = double(during_passes);
}
BENCHMARK(forward_and_backward)->UseManualTime()->MinTime(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace verigrad::benches
