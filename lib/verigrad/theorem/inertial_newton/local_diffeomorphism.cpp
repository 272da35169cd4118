#include "verigrad/theorem/inertial_newton/local_diffeomorphism.hpp"

#include "verigrad/number/linear_solve.hpp"
#include "verigrad/number/product.hpp"
#include "verigrad/number/rational.hpp"

namespace verigrad::local_diffeomorphism {

using smaller_root::Branch;
using smaller_root::discriminant;
using smaller_root::Places;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.12",
       .stem = "local_diffeomorphism",
       .title = "Local diffeomorphism",
       .source = "Thesis, Theorem 3.12",
       .text =
           "Under Assumption 3.2, for any α > 0, β > 0 and 0 < γ < min(β/2 + α/(2L) − √((α + βL)² − 4L)/(2L), β), the "
           "mapping G defined in (3.21) is a local diffeomorphism from ℝᴾ × ℝᴾ to ℝᴾ × ℝᴾ",
       .found =
           "det M_p = det M(L) + γ(β − γ)(L − λ_p): it falls in λ_p, so that L alone decides, without Lemmas 3.13 to "
           "3.15. α may have either sign, no lower bound of λ_p is needed, and where the root is not real every "
           "γ < β will do. Neither bound can be raised: γ = γ⁻(L) has det M_p = 0 at λ_p = L, and every γ between β "
           "and 2β at λ_p = −L for some α and L",
       .code = {"algorithm/inna.hpp: Inna", "algorithm/inna.hpp: InnaEntry"},
       .hypotheses = {{"parameters", "α > 0, β > 0; α of either sign will do"},
                      {"Assumption 3.2", "∇𝒥 is L-Lipschitz, so that |λ_p| ≤ L; λ_p ≤ L will do"},
                      {"step size", "0 < γ < γ⁻(L), where this root is real, and γ < β"}},
       .errata = {{.key = "eigenvalue of 𝒥",
                   .place = "Theorem 3.12, proof, first lines",
                   .printed = "λ_p is the associated eigenvalue of 𝒥(θ)",
                   .corrected = "λ_p is the associated eigenvalue of ∇²𝒥(θ)",
                   .remark = "𝒥(θ) is a number; (3.24) has the eigenvalues of ∇²𝒥(θ).",
                   .weight = Weight::notation}}},
      general_lines(), block_lines(), lines(), root_lines());
  return result;
}

namespace {

struct StepRun {
  using Instance = InnaStep;
  explicit StepRun(const InnaStep& step)
      : block(exact(step.alpha), exact(step.beta), exact(step.gamma), exact(step.lambda)) {}
  InnaBlock block;
};

void is_positive(const StepRun& r, Claims& claims) {
  claims.less("M₁₂M₂₁ < M₁₁M₂₂", r.block.m12 * r.block.m21, r.block.m11 * r.block.m22);
}

/// γ < γ⁻(L) ≤ γ⁺(L), where 1/L = γ⁻γ⁺ and α + βL = (γ⁻ + γ⁺)L; γ < β and λ ≤ L.
struct AdmissibleRun {
  explicit AdmissibleRun(const Unknowns& u)
      : gamma(u.positive("γ")),
        s(u.positive("γ⁻(L) − γ")),
        t(u.nonnegative("γ⁺(L) − γ⁻(L)")),
        f(u.positive("β − γ")),
        l(u.nonnegative("L − λ")),
        L(1 / ((gamma + s) * (gamma + s + t))),
        beta(gamma + f),
        alpha((gamma + 2 * s + t - f) * L) {}
  Number determinant(const Number& lambda) const { return InnaBlock(alpha, beta, gamma, lambda).determinant(); }
  Number gamma, s, t, f, l, L, beta, alpha;
};

void all_admissible(const AdmissibleRun& r, Claims& claims) {
  const Number written = r.L * r.s * (r.s + r.t) + r.gamma * r.f * r.l;
  claims.equal("(α + βL)² − 4L = (L(γ⁺ − γ⁻))²", discriminant(r.alpha, r.beta, r.L), square(r.L * r.t));
  claims.at_most("0 ≤ L(γ⁺ − γ⁻)", 0, r.L * r.t);
  claims.equal("γ⁻(L) = β/2 + α/(2L) − √((α + βL)² − 4L)/(2L)",
               r.beta / 2 + r.alpha / (2 * r.L) - r.L * r.t / (2 * r.L), r.gamma + r.s);
  claims.equal("det M_p = L(γ⁻ − γ)(γ⁺ − γ) + γ(β − γ)(L − λ)", r.determinant(r.L - r.l), written);
  claims.less("0 < det M_p", 0, written);
}

/// γ = γ⁻(L).
void singular_at_root(const AdmissibleRun& r, Claims& claims) {
  claims.equal("det M_p = 0 at γ⁻(L), λ = L", InnaBlock(r.alpha, r.beta, r.gamma + r.s, r.L).determinant(), 0);
}

/// (α + βL)² < 4L, γ < β and λ ≤ L.
struct NoRootRun {
  explicit NoRootRun(const Unknowns& u)
      : gamma(u.positive("γ")),
        f(u.positive("β − γ")),
        l(u.nonnegative("L − λ")),
        lack(u.positive("4L − (α + βL)²")),
        b(u.real("α + βL")),
        L((lack + square(b)) / 4),
        beta(gamma + f),
        alpha(b - beta * L) {}
  Number gamma, f, l, lack, b, L, beta, alpha;
};

void all_without_root(const NoRootRun& r, Claims& claims) {
  const Number written = square(2 * r.L * r.gamma - r.b) + r.lack + 4 * r.L * r.gamma * r.f * r.l;
  claims.equal("(α + βL)² − 4L < 0", discriminant(r.alpha, r.beta, r.L), -r.lack);
  claims.equal("4L det M_p = (2Lγ − (α + βL))² + 4L − (α + βL)² + 4Lγ(β − γ)(L − λ)",
               4 * r.L * InnaBlock(r.alpha, r.beta, r.gamma, r.L - r.l).determinant(), written);
  claims.less("0 < 4L det M_p", 0, written);
}

/// γ⁻(L) = γ⁺(L) = γ(1 + k), β = γ(1 − k²/2) and λ = −L, with k = a/(a + c) of (0, 1).
struct BeyondBetaRun {
  explicit BeyondBetaRun(const Unknowns& u)
      : gamma(u.positive("γ")), a(u.positive("kτ")), c(u.positive("(1 − k)τ")), sum(a + c), twice(a + sum) {}
  Number over_beta() const { return gamma * square(a) / (2 * square(sum)); }
  Number beta() const { return gamma * (square(a) + 4 * a * c + 2 * square(c)) / (2 * square(sum)); }
  Number alpha() const { return (7 * square(a) + 8 * a * c + 2 * square(c)) / (2 * square(twice) * gamma); }
  Number L() const { return square(sum / (twice * gamma)); }
  Number gamma, a, c, sum, twice;
};

void singular_beyond_beta(const BeyondBetaRun& r, Claims& claims) {
  const Number alpha = r.alpha(), beta = r.beta(), L = r.L();
  claims.less("0 < α", 0, alpha);
  claims.less("0 < β", 0, beta);
  claims.equal("γ − β = γk²/2", r.gamma - beta, r.over_beta());
  claims.less("β < γ", 0, r.over_beta());
  claims.less("0 < L", 0, L);
  claims.equal("(α + βL)² − 4L = 0", discriminant(alpha, beta, L), 0);
  claims.equal("γ⁻(L) − γ = γk", beta / 2 + alpha / (2 * L) - r.gamma, r.gamma * r.a / r.sum);
  claims.less("γ < γ⁻(L)", 0, r.gamma * r.a / r.sum);
  claims.equal("det M_p = 0 at λ = −L", InnaBlock(alpha, beta, r.gamma, -L).determinant(), 0);
}

/// ∇²𝒥 is symmetric, so that ∇²𝒥h − λh is orthogonal to e: it is ‖e‖²q − ⟨e, q⟩e for some q.
struct DimensionsRun {
  explicit DimensionsRun(const Unknowns& u)
      : alpha(u.real("α")),
        beta(u.positive("β")),
        gamma(u.positive("γ")),
        lambda(u.real("λ")),
        e(u.vector("e")),
        h(u.vector("h")),
        k(u.vector("k")),
        q(u.vector("q")) {}
  Vector<Number> hessian_of_h() const { return lambda * h + squared_norm(e) * q - dot(e, q) * e; }
  /// (3.23).
  Vector<Number> first() const {
    return (1 - gamma * (alpha - 1 / beta)) * h - gamma * beta * hessian_of_h() - gamma / beta * k;
  }
  Vector<Number> second() const { return -(gamma * (alpha - 1 / beta)) * h + (1 - gamma / beta) * k; }
  Number alpha, beta, gamma, lambda;
  Vector<Number> e, h, k, q;
};

void along_eigenvector(const DimensionsRun& r, Claims& claims) {
  const InnaBlock M(r.alpha, r.beta, r.gamma, r.lambda);
  const Number first = dot(r.e, r.first()), second = dot(r.e, r.second());
  claims.equal("⟨e, ∇²𝒥h⟩ = λ⟨e, h⟩", dot(r.e, r.hessian_of_h()), r.lambda * dot(r.e, r.h));
  claims.equal("det M_p ⟨e, h⟩ = M₂₂⟨e, Jac_G(h, k)₁⟩ − M₁₂⟨e, Jac_G(h, k)₂⟩", M.determinant() * dot(r.e, r.h),
               M.m22 * first - M.m12 * second);
  claims.equal("det M_p ⟨e, k⟩ = M₁₁⟨e, Jac_G(h, k)₂⟩ − M₂₁⟨e, Jac_G(h, k)₁⟩", M.determinant() * dot(r.e, r.k),
               M.m11 * second - M.m21 * first);
}

struct JacobianRun : SpectralRun {
  explicit JacobianRun(const SpectralInstance& instance)
      : SpectralRun(instance), jacobian(inna_jacobian(instance, *this)), blocks(block_form(*this, jacobian)) {}
  /// M₁₂M₂₁ and M₁₁M₂₂ of the block p of (3.24).
  Number across(int p) const { return blocks(2 * p, 2 * p + 1) * blocks(2 * p + 1, 2 * p); }
  Number along(int p) const { return blocks(2 * p, 2 * p) * blocks(2 * p + 1, 2 * p + 1); }

  Matrix<Number> jacobian, blocks;
};

void all_blocks(const JacobianRun& r, Claims& claims) {
  Number of_blocks = 1;
  for (int p = 0; p < r.P(); ++p) {
    claims.less("M₁₂M₂₁ < M₁₁M₂₂", r.across(p), r.along(p), p + 1);
    of_blocks *= r.along(p) - r.across(p);
  }
  claims.equal("det Jac_G = ∏ det M_p", verigrad::determinant<Number>(r.jacobian), of_blocks);
}

void orthogonal(const JacobianRun& r, Claims& claims) {
  claim_equal("VᵀV = I", product(Matrix<Number>(r.V.transpose()), r.V), scalar_matrix(r.P(), 1), claims);
}

/// The printed hypothesis is λ in the closed interval, where Δ_γ ≤ 0.
FalseLine<InnaStep> no_real_roots() {
  const auto inside = [](const InnaStep& step) {
    return discriminant(Rational(step.alpha), Rational(step.beta), Rational(step.lambda)) < 0;
  };
  return {
      .words = {.key = "ends of the interval",
                .place = "Theorem 3.12, proof, αβ ≤ 1, λ_p > 0",
                .printed = "whenever λ_p ∈ [(2 − αβ)/β² − 2√(1 − αβ)/β², (2 − αβ)/β² + 2√(1 − αβ)/β²], there are no "
                           "real roots so det(M_p) ≠ 0 regardless the choice of γ > 0",
                .corrected = "for λ_p between the ends; at an end γ = (α + βλ_p)/(2λ_p) is a double root",
                .remark = "The proof itself has two real roots when the discriminant is non-negative, and at the ends "
                          "it is 0. The theorem is unharmed: the double root is not below min(γ⁻(L), β).",
                .by_hand = "α = 3/4, β = 1, λ_p = 1/4, the lower end: det(M_p) = 1 − γ + γ²/4 = (1 − γ/2)², which is "
                           "0 at γ = 2",
                .weight = Weight::proof},
      .printed = conclusion(),
      .counterexample = {0.75, 1, 0.25, 2, 0.25},
      .corrected = {form<StepRun>(is_positive).where(inside).of_code()}};
}

FalseLine<Places> bounded_by_root_of_L() {
  return {.words = {.key = "γ⁻ ≤ γ⁻(L)",
                    .place = "Theorem 3.12, proof, αβ ≤ 1, λ_p > 0",
                    .printed = "is decreasing on (x⁺, +∞), so …, γ⁻ ≤ β/2 + α/(2L) − √((α + βL)² − 4L)/(2L) on this "
                               "interval",
                    .corrected = "γ⁻ ≥ β/2 + α/(2L) − √((α + βL)² − 4L)/(2L)",
                    .remark = "The same line for αβ > 1 has ≥, and a lower bound is what the proof goes on with.",
                    .by_hand = "α = β = 1, λ_p = 2, L = 3: γ⁻(x) = 1/x for x ≥ 1, and 1/2 ≤ 1/3 is false",
                    .weight = Weight::line,
                    .one_letter = true},
          .printed = {"",
                      [](const Places& places, Claims& claims) {
                        const Number alpha = exact(places.alpha), beta = exact(places.beta);
                        claims.at_most("γ⁻(λ) ≤ γ⁻(L)", smaller_root::value(alpha, beta, exact(places.x)),
                                       smaller_root::value(alpha, beta, exact(places.y)));
                      }},
          .counterexample = {1, 1, 2, 3},
          .corrected = {smaller_root::decreases().with([](Form<Places>& form) { form.key.clear(); })}};
}

/// The conclusion for the step sizes that a wrong condition admits.
template <class Condition>
Form<InnaStep> planted(const char* key, Condition admits) {
  return form<StepRun>(key, is_positive).of_code().where(admits);
}

bool below_beta(const InnaStep& step) { return step.gamma < step.beta; }

}  // namespace

Form<InnaStep> conclusion() { return form<StepRun>("as printed", is_positive).of_code(); }
Form<InnaStep> singular() {
  return form<StepRun>("singular",
                       [](const StepRun& r, Claims& claims) { claims.equal("det M_p = 0", r.block.determinant(), 0); })
      .of_code();
}
Form<Unknowns> general_conclusion() {
  return form<AdmissibleRun, Unknowns>("as printed, all α, β, L, γ, λ_p", all_admissible);
}
Form<Unknowns> without_root() { return form<NoRootRun, Unknowns>("where the root is not real", all_without_root); }
Form<Unknowns> in_every_dimension() { return form<DimensionsRun, Unknowns>("in every dimension", along_eigenvector); }
Form<Unknowns> attained() { return form<AdmissibleRun, Unknowns>("γ⁻(L)", singular_at_root); }
Form<Unknowns> beyond_beta() { return form<BeyondBetaRun, Unknowns>("beyond β", singular_beyond_beta); }

bool spectrum_is_admissible(const SpectralInstance& instance) {
  const double L = instance.lambda.cwiseAbs().maxCoeff();
  return step_is_admissible({instance.alpha, instance.beta, L, instance.gamma, L});
}
Form<SpectralInstance> in_all_dimensions() { return form<JacobianRun>("in P dimensions", all_blocks); }

bool beyond_interval(const Places& places) {
  return places.alpha > 0 && places.beta > 0 && smaller_root::sign_of_product_less_one(places) <= 0 &&
         in_branch(places, Branch::high);
}

Lines<SpectralInstance> block_lines() {
  return {.steps = {{"(3.23)", "Jac_G(θ, ψ) = ((1 − γ(α − 1/β))I − γβ∇²𝒥(θ), −(γ/β)I; −γ(α − 1/β)I, (1 − γ/β)I)",
                     form<JacobianRun>([](const JacobianRun& r, Claims& claims) {
                       claim_equal("(3.23)", r.jacobian, printed_jacobian(r), claims);
                     }).of_code()},
                    {"V orthogonal", "there exists an orthogonal matrix V", form<JacobianRun>(orthogonal)},
                    {"(3.24)",
                     "Uᵀ(Vᵀ, 0; 0, Vᵀ) Jac_G(θ, ψ) (V, 0; 0, V)U is block diagonal with M_p = (1 − γ(α − 1/β) − γβλ_p, "
                     "−γ/β; −γ(α − 1/β), 1 − γ/β), up to a symmetric permutation",
                     form<JacobianRun>([](const JacobianRun& r, Claims& claims) {
                       claim_blocks(r, r.blocks, claims);
                     }).of_code()}}};
}

Lines<InnaStep> lines() {
  return {
      .errata = {no_real_roots()},
      .planted = {planted("sign: γ⁺(L) for γ⁻(L)",
                          [](const InnaStep& step) { return below_beta(step) && below_root(step, -1); }),
                  planted(
                      "factor: √Δ/(4L)",
                      [](const InnaStep& step) { return below_beta(step) && below_root(step, frac<Rational>(1, 2)); }),
                  planted("missing term: β alone", [](const InnaStep& step) { return below_beta(step); }),
                  planted("missing term: γ⁻(L) alone", [](const InnaStep& step) { return below_root(step); }),
                  planted("max for min", [](const InnaStep& step) { return below_beta(step) || below_root(step); })},
      .separating = {{1, 1, 2, 0.5625, 2}, {0.4375, 1, 0.0625, 2, -0.0625}}};
}

Lines<Places> root_lines() { return {.errata = {bounded_by_root_of_L()}}; }

}  // namespace verigrad::local_diffeomorphism
