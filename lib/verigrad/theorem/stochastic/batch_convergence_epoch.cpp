#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {
namespace {

/// (I − E)W + E Z with E = e⁻ᴹ.
Matrix<Number> general_solution(const Matrix<Number>& m, const Matrix<Number>& w, const Matrix<Number>& z) {
  const Matrix<Number> decay = matrix_exponential(-m);
  return product(identity_like(m) - decay, w) + product(decay, z);
}

void whole_flow(const Run& r, Claims& claims) {
  const LinearSystem<Number>& all = r.system.all;
  claim_equal("Wᵗ(τ) = (I − exp(−Aτ))W*ᵗ + exp(−Aτ)Wᵗ(0)", AffineFlow{all.a, all.b}.at(r.dt[0], r.w[0]),
              general_solution(r.dt[0] * all.a, all.minimiser, r.w[0]), claims);
}

void batch_flow(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    for (std::size_t s = 0; s + 1 < r.z[k].size(); ++s) {
      const LinearSystem<Number>& batch = r.system.batches[k][s];
      const Matrix<Number> centred = product(matrix_exponential(-r.dt[k] * batch.a), r.z[k][s] - batch.minimiser);
      claim_equal("Z(Δt) = exp(−AʳΔt)(Z(0) − Wʳ) + Wʳ", r.z[k][s + 1], centred + batch.minimiser, claims);
      claim_equal("Z(Δt) = (I − exp(−AʳΔt))Wʳ + exp(−AʳΔt)Z(0)", r.z[k][s + 1],
                  general_solution(r.dt[k] * batch.a, batch.minimiser, r.z[k][s]), claims);
      claim_equal("the same by another solution Wʳ", r.z[k][s + 1],
                  general_solution(r.dt[k] * batch.a, batch.another, r.z[k][s]), claims);
    }
}

/// What multiplies Δt in the exponentials, and whose index the product has.
struct EpochFormula {
  int sign = -1;
  bool index_r = false;
  bool reversed = false;
};

Matrix<Number> epoch_by(const EpochFormula& formula, const Run& r, int k) {
  const auto& batches = r.system.batches[k];
  const int p = int(batches.size());
  const auto decay = [&](int s) { return matrix_exponential(Number(formula.sign) * r.dt[k] * batches[s].a); };
  const auto decays = [&](int first, int fixed) {
    Matrix<Number> result = identity_like(batches[0].a);
    for (int s = first; s < p; ++s) {
      const Matrix<Number> factor = decay(fixed >= 0 ? fixed : s);
      result = formula.reversed ? product(result, factor) : product(factor, result);
    }
    return result;
  };
  Matrix<Number> sum = product(decays(0, -1), r.w[k]);
  for (int s = 0; s < p; ++s) {
    const Matrix<Number> share = product(identity_like(batches[s].a) - decay(s), batches[s].minimiser);
    sum += product(decays(s + 1, formula.index_r ? s : -1), share);
  }
  return sum;
}

Form<SplittingInstance> epoch_form(const char* key, EpochFormula formula) {
  return form<Run>(key,
                   [formula](const Run& r, Claims& claims) {
                     for (int k = 0; k < r.n; ++k)
                       claim_equal("Wₖ₊₁ᵗ by the formula of one epoch", r.w[k + 1], epoch_by(formula, r, k), claims);
                   })
      .in_balls();
}

/// (w − 1)²/2, then a term x = 0 whose flow rests, from 0.
SplittingInstance one_rests() {
  SplittingInstance result = opposed({1});
  result.x = Eigen::Vector2d(1, 0);
  result.y = Eigen::Vector2d(1, 0);
  return result;
}

FalseLine<SplittingInstance> product_index() {
  return {.words = {.key = "product index",
                    .place = "Theorem 5.3.1, proof, formula of one epoch",
                    .printed = "Wₖ₊₁ᵗ = Σᵣ (Πₛ₌ᵣ₊₁ᵖ exp(−AₖʳΔtₖ)) (I − exp(−AₖʳΔtₖ)) (Wₖʳ)ᵗ + (Πᵣ exp(−AₖʳΔtₖ)) Wₖᵗ",
                    .corrected = "Wₖ₊₁ᵗ = Σᵣ (Πₛ₌ᵣ₊₁ᵖ exp(−AₖˢΔtₖ)) (I − exp(−AₖʳΔtₖ)) (Wₖʳ)ᵗ + (Πᵣ exp(−AₖʳΔtₖ)) Wₖᵗ",
                    .remark = "The line after it defines Π with Aₖˢ. Its sums start at r = 0, a batch that does not "
                              "exist: read from 1. Both printings agree.",
                    .weight = Weight::notation},
          .printed = epoch_form("", {.index_r = true}),
          .counterexample = one_rests(),
          .corrected = {epoch_form("", {})}};
}

}  // namespace

Lines<SplittingInstance> epoch_lines() {
  return {.steps = {{"general solution", "Wᵗ(τ) = (I − e⁻ᴬᵗ)W*ᵗ + e⁻ᴬᵗWᵗ(0), t = τ, of (Wᵗ)′ = −A(Wᵗ − W*ᵗ)",
                     form<Run>(whole_flow).in_balls()},
                    {"batch solution",
                     "Zᵗ(Δt) = e⁻ᴬᵗ(Zᵗ(0) − Wᵗ) + Wᵗ = (I − e⁻ᴬᵗ)Wᵗ + e⁻ᴬᵗZᵗ(0), A = Aʳ, W = Wʳ: also for singular Aʳ, "
                     "whichever solution Wʳ of AʳWᵗ = bʳ is taken",
                     form<Run>(batch_flow).in_balls().of_code()}},
          .errata = {product_index()},
          .planted = {epoch_form("sign: exp(+AʳΔt)", {.sign = 1}),
                      epoch_form("order: exp(−A¹Δt) … exp(−AᵖΔt)", {.reversed = true})}};
}

}  // namespace verigrad::batch_convergence
