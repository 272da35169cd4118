// Spirals along exact solutions, and the matrices that (3.18) takes for granted.
#include <utility>

#include "verigrad/number/pi.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/inertial_newton/spirals.hpp"

namespace verigrad::spirals {
namespace {

constexpr int half_turns_counted = 8;
constexpr int times_on_grid = 24;

/// The state on the plane of V's column p.
Vector<Number> on_plane(const DinFlowRun& r, int p, const Vector<Number>& state) {
  Vector<Number> result(2 * r.P());
  result << r.theta_along(p, state) * r.V.col(p), r.psi_along(p, state) * r.V.col(p);
  return result;
}

template <class Time, class Factor>
Form<DinFlowInstance> half_turn_by(const char* key, Time time, Factor factor) {
  return form<DinFlowRun>(
             key,
             [=](const DinFlowRun& r, Claims& claims) {
               for (int p = 0; p < r.P(); ++p) {
                 const Vector<Number> before = on_plane(r, p, r.start), after = r.after(time(r, p), before);
                 const Number f = factor(r, p);
                 claims.equal("half a turn of ⟨e, θ⟩", r.theta_along(p, after), f * r.theta_along(p, before), p + 1);
                 claims.equal("half a turn of ⟨e, ψ⟩", r.psi_along(p, after), f * r.psi_along(p, before), p + 1);
               }
             })
      .in_balls();
}
Number half_turn(const DinFlowRun& r, int p) { return pi() / r.omega(p); }
Number shrunk(const DinFlowRun& r, int p) { return -exp(r.real_part(p) * half_turn(r, p)); }

/// How often ⟨e, θ⟩ changes its sign from one of the times 0, step, 2 step … to the next.
Number changes(const DinFlowRun& r, int p, const Number& step, int times) {
  Vector<Number> state = on_plane(r, p, r.start);
  Number count = 0;
  for (int k = 0; k < times; ++k) {
    const Vector<Number> next = r.after(step, state);
    count += select<Number>(r.theta_along(p, state) * r.theta_along(p, next), 0, 1);
    state = next;
  }
  return count;
}
void one_change(const DinFlowRun& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p)
    claims.at_most("changes of sign ≤ 1", changes(r, p, 4 * r.t / times_on_grid, times_on_grid), 1, p + 1);
}

/// M_p, which has a double eigenvalue or complex ones.
struct MatrixRun : SpectralRun {
  using SpectralRun::SpectralRun;
  DinBlock block(int p) const { return {alpha, beta, lambda[p]}; }
};
/// M_p − σI for the mean σ of the eigenvalues, which is 0 where M_p = QDQ⁻¹ with D = σI.
void equals_its_eigenvalue(const MatrixRun& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p) {
    const DinBlock M = r.block(p);
    const Number sigma = M.trace() / 2;
    claims.equal("M₁₁ = σ", M.theta_theta(), sigma, p + 1);
    claims.equal("M₁₂ = 0", M.theta_psi(), 0, p + 1);
    claims.equal("M₂₁ = 0", M.psi_theta(), 0, p + 1);
    claims.equal("M₂₂ = σ", M.psi_psi(), sigma, p + 1);
  }
}
/// (M_p − σI)² = 0.
void is_nilpotent_beside(const MatrixRun& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p) {
    const DinBlock M = r.block(p);
    const Number sigma = M.trace() / 2, a = M.theta_theta() - sigma, d = M.psi_psi() - sigma;
    claims.equal("(M − σI)²₁₁ = 0", square(a) + M.theta_psi() * M.psi_theta(), 0, p + 1);
    claims.equal("(M − σI)²₁₂ = 0", M.theta_psi() * (a + d), 0, p + 1);
    claims.equal("(M − σI)²₂₂ = 0", square(d) + M.theta_psi() * M.psi_theta(), 0, p + 1);
  }
}
/// Where D = diag(σ₁, σ₂) is real, (σ₁ − σ₂)² = trace² − 4 det.
void has_real_eigenvalues(const MatrixRun& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p) {
    const DinBlock M = r.block(p);
    claims.at_most("4 det ≤ trace²", 4 * M.determinant(), square(M.trace()), p + 1);
  }
}

/// At (θ, ψ) = (e, 0), on the unit sphere.
void stays_in_ball(const MatrixRun& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p) claims.at_most("(‖(θ, ψ)‖²)′ = 2M₁₁ ≤ 0", 2 * r.block(p).theta_theta(), 0, p + 1);
}
/// At (1, 0), (0, 1) and (1, 1), which say what a quadratic form is.
void stays_in_ellipsoid(const MatrixRun& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p) {
    const DinBlock M = r.block(p);
    for (const std::pair<int, int>& at : {std::pair{1, 0}, {0, 1}, {1, 1}}) {
      const Number x = at.first, y = at.second, v = M.theta_theta() * x + M.theta_psi() * y;
      const Number a = M.theta_theta() * v + M.theta_psi() * (M.psi_theta() * x + M.psi_psi() * y);
      claims.equal("V′ = −(α + βλ)(θ′² + λθ²)", DinLyapunov(M).rate(x, v, v, a),
                   -M.damping() * (square(v) + M.lambda * square(x)), p + 1);
    }
  }
}

bool has_double_eigenvalue(const SpectralInstance& i) {
  return square(i.alpha + i.beta * i.lambda[0]) == 4 * i.lambda[0];
}
bool is_real(const SpectralInstance& i) { return square(i.alpha + i.beta * i.lambda[0]) >= 4 * i.lambda[0]; }

FalseLine<SpectralInstance> ends_of_interval() {
  return {
      .words = {.key = "ends of the interval",
                .place = "3.3.2.2, form of the solutions",
                .printed =
                    "all the eigenvalues of Jac_G(θ*, ψ*) are real so the coordinates of Q^{−1}e^{tD}Q in (3.18) "
                    "are sums of exponential functions decreasing in time",
                .corrected = "for λ_p that are not at the ends of the interval either; there, M_p is a Jordan block, "
                             "and te^{−(α+βλ_p)t/2} comes in",
                .remark = "No solution turns there either. The interval is printed open, and for αβ = 1 it is empty.",
                .by_hand = "α = β = λ = 1: M = (−1, −1; 0, −1) and e^{tM} = e^{−t}(1, −t; 0, 1), where −te^{−t} is no "
                           "sum of multiples of e^{−t}, and grows in size until t = 1",
                .weight = Weight::proof,
                .of_statement = true},
      .printed = form<MatrixRun>(equals_its_eigenvalue).where(has_double_eigenvalue),
      .counterexample = in_one_dimension(1, 1, 1),
      .corrected = {form<MatrixRun>("Jordan block", is_nilpotent_beside).where(has_double_eigenvalue)}};
}

FalseLine<SpectralInstance> remains_in_neighbourhood() {
  return {
      .words = {.key = "remains in Ω",
                .place = "3.3.2.2, application of the theorem",
                .printed = "So for any initialization in (θ₀, ψ₀) ∈ Ω, the corresponding solution (θ, ψ) of (3.3) "
                           "remains in Ω",
                .corrected = "for an Ω that is chosen so: on the preimage of {V < c}, V = λθ² + ½θ′² + ½(θ′ + (α + "
                             "βλ)θ)² summed over the eigenvectors, as V falls along (3.17)",
                .remark = "That a solution converges does not keep it in Ω. For quadratic 𝒥, H = I, and any Ω will "
                          "do in Theorem 3.8.",
                .by_hand = "𝒥(θ) = θ²/2, α = β = 1/2, Ω the unit ball: at (1, 0), θ′ = 1, and the solution from just "
                           "inside leaves",
                .weight = Weight::proof},
      .printed = form<MatrixRun>(stays_in_ball),
      .counterexample = in_one_dimension(1, 0.5, 0.5),
      .corrected = {form<MatrixRun>("V falls", stays_in_ellipsoid)}};
}

FalseLine<SpectralInstance> real_basis() {
  return {
      .words = {.key = "Q real",
                .place = "3.3.2.2, before (3.18)",
                .printed = "there exists a matrix Q ∈ ℝ^{2P×2P} such that Jac_G(θ*, ψ*) = QDQ^{−1}, where D = "
                           "diag(σ₁, …, σ_{2P})",
                .corrected = "Q ∈ ℂ^{2P×2P}, and a real Q only where each Δ_{M_p} > 0",
                .remark = "The paragraph goes on to complex σ_p. The proof of Theorem 3.2, which it refers to, has "
                          "2 × 2 blocks.",
                .by_hand = "α = β = 1/2, λ = 1: M = (1, −2; 3/2, −2) has the eigenvalues (−1 ± i√3)/2, and Q^{−1}MQ is "
                           "real for each real Q",
                .weight = Weight::line},
      .printed = form<MatrixRun>(has_real_eigenvalues),
      .counterexample = in_one_dimension(1, 0.5, 0.5),
      .corrected = {form<MatrixRun>("real D", has_real_eigenvalues).where(is_real)}};
}

}  // namespace

Form<DinFlowInstance> half_turns() { return half_turn_by("half turns", half_turn, shrunk).of_code(); }
Form<DinFlowInstance> changes_of_sign() {
  return form<DinFlowRun>("changes of sign",
                          [](const DinFlowRun& r, Claims& claims) {
                            for (int p = 0; p < r.P(); ++p)
                              claims.equal("changes of sign in 8 half turns",
                                           changes(r, p, half_turn(r, p), half_turns_counted), half_turns_counted,
                                           p + 1);
                          })
      .in_balls()
      .of_code();
}
Form<DinFlowInstance> one_change_of_sign() {
  return form<DinFlowRun>("one change of sign", one_change).in_balls().of_code();
}

Lines<DinFlowInstance> flow_lines() {
  return {
      .steps = {{"half turns",
                 "the coordinates of e^{tD} contain terms e^{−(α+βλ_p)t/2}(cos(ω_p t) ± i sin(ω_p t)): after π/ω_p "
                 "they are −e^{−(α+βλ_p)π/(2ω_p)} times as large",
                 half_turns()}},
      .planted = {half_turn_by(
                      "factor: 2π/ω", [](const auto& r, int p) { return Number(2 * half_turn(r, p)); }, shrunk),
                  half_turn_by("sign: +e^{…}", half_turn, [](const auto& r, int p) { return Number(-shrunk(r, p)); }),
                  half_turn_by("missing ½: e^{−(α+βλ)t}", half_turn,
                               [](const auto& r, int p) { return Number(-square(shrunk(r, p))); }),
                  half_turn_by(
                      "missing term: ω = √λ", [](const auto& r, int p) { return Number(pi() / sqrt(r.lambda[p])); },
                      shrunk)},
      .separating = {{in_one_dimension(1, 0.5, 0.5), at(1), at(1)}}};
}

Lines<SpectralInstance> lines() { return {.errata = {ends_of_interval(), remains_in_neighbourhood(), real_basis()}}; }

}  // namespace verigrad::spirals
