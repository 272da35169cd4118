#include "verigrad/sampling/layers.hpp"

#include <cmath>

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {
namespace {

/// A vector whose entries are often small integers.
Gen<Vector<double>> often_tied(Eigen::Index size) {
  return gen::oneOf(point(size, 2, 0), point(size), point(size, 6, 3));
}

struct Sizes {
  int m, n;
};
Gen<Sizes> sizes() {
  return gen::map(gen::tuple(dimension(4), dimension(4)), [](const std::tuple<int, int>& draw) {
    return Sizes{std::get<0>(draw), std::get<1>(draw)};
  });
}

Matrix<double> as_matrix(const Vector<double>& entries, Eigen::Index rows, Eigen::Index columns) {
  return Eigen::Map<const Matrix<double>>(entries.data(), rows, columns);
}
Matrix<double> symmetric(const Vector<double>& entries, Eigen::Index rows) {
  const Matrix<double> half = as_matrix(entries, rows, rows);
  return half + half.transpose();
}

Vector<int> one_hot(Eigen::Index size, int label) {
  Vector<int> result = Vector<int>::Zero(size);
  result[label % size] = 1;
  return result;
}

}  // namespace

Gen<LayerInstance> dense_layer() {
  return gen::mapcat(sizes(), [](const Sizes& s) {
    return gen::map(
        gen::tuple(often_tied(s.n), often_tied(s.n), often_tied(s.m * s.n), often_tied(s.m), often_tied(s.m),
                   point(s.m * s.m, 4, 1), up_to(s.m - 1)),
        [s](const std::tuple<Vector<double>, Vector<double>, Vector<double>, Vector<double>, Vector<double>,
                             Vector<double>, int>& draw) {
          const auto& [y, h, w, b, c, q, row] = draw;
          return LayerInstance{
              .x = y, .h = h, .W = as_matrix(w, s.m, s.n), .b = b, .c = c, .Q = symmetric(q, s.m), .row = row};
        });
  });
}

Gen<LayerInstance> dense_layer_moved_in_bias() {
  return gen::mapcat(dense_layer(), [](const LayerInstance& drawn) {
    return gen::map(often_tied(drawn.b.size()), [drawn](const Vector<double>& h) {
      LayerInstance result = drawn;
      result.h = h;
      return result;
    });
  });
}

Gen<LayerInstance> relu_layer() {
  return gen::mapcat(dimension(6), [](int m) {
    return gen::map(gen::tuple(often_tied(m), gen::container<std::vector<int>>(std::size_t(m), up_to(30)),
                               often_tied(m), point(m * m, 4, 1)),
                    [m](const std::tuple<Vector<double>, std::vector<int>, Vector<double>, Vector<double>>& draw) {
                      const auto& [z, sixteenths, c, q] = draw;
                      Vector<double> h(m);
                      for (int j = 0; j < m; ++j) h[j] = std::ldexp(z[j] * (sixteenths[std::size_t(j)] - 15), -4);
                      return LayerInstance{.x = z, .h = h, .c = c, .Q = symmetric(q, m)};
                    });
  });
}

Gen<LayerInstance> softmax_layer() {
  return gen::mapcat(dimension(5), [](int m) {
    return gen::map(gen::tuple(often_tied(m), point(m, 4, 3), up_to(20), up_to(m - 1)),
                    [m](const std::tuple<Vector<double>, Vector<double>, int, int>& draw) {
                      const auto& [z, direction, e, label] = draw;
                      const Vector<double> h = std::ldexp(1, -e) * direction;
                      return LayerInstance{.x = z, .h = h, .y_star = one_hot(m, label), .exact = false};
                    });
  });
}

Gen<LayerInstance> exponentials() {
  return gen::mapcat(dimension(5), [](int m) {
    return gen::map(gen::tuple(entries(m, positive()), up_to(m - 1)), [m](const std::tuple<Vector<double>, int>& draw) {
      const auto& [e, label] = draw;
      return LayerInstance{.x = e, .h = Vector<double>::Zero(m), .y_star = one_hot(m, label), .x_is_exponential = true};
    });
  });
}

Gen<LayerInstance> cross_entropy() {
  return gen::mapcat(dimension(5), [](int m) {
    const auto draws = [m](int highest) { return gen::container<std::vector<int>>(std::size_t(m), up_to(highest)); };
    return gen::map(gen::tuple(draws(253), draws(31), draws(1), up_to(20)),
                    [m](const std::tuple<std::vector<int>, std::vector<int>, std::vector<int>, int>& draw) {
                      const auto& [y, h, labels, e] = draw;
                      LayerInstance result{
                          .x = Vector<double>(m), .h = Vector<double>(m), .y_star = Vector<int>(m), .exact = false};
                      for (int k = 0; k < m; ++k) {
                        const auto i = std::size_t(k);
                        result.x[k] = std::ldexp(y[i] + 1, -8);
                        const int part = h[i] < 16 ? h[i] - 16 : h[i] - 15;
                        result.h[k] = std::ldexp(std::min(result.x[k], 1 - result.x[k]) * part, -5 - e);
                        result.y_star[k] = labels[i];
                      }
                      return result;
                    });
  });
}

}  // namespace verigrad::generate
