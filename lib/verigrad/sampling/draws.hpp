// Small generators that the families of problems are drawn with.
#pragma once

#include "verigrad/number/eigen.hpp"
#include "verigrad/sampling/gen.hpp"

namespace verigrad::generate {

/// Uniform in [0, highest]; shrinks toward 0.
inline Gen<int> up_to(int highest) { return gen::inRange(0, highest + 1); }

/// True once in n draws; false is the simpler one.
inline Gen<bool> one_in(int n) {
  return gen::map(up_to(n - 1), [n](int k) { return k == n - 1; });
}

/// The entries as a vector.
inline Vector<double> to_vector(const std::vector<double>& entries) {
  return Eigen::Map<const Vector<double>>(entries.data(), Eigen::Index(entries.size()));
}

/// A vector of this dimension, each entry drawn alike.
inline Gen<Vector<double>> entries(Eigen::Index dimension, Gen<double> entry) {
  return gen::map(gen::container<std::vector<double>>(std::size_t(dimension), std::move(entry)), to_vector);
}

/// A matrix of this shape, each entry drawn alike.
inline Gen<Matrix<double>> table(Eigen::Index rows, Eigen::Index columns, Gen<double> entry) {
  return gen::map(entries(rows * columns, std::move(entry)),
                  [=](const Vector<double>& all) { return Matrix<double>(all.reshaped(rows, columns)); });
}

}  // namespace verigrad::generate
