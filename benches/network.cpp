// Back-propagation of 784–256–128–10 at batch 128, against the matrix products it consists of, alone: three forward,
// three for the weights, two for the inputs.
#include <benchmark/benchmark.h>

#include "verigrad/network/backpropagation.hpp"

#include "instances.hpp"

namespace verigrad::benches {
namespace {

constexpr int batch_size = 128;
const std::vector<int> widths{784, 256, 128, 10};

Matrix<double> random(int rows, int columns) {
  Draw draw(7);
  return Matrix<double>::NullaryExpr(rows, columns, [&] { return std::ldexp(draw.between(-999, 999), -14); });
}

void products_alone(benchmark::State& state) {
  std::vector<Matrix<double>> y, w, z, w_gradient, y_gradient;
  for (std::size_t k = 0; k + 1 < widths.size(); ++k) {
    y.push_back(random(batch_size, widths[k]));
    w.push_back(random(widths[k + 1], widths[k]));
    z.push_back(random(batch_size, widths[k + 1]));
    w_gradient.push_back(w.back());
    y_gradient.push_back(y.back());
  }
  for (auto _ : state) {
    for (std::size_t k = 0; k < y.size(); ++k) z[k].noalias() = y[k] * w[k].transpose();
    for (std::size_t k = y.size(); k-- > 0;) {
      w_gradient[k].noalias() = z[k].transpose() * y[k];
      if (k > 0) y_gradient[k].noalias() = z[k] * w[k];
    }
    benchmark::ClobberMemory();
  }
}

void forward_and_backward(benchmark::State& state) {
  const DenseNetwork network = DenseNetwork::classifier(widths);
  Backpropagation<double> pass(network, Loss::softmax_cross_entropy);
  const Vector<double> theta = random(int(network.parameter_count()), 1);
  const Batch<double> batch{random(batch_size, widths[0]), std::vector<int>(batch_size, 3)};
  Vector<double> gradient;
  for (auto _ : state) benchmark::DoNotOptimize(pass.objective_and_gradient(theta, batch, gradient));
}

BENCHMARK(products_alone)->Unit(benchmark::kMillisecond);
BENCHMARK(forward_and_backward)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace verigrad::benches
