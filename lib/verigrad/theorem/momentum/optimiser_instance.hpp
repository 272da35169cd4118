// A run of one of the optimisers of algorithm/: parameters, start, and gradients, either those of an objective at the
// iterates or passed in, as mini-batches give them. What statements about optimisers speak of, and compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verigrad/algorithm/trajectory.hpp"
#include "verigrad/claim/claims.hpp"

namespace verigrad {

/// The optimisers, printed and published.
enum class Optimiser {
  lagged_momentum,          ///< MathDNN (23)
  heavy_ball,               ///< thesis (1.28)
  nesterov,                 ///< thesis (1.29)
  explicit_momentum,        ///< (5.17)
  adagrad,                  ///< thesis (1.30)
  rmsprop,                  ///< thesis (1.31)
  adam_system,              ///< (5.25)
  lagged_adam,              ///< (5.26) with its lost hat
  lagged_adam_without_hat,  ///< (5.26) as printed
  rescaled_adam,            ///< (5.27) as printed
  rescaled_adam_repaired,   ///< (5.27) with exponents n + 1 and hats restored
  adam_without_correction,  ///< thesis (1.32)
  adam                      ///< Kingma and Ba, Algorithm 1
};
/// "(1.28) heavy ball".
std::string_view name(Optimiser optimiser);

/// The letters are those of the published methods; (5.17) and (5.25) have Δt = α, ε₁ = α/(1 − β₁), ε₂ = α/(1 − β₂).
struct OptimiserInstance {
  ObjectivePtr f;                         ///< or null, when the gradients are passed in
  std::vector<Vector<double>> gradients;  ///< n of them, in order
  Vector<double> theta0;
  int n;
  double alpha;        ///< also γ, Δt
  double beta1 = 0;    ///< also μ, β
  double beta2 = 0;    ///< β of RMSprop
  double epsilon = 0;  ///< ε
  double m0 = 0;       ///< each entry of the momentum at the start; Z⁰ is −m0 in (5.25)
  double v0 = 0;       ///< each entry of v, V̂ or D at the start
  /// Whether every root of the run is rational, as of generate::exact_roots.
  bool exact_roots = true;

  bool rational() const { return exact_roots && (!f || f->rational()); }
  std::string describe() const;
  /// ε₁ and ε₂. Throw std::invalid_argument when they are no doubles.
  double eps1() const;
  double eps2() const;

  /// Gradient k = 0 … n − 1 at this point.
  Vector<Number> gradient(int k, const Vector<Number>& at) const {
    return f ? f->over<Number>().gradient(at) : exact(gradients.at(std::size_t(k)));
  }
};

/// One parameter from 0 along these gradients with α = 1, β₁ = 1/2, β₂ = 3/4.
OptimiserInstance along(const std::vector<double>& gradients, double epsilon = 0);

/// Entry k is the state after k steps; gradient[k] is what step k + 1 took.
struct OptimiserRecord {
  Trajectory<Number> theta;
  Trajectory<Number> m;  ///< momentum: Z in (5.17); −Z in (5.25)
  Trajectory<Number> v;  ///< v, V̂, D or Adagrad's sum; empty for methods of momentum
  Trajectory<Number> gradient;
};

/// Runs the optimiser itself. Over Rational it throws std::domain_error where a root is not rational.
OptimiserRecord record(Optimiser optimiser, const OptimiserInstance& instance);

/// The instance in a number type; what is run is up to each claim.
struct OptimiserRun {
  using Instance = OptimiserInstance;
  explicit OptimiserRun(const OptimiserInstance& i)
      : instance(i),
        alpha(exact(i.alpha)),
        beta1(exact(i.beta1)),
        beta2(exact(i.beta2)),
        epsilon(exact(i.epsilon)),
        n(i.n) {}

  OptimiserRecord of(Optimiser optimiser) const { return record(optimiser, instance); }

  OptimiserInstance instance;
  Number alpha, beta1, beta2, epsilon;
  int n;
};

/// One identity a coordinate and a step; the index counts both.
inline void equal_at(std::string_view name, const Vector<Number>& lhs, const Vector<Number>& rhs, int k,
                     Claims& claims) {
  for (Eigen::Index i = 0; i < lhs.size(); ++i) claims.equal(name, lhs[i], rhs[i], int(k * lhs.size() + i));
}

}  // namespace verigrad
