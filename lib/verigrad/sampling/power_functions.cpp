#include "verigrad/sampling/power_functions.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

using lojasiewicz_rate::PowerFlow;

/// Of ‖X‖^(p/q), with p = p_of(q, 0 … 3).
template <class ExponentOf>
rc::Gen<PowerFlow> power_flow(ExponentOf p_of) {
  return rc::gen::map(rc::gen::tuple(up_to(2), up_to(3), up_to(14), up_to(15), up_to(15), up_to(4), up_to(4), up_to(4)),
                      [=](const std::tuple<int, int, int, int, int, int, int, int>& draw) {
                        const auto& [less, more, place, start, excess, turn, pace, late] = draw;
                        const int q = 1 + less;
                        const double s0 = (start + 1) / 16.0;
                        const PowerFunction at{p_of(q, more), q, s0 * (place + 1) / 16.0, 1 + (excess + 1) / 16.0};
                        return PowerFlow{at, s0, 1 + turn / 2.0, pace == 0 ? 1 : pace / 2.0, late / 4.0};
                      });
}

}  // namespace

rc::Gen<PowerFunction> power_function(bool larger_exponent) {
  return rc::gen::map(rc::gen::tuple(up_to(3), up_to(4), up_to(15), up_to(15), up_to(2)),
                      [=](const std::tuple<int, int, int, int, int>& draw) {
                        const auto& [less, more, place, excess, raise] = draw;
                        const int q = 1 + less + (larger_exponent ? 1 : 0);
                        const int m = larger_exponent ? 1 + raise % (q - 1) : 0;
                        return PowerFunction{q + 1 + more, q, (place + 1) / 16.0, 1 + (excess + 1) / 16.0, m};
                      });
}

rc::Gen<PowerFlow> slow_power_flow() {
  return power_flow([](int q, int more) { return 2 * q + 1 + more; });
}

rc::Gen<PowerFlow> fast_power_flow() {
  return power_flow([](int q, int more) { return q + 1 + more % q; });
}

rc::Gen<lojasiewicz_rate::SmallValue> small_value() {
  return rc::gen::map(rc::gen::tuple(up_to(14), up_to(5), up_to(5)), [](const std::tuple<int, int, int>& draw) {
    const auto& [place, more, fewer] = draw;
    return lojasiewicz_rate::SmallValue{(place + 1) / 16.0, 1 + more, 1 + fewer % (1 + more)};
  });
}

}  // namespace verigrad::generate
