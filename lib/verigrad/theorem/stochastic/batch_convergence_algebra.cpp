#include <algorithm>

#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {
namespace {

/// Σ weight(i) xᵢyᵢᵗ over all terms.
template <class T, class Weight>
Matrix<T> moment(const SplittingInstance& instance, Weight weight) {
  Matrix<T> sum = Matrix<T>::Constant(instance.x.cols(), instance.y.cols(), T(0));
  for (Eigen::Index i = 0; i < instance.x.rows(); ++i)
    for (Eigen::Index row = 0; row < sum.rows(); ++row)
      for (Eigen::Index col = 0; col < sum.cols(); ++col)
        sum(row, col) += T(weight(i)) * exact<T>(instance.x(i, row)) * exact<T>(instance.y(i, col));
  return sum;
}

std::vector<int> terms_of(const SplittingInstance& instance, unsigned subset) {
  std::vector<int> terms;
  for (int i = 0; i < int(instance.x.rows()); ++i)
    if (subset >> i & 1U) terms.push_back(i);
  return terms;
}

Rational squared(const Matrix<Rational>& m) { return squared_norm<Rational>(m.reshaped()); }

/// The largest ‖W‖² of the solutions that the library fixes, one for each set of terms.
Rational largest_fixed_minimiser(const SplittingInstance& instance) {
  Rational largest = 0;
  for (unsigned subset = 0; subset < 1U << instance.x.rows(); ++subset)
    largest = std::max(largest, squared(normal_system(instance, terms_of(instance, subset)).minimiser));
  return largest;
}

/// ½A = Σ αᵢAᵢ against b with these weights.
template <class T, class Weight>
void claim_normal_equation(const SplittingSystem<T>& r, Weight weight, Claims<T>& claims) {
  std::vector<int> all = terms_of(r.instance, (1U << r.instance.x.rows()) - 1);
  claim_equal<T>(claims, "∇J(W*) = 0", batch_gradient<T>(r.instance, all, r.all.minimiser), zero_like(r.all.minimiser));
  claim_equal<T>(claims, "Σ αᵢAᵢW*ᵗ = b", frac<T>(1, 2) * matrix_product<T>(r.all.a, r.all.minimiser),
                 moment<T>(r.instance, weight));
}

constexpr auto without_weights = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  claim_normal_equation<T>(
      r, [](Eigen::Index) { return T(1); }, claims);
};

constexpr auto with_weights = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  claim_normal_equation<T>(
      r, [&](Eigen::Index i) { return exact<T>(r.instance.alpha[i]); }, claims);
};

/// ∇Jʳ(W₀)ᵗ = factor · Aʳ(W₀ᵗ − Wʳᵗ) for every batch.
template <class T>
void claim_equations(const SplittingSystem<T>& r, const T& factor, Claims<T>& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (std::size_t s = 0; s < r.batches[k].size(); ++s) {
      const NormalSystem<T>& batch = r.batches[k][s];
      claim_equal<T>(claims, "∇Jʳ(W)ᵗ = Aʳ(Wᵗ − Wʳᵗ)", batch_gradient<T>(r.instance, r.instance.epochs[k][s], r.w0),
                     factor * matrix_product<T>(batch.a, r.w0 - batch.minimiser));
    }
}

constexpr auto without_2 = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  claim_equations<T>(r, frac<T>(1, 2), claims);
};

constexpr auto with_2 = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  claim_equations<T>(r, T(1), claims);
};

/// W₀ is a minimiser of the first batch, and no larger than 1 + those that were fixed.
constexpr auto any_minimiser = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  const NormalSystem<T>& batch = r.batches.front().front();
  claim_equal<T>(claims, "Aʳ(Wʳ)ᵗ = bʳ", matrix_product<T>(batch.a, r.w0), batch.b);
  claims.at_most("‖Wʳ‖² ≤ C", squared_norm<T>(r.w0.reshaped()), enclose<T>(1 + largest_fixed_minimiser(r.instance)));
};

constexpr auto fixed_minimiser = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  const T largest = enclose<T>(largest_fixed_minimiser(r.instance));
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const NormalSystem<T>& batch : r.batches[k]) {
      claim_equal<T>(claims, "Aʳ(Wʳ)ᵗ = bʳ", matrix_product<T>(batch.a, batch.minimiser), batch.b);
      claims.at_most("‖Wʳ‖² ≤ C", squared_norm<T>(batch.minimiser.reshaped()), largest, int(k));
    }
};

template <class T>
Matrix<T> sum_of_moments(const std::vector<NormalSystem<T>>& batches) {
  Matrix<T> sum = zero_like(batches.front().b);
  for (const NormalSystem<T>& batch : batches) sum += matrix_product<T>(batch.a, batch.minimiser);
  return sum;
}

constexpr auto moments_without_star = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  claim_equal<T>(claims, "Σ Aʳ(Wʳ)ᵗ = AWₖᵗ", sum_of_moments(r.batches.front()), matrix_product<T>(r.all.a, r.w0));
};

constexpr auto moments = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  for (const auto& batches : r.batches)
    claim_equal<T>(claims, "Σ Aʳ(Wʳ)ᵗ = AW*ᵗ", sum_of_moments(batches), matrix_product<T>(r.all.a, r.all.minimiser));
};

template <class T>
Matrix<T> sum_of_matrices(const std::vector<NormalSystem<T>>& batches) {
  Matrix<T> sum = zero_like(batches.front().a);
  for (const NormalSystem<T>& batch : batches) sum += batch.a;
  return sum;
}

constexpr auto sum_of_a = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  for (const auto& batches : r.batches) claim_equal<T>(claims, "Σ Aₖʳ = A", sum_of_matrices(batches), r.all.a);
};

/// 0 ≤ every principal minor, which makes a symmetric matrix of at most 3 rows positive semidefinite.
template <class T>
void claim_semidefinite(const Matrix<T>& g, int index, Claims<T>& claims) {
  const auto minor = [&](Eigen::Index i, Eigen::Index j) { return T(g(i, i) * g(j, j) - square(g(i, j))); };
  for (Eigen::Index i = 0; i < g.rows(); ++i) {
    claims.at_most("0 ≤ (A − Aʳ)ᵢᵢ", T(0), g(i, i), index);
    for (Eigen::Index j = 0; j < i; ++j) claims.at_most("0 ≤ 2 × 2 minors of A − Aʳ", T(0), minor(i, j), index);
  }
  if (g.rows() == 3)
    claims.at_most("0 ≤ det(A − Aʳ)", T(0),
                   g(0, 0) * minor(1, 2) + T(2) * g(0, 1) * g(0, 2) * g(1, 2) - g(1, 1) * square(g(0, 2)) -
                       g(2, 2) * square(g(0, 1)),
                   index);
}

constexpr auto norm_of_a = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const NormalSystem<T>& batch : r.batches[k]) {
      claim_semidefinite<T>(r.all.a - batch.a, int(k), claims);
      claims.at_most("Σ (Aʳ)ᵢⱼ² ≤ Σ Aᵢⱼ²", squared_norm<T>(batch.a.reshaped()), squared_norm<T>(r.all.a.reshaped()),
                     int(k));
    }
};

constexpr auto that_is = []<class T>(const SplittingSystem<T>& r, Claims<T>& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k) {
    const T dt = exact<T>(r.instance.dt[k]);
    const Matrix<T> a = sum_of_matrices(r.batches[k]);
    const Matrix<T> lhs = dt * sum_of_moments(r.batches[k]) + matrix_product<T>(identity_like(a) - dt * a, r.w0);
    const Matrix<T> e = r.w0 - r.all.minimiser;
    claim_equal<T>(claims, "… − W* = (I − ΔtA)(Wₖ − W*)", lhs - r.all.minimiser,
                   matrix_product<T>(identity_like(a) - dt * r.all.a, e));
  }
};
}  // namespace

Lines algebra_lines() {
  return {
      .steps = {form<SplittingSystem>("sum of A", sum_of_a), form<SplittingSystem>("norm of A", norm_of_a),
                form<SplittingSystem>("that is", that_is)},
      .printed = {form<SplittingSystem>("weights in b", without_weights), form<SplittingSystem>("factor 2", without_2),
                  form<SplittingSystem>("bounded minimisers", any_minimiser),
                  form<SplittingSystem>("W for W*", moments_without_star)},
      .corrected = {form<SplittingSystem>("weights in b", with_weights), form<SplittingSystem>("factor 2", with_2),
                    form<SplittingSystem>("bounded minimisers", fixed_minimiser),
                    form<SplittingSystem>("W for W*", moments)}};
}

}  // namespace verigrad::batch_convergence
