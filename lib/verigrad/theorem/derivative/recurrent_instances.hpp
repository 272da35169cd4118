// What the statements on recurrent architectures speak of: small networks, flows, schemes, equations and kernels.
#pragma once

#include "verigrad/problem/describe.hpp"

namespace verigrad {

/// x₀ … x_t of h(x, θ) = x + W₂ᵀρ(W₁x), and L(x, θ) = ½|x − c|² + ½κ|θ|². W₁ and W₂ are q × n.
struct ResidualInstance {
  Matrix<double> w1, w2;
  Vector<double> x0, c;
  double kappa = 0;
  int t = 1;
  bool logistic = false;  ///< ρ(u) = 1/(1 + exp(−u)), else ρ(u) = u²

  bool rational() const { return !logistic; }
  std::string describe() const;
};

/// ẋ₁ = θ₁, ẋ₂ = θ₂x₁² from x(0) up to time T, and L(x, θ) = ⟨g, x⟩ + ½κ|x|² + ⟨d, θ⟩: polynomials in t.
struct FlowInstance {
  Vector<double> x0, theta, g, d;
  double kappa = 0, T = 1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// A sweep back over t steps.
struct SweepInstance {
  int t = 1;

  bool rational() const { return true; }
  std::string describe() const { return "t = " + std::to_string(t); }
};

/// F(s, θₖ, t) = θₖ M s² + t and G(r, θₖ, t) = θₖ N r² + t with entrywise squares; θ = (θ₀, θ₁⸝₂, θ₁, …).
struct LeapfrogInstance {
  Matrix<double> m, n;
  Vector<double> r0, s0, theta;
  double tau = 1;

  int steps() const { return int(theta.size()) / 2; }
  bool rational() const { return true; }
  std::string describe() const;
};

/// h(x, θ) = Ax + Bθ, from x₀, t times, and L(x, θ) = ½|x|² + ⟨l, x⟩ + ½|θ|².
struct AffineMapInstance {
  Matrix<double> a, b;
  Vector<double> theta, x0, l;
  int t = 1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// h(x, θ) = (θ₀x₁ + θ₁, θ₂x₂ + θ₀x₁²), |θ₀|, |θ₂| < 1, and L(x, θ) = ⟨l, x⟩.
struct TriangularMapInstance {
  Vector<double> theta, l;
  int t = 1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// E(x, θ) = ½⟨Hx, x⟩ + ½θ₀|x|² − ⟨x, B(θ₁, θ₂)⟩ over x in the plane, and L(x, θ) = ½|x − c|² + ⟨d, θ⟩.
struct ArgminInstance {
  Matrix<double> h, b;
  Vector<double> theta, c, d, x;  ///< x: a point that need not be the minimiser
  double tau = 1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// A kernel K (n × m) and histograms θ = (a, b) of which x* = (u, v) are the multipliers: a = u·Kv, b = v·Kᵀu; a
/// direction of x*, and any other multipliers.
struct KernelInstance {
  Matrix<double> k;
  Vector<double> x, direction, other;  ///< n + m each
  double epsilon = 1;

  bool rational() const { return true; }
  std::string describe() const;
};

/// The same, where logarithms are taken.
struct EnergyInstance : KernelInstance {
  bool rational() const { return false; }
};

/// Sinkhorn's algorithm from (1, 1), t times, for given histograms.
struct ScalingInstance {
  Matrix<double> k;
  Vector<double> a, b;
  int t = 8;

  bool rational() const { return true; }
  std::string describe() const;
};

/// Transport between a and b, of mass 1 and two entries at most, at cost C, with the kernel exp(−C/ε) and t steps.
struct TransportInstance {
  Matrix<double> cost;
  Vector<double> a, b;
  double epsilon = 1;
  int t = 40;

  bool rational() const { return false; }
  std::string describe() const;
};

}  // namespace verigrad
