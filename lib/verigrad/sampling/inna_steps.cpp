#include "verigrad/sampling/inna_steps.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/sampling/draws.hpp"
#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/smaller_roots.hpp"
#include "verigrad/sampling/spectra.hpp"

namespace verigrad::generate {
namespace {

/// A double near the bound (3.20).
double bound(double alpha, double beta, double L) {
  const double b = alpha + beta * L, D = b * b - 4 * L;
  return D < 0 ? beta : std::min((b - std::sqrt(D)) / (2 * L), beta);
}

/// λ = L, and γ in 32nds of the bound.
InnaStep at_largest_eigenvalue(double product, double beta, double L, int share) {
  const double alpha = product / beta;
  return {alpha, beta, L, share / 32.0 * bound(alpha, beta, L), L};
}

/// αβ in sixteenths up to 2, 1 more often; β = 2ˢ; L in units of 1/β².
Gen<InnaStep> anywhere(int highest) {
  const auto make = [](int product, int scale, int L, int exponent, int share) {
    return at_largest_eigenvalue(product / 16.0, std::exp2(scale), std::ldexp(L, exponent - 2 * scale), share);
  };
  return gen::apply(make, gen::oneOf(gen::inRange(1, 33), gen::just(16)), gen::inRange(-2, 3), gen::inRange(1, 33),
                    gen::inRange(-7, 1), gen::inRange(1, highest + 1));
}

/// √(1 − αβ) = r in eighths, and L = (1 ∓ r)²/β², where its root is double.
Gen<InnaStep> at_double_root(int highest) {
  const auto make = [](int eighths, int scale, bool upper, int share) {
    const double r = eighths / 8.0, end = upper ? 1 + r : 1 - r;
    return at_largest_eigenvalue(1 - r * r, std::exp2(scale), std::ldexp(end * end, -2 * scale), share);
  };
  return gen::apply(make, gen::inRange(1, 8), gen::inRange(-2, 3), gen::boolean(), gen::inRange(1, highest + 1));
}

Gen<InnaStep> at_largest_eigenvalue(int highest) {
  return gen::oneOf(anywhere(highest), anywhere(highest), at_double_root(highest));
}

}  // namespace

Gen<InnaStep> inna_step(int highest) {
  const auto with_eigenvalue = [](InnaStep step, int eighths) {
    step.lambda = eighths / 8.0 * step.L;
    return step;
  };
  return gen::apply(with_eigenvalue, at_largest_eigenvalue(highest),
                    gen::oneOf(gen::just(8), gen::just(-8), gen::inRange(-8, 9)));
}

Gen<InnaStep> step_at_minimiser() {
  using smaller_root::Branch;
  const auto make = [](const smaller_root::Places& at, int share) {
    return InnaStep{at.alpha, at.beta, at.y, share / 32.0 * bound(at.alpha, at.beta, at.y), at.x};
  };
  return gen::apply(
      make, gen::oneOf(places(Branch::positive, 65, 256), places(Branch::low, 1, 63), places(Branch::high, 1, 64)),
      gen::inRange(1, 32));
}

Gen<SpectralInstance> admissible_spectrum(int highest_P) {
  const auto scaled = [](const InnaStep& step, SpectralInstance instance) {
    instance.lambda *= step.L;
    instance.lambda[0] = step.L;
    instance.alpha = step.alpha;
    instance.beta = step.beta;
    instance.gamma = step.gamma;
    return instance;
  };
  const Gen<double> share = gen::map(gen::inRange(-8, 9), [](int eighths) { return eighths / 8.0; });
  return gen::apply(scaled, gen::suchThat(at_largest_eigenvalue(31), root_is_real), spectral(highest_P, share));
}

Gen<InnaStep> between_double_roots() {
  const auto make = [](int eighths, int scale, int place, int share) {
    const double r = eighths / 8.0, beta = std::exp2(scale);
    const double lambda = std::ldexp((1 - r) * (1 - r) + 4 * r * place / 16, -2 * scale);
    return InnaStep{(1 - r * r) / beta, beta, lambda, share / 8.0 * beta, lambda};
  };
  return gen::apply(make, gen::inRange(1, 8), gen::inRange(-2, 3), gen::inRange(1, 16), gen::inRange(1, 65));
}

Gen<inna_convergence_to_minimisers::WellStart> well_start() {
  const auto make = [](int alpha, int more, int share, double theta, double psi) {
    const double a = alpha / 8.0, b = std::max(16 - alpha, 1) / 8.0 + more / 8.0;
    return inna_convergence_to_minimisers::WellStart{theta, psi, a, b, share / 32.0 * bound(a, b, 1)};
  };
  const Gen<double> coordinate = dyadic(6, 3);
  return gen::apply(make, gen::inRange(2, 25), gen::inRange(0, 9), gen::inRange(8, 32), coordinate, coordinate);
}

Gen<saddle_escape_counts::EscapeStart> escape_start(int lowest, int highest) {
  const auto make = [](int product, int scale, int share, int theta, bool left) {
    const double beta = std::exp2(scale), alpha = product / 16.0 / beta;
    return saddle_escape_counts::EscapeStart{std::ldexp(left ? -theta : theta, -44), alpha, beta,
                                             share / 32.0 * bound(alpha, beta, 16)};
  };
  return gen::apply(make, gen::inRange(lowest, highest + 1), gen::inRange(-2, 3), gen::inRange(12, 32),
                    gen::inRange(1, 65), gen::boolean());
}

}  // namespace verigrad::generate
