#include "verigrad/sampling/polynomials.hpp"

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {

Gen<finite_differences::PolynomialInstance> polynomial() {
  const auto coefficients = gen::mapcat(dimension(5), [](int degree) { return point(degree + 1); });
  return gen::map(
      gen::tuple(coefficients, dyadic(), up_to(58)), [](const std::tuple<Vector<double>, double, int>& draw) {
        return finite_differences::PolynomialInstance{std::get<0>(draw), std::get<1>(draw), 2 + std::get<2>(draw)};
      });
}

}  // namespace verigrad::generate
