#include "verigrad/sampling/second_moments.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

rc::Gen<second_moment_positivity::SecondMoment> second_moment() {
  const auto amplitude = rc::gen::oneOf(rc::gen::just(0.0), dyadic());
  return rc::gen::map(rc::gen::tuple(amplitude, amplitude, positive(), positive(1, -4, 4), up_to(15)),
                      [](const std::tuple<double, double, double, double, int>& draw) {
                        const auto& [a, b, d0, eps2, sixteenths] = draw;
                        return second_moment_positivity::SecondMoment{a, b, d0, eps2, (16 - sixteenths) / 16.0};
                      });
}

}  // namespace verigrad::generate
