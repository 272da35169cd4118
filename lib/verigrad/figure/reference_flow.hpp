// Trajectories of systems of ODEs in 192 bits with Boost.Odeint at fixed steps: they illustrate, and decide nothing.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_fehlberg78.hpp>

#include "verigrad/figure/figure.hpp"
#include "verigrad/number/eigen.hpp"

namespace verigrad::figures {

/// Of all that is computed for a trajectory.
constexpr long trajectory_bits = 192;

/// The parts of a state one after another.
using FlowState = std::vector<Ball>;
/// A coefficient of a stepper: a ball that is made of a double, too.
struct Coefficient : Ball {
  Coefficient(double value = 0) : Ball(Ball::point(value)) {}
  Coefficient(const Ball& value) : Ball(value) {}
};
/// The classical method of Runge and Kutta, and Fehlberg's of order 8.
using FourthOrder = boost::numeric::odeint::runge_kutta4<FlowState, Coefficient, FlowState, Coefficient>;
using EighthOrder = boost::numeric::odeint::runge_kutta_fehlberg78<FlowState, Coefficient, FlowState, Coefficient>;

/// Part `index` of a state that consists of vectors of dimension d.
inline Vector<Ball> part(const FlowState& state, Eigen::Index d, Eigen::Index index) {
  return Eigen::Map<const Vector<Ball>>(state.data() + index * d, d);
}

/// One state of all parts.
inline FlowState joined(const std::vector<Vector<Ball>>& parts) {
  FlowState state;
  for (const Vector<Ball>& entries : parts) state.insert(state.end(), entries.begin(), entries.end());
  return state;
}

/// The states at 0, h, 2h … `steps` h of x′ = velocity(x), as points: the method is followed, its error is not
/// enclosed.
template <class Stepper, class Velocity>
std::vector<FlowState> reference_flow(const Velocity& velocity, const FlowState& start, const Ball& h, int steps) {
  const auto system = [&](const FlowState& x, FlowState& x_prime, const Coefficient&) { x_prime = velocity(x); };
  Stepper stepper;
  std::vector<FlowState> states{start};
  for (int k = 0; k < steps; ++k) {
    FlowState next = states.back();
    stepper.do_step(system, next, Coefficient(Ball(k) * h), Coefficient(h));
    for (Ball& entry : next) entry = entry.midpoint();
    states.push_back(next);
  }
  return states;
}

/// value(state), a Ball or a double, over the time at which it was reached.
template <class Value>
Curve over_time(const std::string& label, const std::vector<FlowState>& states, double h, const Value& value,
                Stroke stroke = Stroke::solid) {
  Curve curve{label, {}, stroke};
  for (std::size_t k = 0; k < states.size(); ++k)
    curve.points.emplace_back(double(k) * h, approximate(value(states[k])));
  return curve;
}

/// The order of convergence that the errors of halved steps show: log₂ of the last halving's gain.
inline double measured_order(const Curve& errors) {
  const std::size_t n = errors.points.size();
  return std::log2(errors.points[n - 2].second / errors.points[n - 1].second);
}

}  // namespace verigrad::figures
