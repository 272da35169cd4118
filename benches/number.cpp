// The kernels of the number types: one operation on vectors of 256 operands, and matrix products.
#include <benchmark/benchmark.h>

#include "verigrad/number/product.hpp"

#include "instances.hpp"
#include "real50.hpp"

namespace verigrad::benches {
namespace {

constexpr int operands = 256;

template <class T>
Vector<T> draw_numbers(unsigned seed, int count) {
  Draw draw(seed);
  Vector<T> result(count);
  for (T& x : result) x = T(1) + frac<T>(draw.between(1, 1 << 20), (1 << 20) - 3);
  return result;
}

template <class T, class Apply>
void apply_to_pairs(benchmark::State& state, Apply apply) {
  const Vector<T> a = draw_numbers<T>(1, operands), b = draw_numbers<T>(2, operands);
  Vector<T> c(operands);
  for (auto _ : state) {
    for (int i = 0; i < operands; ++i) c[i] = apply(a[i], b[i]);
    benchmark::DoNotOptimize(c.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * operands);
}

template <class T>
void add(benchmark::State& state) {
  const Ball::Precision bits(128);
  apply_to_pairs<T>(state, [](const T& a, const T& b) { return T(a + b); });
}
template <class T>
void multiply(benchmark::State& state) {
  const Ball::Precision bits(128);
  apply_to_pairs<T>(state, [](const T& a, const T& b) { return T(a * b); });
}
template <class T>
void divide(benchmark::State& state) {
  const Ball::Precision bits(128);
  apply_to_pairs<T>(state, [](const T& a, const T& b) { return T(a / b); });
}
template <class T>
void square_root(benchmark::State& state) {
  using std::sqrt;
  const Ball::Precision bits(128);
  apply_to_pairs<T>(state, [](const T& a, const T&) { return T(sqrt(a)); });
}

/// A x for a dense n × n matrix of doubles.
template <class T>
void matrix_product(benchmark::State& state) {
  const Ball::Precision bits(128);
  const int n = int(state.range(0));
  Draw draw(3);
  const Matrix<double> a = Matrix<double>::NullaryExpr(n, n, [&] { return std::ldexp(draw.between(-999, 999), -9); });
  const Vector<T> x = draw_numbers<T>(4, n);
  for (auto _ : state) benchmark::DoNotOptimize(product(a, x));
}

#define VERIGRAD_BENCH(T)                   \
  BENCHMARK(add<T>)->MinTime(0.05);         \
  BENCHMARK(multiply<T>)->MinTime(0.05);    \
  BENCHMARK(divide<T>)->MinTime(0.05);      \
  BENCHMARK(square_root<T>)->MinTime(0.05); \
  BENCHMARK(matrix_product<T>)->Arg(10)->Arg(64)->MinTime(0.05);
VERIGRAD_BENCH(double)
VERIGRAD_BENCH(Interval)
VERIGRAD_BENCH(Ball)
VERIGRAD_BENCH(Real50)
#undef VERIGRAD_BENCH

}  // namespace
}  // namespace verigrad::benches
