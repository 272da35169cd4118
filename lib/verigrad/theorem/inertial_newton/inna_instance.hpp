// INNA on 𝒥 = Σ 𝒥ₙ at one state: what statements about its steps speak of. Thesis, chapter 2.
#pragma once

#include <string>

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/flow/din.hpp"

namespace verigrad {

/// A state of INNA and its parameters.
struct InnaInstance {
  FiniteSum terms;  ///< the 𝒥ₙ; 𝒥 is their sum, not their mean
  Vector<double> theta, psi;
  double alpha = 0;
  double beta = 1;
  double gamma = 1;

  bool rational() const { return terms.rational(); }
  std::string describe() const;
};

/// α ≥ 0, β > 0 and γ > 0.
bool inna_parameters(const InnaInstance& instance);

/// (θ, ψ) and its steps over T.
struct InnaRun {
  using Instance = InnaInstance;
  explicit InnaRun(const InnaInstance& instance)
      : terms(&instance.terms),
        method{instance.alpha, instance.beta},
        alpha(exact(instance.alpha)),
        beta(exact(instance.beta)),
        gamma(exact(instance.gamma)),
        now{exact(instance.theta), exact(instance.psi)} {}

  int N() const { return terms->size(); }
  /// The selected element of D𝒥_B(θ), summed term by term.
  Vector<Number> element(const BatchIndices& batch) const {
    Vector<Number> sum = Vector<Number>::Constant(now.theta.size(), 0);
    for (const int n : batch) sum += terms->term(n).template over<Number>().gradient(now.theta);
    return sum;
  }
  Vector<Number> whole() const { return element(all_terms(N())); }
  Inna::State<Number> after(const BatchIndices& batch) const { return method.step<Number>(*terms, now, batch, gamma); }

  const FiniteSum* terms;
  Inna method;
  Number alpha, beta, gamma;
  Inna::State<Number> now;
};

/// All nonempty subsets of {0, …, N − 1}.
std::vector<BatchIndices> nonempty_batches(int N);

/// The terms max(x, 0) and −max(−x, 0), whose sum is x, with the given subgradients at 0.
FiniteSum split_identity(double first_at_zero, double second_at_zero);

}  // namespace verigrad
