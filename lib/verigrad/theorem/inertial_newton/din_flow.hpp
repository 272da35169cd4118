// Exact solutions of DIN for 𝒥 = ½⟨θ, Hθ⟩, by matrix exponentials of what the code yields as velocity.
#pragma once

#include "verigrad/theorem/inertial_newton/din_linearised.hpp"

namespace verigrad {

/// The solution from (θ, ψ), at the time t.
struct DinFlowInstance {
  SpectralInstance at;
  Vector<double> theta, psi;
  double t = 1;

  bool rational() const { return false; }
  std::string describe() const;
};

/// A state is θ and ψ one after the other.
struct DinFlowRun : SpectralRun {
  using Instance = DinFlowInstance;
  explicit DinFlowRun(const DinFlowInstance& instance);

  /// The state that the flow has after the time, from this one.
  Vector<Number> after(const Number& time, const Vector<Number>& state) const;
  DinBlock block(int p) const { return {alpha, beta, lambda[p]}; }
  /// The real eigenvalues of M_p, (3.10), and the real part and the frequency of complex ones, (3.14).
  Number sigma(int p, int sign) const;
  Number real_part(int p) const { return -(block(p).damping() / 2); }
  Number omega(int p) const;
  Sign sign_of_lambda(int p) const;
  Sign sign_of_discriminant(int p) const;
  Number theta_along(int p, const Vector<Number>& state) const { return dot(V.col(p), state.head(P())); }
  Number psi_along(int p, const Vector<Number>& state) const { return dot(V.col(p), state.tail(P())); }

  Number t;
  Matrix<Number> generator;
  Vector<Number> start, end;
};

}  // namespace verigrad
