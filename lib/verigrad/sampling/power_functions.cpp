#include "verigrad/sampling/power_functions.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

using lojasiewicz_rate::PowerFlowInstance;

/// Of ‖X‖^(p/q), with p = p_of(q, 0 … 3).
template <class ExponentOf>
Gen<PowerFlowInstance> power_flow(ExponentOf p_of) {
  return gen::apply(
      [=](int less, int more, int place, int start, int excess, int turn, int pace, int late) {
        const int q = 1 + less;
        const double s0 = (start + 1) / 16.0;
        const PowerInstance at{p_of(q, more), q, s0 * (place + 1) / 16.0, 1 + (excess + 1) / 16.0};
        return PowerFlowInstance{at, s0, 1 + turn / 2.0, pace == 0 ? 1 : pace / 2.0, late / 4.0};
      },
      up_to(2), up_to(3), up_to(14), up_to(15), up_to(15), up_to(4), up_to(4), up_to(4));
}

}  // namespace

Gen<PowerInstance> power_function(bool larger_exponent) {
  return gen::apply(
      [=](int less, int more, int place, int excess, int raise) {
        const int q = 1 + less + (larger_exponent ? 1 : 0);
        const int m = larger_exponent ? 1 + raise % (q - 1) : 0;
        return PowerInstance{q + 1 + more, q, (place + 1) / 16.0, 1 + (excess + 1) / 16.0, m};
      },
      up_to(3), up_to(4), up_to(15), up_to(15), up_to(2));
}

Gen<PowerFlowInstance> slow_power_flow() {
  return power_flow([](int q, int more) { return 2 * q + 1 + more; });
}

Gen<PowerFlowInstance> fast_power_flow() {
  return power_flow([](int q, int more) { return q + 1 + more % q; });
}

Gen<lojasiewicz_rate::SmallValueInstance> small_value() {
  return gen::apply(
      [](int place, int more, int fewer) {
        return lojasiewicz_rate::SmallValueInstance{(place + 1) / 16.0, 1 + more, 1 + fewer % (1 + more)};
      },
      up_to(14), up_to(5), up_to(5));
}

}  // namespace verigrad::generate
