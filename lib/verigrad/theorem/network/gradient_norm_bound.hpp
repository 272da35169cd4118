// What SGM, Lemmas 5.5.1 and 5.5.2 have in common: ‖∇ₓf‖ ≤ ∏ ‖W_r‖ for a matrix norm, when all slopes are in [−1, 1].
#pragma once

#include "verigrad/claim/lines.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::gradient_norm_bound {

using row_gradients::Run;

/// sup_j Σ_i |a_ij|, which the text prints for both norms.
inline constexpr auto column_sums = [](const Matrix<Number>& a) {
  Number largest(0);
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    Number sum(0);
    for (Eigen::Index i = 0; i < a.rows(); ++i) sum += magnitude(a(i, j));
    largest = larger<Number>(largest, sum);
  }
  return largest;
};
/// sup_i Σ_j |a_ij|.
inline constexpr auto row_sums = [](const Matrix<Number>& a) { return column_sums(Matrix<Number>(a.transpose())); };
/// sup_ij |a_ij|.
inline constexpr auto entries = [](const Matrix<Number>& a) {
  return column_sums(Matrix<Number>(a.reshaped().transpose()));
};

/// ∏ ‖W_r‖ for r = first … p.
template <class Norm>
Number product_of_norms(const Run& run, Norm norm, int first = 0) {
  Number product(1);
  for (int r = first; r <= run.p; ++r) product *= norm(run.W[std::size_t(r)]);
  return product;
}

/// ‖∇ₓf‖ ≤ bound(run), with ∇ₓf by dual numbers.
template <class Norm, class Bound>
Form<NetworkInstance> bounded(const char* key, Norm norm, Bound bound) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    claims.at_most("‖∇ₓf‖ ≤ bound", norm(row_gradients::input_jacobians(r).back()), bound(r));
  });
}
/// ‖∇ₓf‖ ≤ ∏ ‖W_r‖, r = 0 … p; and where it is an equality.
template <class Norm>
Form<NetworkInstance> bounded_by_product(const char* key, Norm norm) {
  return bounded(key, norm, [norm](const auto& r) { return product_of_norms(r, norm); });
}
/// ‖∇ₓf‖ = ∏ ‖W_r‖.
template <class Norm>
Form<NetworkInstance> equal_to_product(const char* key, Norm norm) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    claims.equal("‖∇ₓf‖ = ∏ ‖W_r‖", norm(row_gradients::input_jacobians(r).back()), product_of_norms(r, norm));
  });
}

/// (5.33): ∇ₓf is the product of all W_r and ∇A_r.
inline void gradient_is_product(const Run& r, Claims& claims) {
  Matrix<Number> gradient = r.W.back();
  for (std::size_t k = r.W.size() - 1; k > 0; --k) gradient = product(product(gradient, r.dS[k]), r.W[k - 1]);
  claim_equal("(5.33)", gradient, row_gradients::input_jacobians(r).back(), claims);
}

/// ‖∇A_r‖ ≤ 1.
template <class Norm>
Form<NetworkInstance> slopes(Norm norm) {
  return form<Run>([norm](const Run& r, Claims& claims) {
           for (int k = 1; k <= r.p; ++k) claims.at_most("‖∇A_r‖ ≤ 1", norm(r.dS[std::size_t(k)]), 1, k);
         })
      .of_code();
}

/// ‖AB‖ ≤ ‖A‖‖B‖ for each product in (5.33), from the right.
template <class Norm>
Form<NetworkInstance> submultiplicative(Norm norm) {
  return form<Run>([norm](const Run& r, Claims& claims) {
    Matrix<Number> right = r.W.front();
    for (std::size_t k = 1; k < r.W.size(); ++k)
      for (const Matrix<Number>& left : {r.dS[k], r.W[k]}) {
        const Matrix<Number> both = product(left, right);
        claims.at_most("‖AB‖ ≤ ‖A‖‖B‖", norm(both), norm(left) * norm(right), int(k));
        right = both;
      }
  });
}

/// The proof, with the words of its second and third line.
template <class Norm>
std::vector<Step<NetworkInstance>> steps(Norm norm, const std::string& of_slopes, const std::string& of_products) {
  return {{"(5.33)", "∇ₓf = W_p × ∇A_p × W_{p−1} × … × W₁ × ∇A₁ × W₀", form<Run>(gradient_is_product)},
          {"‖∇A_r‖ ≤ 1", of_slopes, slopes(norm)},
          {"‖AB‖ ≤ ‖A‖‖B‖", of_products, submultiplicative(norm)}};
}

/// Wrong bounds of ‖∇ₓf‖, with the key of what is wrong.
template <class Norm>
Forms<NetworkInstance> wrong_bounds(Norm norm) {
  return {bounded("sum for product", norm,
                  [norm](const Run& r) {
                    Number sum(0);
                    for (const Matrix<Number>& w : r.W) sum += norm(w);
                    return sum;
                  }),
          bounded("without W_0", norm, [norm](const auto& r) { return product_of_norms(r, norm, 1); }),
          bounded("half of it", norm, [norm](const Run& r) { return product_of_norms(r, norm) / 2; }),
          bounded("sign", norm, [norm](const Run& r) { return -product_of_norms(r, norm); }),
          bounded_by_product("largest entry for the norm", entries)};
}

/// Every activation has its slopes in [−1, 1]: all of the library's but z² and SiLU.
bool slopes_at_most_one(const NetworkInstance& instance);
/// One hidden unit with this activation and W = 1, b = 0, at x.
NetworkInstance one_unit(Activation activation, double x);

}  // namespace verigrad::gradient_norm_bound
