#include "verigrad/sampling/spectra.hpp"

#include "verigrad/sampling/draws.hpp"

namespace verigrad::generate {
namespace {

Gen<double> eighths(int lowest, int highest) {
  return gen::map(gen::inRange(lowest, highest + 1), [](int k) { return k / 8.0; });
}

/// Halves from −2 to 2, most of them 0 in many dimensions.
Gen<double> entry_of_skew(int P) {
  return gen::apply([](bool nonzero, int halves) { return nonzero ? halves / 2.0 : 0; }, one_in(1 + P / 2),
                    gen::inRange(-4, 5));
}

}  // namespace

Gen<SpectralInstance> spectral(int highest_P, Gen<double> lambda) {
  return gen::mapcat(gen::inRange(1, highest_P + 1), [lambda = std::move(lambda)](int P) {
    return gen::apply(
        [](const Vector<double>& spectrum, const Vector<double>& skew, double alpha, double beta, double gamma) {
          return SpectralInstance{spectrum, skew, alpha, beta, gamma};
        },
        entries(P, lambda), entries(P * (P - 1) / 2, entry_of_skew(P)), eighths(0, 16), eighths(1, 16), eighths(1, 16));
  });
}

Gen<SpectralInstance> spectral(int highest_P) { return spectral(highest_P, eighths(-32, 32)); }

}  // namespace verigrad::generate
