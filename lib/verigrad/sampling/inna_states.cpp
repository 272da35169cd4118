#include "verigrad/sampling/inna_states.hpp"

#include <cmath>

#include "verigrad/problem/kink.hpp"
#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/stochastic.hpp"

namespace verigrad::generate {
namespace {

Gen<ObjectivePtr> kink() {
  return gen::apply([](double left, double right,
                       int where) { return make_objective(Kink(left, right, left + (right - left) * where / 2)); },
                    dyadic(4, 1), dyadic(4, 1), up_to(2));
}

Gen<FiniteSum> kinks() {
  return gen::mapcat(up_to(2), [](int more) {
    return gen::map(gen::container<std::vector<ObjectivePtr>>(std::size_t(1 + more), kink()),
                    [](const std::vector<ObjectivePtr>& terms) { return FiniteSum(terms); });
  });
}

}  // namespace

Gen<InnaInstance> inna_state() {
  return gen::mapcat(gen::oneOf(quadratic_sum(3), kinks()), [](const FiniteSum& f) {
    const Eigen::Index d = f.dimension();
    return gen::apply(
        [f](const Vector<double>& theta, const Vector<double>& psi, double alpha, int beta, int gamma, bool at_zero) {
          return InnaInstance{f,
                              at_zero ? Vector<double>(0 * theta) : theta,
                              psi,
                              std::abs(alpha),
                              (1 + beta) / 8.0,
                              (1 + gamma) / 8.0};
        },
        point(d, 4, 2), point(d, 4, 2), dyadic(4, 2), up_to(15), up_to(15), one_in(2));
  });
}

}  // namespace verigrad::generate
