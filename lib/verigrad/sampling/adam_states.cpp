#include "verigrad/sampling/adam_states.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {

Gen<adam_energy_decay::AdamInstance> adam_state(Gen<PhaseInstance> phases) {
  return gen::mapcat(std::move(phases), [](const PhaseInstance& phase) {
    return gen::apply(
        [phase](const Vector<double>& root, double eps2) {
          return adam_energy_decay::AdamInstance{phase.J, phase.w, phase.z, root, phase.epsilon, eps2, phase.tau};
        },
        entries(phase.J->dimension(), positive(4, -4, 3)), positive(1, -4, 4));
  });
}

Gen<adam_energy_decay::AdamInstance> quadratic_adam_state() { return adam_state(quadratic_phase()); }
Gen<adam_energy_decay::AdamInstance> smooth_adam_state() { return adam_state(smooth_phase()); }

}  // namespace verigrad::generate
