// A trajectory of DIN whose energies are drawn: thesis, chapter 2.
#pragma once

#include "verigrad/figure/reference_flow.hpp"
#include "verigrad/flow/din.hpp"
#include "verigrad/problem/non_convex.hpp"

namespace verigrad::figures {

/// (2.8) on a smooth 𝒥 of two variables, in 192 bits; the state is θ, ψ.
struct DinTrajectory {
  static constexpr int duration = 24;
  static constexpr double h = 1.0 / 32;

  ObjectivePtr J = make_objective(GemanMcClure(Vector<double>{{2, 1}}, Vector<double>{{0, 0}}));
  double alpha = 0.25, beta = 0.25;
  Vector<double> theta0{{1, -0.5}};

  DinState<Ball> at(const FlowState& x) const { return {part(x, 2, 0), part(x, 2, 1)}; }
  FlowState operator()(const FlowState& x) const {
    const DinState<Ball> here = at(x);
    const auto v =
        din_velocity<Ball>(here, J->over<Ball>().gradient(here.theta), exact<Ball>(alpha), exact<Ball>(beta));
    return joined({v.theta, v.psi});
  }
  /// 𝒥(θ).
  template <class T>
  T value(const DinState<T>& state) const {
    return J->over<T>().value(state.theta);
  }
  /// ½‖(α − 1/β)θ + ψ/β‖².
  template <class T>
  T kinetic(const DinState<T>& state) const {
    return frac<T>(1, 2) * squared_norm<T>(din_residual<T>(state, exact<T>(alpha), exact<T>(beta)));
  }
  /// E = 2(1 + αβ)𝒥(θ) + ‖(α − 1/β)θ + ψ/β‖².
  template <class T>
  T energy(const DinState<T>& state) const {
    return exact<T>(2 * (1 + alpha * beta)) * value(state) + T(2) * kinetic(state);
  }
  /// From (θ₀, (1 − αβ)θ₀), where ψ′ = 0.
  std::vector<FlowState> states() const {
    const Vector<double> psi0 = (1 - alpha * beta) * theta0;
    return reference_flow<EighthOrder>(*this, joined({exact<Ball>(theta0), exact<Ball>(psi0)}), exact<Ball>(h),
                                       int(duration / h));
  }
};

}  // namespace verigrad::figures
