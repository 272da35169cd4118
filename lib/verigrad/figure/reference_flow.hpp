// Trajectories of systems of ODEs in 50 digits with Boost.Odeint at fixed steps: they illustrate, and decide nothing.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_fehlberg78.hpp>

#include "verigrad/figure/figure.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::figures {

/// The parts of a state one after another.
using FlowState = std::vector<Real50>;
using FourthOrder = boost::numeric::odeint::runge_kutta4<FlowState, Real50, FlowState, Real50>;
using EighthOrder = boost::numeric::odeint::runge_kutta_fehlberg78<FlowState, Real50, FlowState, Real50>;

/// Part `index` of a state that consists of vectors of dimension d.
inline Vector<Real50> part(const FlowState& state, Eigen::Index d, Eigen::Index index) {
  return Eigen::Map<const Vector<Real50>>(state.data() + index * d, d);
}

inline FlowState joined(const std::vector<Vector<Real50>>& parts) {
  FlowState state;
  for (const Vector<Real50>& entries : parts) state.insert(state.end(), entries.begin(), entries.end());
  return state;
}

/// The states at 0, h, 2h … `steps` h of x′ = velocity(x).
template <class Stepper, class Velocity>
std::vector<FlowState> reference_flow(const Velocity& velocity, const FlowState& start, const Real50& h, int steps) {
  const auto system = [&](const FlowState& x, FlowState& x_prime, const Real50&) { x_prime = velocity(x); };
  Stepper stepper;
  std::vector<FlowState> states{start};
  for (int k = 0; k < steps; ++k) {
    FlowState next = states.back();
    stepper.do_step(system, next, Real50(k * h), h);
    states.push_back(next);
  }
  return states;
}

/// value(state), a Real50, over the time at which it was reached.
template <class Value>
Curve over_time(const std::string& label, const std::vector<FlowState>& states, double h, const Value& value,
                Stroke stroke = Stroke::solid) {
  Curve curve{label, {}, stroke};
  for (std::size_t k = 0; k < states.size(); ++k)
    curve.points.emplace_back(double(k) * h, approximate(Real50(value(states[k]))));
  return curve;
}

/// The order of convergence that the errors of halved steps show: log₂ of the last halving's gain.
inline double measured_order(const Curve& errors) {
  const std::size_t n = errors.points.size();
  return std::log2(errors.points[n - 2].second / errors.points[n - 1].second);
}

}  // namespace verigrad::figures
