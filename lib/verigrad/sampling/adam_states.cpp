#include "verigrad/sampling/adam_states.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

rc::Gen<adam_energy_decay::AdamState> adam_state(rc::Gen<PhaseInstance> phases) {
  return rc::gen::mapcat(std::move(phases), [](const PhaseInstance& phase) {
    return rc::gen::map(rc::gen::pair(entries(phase.J->dimension(), positive(4, -4, 3)), positive(1, -4, 4)),
                        [phase](const std::pair<Vector<double>, double>& draw) {
                          return adam_energy_decay::AdamState{phase.J,       phase.w,     phase.z,  draw.first,
                                                              phase.epsilon, draw.second, phase.tau};
                        });
  });
}

rc::Gen<adam_energy_decay::AdamState> quadratic_adam_state() { return adam_state(quadratic_phase()); }
rc::Gen<adam_energy_decay::AdamState> smooth_adam_state() { return adam_state(smooth_phase()); }

}  // namespace verigrad::generate
