// Small generators that the families of problems are drawn with.
#pragma once

#include <rapidcheck.h>

#include "verigrad/number/eigen.hpp"

namespace verigrad::generate {

/// Uniform in [0, highest], whatever RapidCheck's size; shrinks toward 0.
inline rc::Gen<int> up_to(int highest) { return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, highest + 1)); }

inline rc::Gen<bool> one_in(int n) {
  return rc::gen::map(up_to(n - 1), [n](int k) { return k == n - 1; });
}

inline Vector<double> to_vector(const std::vector<double>& entries) {
  return Eigen::Map<const Vector<double>>(entries.data(), Eigen::Index(entries.size()));
}

inline rc::Gen<Vector<double>> entries(Eigen::Index dimension, rc::Gen<double> entry) {
  return rc::gen::map(rc::gen::container<std::vector<double>>(std::size_t(dimension), std::move(entry)), to_vector);
}

inline rc::Gen<Matrix<double>> table(Eigen::Index rows, Eigen::Index columns, rc::Gen<double> entry) {
  return rc::gen::map(entries(rows * columns, std::move(entry)),
                      [=](const Vector<double>& all) { return Matrix<double>(all.reshaped(rows, columns)); });
}

}  // namespace verigrad::generate
