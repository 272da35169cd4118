#include "verigrad/sampling/second_moments.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

Gen<second_moment_positivity::SecondMomentInstance> second_moment() {
  const auto amplitude = gen::oneOf(gen::just(0.0), dyadic());
  return gen::apply(
      [](double a, double b, double d0, double eps2, int sixteenths) {
        return second_moment_positivity::SecondMomentInstance{a, b, d0, eps2, (16 - sixteenths) / 16.0};
      },
      amplitude, amplitude, positive(), positive(1, -4, 4), up_to(15));
}

}  // namespace verigrad::generate
