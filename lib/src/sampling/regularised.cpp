#include "verigrad/sampling/regularised.hpp"

#include "verigrad/sampling/generators.hpp"

#include "draws.hpp"

namespace verigrad::generate {

rc::Gen<soft_thresholding::ProximalInstance> proximal(int highest_dimension) {
  return rc::gen::mapcat(dimension(highest_dimension), [](int p) {
    return rc::gen::map(rc::gen::tuple(point(p, 5, 2), dyadic(5, 2), point(p, 5, 2)),
                        [](const std::tuple<Vector<double>, double, Vector<double>>& draw) {
                          const auto& [y, lambda, x] = draw;
                          return soft_thresholding::ProximalInstance{y, std::abs(lambda), x};
                        });
  });
}

rc::Gen<ridge_regression::RidgeInstance> ridge() {
  return rc::gen::mapcat(rc::gen::pair(dimension(4), dimension(4)), [](const std::pair<int, int>& shape) {
    const auto [n, p] = shape;
    return rc::gen::map(rc::gen::tuple(table(n, p, dyadic(4, 1)), point(n, 5, 2), positive(3, -8, 2), point(p, 5, 2)),
                        [](const std::tuple<Matrix<double>, Vector<double>, double, Vector<double>>& draw) {
                          const auto& [a, y, lambda, x] = draw;
                          return ridge_regression::RidgeInstance{a, y, lambda, x};
                        });
  });
}

}  // namespace verigrad::generate
