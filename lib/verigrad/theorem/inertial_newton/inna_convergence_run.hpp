// A run of INNA over a number type: what the closed forms of inna_convergence are held against.
#pragma once

#include "verigrad/number/select.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"

namespace verigrad::inna_convergence {

/// θₖ, ψₖ and γₖ of a run of INNA in one variable.
struct Run {
  using Instance = RunInstance;
  explicit Run(const RunInstance& run) : instance(&run) {
    const BatchIndices batch = run.batch.empty() ? all_terms(run.terms.size()) : run.batch;
    Inna::State<Number> state = run.start<Number>();
    keep(state);
    for (int k = 0; k < run.steps; ++k) {
      gamma.push_back(run.rule.at<Number>(k));
      state = run.method().step<Number>(run.terms, state, batch, gamma.back());
      keep(state);
    }
  }
  Number J(const Number& x) const {
    return Number(instance->terms.size()) *
           instance->terms.value<Number>(Vector<Number>(Vector<Number>::Constant(1, x)));
  }

  const RunInstance* instance;
  std::vector<Number> gamma, theta, psi;

private:
  void keep(const Inna::State<Number>& state) {
    theta.push_back(state.theta[0]);
    psi.push_back(state.psi[0]);
  }
};

}  // namespace verigrad::inna_convergence
