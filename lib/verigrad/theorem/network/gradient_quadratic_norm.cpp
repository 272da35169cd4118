#include "verigrad/theorem/network/gradient_quadratic_norm.hpp"

#include "verigrad/number/spectrum.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_quadratic_norm {
namespace {

using gradient_norm_bound::entries;

Number frobenius2(const Matrix<Number>& m) { return squared_norm(m.reshaped()); }

struct Run : row_gradients::Run {
  using Instance = NetworkInstance;
  explicit Run(const NetworkInstance& instance) : row_gradients::Run(instance) {
    for (int k = 1; k <= instance.network.depth(); ++k) {
      const Matrix<double> w = instance.network.weights(instance.theta, k);
      norm2.push_back(exact(spectrum_bounds(product(w.transpose(), w)).upper));
    }
    gradient = row_gradients::input_jacobians(*this).back();
    Vector<Number> h = Vector<Number>::Ones(gradient.cols());
    directions = {h};
    for (Eigen::Index i = 0; i < h.size(); ++i) directions.push_back(Vector<Number>::Unit(h.size(), i));
    for (int power = 1; power < 4 && instance.rational(); ++power) {
      h = product(gradient.transpose(), product(gradient, h));
      directions.push_back(h);
    }
  }
  /// ∏ ‖W_r‖₂² for r = first … p.
  Number product2(int first = 0) const {
    Number product(1);
    for (std::size_t r = std::size_t(first); r < norm2.size(); ++r) product *= norm2[r];
    return product;
  }
  Number moved2(const Vector<Number>& h) const { return squared_norm(product(gradient, h)); }

  std::vector<Number> norm2;  ///< ‖W_r‖₂²
  Matrix<Number> gradient;    ///< ∇ₓf
  std::vector<Vector<Number>> directions;
};

/// |∇ₓf h|² ≤ bound2(run) |h|².
template <class Bound>
Form<NetworkInstance> bounded(const char* key, Bound bound2) {
  return form<Run>(key, [bound2](const Run& r, Claims& claims) {
    const Number bound = bound2(r);
    for (std::size_t k = 0; k < r.directions.size(); ++k)
      claims.at_most("|∇ₓf h|² ≤ bound |h|²", r.moved2(r.directions[k]), bound * squared_norm(r.directions[k]), int(k));
  });
}

void equality(const Run& r, Claims& claims) {
  for (const Vector<Number>& h : r.directions)
    claims.equal("|∇ₓf h|² = ∏ ‖W_r‖₂² |h|²", r.moved2(h), r.product2() * squared_norm(h));
}

void factor_by_factor(const Run& r, Claims& claims) {
  for (const Vector<Number>& h : r.directions) {
    Vector<Number> v = h;
    for (std::size_t k = 0; k < r.W.size(); ++k) {
      const Vector<Number> on = k == 0 ? v : product(r.dS[k], v);
      claims.at_most("|∇A_r v|² ≤ |v|²", squared_norm(on), squared_norm(v), int(k));
      v = product(r.W[k], on);
      claims.at_most("|W_r v|² ≤ ‖W_r‖₂² |v|²", squared_norm(v), r.norm2[k] * squared_norm(on), int(k));
    }
    claims.equal("(5.33) along h", squared_norm(v), r.moved2(h));
  }
}

void with_frobenius(const Run& r, Claims& claims) {
  Number product(1);
  for (const Matrix<Number>& w : r.W) product *= frobenius2(w);
  claims.at_most("‖∇ₓf‖_F² ≤ ∏ ‖W_r‖_F²", frobenius2(r.gradient), product);
}
void slopes_in_frobenius(const Run& r, Claims& claims) {
  for (int k = 1; k <= r.p; ++k) claims.at_most("‖∇A_r‖_F² ≤ 1", frobenius2(r.dS[std::size_t(k)]), 1, k);
}

template <class Norm>
Form<NetworkInstance> with_norm(const char* key, Norm norm) {
  return bounded(key, [norm](const Run& r) {
    Number product(1);
    for (const Matrix<Number>& w : r.W) product *= square(norm(w));
    return product;
  });
}

Forms<NetworkInstance> planted() {
  return {bounded("quadratic norm: sum for product",
                  [](const Run& r) {
                    Number sum(0);
                    for (const Number& norm : r.norm2) sum += norm;
                    return sum;
                  }),
          bounded("quadratic norm: without W_0", [](const auto& r) { return r.product2(1); }),
          bounded("quadratic norm: half of it", [](const Run& r) { return r.product2() / 4; }),
          bounded("quadratic norm: sign", [](const auto& r) { return -r.product2(); }),
          with_norm("quadratic norm: largest entry for the norm", entries),
          with_norm("quadratic norm: column sums for the norm", gradient_norm_bound::column_sums)};
}

/// One linear unit of ones; a ReLU that does not fire.
std::vector<NetworkInstance> separating() {
  return {matrices_of_ones({2, 1}),
          one_sample(DenseNetwork::classifier({1, 1, 2}), vector({-2, 0, 0, 2, 0, 0}), at(-0.125))};
}

}  // namespace

Lines<NetworkInstance> lines() { return {.planted = planted(), .separating = separating()}; }

Form<NetworkInstance> conclusion() {
  return bounded("quadratic norm", [](const auto& r) { return r.product2(); });
}
Form<NetworkInstance> attained() { return form<Run>("quadratic norm attained", equality); }
Form<NetworkInstance> same_proof() { return form<Run>("quadratic norm, same proof", factor_by_factor); }
Form<NetworkInstance> frobenius() { return form<Run>("Frobenius norm", with_frobenius); }
Form<NetworkInstance> frobenius_of_slopes() { return form<Run>("Frobenius norm of slopes", slopes_in_frobenius); }

NetworkInstance two_rotations() {
  return one_sample(DenseNetwork::classifier({2, 2, 2}), vector({1, 1, 1, -1, 0, 0, 1, 1, 1, -1, 0, 0}),
                    vector({2, 1}));
}

}  // namespace verigrad::gradient_quadratic_norm
