#include "verigrad/claim/ball_form.hpp"
#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {
namespace {

/// (I − E)W + E Z with E = e⁻ᴹ.
Matrix<Ball> general_solution(const Matrix<Ball>& m, const Matrix<Ball>& w, const Matrix<Ball>& z) {
  const Matrix<Ball> decay = matrix_exponential(-m);
  return (identity_like(m) - decay) * w + decay * z;
}

constexpr auto whole_flow = [](const Run& r, Claims<Ball>& claims) {
  const NormalSystem<Ball>& all = r.system.all;
  claim_equal<Ball>(claims, "Wᵗ(τ) = (I − exp(−Aτ))W*ᵗ + exp(−Aτ)Wᵗ(0)", AffineFlow{all.a, all.b}.at(r.dt[0], r.w[0]),
                    general_solution(r.dt[0] * all.a, all.minimiser, r.w[0]));
};

constexpr auto batch_flow = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 0; k < r.n; ++k)
    for (std::size_t s = 0; s + 1 < r.z[k].size(); ++s) {
      const NormalSystem<Ball>& batch = r.system.batches[k][s];
      const Matrix<Ball> centred = matrix_exponential(-r.dt[k] * batch.a) * (r.z[k][s] - batch.minimiser);
      claim_equal<Ball>(claims, "Z(Δt) = exp(−AʳΔt)(Z(0) − Wʳ) + Wʳ", r.z[k][s + 1], centred + batch.minimiser);
      claim_equal<Ball>(claims, "Z(Δt) = (I − exp(−AʳΔt))Wʳ + exp(−AʳΔt)Z(0)", r.z[k][s + 1],
                        general_solution(r.dt[k] * batch.a, batch.minimiser, r.z[k][s]));
      claim_equal<Ball>(claims, "the same by another solution Wʳ", r.z[k][s + 1],
                        general_solution(r.dt[k] * batch.a, batch.another, r.z[k][s]));
    }
};

/// What multiplies Δt in the exponentials, and whose index the product has.
struct EpochFormula {
  int sign = -1;
  bool index_r = false;
  bool reversed = false;
};

Matrix<Ball> epoch_by(const EpochFormula& formula, const Run& r, int k) {
  const auto& batches = r.system.batches[k];
  const int p = int(batches.size());
  const auto decay = [&](int s) { return matrix_exponential(Ball(formula.sign) * r.dt[k] * batches[s].a); };
  const auto product = [&](int first, int fixed) {
    Matrix<Ball> result = identity_like(batches[0].a);
    for (int s = first; s < p; ++s) {
      const Matrix<Ball> factor = decay(fixed >= 0 ? fixed : s);
      result = formula.reversed ? Matrix<Ball>(result * factor) : Matrix<Ball>(factor * result);
    }
    return result;
  };
  Matrix<Ball> sum = product(0, -1) * r.w[k];
  for (int s = 0; s < p; ++s) {
    const Matrix<Ball> share = (identity_like(batches[s].a) - decay(s)) * batches[s].minimiser;
    sum += product(s + 1, formula.index_r ? s : -1) * share;
  }
  return sum;
}

Form<SplittingInstance> epoch_form(const char* key, EpochFormula formula) {
  return ball_form<Run>(key, [formula](const Run& r, Claims<Ball>& claims) {
    for (int k = 0; k < r.n; ++k)
      claim_equal<Ball>(claims, "Wₖ₊₁ᵗ by the formula of one epoch", r.w[k + 1], epoch_by(formula, r, k));
  });
}

/// Each eigenvalue a of A leaves 0 ≤ exp(−x) − 1 + x ≤ x²/2 with x = aΔt; and √Σ x⁴ ≤ Σ x².
constexpr auto exponential = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 0; k < r.n; ++k)
    for (std::size_t s = 0; s < r.system.batches[k].size(); ++s) {
      if (r.system.instance.epochs[k][s].empty()) continue;
      const Matrix<Ball> x = r.dt[k] * r.system.batches[k][s].a;
      claims.at_most("‖exp(−ΔtA) − I + ΔtA‖ ≤ ½Δt²‖A‖²", frobenius_norm(matrix_exponential(-x) - identity_like(x) + x),
                     frac<Ball>(1, 2) * square(frobenius_norm(x)), k);
    }
};

constexpr auto one_step_error = [](const Run& r, Claims<Ball>& claims) {
  const Constants& c = r.constants;
  const Matrix<Ball>& a = r.system.all.a;
  for (int k = 0; k < r.n; ++k) {
    const Matrix<Ball> e = r.w[k] - r.system.all.minimiser, next = r.w[k + 1] - r.system.all.minimiser;
    claims.at_most("‖Wₖ₊₁ − W* − (I − ΔtA)(Wₖ − W*)‖ ≤ (½Θ²aₖ + ½ΘS)Δt²", frobenius_norm(next - e + r.dt[k] * (a * e)),
                   frac<Ball>(1, 2) * c.Theta * (c.Theta * r.a[k] + c.S) * square(r.dt[k]), k);
  }
};
}  // namespace

Lines epoch_lines() {
  return {.steps = {ball_form<Run>("general solution", whole_flow), ball_form<Run>("batch solution", batch_flow),
                    ball_form<Run>("exponential", exponential),
                    ball_form<Run>("one step error", one_step_error).where(moves)},
          .printed = {epoch_form("product index", {.index_r = true})},
          .corrected = {epoch_form("product index", {})}};
}

Forms<SplittingInstance> planted_formulas() {
  return {epoch_form("sign: exp(+AʳΔt)", {.sign = 1}),
          epoch_form("order: exp(−A¹Δt) … exp(−AᵖΔt)", {.reversed = true})};
}

}  // namespace verigrad::batch_convergence
