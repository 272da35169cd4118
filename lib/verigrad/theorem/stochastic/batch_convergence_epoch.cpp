#include "verigrad/claim/form.hpp"
#include "verigrad/theorem/stochastic/batch_convergence_lines.hpp"

namespace verigrad::batch_convergence {
namespace {

/// (I − E)W + E Z with E = e⁻ᴹ.
Matrix<Number> general_solution(const Matrix<Number>& m, const Matrix<Number>& w, const Matrix<Number>& z) {
  const Matrix<Number> decay = matrix_exponential(-m);
  return product(identity_like(m) - decay, w) + product(decay, z);
}

void whole_flow(const Run& r, Claims& claims) {
  const NormalSystem<Number>& all = r.system.all;
  claim_equal("Wᵗ(τ) = (I − exp(−Aτ))W*ᵗ + exp(−Aτ)Wᵗ(0)", AffineFlow{all.a, all.b}.at(r.dt[0], r.w[0]),
              general_solution(r.dt[0] * all.a, all.minimiser, r.w[0]), claims);
}

void batch_flow(const Run& r, Claims& claims) {
  for (int k = 0; k < r.n; ++k)
    for (std::size_t s = 0; s + 1 < r.z[k].size(); ++s) {
      const NormalSystem<Number>& batch = r.system.batches[k][s];
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
}  // namespace

Lines epoch_lines() {
  return {
      .steps = {form<Run>("general solution", whole_flow).in_balls(),
                form<Run>("batch solution", batch_flow).in_balls(), form<Run>("exponential", exponential).in_balls(),
                form<Run>("one step error", one_step_error).in_balls().where(moves)},
      .printed = {epoch_form("product index", {.index_r = true})},
      .corrected = {epoch_form("product index", {})}};
}

Forms<SplittingInstance> planted_formulas() {
  return {epoch_form("sign: exp(+AʳΔt)", {.sign = 1}),
          epoch_form("order: exp(−A¹Δt) … exp(−AᵖΔt)", {.reversed = true})};
}

}  // namespace verigrad::batch_convergence
