#include "verigrad/theorem/inertial_newton/step_size_condition.hpp"

#include "verigrad/algorithm/inna.hpp"
#include "verigrad/number/rational.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/theorem/inertial_newton/smaller_root.hpp"

namespace verigrad::step_size_condition {

using smaller_root::discriminant;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.9",
       .stem = "step_size_condition",
       .title = "Step-size condition",
       .source = "Thesis, Theorem 3.9",
       .text = "Under Assumption 3.1 and 3.2, if α > 0 and the step-size γ is such that 0 < γ < min(β/2 + α/(2L) − "
               "√((α + βL)² − 4L)/(2L), β) (3.20) —where the right-hand side in (3.20) is always positive— then for "
               "almost any initialization, INNA does not converge to a point in S_{<0}",
       .found =
           "a strict saddle repels for every γ > 0 and every α: the condition is there for G to be a local "
           "diffeomorphism, and cannot be spared: for α = 1/2, β = 3/2 there are 𝒥 with L as near to 1 as one likes "
           "for which γ = 1 < β, then just above γ⁻(L), takes an open set of starts to a strict saddle in two steps. "
           "Where the root is not real, every γ < β will do (inna/3.12). At a minimiser under (3.20), real "
           "eigenvalues are 1 − γ/γ⁺ and 1 − γ/γ⁻, both between 0 and 1, without (3.27) and (3.28)",
       .code = {"algorithm/inna.hpp: Inna", "algorithm/inna.hpp: InnaEntry"},
       .hypotheses = {{"Assumption 3.1", "critical points are isolated; for quadratics it is not needed"},
                      {"Assumption 3.2", "∇𝒥 is L-Lipschitz"},
                      {"parameters", "α > 0, β > 0; at saddles, α of either sign will do"},
                      {"step size", "0 < γ < γ⁻(L), where this root is real, and γ < β"}},
       .errata = {{.key = "spanned by eigenvalues",
                   .place = "Theorem 3.11",
                   .printed = "the linear subspace spanned by the (complex) eigenvalues of Jac_F(Θ*) with magnitude "
                              "less than one",
                   .corrected = "spanned by the generalised eigenvectors to these eigenvalues",
                   .weight = Weight::notation,
                   .same_as = "inna/3.2: span of eigenvalues"}}},
      general_lines(), lines(), illustration_lines());
  return result;
}

namespace {

struct Run {
  using Instance = InnaStep;
  explicit Run(const InnaStep& step)
      : alpha(exact(step.alpha)),
        beta(exact(step.beta)),
        L(exact(step.L)),
        gamma(exact(step.gamma)),
        lambda(exact(step.lambda)),
        M(alpha, beta, gamma, lambda) {}
  Number b(const Number& x) const { return alpha + beta * x; }
  Number w(const Number& x) const { return root(discriminant(alpha, beta, x)); }

  Number alpha, beta, L, gamma, lambda;
  InnaBlock M;
};

void schur_strictly(const Run& r, Claims& claims) {
  claims.less("trace < 1 + det", r.M.trace(), 1 + r.M.determinant());
  claims.less("−trace < 1 + det", -r.M.trace(), 1 + r.M.determinant());
  claims.less("det < 1", r.M.determinant(), 1);
}
void schur_weakly(const Run& r, Claims& claims) {
  claims.at_most("trace ≤ 1 + det", r.M.trace(), 1 + r.M.determinant());
  claims.at_most("−trace ≤ 1 + det", -r.M.trace(), 1 + r.M.determinant());
  claims.at_most("det ≤ 1", r.M.determinant(), 1);
}

void first_line_of_327(const Run& r, Claims& claims) {
  claims.less("γ[α + βλ + √…] < …", r.gamma * (r.b(r.lambda) + r.w(r.lambda)),
              (r.b(r.L) - r.w(r.L)) / (2 * r.L) * (r.b(r.L) + r.w(r.L)));
}
void second_line_of_327(const Run& r, Claims& claims) {
  claims.less("… < 4L/(2L)", (r.b(r.L) - r.w(r.L)) / (2 * r.L) * (r.b(r.L) + r.w(r.L)), 4 * r.L / (2 * r.L));
}
void maximum_of_328(const Run& r, Claims& claims) {
  claims.at_most("α + βλ + √… ≤ max(2α, α + βL + √…)", r.b(r.lambda) + r.w(r.lambda),
                 larger<Number>(2 * r.alpha, r.b(r.L) + r.w(r.L)));
}

Rational alpha_beta(const InnaStep& step) { return Rational(step.alpha) * step.beta; }
/// 0 < λ < L, with real eigenvalues.
bool real_eigenvalues(const InnaStep& step) {
  return step.lambda > 0 && step.lambda < step.L &&
         discriminant(Rational(step.alpha), Rational(step.beta), Rational(step.lambda)) >= 0;
}

FalseLine<InnaStep> root_not_real() {
  const auto claims_root = [](const Run& r, Claims& claims) {
    claims.at_most("4L ≤ (α + βL)²", 4 * r.L, square(r.b(r.L)));
  };
  const auto below_sum = [](const Run& r, Claims& claims) {
    claims.less("√((α + βL)² − 4L) < α + βL", r.w(r.L), r.b(r.L));
  };
  return {
      .words = {.key = "root not real",
                .place = "Theorem 3.9, (3.20)",
                .printed = "where the right-hand side in (3.20) is always positive",
                .corrected = "for αβ ≥ 1; for αβ < 1 and L between the ends of the interval of Lemma 3.6 it is not "
                             "defined",
                .remark = "Theorem 3.12 has the same bound for any α > 0 and β > 0, and its proof takes Lemma 3.6's "
                          "two cases for λ_p, not for L.",
                .by_hand = "α = 1/2, β = L = 1: (α + βL)² − 4L = 9/4 − 4 < 0",
                .weight = Weight::statement,
                .survives = "where the root is real the right-hand side is positive, and where it is not, every γ < β "
                            "will do",
                .of_statement = true},
      .printed = form<Run>(claims_root),
      .counterexample = {0.5, 1, 1, 0.5, 1},
      .corrected = {form<Run>("root real for αβ ≥ 1", claims_root).where([](const InnaStep& step) {
                      return alpha_beta(step) >= 1;
                    }),
                    form<Run>("positive where the root is real", below_sum).where(root_is_real)}};
}

FalseLine<InnaStep> strict_in_327() {
  return {.words = {.key = "(3.27), second <",
                    .place = "Theorem 3.9, proof, (3.27), last line",
                    .printed = "((α + βL) − √((α + βL)² − 4L))/(2L) [(α + βL) + √((α + βL)² − 4L)] < 4L/(2L) = 2 < 4",
                    .corrected = "= 4L/(2L) = 2 < 4",
                    .by_hand = "α = 3/2, β = L = 1: the root is 3/2, and (5/2 − 3/2)/2 · (5/2 + 3/2) = 2",
                    .weight = Weight::line,
                    .one_letter = true},
          .printed = form<Run>(second_line_of_327),
          .counterexample = {1.5, 1, 1, 0.25, 0.5},
          .corrected = {form<Run>([](const Run& r, Claims& claims) {
            claims.equal("(b − w)(b + w) = 4L", square(r.b(r.L)) - discriminant(r.alpha, r.beta, r.L), 4 * r.L);
          })}};
}

FalseLine<InnaStep> less_than_one() {
  return {
      .words = {.key = "magnitude less than one",
                .place = "Theorem 3.9, proof, after (3.32)",
                .printed = "We just proved that the eigenvalues of Jac_G(θ*, ψ*) have magnitude less than one if and "
                           "only if (θ*, ψ*) ∈ S ∖ S_{<0}",
                .corrected = "at most one if and only if (θ*, ψ*) ∈ S ∖ S_{<0}; less than one if and only if all λ_p "
                             "> 0",
                .remark = "The proof itself finds σ_{p,+} = 1 for λ_p = 0, and 3.2 says that S ∖ S_{<0} has such "
                          "points. What the proof goes on with, an eigenvalue above 1 on S_{<0}, is right.",
                .by_hand = "λ_p = 0, α = β = 1, γ = 1/2: M_p = (1, −1/2; 0, 1/2) has the eigenvalue 1",
                .weight = Weight::proof},
      .printed = form<Run>(schur_strictly),
      .counterexample = {1, 1, 1, 0.5, 0},
      .corrected = {at_most_one(), below_one()}};
}

/// (1, 1 − αβ) rests at λ = 0: it never leaves a neighbourhood of (0, 0), and is to lie in E^{sc}.
struct RestRun {
  using Instance = InnaStep;
  explicit RestRun(const InnaStep& step)
      : alpha(exact(step.alpha)),
        gamma(exact(step.gamma)),
        start(Inna{step.alpha, step.beta}.start<Number>(Vector<Number>::Constant(1, 1))),
        next(Inna{step.alpha, step.beta}.step<Number>(start, Vector<Number>::Constant(1, 0), gamma)) {}
  Number alpha, gamma;
  Inna::State<Number> start, next;
};
/// The start is an eigenvector to σ.
void claim_eigenvector(const RestRun& r, const Number& sigma, Claims& claims) {
  claims.equal("θ₁ = σθ₀", r.next.theta[0], sigma * r.start.theta[0]);
  claims.equal("ψ₁ = σψ₀", r.next.psi[0], sigma * r.start.psi[0]);
}

FalseLine<InnaStep> stable_without_centre() {
  return {
      .words = {.key = "Theorem 3.11, less than one",
                .place = "Theorem 3.11",
                .printed = "the (complex) eigenvalues of Jac_F(Θ*) with magnitude less than one … (ii) If ∀k ∈ ℕ_{>0}, "
                           "Fᵏ(Θ₀) ∈ Ω, then Θ₀ ∈ W^{sc}(Θ*)",
                .corrected = "with magnitude at most one, for the dimension of W^{sc}(Θ*) as well",
                .remark = "Theorem 3.5, its counterpart for flows, has the non-positive real parts and not only the "
                          "negative ones. The proof of Theorem 3.9 needs no more than what is corrected.",
                .by_hand = "F(θ, ψ) = (θ − ψ/2, ψ/2), which is INNA on 𝒥 = 0 with α = β = 1, γ = 1/2: all (t, 0) rest, "
                           "and the only eigenvalue below one, 1/2, has the eigenvector (1, 1)",
                .weight = Weight::statement,
                .survives = "with magnitude at most one"},
      .printed =
          form<RestRun>([](const RestRun& r, Claims& claims) { claim_eigenvector(r, 1 - r.gamma * r.alpha, claims); }),
      .counterexample = {1, 1, 1, 0.5, 0},
      .corrected = {
          form<RestRun>([](const RestRun& r, Claims& claims) { claim_eigenvector(r, 1, claims); }).of_code()}};
}

/// Below 1 at every 0 < λ ≤ L for the step sizes that a wrong condition admits.
template <class Condition>
Form<InnaStep> planted(const char* key, Condition admits) {
  return form<Run>(key, schur_strictly).of_code().where(admits);
}
bool below_beta(const InnaStep& step) { return step.lambda > 0 && step.gamma < step.beta; }

}  // namespace

bool admissible_and_nonnegative(const InnaStep& step) { return step_is_admissible(step) && step.lambda >= 0; }

Form<InnaStep> at_most_one() {
  return form<Run>("at most one", schur_weakly).of_code().where(admissible_and_nonnegative);
}
Form<InnaStep> below_one() {
  return form<Run>("less than one", schur_strictly).of_code().where([](const InnaStep& step) {
    return admissible_and_nonnegative(step) && step.lambda != 0;
  });
}

Lines<InnaStep> lines() {
  return {.steps = {{"(3.27)", "for αβ > 1, γ[α + βλ_p + √…] < ((α + βL) − √…)/(2L) [(α + βL) + √…]",
                     form<Run>(first_line_of_327).where([](const InnaStep& step) {
                       return step_is_admissible(step) && alpha_beta(step) > 1 && real_eigenvalues(step);
                     })},
                    {"(3.28)", "for αβ ≤ 1, α + βλ_p + √… ≤ max(2α, α + βL + √((α + βL)² − 4L))",
                     form<Run>(maximum_of_328).where([](const InnaStep& step) {
                       return step_is_admissible(step) && alpha_beta(step) <= 1 && real_eigenvalues(step);
                     })}},
          .errata = {root_not_real(), strict_in_327(), less_than_one(), stable_without_centre()},
          .planted = {planted("missing term: β alone", below_beta),
                      planted("sign: γ⁺(L) for γ⁻(L)",
                              [](const InnaStep& step) { return below_beta(step) && below_root(step, -1); }),
                      planted("max for min",
                              [](const InnaStep& step) {
                                return below_beta(step) || (step.lambda > 0 && below_root(step));
                              }),
                      planted("sign: at λ < 0 too", step_is_admissible)},
          .separating = {{1, 1, 8, 0.5, 8}, {1, 1, 1, 0.5, -1}}};
}

}  // namespace verigrad::step_size_condition
