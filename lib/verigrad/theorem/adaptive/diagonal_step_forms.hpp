// Forms of methods that divide each entry of the gradient by its own Γ: what they say of one entry in one step.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/theorem/momentum/optimiser_instance.hpp"

namespace verigrad {

/// Entry i of step k, with the run's record.
struct EntryOfStep {
  const OptimiserRun& run;
  const OptimiserRecord& record;
  Eigen::Index i;
  int k;

  const Number& g() const { return record.gradient[k][i]; }
  Number move() const { return record.theta[k + 1][i] - record.theta[k][i]; }
};

/// claim(entry, index, claims) for each entry of each step.
template <class Claim>
Form<OptimiserInstance> each_entry(Optimiser optimiser, Claim claim) {
  return form<OptimiserRun>([=](const OptimiserRun& run, Claims& claims) {
    const OptimiserRecord record = run.of(optimiser);
    const Eigen::Index d = record.theta[0].size();
    for (int k = 0; k < run.n; ++k)
      for (Eigen::Index i = 0; i < d; ++i) claim(EntryOfStep{run, record, i, k}, int(k * d + i), claims);
  });
}

/// divisor(entry) (θₖ₊₁ − θₖ) = −α∇J(θₖ).
template <class Divisor>
Form<OptimiserInstance> divided_by(Optimiser optimiser, Divisor divisor) {
  return each_entry(optimiser,
                    [divisor](const EntryOfStep& e, int at, Claims& claims) {
                      claims.equal("Γₖ(θₖ₊₁ − θₖ) = −α∇J(θₖ)", divisor(e) * e.move(), -e.run.alpha * e.g(), at);
                    })
      .of_code();
}

/// ∇J(θₖ) ⊙ (θₖ₊₁ − θₖ) ≤ 0.
inline Form<OptimiserInstance> goes_downhill(Optimiser optimiser) {
  return each_entry(optimiser, [](const EntryOfStep& e, int at, Claims& claims) {
    claims.at_most("g² + g(θₖ₊₁ − θₖ) ≤ g²", square(e.g()) + e.g() * e.move(), square(e.g()), at);
  });
}

}  // namespace verigrad
