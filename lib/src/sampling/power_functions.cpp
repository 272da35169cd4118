#include "verigrad/sampling/power_functions.hpp"

#include "draws.hpp"

namespace verigrad::generate {

rc::Gen<PowerFunction> power_function(bool larger_exponent) {
  return rc::gen::map(rc::gen::tuple(up_to(3), up_to(4), up_to(15), up_to(15), up_to(2)),
                      [=](const std::tuple<int, int, int, int, int>& draw) {
                        const auto& [less, more, place, excess, raise] = draw;
                        const int q = 1 + less + (larger_exponent ? 1 : 0);
                        const int m = larger_exponent ? 1 + raise % (q - 1) : 0;
                        return PowerFunction{q + 1 + more, q, (place + 1) / 16.0, 1 + (excess + 1) / 16.0, m};
                      });
}

}  // namespace verigrad::generate
