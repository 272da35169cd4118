// The network f = f_p ∘ S_p ∘ f_{p−1} ∘ … ∘ f_1 ∘ S_1 ∘ f_0 at one sample with a cost φ, in the letters of SGM, 5.1:
// gradients are rows, and the shapes are part of each formula.
#pragma once

#include "verigrad/claim/form.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/theorem/network/layer_instance.hpp"
#include "verigrad/theorem/network/network_instance.hpp"

namespace verigrad::row_gradients {

/// A × B; 0 × 0, which equals no gradient, where A has not as many columns as B has rows.
inline Matrix<Number> fitting_product(const Matrix<Number>& a, const Matrix<Number>& b) {
  return a.cols() == b.rows() ? product(a, b) : Matrix<Number>();
}

/// The gradients of φ ∘ f in x (1 × m), in each b_r (1 × a_{r+1}) and in each W_r (a_r × a_{r+1}).
struct Gradients {
  Matrix<Number> x;
  std::vector<Matrix<Number>> b, W;
};

/// Layer r + 1 of the network is f_r; S_r is its activation after f_{r−1}, and nothing follows f_p.
struct Run {
  using Instance = NetworkInstance;
  /// Of one sample, a row of the instance's inputs. Throws std::invalid_argument when the last layer has an activation.
  explicit Run(const NetworkInstance& instance, Eigen::Index sample = 0);

  /// a_r, for r = 0 … p + 1.
  int a(int r) const { return network.width(r); }

  DenseNetwork network;
  Loss loss;
  Vector<Number> theta, x;
  Batch<Number> answer;  ///< y
  int p;
  std::vector<Matrix<Number>> W;   ///< W_0 … W_p
  std::vector<Vector<Number>> f;   ///< f⁰(x) … fᵖ(x)
  std::vector<Vector<Number>> S;   ///< S_r ∘ f^{r−1}; S[0] is x
  std::vector<Matrix<Number>> dS;  ///< ∇S_r ∘ f^{r−1}; dS[0] is empty
  Matrix<Number> dphi;             ///< ∇φ ∘ fᵖ, 1 × n
};

/// (5.11) to (5.13), from the left. For r = 0 the left factor of (5.13) is x.
Matrix<Number> in_input(const Run& run);
Matrix<Number> in_bias(const Run& run, int r);
Matrix<Number> in_weights(const Run& run, int r);

/// By dual numbers, all directions at once; through the Jacobians of all layers in (x, θ), from the first layer on.
Gradients by_dual_numbers(const Run& run);
Gradients by_full_jacobians(const Run& run);
/// ∇ₓfʳ for r = 0 … p, by dual numbers.
std::vector<Matrix<Number>> input_jacobians(const Run& run);

/// d/dα of φ ∘ f at α = 0 where W_r is replaced by W_r + αZ, by dual numbers. Z has W_r's shape.
Number slope_along(const Run& run, int r, const Matrix<Number>& z);

/// (φ∘f(· + h) − φ∘f(· − h))/(2h) in each coordinate: exact where φ∘f is a quadratic of it.
Gradients by_central_differences(const Run& run, const Number& h);

/// A gradient for each layer, of the same shape and entries.
inline void claim_each(std::string_view name, const std::vector<Matrix<Number>>& gradients,
                       const std::vector<Matrix<Number>>& expected, Claims& claims) {
  claims.equal("layers", int(gradients.size()), int(expected.size()));
  for (std::size_t r = 0; r < std::min(gradients.size(), expected.size()); ++r)
    claim_equal(name, gradients[r], expected[r], claims);
}

/// y = ℛ(x), then ℛ(y − 1) − ℛ(1 − y) = y − 1 at x = 1, where both units are at their kink. φ = ½(· + 1)².
NetworkInstance kinks_that_cancel();
/// Deep and shallow, with units that fire, are at their kink or square; each tells some gradients from wrong ones.
std::vector<NetworkInstance> separating();

}  // namespace verigrad::row_gradients
