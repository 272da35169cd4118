#include "verigrad/theorem/step_tuned/discretised_curvature.hpp"

#include "verigrad/algorithm/curvature_step.hpp"
#include "verigrad/algorithm/gradient_variation.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::discretised_curvature {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/4.10",
       .stem = "discretised_curvature",
       .title = "Discretised curvature step size",
       .source = "Thesis, (4.6) to (4.17)",
       .text = "Δθₖ = −γₖ₋₁∇𝒥(θₖ₋₁), Δgₖ = ∇𝒥(θₖ) − ∇𝒥(θₖ₋₁) ≃ −γₖ₋₁𝒞_𝒥(θₖ₋₁), 𝒞_𝒥 = ∇²𝒥∇𝒥 = ∇(½‖∇𝒥‖²); so γₖ = "
               "‖Δθₖ‖²/⟨Δθₖ, Δgₖ⟩ if ⟨Δθₖ, Δgₖ⟩ > 0, ν otherwise, approximates γ(θₖ₋₁)",
       .found =
           "exactly on quadratics. For a ρ-Lipschitz Hessian ‖Δg + γ𝒞‖ ≤ ργ²‖∇𝒥‖²/2 and |1/γₖ − 1/γ(θₖ₋₁)| ≤ "
           "ρ‖Δθₖ‖/2, attained by x³; the signs of both curvatures may differ. E 𝒞_{𝒥_A} is not 𝒞_𝒥: it exceeds it "
           "by the covariance of ∇²𝒥_A and ∇𝒥_A",
       .code = {"algorithm/curvature_step.hpp: curvature_step", "algorithm/gradient_descent.hpp: GradientDescent",
                "algorithm/gradient_variation.hpp: ExpectedVariation", "problem/finite_sum.hpp: FiniteSum"},
       .hypotheses = {{"step", "θₖ = θₖ₋₁ − γₖ₋₁∇𝒥(θₖ₋₁), γₖ₋₁ > 0"},
                      {"curvature", "⟨∇²𝒥∇𝒥, ∇𝒥⟩ > 0 at θₖ₋₁, for (4.5)"},
                      {"quadratic", "for equality: 𝒥 is quadratic"}}},
      lines(), batch_lines());
  return result;
}

namespace {

/// (4.8) by the shipped code, with ν = 0.
Number tuned(const CurvatureRun& r) { return curvature_step<Number>(r.moved2, r.product, 0); }

void is_curvature_step(const CurvatureRun& r, Claims& claims) {
  claims.equal("γₖ = ‖∇𝒥‖²/⟨∇²𝒥∇𝒥, ∇𝒥⟩", tuned(r), r.squares / r.c);
}

void displacement(const CurvatureRun& r, Claims& claims) {
  claims.equal("Δθ = −γ∇𝒥", r.moved, Vector<Number>(-r.gamma * r.g));
}

/// ‖Δg + γ𝒞‖² and |⟨Δθ, Δg⟩/‖Δθ‖² − c/‖∇𝒥‖²|², against ρ over `factor`.
void claim_remainder(const CurvatureRun& r, int factor, Claims& claims) {
  const Number share = square(r.rho) / (factor * factor);
  claims.at_most("‖Δg + γ𝒞‖² ≤ (ργ²‖∇𝒥‖²/factor)²", squared_norm(r.varied + r.gamma * r.C),
                 share * square(square(r.gamma) * r.squares));
  claims.at_most("(1/γₖ − 1/γ(θ))² ≤ (ρ‖Δθ‖/factor)²", square(r.product / r.moved2 - r.c / r.squares),
                 share * r.moved2);
}

Form<CurvatureInstance> remainder_with(const char* key, int factor) {
  return form<CurvatureRun>(key,
                            [factor](const CurvatureRun& r, Claims& claims) { claim_remainder(r, factor, claims); });
}

void equal_remainder(const CurvatureRun& r, Claims& claims) {
  claims.equal("‖Δg + γ𝒞‖² = (ργ²‖∇𝒥‖²/2)²", squared_norm(r.varied + r.gamma * r.C),
               square(r.rho * square(r.gamma) * r.squares / 2));
  claims.equal("(1/γₖ − 1/γ(θ))² = (ρ‖Δθ‖/2)²", square(r.product / r.moved2 - r.c / r.squares),
               square(r.rho) * r.moved2 / 4);
}

void signs_agree(const CurvatureRun& r, Claims& claims) { claims.less("0 < ⟨Δθ, Δg⟩ c", 0, r.product * r.c); }

/// (½‖∇𝒥(θ + eᵢ)‖² − ½‖∇𝒥(θ − eᵢ)‖²)/2 for each i: ∂ᵢ(½‖∇𝒥‖²) where that is quadratic.
Vector<Number> half_square_gradient(const ObjectiveOver<Number>& J, const Vector<Number>& theta) {
  Vector<Number> result = theta;
  for (Eigen::Index i = 0; i < theta.size(); ++i) {
    Vector<Number> ahead = theta, behind = theta;
    ahead[i] += 1;
    behind[i] -= 1;
    result[i] = (squared_norm(J.gradient(ahead)) - squared_norm(J.gradient(behind))) / 4;
  }
  return result;
}

void gradient_of_half_square(const CurvatureRun& r, Claims& claims) {
  claims.equal("∇²𝒥∇𝒥 = ∇(½‖∇𝒥‖²)", r.C, half_square_gradient(r.J, r.theta));
}

/// A planted mistake: the step is `step`, on quadratics.
template <class Step>
Form<CurvatureInstance> step_is(const char* key, Step step) {
  return form<CurvatureRun>(key, [step](const CurvatureRun& r, Claims& claims) {
    claims.equal("planted γₖ = γ(θ)", step(r), r.squares / r.c);
  });
}

/// Δθ = −γg and Δg = −γ𝒞.
struct Algebra {
  explicit Algebra(const Unknowns& u) : g(u.vector("∇𝒥")), C(u.vector("∇²𝒥∇𝒥")), gamma(u.positive("γₖ₋₁")) {}
  Vector<Number> g, C;
  Number gamma;
};

void same_ratio(const Algebra& a, Claims& claims) {
  const Vector<Number> moved = -a.gamma * a.g, varied = -a.gamma * a.C;
  claims.equal("‖Δθ‖²⟨𝒞, ∇𝒥⟩ = ‖∇𝒥‖²⟨Δθ, Δg⟩", squared_norm(moved) * dot(a.C, a.g),
               squared_norm(a.g) * dot(moved, varied));
  claims.equal("⟨Δθ, Δg⟩ = γ²⟨𝒞, ∇𝒥⟩", dot(moved, varied), square(a.gamma) * dot(a.C, a.g));
  claims.less("0 < γ²", 0, a.gamma * a.gamma);
}

/// 𝒥 = 1/N Σ 𝒥ₙ at θ, and the batches A of one size.
struct BatchRun {
  using Instance = BatchInstance;
  explicit BatchRun(const BatchInstance& instance)
      : f(instance.f), theta(exact(instance.theta)), batches(all_batches(f.size(), instance.b)) {}

  Vector<Number> zero() const { return Vector<Number>::Constant(f.dimension(), 0); }
  Vector<Number> curvature(const BatchIndices& batch) const {
    return ExpectedVariation::curvature_vector<Number>(f, theta, batch);
  }
  /// E of(A).
  template <class Of>
  Vector<Number> mean(Of of) const {
    Vector<Number> sum = zero();
    for (const BatchIndices& batch : batches) sum += of(batch);
    return sum / Number(int(batches.size()));
  }
  /// ∇𝒥_A(θ − γ∇𝒥_A(θ)) − ∇𝒥_A(θ) with γ = 1/2.
  Vector<Number> variation(const BatchIndices& batch) const {
    const Vector<Number> g = f.batch_gradient(batch, theta);
    return f.batch_gradient(batch, Vector<Number>(theta - frac(1, 2) * g)) - g;
  }

  const FiniteSum& f;
  Vector<Number> theta;
  std::vector<BatchIndices> batches;
};

void batch_variation(const BatchRun& r, Claims& claims) {
  for (const BatchIndices& batch : r.batches)
    claims.equal("−γ𝒞_B(θ) = ∇𝒥_B(θ − γ∇𝒥_B(θ)) − ∇𝒥_B(θ)", Vector<Number>(frac(-1, 2) * r.curvature(batch)),
                 r.variation(batch));
}

void expected_variation(const BatchRun& r, Claims& claims) {
  claims.equal("−γE 𝒞_A(θ) = E[∇𝒥_A(θ − γ∇𝒥_A(θ)) − ∇𝒥_A(θ)]",
               Vector<Number>(frac(-1, 2) * r.mean([&](const BatchIndices& b) { return r.curvature(b); })),
               r.mean([&](const BatchIndices& b) { return r.variation(b); }));
}

/// ∇²𝒥(θ) v and ∇²𝒥_B(θ) v.
Vector<Number> hessian(const BatchRun& r, const BatchIndices& batch, const Vector<Number>& v) {
  Vector<Number> sum = r.zero();
  for (const int n : batch) sum += r.f.term(n).over<Number>().hessian_product(r.theta, v);
  return sum / Number(int(batch.size()));
}

void covariance(const BatchRun& r, Claims& claims) {
  const BatchIndices whole = all_terms(r.f.size());
  const Vector<Number> g = r.f.gradient(r.theta);
  const auto product = [&](const BatchIndices& batch) {
    const Vector<Number> noise = r.f.batch_gradient(batch, r.theta) - g;
    return Vector<Number>(hessian(r, batch, noise) - hessian(r, whole, noise));
  };
  claims.equal("E 𝒞_A = 𝒞 + E[(∇²𝒥_A − ∇²𝒥)(∇𝒥_A − ∇𝒥)]", r.mean([&](const BatchIndices& b) { return r.curvature(b); }),
               Vector<Number>(r.curvature(whole) + r.mean(product)));
}

/// ∇²𝒥(θ)∇𝒥(θ) with 𝒥 = scale · 1/N Σ 𝒥ₙ, against ∇(½‖E∇𝒥_A‖²).
void from_expectation(const BatchRun& r, const Number& scale, Claims& claims) {
  const Vector<Number> whole = square(scale) * r.curvature(all_terms(r.f.size()));
  Vector<Number> of_mean = r.zero();
  for (Eigen::Index i = 0; i < r.theta.size(); ++i) {
    const auto half = [&](int step) {
      Vector<Number> at = r.theta;
      at[i] += step;
      return squared_norm(r.mean([&](const BatchIndices& b) { return r.f.batch_gradient(b, at); })) / 2;
    };
    of_mean[i] = (half(1) - half(-1)) / 2;
  }
  claims.equal("𝒞_𝒥 = ∇(½‖E∇𝒥_A‖²)", whole, of_mean);
}

/// θ²/2 twice, at 1: with 𝒥 = θ², 𝒞 = 4θ.
BatchInstance two_alike() {
  const ObjectivePtr term = make_objective(Quadratic(at(1), at(0)));
  return {FiniteSum({term, term}), at(1), 1};
}

FalseLine<BatchInstance> factor_N() {
  return {.words = {.key = "factor N",
                    .place = "(4.11), and the reminder on mini-batches before it",
                    .printed = "rewriting 𝒥 as an expectation [𝒥 = Σₙ 𝒥ₙ, 𝒥 = E[𝒥_A]], 𝒞_𝒥(θ) = ∇(½‖E[∇𝒥_A(θ)]‖²)",
                    .corrected = "with 𝒥 = 1/N Σₙ 𝒥ₙ, which is the loss of (4.21)",
                    .remark = "4.3.2 has both 𝒥 = Σₙ 𝒥ₙ and 𝒥 = E[𝒥_A], 𝒥_A with 1/|A|: together for N = 1 only. As "
                              "printed, 𝒞_𝒥 is N² times the right side.",
                    .by_hand = "𝒥₁ = 𝒥₂ = θ²/2: 𝒥 = θ² has 𝒞 = 2 · 2θ = 4θ, and ∇𝒥_A = θ gives ∇(θ²/2) = θ",
                    .weight = Weight::line,
                    .same_as = "inna/1.19: factor N"},
          .printed = form<BatchRun>([](const BatchRun& r, Claims& claims) { from_expectation(r, r.f.size(), claims); }),
          .counterexample = two_alike(),
          .corrected = {form<BatchRun>([](const BatchRun& r, Claims& claims) { from_expectation(r, 1, claims); })}};
}

}  // namespace

bool on_batches(const BatchInstance& instance) { return sizes_fit(instance); }

Form<CurvatureInstance> conclusion() { return form<CurvatureRun>("as printed", is_curvature_step).of_code(); }
Form<CurvatureInstance> remainder() { return remainder_with("remainder", 2); }
Form<CurvatureInstance> remainder_attained() { return form<CurvatureRun>("remainder attained", equal_remainder); }
Form<CurvatureInstance> smaller_remainder() { return remainder_with("1/3 for 1/2", 3); }
Form<CurvatureInstance> same_sign() { return form<CurvatureRun>("same sign", signs_agree); }
Form<Unknowns> general_conclusion() { return form<Algebra, Unknowns>("same ratio, all values", same_ratio); }

Lines<CurvatureInstance> lines() {
  return {.steps = {{"(4.6)", "Δθₖ = −γₖ₋₁∇𝒥(θₖ₋₁)", form<CurvatureRun>(displacement).of_code()},
                    {"(4.7)", "Δgₖ ≃ −γₖ₋₁𝒞_𝒥(θₖ₋₁): to within ργ²‖∇𝒥‖²/2", remainder_with("", 2)},
                    {"(4.10)", "𝒞_𝒥 = ∇²𝒥∇𝒥 = ∇(½‖∇𝒥‖²), on quadratics",
                     form<CurvatureRun>(gradient_of_half_square).where([](const CurvatureInstance& instance) {
                       return instance.rho == 0;
                     })}},
          .planted = {step_is("sign: −⟨Δθ, Δg⟩", [](const CurvatureRun& r) -> Number { return -r.moved2 / r.product; }),
                      step_is("factor: 2⟨Δθ, Δg⟩",
                              [](const CurvatureRun& r) -> Number { return r.moved2 / (2 * r.product); }),
                      step_is("swapped: ⟨Δθ, Δg⟩/‖Δθ‖²",
                              [](const CurvatureRun& r) -> Number { return r.product / r.moved2; }),
                      step_is("‖Δg‖² for ‖Δθ‖²",
                              [](const CurvatureRun& r) -> Number { return squared_norm(r.varied) / r.product; }),
                      step_is("index: ∇𝒥(θ) for Δθ in the numerator",
                              [](const CurvatureRun& r) -> Number { return r.squares / r.product; })},
          .separating = {{make_objective(Quadratic(at(2), at(0))), 0, at(1), 0.25}}};
}

Lines<BatchInstance> batch_lines() {
  return {.steps = {{"(4.12)", "−γ𝒞_{𝒥_B}(θ) ≃ ∇𝒥_B(θ − γ∇𝒥_B(θ)) − ∇𝒥_B(θ): = on quadratics",
                     form<BatchRun>(batch_variation).of_code()},
                    {"(4.17)", "−γE[𝒞_{𝒥_A}(θ)] ≃ E[∇𝒥_A(θ − γ∇𝒥_A(θ)) − ∇𝒥_A(θ)]: = on quadratics",
                     form<BatchRun>(expected_variation)},
                    {"covariance", "E 𝒞_{𝒥_A} − 𝒞_𝒥 = E[(∇²𝒥_A − ∇²𝒥)(∇𝒥_A − ∇𝒥)]", form<BatchRun>(covariance)}},
          .errata = {factor_N()}};
}

}  // namespace verigrad::discretised_curvature
