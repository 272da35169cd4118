#include "verigrad/sampling/din_flows.hpp"

#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {

Gen<DinFlowInstance> din_flow(Gen<SpectralInstance> spectra) {
  return gen::mapcat(std::move(spectra), [](const SpectralInstance& at) {
    return gen::apply(
        [at](const Vector<double>& theta, const Vector<double>& psi, int quarters) {
          return DinFlowInstance{at, theta, psi, quarters / 4.0};
        },
        point(at.P(), 4, 2), point(at.P(), 4, 2), gen::inRange(1, 9));
  });
}

}  // namespace verigrad::generate
