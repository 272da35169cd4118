#include <algorithm>

#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {
namespace {

/// Σ weight(i) xᵢyᵢᵗ over all terms.
template <class Weight>
Matrix<Number> moment(const SplittingInstance& instance, Weight weight) {
  Matrix<Number> sum = Matrix<Number>::Constant(instance.x.cols(), instance.y.cols(), 0);
  for (Eigen::Index i = 0; i < instance.x.rows(); ++i)
    for (Eigen::Index row = 0; row < sum.rows(); ++row)
      for (Eigen::Index col = 0; col < sum.cols(); ++col)
        sum(row, col) += Number(weight(i)) * exact(instance.x(i, row)) * exact(instance.y(i, col));
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
template <class Weight>
void claim_normal_equation(const SplittingSystem& r, Weight weight, Claims& claims) {
  std::vector<int> all = terms_of(r.instance, (1U << r.instance.x.rows()) - 1);
  claim_equal("∇J(W*) = 0", batch_gradient(r.instance, all, r.all.minimiser), zero_like(r.all.minimiser), claims);
  claim_equal("Σ αᵢAᵢW*ᵗ = b", frac(1, 2) * product(r.all.a, r.all.minimiser), moment(r.instance, weight), claims);
}

void without_weights(const SplittingSystem& r, Claims& claims) {
  claim_normal_equation(
      r, [](Eigen::Index) { return Number(1); }, claims);
}

void with_weights(const SplittingSystem& r, Claims& claims) {
  claim_normal_equation(
      r, [&](Eigen::Index i) { return exact(r.instance.alpha[i]); }, claims);
}

/// ∇Jʳ(W₀)ᵗ = factor · Aʳ(W₀ᵗ − Wʳᵗ) for every batch.
void claim_equations(const SplittingSystem& r, const Number& factor, Claims& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (std::size_t s = 0; s < r.batches[k].size(); ++s) {
      const NormalSystem<Number>& batch = r.batches[k][s];
      claim_equal("∇Jʳ(W)ᵗ = Aʳ(Wᵗ − Wʳᵗ)", batch_gradient(r.instance, r.instance.epochs[k][s], r.w0),
                  factor * product(batch.a, r.w0 - batch.minimiser), claims);
    }
}

void without_2(const SplittingSystem& r, Claims& claims) { claim_equations(r, frac(1, 2), claims); }

void with_2(const SplittingSystem& r, Claims& claims) { claim_equations(r, Number(1), claims); }

/// W₀ is a minimiser of the first batch, and no larger than 1 + those that were fixed.
void any_minimiser(const SplittingSystem& r, Claims& claims) {
  const NormalSystem<Number>& batch = r.batches.front().front();
  claim_equal("Aʳ(Wʳ)ᵗ = bʳ", product(batch.a, r.w0), batch.b, claims);
  claims.at_most("‖Wʳ‖² ≤ C", squared_norm(r.w0.reshaped()), enclose(1 + largest_fixed_minimiser(r.instance)));
}

void fixed_minimiser(const SplittingSystem& r, Claims& claims) {
  const Number largest = enclose(largest_fixed_minimiser(r.instance));
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const NormalSystem<Number>& batch : r.batches[k]) {
      claim_equal("Aʳ(Wʳ)ᵗ = bʳ", product(batch.a, batch.minimiser), batch.b, claims);
      claims.at_most("‖Wʳ‖² ≤ C", squared_norm(batch.minimiser.reshaped()), largest, int(k));
    }
}

Matrix<Number> sum_of_moments(const std::vector<NormalSystem<Number>>& batches) {
  Matrix<Number> sum = zero_like(batches.front().b);
  for (const NormalSystem<Number>& batch : batches) sum += product(batch.a, batch.minimiser);
  return sum;
}

void moments_without_star(const SplittingSystem& r, Claims& claims) {
  claim_equal("Σ Aʳ(Wʳ)ᵗ = AWₖᵗ", sum_of_moments(r.batches.front()), product(r.all.a, r.w0), claims);
}

void moments(const SplittingSystem& r, Claims& claims) {
  for (const auto& batches : r.batches)
    claim_equal("Σ Aʳ(Wʳ)ᵗ = AW*ᵗ", sum_of_moments(batches), product(r.all.a, r.all.minimiser), claims);
}

Matrix<Number> sum_of_matrices(const std::vector<NormalSystem<Number>>& batches) {
  Matrix<Number> sum = zero_like(batches.front().a);
  for (const NormalSystem<Number>& batch : batches) sum += batch.a;
  return sum;
}

void sum_of_a(const SplittingSystem& r, Claims& claims) {
  for (const auto& batches : r.batches) claim_equal("Σ Aₖʳ = A", sum_of_matrices(batches), r.all.a, claims);
}

/// 0 ≤ every principal minor, which makes a symmetric matrix of at most 3 rows positive semidefinite.
void claim_semidefinite(const Matrix<Number>& g, int index, Claims& claims) {
  const auto minor = [&](Eigen::Index i, Eigen::Index j) { return Number(g(i, i) * g(j, j) - square(g(i, j))); };
  for (Eigen::Index i = 0; i < g.rows(); ++i) {
    claims.at_most("0 ≤ (A − Aʳ)ᵢᵢ", 0, g(i, i), index);
    for (Eigen::Index j = 0; j < i; ++j) claims.at_most("0 ≤ 2 × 2 minors of A − Aʳ", 0, minor(i, j), index);
  }
  if (g.rows() == 3)
    claims.at_most(
        "0 ≤ det(A − Aʳ)", 0,
        g(0, 0) * minor(1, 2) + 2 * g(0, 1) * g(0, 2) * g(1, 2) - g(1, 1) * square(g(0, 2)) - g(2, 2) * square(g(0, 1)),
        index);
}

void norm_of_a(const SplittingSystem& r, Claims& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const NormalSystem<Number>& batch : r.batches[k]) {
      claim_semidefinite(r.all.a - batch.a, int(k), claims);
      claims.at_most("Σ (Aʳ)ᵢⱼ² ≤ Σ Aᵢⱼ²", squared_norm(batch.a.reshaped()), squared_norm(r.all.a.reshaped()), int(k));
    }
}

void that_is(const SplittingSystem& r, Claims& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k) {
    const Number dt = exact(r.instance.dt[k]);
    const Matrix<Number> a = sum_of_matrices(r.batches[k]);
    const Matrix<Number> lhs = dt * sum_of_moments(r.batches[k]) + product(identity_like(a) - dt * a, r.w0);
    const Matrix<Number> e = r.w0 - r.all.minimiser;
    claim_equal("… − W* = (I − ΔtA)(Wₖ − W*)", lhs - r.all.minimiser, product(identity_like(a) - dt * r.all.a, e),
                claims);
  }
}
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
