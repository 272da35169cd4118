#include "batch_convergence_lines.hpp"

#include <acb.h>

#include <algorithm>

#include "verigrad/number/integral.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/ball_form.hpp"

namespace verigrad::batch_convergence {
namespace {

template <class T>
void claim_equal(Claims<T>& claims, std::string_view name, const Matrix<T>& lhs, const Matrix<T>& rhs) {
  claims.equal(name, Vector<T>(lhs.reshaped()), Vector<T>(rhs.reshaped()));
}

template <class T>
Matrix<T> zero_like(const Matrix<T>& m) {
  return Matrix<T>::Constant(m.rows(), m.cols(), T(0));
}

template <class T>
Matrix<T> identity_like(const Matrix<T>& a) {
  Matrix<T> result = zero_like(a);
  for (Eigen::Index i = 0; i < a.rows(); ++i) result(i, i) = T(1);
  return result;
}

/// Σ weight(i) xᵢyᵢᵗ over all terms.
template <class T, class Weight>
Matrix<T> moment(const BatchInstance& instance, Weight weight) {
  Matrix<T> sum = Matrix<T>::Constant(instance.x.cols(), instance.y.cols(), T(0));
  for (Eigen::Index i = 0; i < instance.x.rows(); ++i)
    for (Eigen::Index row = 0; row < sum.rows(); ++row)
      for (Eigen::Index col = 0; col < sum.cols(); ++col)
        sum(row, col) += T(weight(i)) * exact<T>(instance.x(i, row)) * exact<T>(instance.y(i, col));
  return sum;
}

std::vector<int> terms_of(const BatchInstance& instance, unsigned subset) {
  std::vector<int> terms;
  for (int i = 0; i < int(instance.x.rows()); ++i)
    if (subset >> i & 1U) terms.push_back(i);
  return terms;
}

Rational squared(const Matrix<Rational>& m) { return squared_norm<Rational>(m.reshaped()); }

/// The largest ‖W‖² of the solutions that the library fixes, one for each set of terms.
Rational largest_fixed_minimiser(const BatchInstance& instance) {
  Rational largest = 0;
  for (unsigned subset = 0; subset < 1U << instance.x.rows(); ++subset)
    largest = std::max(largest, squared(normal_system(instance, terms_of(instance, subset)).minimiser));
  return largest;
}

/// ½A = Σ αᵢAᵢ against b with these weights.
template <class T, class Weight>
void claim_normal_equation(const BatchSystem<T>& r, Weight weight, Claims<T>& claims) {
  std::vector<int> all = terms_of(r.instance, (1U << r.instance.x.rows()) - 1);
  claim_equal<T>(claims, "∇J(W*) = 0", batch_gradient<T>(r.instance, all, r.all.minimiser), zero_like(r.all.minimiser));
  claim_equal<T>(claims, "Σ αᵢAᵢW*ᵗ = b", frac<T>(1, 2) * matrix_product<T>(r.all.a, r.all.minimiser),
                 moment<T>(r.instance, weight));
}

constexpr auto without_weights = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  claim_normal_equation<T>(
      r, [](Eigen::Index) { return T(1); }, claims);
};

constexpr auto with_weights = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  claim_normal_equation<T>(
      r, [&](Eigen::Index i) { return exact<T>(r.instance.alpha[i]); }, claims);
};

/// ∇Jʳ(W₀)ᵗ = factor · Aʳ(W₀ᵗ − Wʳᵗ) for every batch.
template <class T>
void claim_equations(const BatchSystem<T>& r, const T& factor, Claims<T>& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (std::size_t s = 0; s < r.batches[k].size(); ++s) {
      const NormalSystem<T>& batch = r.batches[k][s];
      claim_equal<T>(claims, "∇Jʳ(W)ᵗ = Aʳ(Wᵗ − Wʳᵗ)", batch_gradient<T>(r.instance, r.instance.epochs[k][s], r.w0),
                     factor * matrix_product<T>(batch.a, r.w0 - batch.minimiser));
    }
}

constexpr auto without_2 = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  claim_equations<T>(r, frac<T>(1, 2), claims);
};

constexpr auto with_2 = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  claim_equations<T>(r, T(1), claims);
};

/// W₀ is a minimiser of the first batch, and no larger than 1 + those that were fixed.
constexpr auto any_minimiser = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  const NormalSystem<T>& batch = r.batches.front().front();
  claim_equal<T>(claims, "Aʳ(Wʳ)ᵗ = bʳ", matrix_product<T>(batch.a, r.w0), batch.b);
  claims.at_most("‖Wʳ‖² ≤ C", squared_norm<T>(r.w0.reshaped()), enclose<T>(1 + largest_fixed_minimiser(r.instance)));
};

constexpr auto fixed_minimiser = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
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

constexpr auto moments_without_star = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  claim_equal<T>(claims, "Σ Aʳ(Wʳ)ᵗ = AWₖᵗ", sum_of_moments(r.batches.front()), matrix_product<T>(r.all.a, r.w0));
};

constexpr auto moments = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  for (const auto& batches : r.batches)
    claim_equal<T>(claims, "Σ Aʳ(Wʳ)ᵗ = AW*ᵗ", sum_of_moments(batches), matrix_product<T>(r.all.a, r.all.minimiser));
};

template <class T>
Matrix<T> sum_of_matrices(const std::vector<NormalSystem<T>>& batches) {
  Matrix<T> sum = zero_like(batches.front().a);
  for (const NormalSystem<T>& batch : batches) sum += batch.a;
  return sum;
}

constexpr auto sum_of_a = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  for (const auto& batches : r.batches) claim_equal<T>(claims, "Σ Aₖʳ = A", sum_of_matrices(batches), r.all.a);
};

constexpr auto norm_of_a = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  const Vector<T> v = r.w0.col(0);
  const auto form_of = [&](const Matrix<T>& a) { return dot<T>(v, Vector<T>(a.lazyProduct(v))); };
  for (std::size_t k = 0; k < r.batches.size(); ++k)
    for (const NormalSystem<T>& batch : r.batches[k])
      claims.at_most("vᵗAʳv ≤ vᵗAv", form_of(batch.a), form_of(r.all.a), int(k));
};

constexpr auto that_is = []<class T>(const BatchSystem<T>& r, Claims<T>& claims) {
  for (std::size_t k = 0; k < r.batches.size(); ++k) {
    const T dt = exact<T>(r.instance.dt[k]);
    const Matrix<T> a = sum_of_matrices(r.batches[k]);
    const Matrix<T> lhs = dt * sum_of_moments(r.batches[k]) + matrix_product<T>(identity_like(a) - dt * a, r.w0);
    const Matrix<T> e = r.w0 - r.all.minimiser;
    claim_equal<T>(claims, "… − W* = (I − ΔtA)(Wₖ − W*)", lhs - r.all.minimiser,
                   matrix_product<T>(identity_like(a) - dt * r.all.a, e));
  }
};

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

Form<BatchInstance> epoch_form(const char* key, EpochFormula formula) {
  return ball_form<Run>(key, [formula](const Run& r, Claims<Ball>& claims) {
    for (int k = 0; k < r.n; ++k)
      claim_equal<Ball>(claims, "Wₖ₊₁ᵗ by the formula of one epoch", r.w[k + 1], epoch_by(formula, r, k));
  });
}

constexpr auto exponential = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 0; k < r.n; ++k)
    for (std::size_t s = 0; s < r.system.batches[k].size(); ++s) {
      const auto& terms = r.system.instance.epochs[k][s];
      if (terms.empty()) continue;
      const Matrix<Ball>& a = r.system.batches[k][s].a;
      const Vector<Ball> v = exact<Ball>(Vector<double>(r.system.instance.x.row(terms.front())));
      const Vector<Ball> error = matrix_exponential(-r.dt[k] * a) * v - v + r.dt[k] * (a * v);
      claims.at_most("‖(exp(−ΔtA) − I + ΔtA)v‖ ≤ ½Δt²(tr A)²‖v‖", norm<Ball>(error),
                     frac<Ball>(1, 2) * square(r.dt[k] * a.trace()) * norm<Ball>(v), k);
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

constexpr auto exponential_bound = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 0; k < r.n; ++k) {
    const Ball x = r.dt[k] * r.constants.lambda;
    claims.at_most("1 − Δtₖλ ≤ exp(−Δtₖλ)", Ball(1) - x, exp(-x), k);
  }
};

constexpr auto first_term = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k) {
    const Ball x = r.time[k] * r.constants.lambda;
    claims.at_most("exp(−Tₖλ)a₀ ≤ a₀/(1 + Tₖλ)", exp(-x) * r.a[0], r.a[0] / (Ball(1) + x), k);
  }
};

/// exp(λ(T_q − Tₖ)).
Ball decayed(const Run& r, int q, int k) { return exp(r.constants.lambda * (r.time[q] - r.time[k])); }

/// ∫₀ᵀ exp(λ(τ − T))s(τ)dτ with T = Tₖ and s = Δt_{q+late} on [T_q, T_{q+1}).
Ball weighted_integral(const Run& r, int k, int late) {
  Ball sum(0);
  for (int q = 0; q < k; ++q) sum += r.dt[q + late] * (decayed(r, q + 1, k) - decayed(r, q, k)) / r.constants.lambda;
  return sum;
}

/// Σ exp(λ(T_{q+shift} − Tₖ))Δt_q².
Ball weighted_sum(const Run& r, int k, int shift) {
  Ball sum(0);
  for (int q = 0; q < k; ++q) sum += decayed(r, q + shift, k) * square(r.dt[q]);
  return sum;
}

constexpr auto substitution = [](const Run& r, Claims<Ball>& claims) {
  const Ball& lambda = r.constants.lambda;
  const AnalyticFunction decay = [&lambda](acb_ptr result, acb_srcptr z, long bits) {
    acb_mul_arb(result, z, lambda.arb(), bits);
    acb_neg(result, result);
    acb_exp(result, result, bits);
  };
  Ball sum(0);
  for (int q = 0; q < r.n; ++q) sum += r.dt[q] * integral(decay, r.time[r.n] - r.time[q + 1], r.time[r.n] - r.time[q]);
  claims.equal("∫₀ᵀ exp(λ(τ − T))s(τ)dτ = ∫₀ᵀ exp(−λτ)s(T − τ)dτ", weighted_integral(r, r.n, 0), sum);
};

Ball largest_step(const Run& r, int first, int last) {
  const auto& dt = r.system.instance.dt;
  return first == last ? Ball(0) : Ball::point(*std::max_element(dt.begin() + first, dt.begin() + last));
}

constexpr auto integral_vanishes = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k)
    for (int j = 0; j < k; ++j)
      claims.at_most("∫ ≤ (exp(−λ(Tₖ − Tⱼ)) max{Δt_q : q < j} + max{Δt_q : q ≥ j})/λ", weighted_integral(r, k, 0),
                     (decayed(r, j, k) * largest_step(r, 0, j) + largest_step(r, j, k)) / r.constants.lambda, k);
};

constexpr auto late_index = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 0; k + 1 < r.n; ++k)
    claims.at_most("‖Wₖ₊₂ − W*‖ ≤ (1 − Δtₖλ)‖Wₖ₊₁ − W*‖ + CΔtₖ²", r.a[k + 2],
                   (Ball(1) - r.dt[k] * r.constants.lambda) * r.a[k + 1] + r.C * square(r.dt[k]), k);
};

constexpr auto recursion = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 0; k < r.n; ++k)
    claims.at_most("aₖ₊₁ ≤ (1 − Δtₖλ)aₖ + CΔtₖ²", r.a[k + 1],
                   (Ball(1) - r.dt[k] * r.constants.lambda) * r.a[k] + r.C * square(r.dt[k]), k);
};

Ball plain_factor(const Run& r, int q) { return Ball(1) - r.dt[q] * r.constants.lambda; }
Ball positive_factor(const Run& r, int q) { return larger<Ball>(Ball(0), plain_factor(r, q)); }

/// Π factor(q) a₀ + C Σ Π factor(s) Δt_q², the inner product from q + 1, or from 1 as printed.
template <class Factor>
Ball unrolled(const Run& r, int k, Factor factor, bool from_1 = false) {
  const auto product = [&](int first) {
    Ball result(1);
    for (int s = first; s < k; ++s) result *= factor(r, s);
    return result;
  };
  Ball sum(0);
  for (int q = 0; q < k; ++q) sum += product(from_1 ? 1 : q + 1) * square(r.dt[q]);
  return product(0) * r.a[0] + r.C * sum;
}

constexpr auto unrolled_equality = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k) claims.equal("aₖ = Π(1 − Δt_qλ)a₀ + C Σ …", r.a[k], unrolled(r, k, plain_factor), k);
};

constexpr auto unrolled_from_1 = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.at_most("aₖ ≤ Π(1 − Δt_qλ)a₀ + C Σ Π_{q=1} …", r.a[k], unrolled(r, k, plain_factor, true), k);
};

constexpr auto unrolled_plain = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k) claims.at_most("aₖ ≤ Π(1 − Δt_qλ)a₀ + C Σ …", r.a[k], unrolled(r, k, plain_factor), k);
};

constexpr auto unrolled_positive = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.at_most("aₖ ≤ Π max{0, 1 − Δt_qλ}a₀ + C Σ …", r.a[k], unrolled(r, k, positive_factor), k);
};

/// Δt_qλ ≤ 1 for all q.
bool factors_are_positive(const BatchInstance& instance) {
  const Rational lambda = exact<Rational>(smallest_eigenvalue(instance));
  return batch_convergence::conclusion().applies_to(instance) &&
         std::all_of(instance.dt.begin(), instance.dt.end(),
                     [&](double dt) { return exact<Rational>(dt) * lambda <= 1; });
}

void damped(const Run& r, std::string_view name, const Ball& constant, int shift, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k)
    claims.at_most(name, r.a[k], decayed(r, 0, k) * r.a[0] + constant * weighted_sum(r, k, shift), k);
}

constexpr auto exponent_printed = [](const Run& r, Claims<Ball>& claims) {
  damped(r, "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_q − Tₖ)λ)Δt_q²", r.C, 0, claims);
};

constexpr auto exponent_corrected = [](const Run& r, Claims<Ball>& claims) {
  damped(r, "aₖ ≤ exp(−Tₖλ)a₀ + C Σ exp((T_{q+1} − Tₖ)λ)Δt_q²", r.C, 1, claims);
  damped(r, "the printed exponent with C exp(λ max Δt)", r.C * exp(r.constants.lambda * largest_step(r, 0, r.n)), 0,
         claims);
};

constexpr auto late_s = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k < r.n; ++k)
    claims.at_most("Σ exp((T_q − Tₖ)λ)Δt_q² ≤ ∫ with s = Δt_{q+1}", weighted_sum(r, k, 0), weighted_integral(r, k, 1),
                   k);
};

constexpr auto compared_with_integral = [](const Run& r, Claims<Ball>& claims) {
  for (int k = 1; k <= r.n; ++k) {
    const Ball integral = weighted_integral(r, k, 0);
    claims.at_most("Σ exp((T_q − Tₖ)λ)Δt_q² ≤ ∫ with s = Δt_q", weighted_sum(r, k, 0), integral, k);
    claims.at_most("∫ ≤ Σ exp((T_{q+1} − Tₖ)λ)Δt_q²", integral, weighted_sum(r, k, 1), k);
    claims.at_most("Σ exp((T_{q+1} − Tₖ)λ)Δt_q² ≤ exp(λ max Δt) ∫", weighted_sum(r, k, 1),
                   exp(r.constants.lambda * largest_step(r, 0, k)) * integral, k);
  }
};

}  // namespace

Forms<BatchInstance> step_lines() {
  return {ball_form<Run>("general solution", whole_flow),
          ball_form<Run>("batch solution", batch_flow),
          form<BatchSystem>("sum of A", sum_of_a),
          form<BatchSystem>("norm of A", norm_of_a),
          ball_form<Run>("exponential", exponential),
          form<BatchSystem>("that is", that_is),
          ball_form<Run>("one step error", one_step_error).where([](const BatchInstance& instance) {
            return conclusion().applies_to(instance);
          }),
          ball_form<Run>("exponential bound", exponential_bound),
          ball_form<Run>("first term", first_term),
          ball_form<Run>("substitution", substitution),
          ball_form<Run>("integral vanishes", integral_vanishes)};
}

Forms<BatchInstance> printed_lines() {
  return {form<BatchSystem>("weights in b", without_weights),
          form<BatchSystem>("factor 2", without_2),
          form<BatchSystem>("bounded minimisers", any_minimiser),
          epoch_form("product index", {.index_r = true}),
          form<BatchSystem>("W for W*", moments_without_star),
          ball_form<Run>("index of a", late_index),
          ball_form<Run>("equality", unrolled_equality),
          ball_form<Run>("product over q", unrolled_from_1),
          ball_form<Run>("negative factors", unrolled_plain),
          ball_form<Run>("exponent", exponent_printed),
          ball_form<Run>("s one step late", late_s)};
}

Forms<BatchInstance> corrected_lines() {
  return {form<BatchSystem>("weights in b", with_weights),
          form<BatchSystem>("factor 2", with_2),
          form<BatchSystem>("bounded minimisers", fixed_minimiser),
          epoch_form("product index", {}),
          form<BatchSystem>("W for W*", moments),
          ball_form<Run>("index of a", recursion),
          ball_form<Run>("equality", unrolled_plain).where(factors_are_positive),
          ball_form<Run>("product over q", unrolled_plain).where(factors_are_positive),
          ball_form<Run>("negative factors", unrolled_positive),
          ball_form<Run>("exponent", exponent_corrected),
          ball_form<Run>("s one step late", compared_with_integral)};
}

Forms<BatchInstance> planted_formulas() {
  return {epoch_form("sign: exp(+AʳΔt)", {.sign = 1}),
          epoch_form("order: exp(−A¹Δt) … exp(−AᵖΔt)", {.reversed = true})};
}

}  // namespace verigrad::batch_convergence
