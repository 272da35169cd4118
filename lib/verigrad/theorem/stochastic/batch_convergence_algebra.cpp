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
void claim_normal_equation(const SplittingRun& r, Weight weight, Claims& claims) {
  std::vector<int> all = terms_of(r.instance, (1U << r.instance.x.rows()) - 1);
  claim_equal("∇J(W*) = 0", batch_gradient(r.instance, all, r.all.minimiser), zero_like(r.all.minimiser), claims);
  claim_equal("Σ αᵢAᵢW*ᵗ = b", frac(1, 2) * product(r.all.a, r.all.minimiser), moment(r.instance, weight), claims);
}

void without_weights(const SplittingRun& r, Claims& claims) {
  claim_normal_equation(
      r, [](Eigen::Index) { return 1; }, claims);
}

void with_weights(const SplittingRun& r, Claims& claims) {
  claim_normal_equation(
      r, [&](Eigen::Index i) { return exact(r.instance.alpha[i]); }, claims);
}

/// ∇Jʳ(W₀)ᵗ = factor · Aʳ(W₀ᵗ − Wʳᵗ) for every batch.
void claim_equations(const SplittingRun& r, const Number& factor, Claims& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (std::size_t s = 0; s < r.batches[k].size(); ++s) {
      const LinearSystem<Number>& batch = r.batches[k][s];
      claim_equal("∇Jʳ(W)ᵗ = Aʳ(Wᵗ − Wʳᵗ)", batch_gradient(r.instance, r.instance.epochs[k][s], r.w0),
                  factor * product(batch.a, r.w0 - batch.minimiser), claims);
    }
}

void without_2(const SplittingRun& r, Claims& claims) { claim_equations(r, frac(1, 2), claims); }

void with_2(const SplittingRun& r, Claims& claims) { claim_equations(r, 1, claims); }

void fixed_minimiser(const SplittingRun& r, Claims& claims) {
  const Number largest = enclose(largest_fixed_minimiser(r.instance));
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const LinearSystem<Number>& batch : r.batches[k]) {
      claim_equal("Aʳ(Wʳ)ᵗ = bʳ", product(batch.a, batch.minimiser), batch.b, claims);
      claims.at_most("‖Wʳ‖² ≤ C", squared_norm(batch.minimiser.reshaped()), largest, int(k));
    }
}

Matrix<Number> sum_of_moments(const std::vector<LinearSystem<Number>>& batches) {
  Matrix<Number> sum = zero_like(batches.front().b);
  for (const LinearSystem<Number>& batch : batches) sum += product(batch.a, batch.minimiser);
  return sum;
}

void moments_without_star(const SplittingRun& r, Claims& claims) {
  claim_equal("Σ Aʳ(Wʳ)ᵗ = AWₖᵗ", sum_of_moments(r.batches.front()), product(r.all.a, r.w0), claims);
}

void moments(const SplittingRun& r, Claims& claims) {
  for (const auto& batches : r.batches)
    claim_equal("Σ Aʳ(Wʳ)ᵗ = AW*ᵗ", sum_of_moments(batches), product(r.all.a, r.all.minimiser), claims);
}

Matrix<Number> sum_of_matrices(const std::vector<LinearSystem<Number>>& batches) {
  Matrix<Number> sum = zero_like(batches.front().a);
  for (const LinearSystem<Number>& batch : batches) sum += batch.a;
  return sum;
}

void sum_of_a(const SplittingRun& r, Claims& claims) {
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

void norm_of_a(const SplittingRun& r, Claims& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const LinearSystem<Number>& batch : r.batches[k]) {
      claim_semidefinite(r.all.a - batch.a, int(k), claims);
      claims.at_most("Σ (Aʳ)ᵢⱼ² ≤ Σ Aᵢⱼ²", squared_norm(batch.a.reshaped()), squared_norm(r.all.a.reshaped()), int(k));
    }
}

void that_is(const SplittingRun& r, Claims& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k) {
    const Number dt = exact(r.instance.dt[k]);
    const Matrix<Number> a = sum_of_matrices(r.batches[k]);
    const Matrix<Number> lhs = dt * sum_of_moments(r.batches[k]) + product(identity_like(a) - dt * a, r.w0);
    const Matrix<Number> e = r.w0 - r.all.minimiser;
    claim_equal("… − W* = (I − ΔtA)(Wₖ − W*)", lhs - r.all.minimiser, product(identity_like(a) - dt * r.all.a, e),
                claims);
  }
}

/// Each eigenvalue a of A leaves 0 ≤ exp(−x) − 1 + x ≤ x²/2 with x = aΔt; and √Σ x⁴ ≤ Σ x².
void exponential(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    for (std::size_t s = 0; s < r.system.batches[k].size(); ++s) {
      if (r.system.instance.epochs[k][s].empty()) continue;
      const Matrix<Number> x = r.dt[k] * r.system.batches[k][s].a;
      claims.at_most("‖exp(−ΔtA) − I + ΔtA‖ ≤ ½Δt²‖A‖²", frobenius_norm(matrix_exponential(-x) - identity_like(x) + x),
                     frac(1, 2) * square(frobenius_norm(x)), k);
    }
}

void one_step_error(const Run& r, Claims& claims) {
  const Constants& c = r.constants;
  const Matrix<Number>& a = r.system.all.a;
  for (int k = 0; k < r.n; ++k) {
    const Matrix<Number> e = r.w[k] - r.system.all.minimiser, next = r.w[k + 1] - r.system.all.minimiser;
    claims.at_most("‖Wₖ₊₁ − W* − (I − ΔtA)(Wₖ − W*)‖ ≤ (½Θ²aₖ + ½ΘS)Δt²",
                   frobenius_norm(next - e + r.dt[k] * product(a, e)),
                   frac(1, 2) * c.Theta * (c.Theta * r.a[k] + c.S) * square(r.dt[k]), k);
  }
}

/// α(w − 1)² with one batch, from w0.
SplittingInstance single(double alpha, double w0) {
  SplittingInstance result = parabola({1});
  result.alpha.setConstant(alpha);
  result.y.setConstant(1);
  result.w0.setConstant(w0);
  return result;
}

FalseLine<SplittingInstance> weights_in_b() {
  return {.words = {.key = "weights in b",
                    .place = "Theorem 5.3.1, proof, first display, and b = Σ xᵢ⊗yᵢ, bₖʳ after it",
                    .printed = "Σ αᵢAᵢW*ᵗ = Σ xᵢ⊗yᵢ",
                    .corrected = "Σ αᵢAᵢW*ᵗ = Σ αᵢxᵢ⊗yᵢ",
                    .remark = "The gradient of (5.30) has αᵢ in both terms. Both printings lack it in b and in bₖʳ.",
                    .by_hand = "one term 2(w − 1)²: W* = 1, the left side is 2 and the right side 1",
                    .weight = Weight::line},
          .printed = form<SplittingRun>(without_weights),
          .counterexample = single(2, 0),
          .corrected = {form<SplittingRun>(with_weights)}};
}

FalseLine<SplittingInstance> factor_2() {
  return {
      .words = {.key = "factor 2",
                .place = "Theorem 5.3.1, proof, second item, and the equation of (Zₖʳ)ᵗ",
                .printed = "d/dt W^t(τ) = −A(W^t(τ) − W*^t) [with A = Σ αᵢAᵢ]",
                .corrected = "d/dτ Wᵗ = −A(Wᵗ − W*ᵗ), A = 2Σ αᵢAᵢ: the A of every other check of this statement",
                .remark =
                    "∇|Wx − y|² has a factor 2, and neither (5.29) nor (5.30) a ½; the limit does not depend on it.",
                .by_hand = "one term ½(w − 1)²: at w = 0 the gradient is −1, and A(w − W*) = −½",
                .weight = Weight::line},
      .printed = form<SplittingRun>(without_2),
      .counterexample = single(0.5, 0),
      .corrected = {form<SplittingRun>(with_2)}};
}

FalseLine<SplittingInstance> w_for_minimiser() {
  return {.words = {.key = "W for W*",
                    .place = "Theorem 5.3.1, proof, preliminary remark",
                    .printed = "Σ Aₖʳ(Wₖʳ)ᵗ = AWᵗ",
                    .corrected = "Σ Aₖʳ(Wₖʳ)ᵗ = AW*ᵗ",
                    .remark = "The next display but one needs W*. Both printings lack the star.",
                    .weight = Weight::notation},
          .printed = form<SplittingRun>(moments_without_star),
          .counterexample = single(0.5, 0),
          .corrected = {form<SplittingRun>(moments)}};
}

}  // namespace

Lines<SplittingInstance> normal_equation_lines() {
  return {
      .steps = {{"bounded minimisers",
                 "sup ‖Wₖʳ‖ ≤ C, (5.32): one solution Wₖʳ of Aₖʳ(Wₖʳ)ᵗ = bₖʳ for each set of terms, of which there are "
                 "finitely many",
                 form<SplittingRun>(fixed_minimiser)}},
      .errata = {weights_in_b(), factor_2()}};
}

Lines<SplittingInstance> sum_lines() {
  return {.steps = {{"sum of A", "Σᵣ Aₖʳ = A for every epoch, so that λ does not depend on the batches",
                     form<SplittingRun>(sum_of_a)},
                    {"norm of A",
                     "‖Aₖʳ‖ ≤ ‖A‖: A − Aʳ is positive semidefinite, which is the inequality of the spectral norms; and "
                     "Σ (Aʳ)ᵢⱼ² ≤ Σ Aᵢⱼ²",
                     form<SplittingRun>(norm_of_a)}},
          .errata = {w_for_minimiser()}};
}

Lines<SplittingInstance> step_lines() {
  return {.steps = {{"exponential", "e⁻ᴬᵗ = I − ΔtA + O(Δt²), A = Aˢ: ‖e⁻ᴬᵗ − I + ΔtA‖ ≤ ½Δt²‖A‖², ‖A‖² = Σ Aᵢⱼ²",
                     form<Run>(exponential).in_balls()},
                    {"that is", "Δt Σ AˢWˢ + (I − Δt Σ Aˢ)Wₖ − W* = (I − ΔtA)(Wₖ − W*)", form<SplittingRun>(that_is)},
                    {"one step error",
                     "‖Wₖ₊₁ − W* − (I − ΔtₖA)(Wₖ − W*)‖ ≤ (½Θ²aₖ + ½ΘS)Δtₖ²: the constant of O(Δtₖ²) holds aₖ, whose "
                     "boundedness the text does not show; aₖ ≤ Bₖ does",
                     form<Run>(one_step_error).in_balls().where(moves)}}};
}

}  // namespace verigrad::batch_convergence
