#include "verigrad/theorem/network/gradient_quadratic_norm.hpp"

#include "verigrad/number/spectrum.hpp"
#include "verigrad/theorem/network/gradient_norm_bound.hpp"

namespace verigrad::gradient_quadratic_norm {
namespace {

using gradient_norm_bound::entries;

template <class T>
T frobenius2(const Matrix<T>& m) {
  return squared_norm<T>(m.reshaped());
}

template <class T>
struct Run : row_gradients::Run<T> {
  using Instance = NetworkInstance;
  explicit Run(const NetworkInstance& instance) : row_gradients::Run<T>(instance) {
    for (const Matrix<double>& w : row_gradients::Run<double>(instance).W)
      norm2.push_back(exact<T>(spectrum_bounds(w.transpose().lazyProduct(w)).upper));
    gradient = row_gradients::input_jacobians<T>(*this).back();
    Vector<T> h = Vector<T>::Constant(gradient.cols(), T(1));
    directions = {h};
    for (Eigen::Index i = 0; i < h.size(); ++i) {
      directions.push_back(Vector<T>::Constant(h.size(), T(0)));
      directions.back()[i] = T(1);
    }
    for (int power = 1; power < 4 && instance.rational(); ++power) {
      h = gradient.transpose().lazyProduct(Vector<T>(gradient.lazyProduct(h)));
      directions.push_back(h);
    }
  }
  /// ∏ ‖W_r‖₂² for r = first … p.
  T product2(int first = 0) const {
    T product(1);
    for (std::size_t r = std::size_t(first); r < norm2.size(); ++r) product *= norm2[r];
    return product;
  }
  T moved2(const Vector<T>& h) const { return squared_norm<T>(gradient.lazyProduct(h)); }

  std::vector<T> norm2;  ///< ‖W_r‖₂²
  Matrix<T> gradient;    ///< ∇ₓf
  std::vector<Vector<T>> directions;
};

/// |∇ₓf h|² ≤ bound2(run) |h|².
template <class Bound>
Form<NetworkInstance> bounded(const char* key, Bound bound2) {
  return form<Run>(key, [bound2]<class T>(const Run<T>& r, Claims<T>& claims) {
    const T bound = bound2(r);
    for (std::size_t k = 0; k < r.directions.size(); ++k)
      claims.at_most("|∇ₓf h|² ≤ bound |h|²", r.moved2(r.directions[k]), bound * squared_norm(r.directions[k]), int(k));
  });
}

constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (const Vector<T>& h : r.directions)
    claims.equal("|∇ₓf h|² = ∏ ‖W_r‖₂² |h|²", r.moved2(h), r.product2() * squared_norm(h));
};

constexpr auto factor_by_factor = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (const Vector<T>& h : r.directions) {
    Vector<T> v = h;
    for (std::size_t k = 0; k < r.W.size(); ++k) {
      const Vector<T> on = k == 0 ? v : Vector<T>(r.dS[k].lazyProduct(v));
      claims.at_most("|∇A_r v|² ≤ |v|²", squared_norm(on), squared_norm(v), int(k));
      v = r.W[k].lazyProduct(on);
      claims.at_most("|W_r v|² ≤ ‖W_r‖₂² |v|²", squared_norm(v), r.norm2[k] * squared_norm(on), int(k));
    }
    claims.equal("(5.33) along h", squared_norm(v), r.moved2(h));
  }
};

constexpr auto with_frobenius = []<class T>(const Run<T>& r, Claims<T>& claims) {
  T product(1);
  for (const Matrix<T>& w : r.W) product *= frobenius2(w);
  claims.at_most("‖∇ₓf‖_F² ≤ ∏ ‖W_r‖_F²", frobenius2(r.gradient), product);
};
constexpr auto slopes_in_frobenius = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 1; k <= r.p; ++k) claims.at_most("‖∇A_r‖_F² ≤ 1", frobenius2(r.dS[std::size_t(k)]), T(1), k);
};

template <class Norm>
Form<NetworkInstance> with_norm(const char* key, Norm norm) {
  return bounded(key, [norm]<class T>(const Run<T>& r) {
    T product(1);
    for (const Matrix<T>& w : r.W) product *= square(T(norm(w)));
    return product;
  });
}

}  // namespace

Form<NetworkInstance> conclusion() {
  return bounded("quadratic norm", [](const auto& r) { return r.product2(); });
}
Form<NetworkInstance> attained() { return form<Run>("quadratic norm attained", equality); }
Form<NetworkInstance> same_proof() { return form<Run>("quadratic norm, same proof", factor_by_factor); }
Form<NetworkInstance> frobenius() { return form<Run>("Frobenius norm", with_frobenius); }
Form<NetworkInstance> frobenius_of_slopes() { return form<Run>("Frobenius norm of slopes", slopes_in_frobenius); }

Forms<NetworkInstance> planted() {
  return {bounded("quadratic norm: sum for product",
                  []<class T>(const Run<T>& r) {
                    T sum(0);
                    for (const T& norm : r.norm2) sum += norm;
                    return sum;
                  }),
          bounded("quadratic norm: without W_0", [](const auto& r) { return r.product2(1); }),
          bounded("quadratic norm: half of it", []<class T>(const Run<T>& r) { return T(r.product2() / T(4)); }),
          bounded("quadratic norm: sign", [](const auto& r) { return -r.product2(); }),
          with_norm("quadratic norm: largest entry for the norm", entries),
          with_norm("quadratic norm: column sums for the norm", gradient_norm_bound::column_sums)};
}

NetworkInstance two_rotations() {
  NetworkInstance result = gradient_norm_bound::matrices_of_ones({2, 2, 2});
  result.theta << 1, 1, 1, -1, 0, 0, 1, 1, 1, -1, 0, 0;
  result.inputs << 2, 1;
  return result;
}

}  // namespace verigrad::gradient_quadratic_norm
