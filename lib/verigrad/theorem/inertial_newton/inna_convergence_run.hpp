// A run of INNA over a number type: what the closed forms of inna_convergence are held against.
#pragma once

#include "verigrad/number/select.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"

namespace verigrad::inna_convergence {

template <class T>
struct Run {
  using Instance = RunInstance;
  explicit Run(const RunInstance& run) : instance(&run) {
    const BatchIndices batch = run.batch.empty() ? all_terms(run.terms.size()) : run.batch;
    Inna::State<T> state = run.start<T>();
    keep(state);
    for (int k = 0; k < run.steps; ++k) {
      gamma.push_back(run.rule.at<T>(k));
      state = run.method().step<T>(run.terms, state, batch, gamma.back());
      keep(state);
    }
  }
  T J(const T& x) const {
    return T(instance->terms.size()) * instance->terms.value<T>(Vector<T>(Vector<T>::Constant(1, x)));
  }

  const RunInstance* instance;
  std::vector<T> gamma, theta, psi;

private:
  void keep(const Inna::State<T>& state) {
    theta.push_back(state.theta[0]);
    psi.push_back(state.psi[0]);
  }
};

}  // namespace verigrad::inna_convergence
