#include "verigrad/theorem/inertial_newton/minimiser_stability.hpp"

#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/point.hpp"

namespace verigrad::minimiser_stability {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.7",
       .stem = "minimiser_stability",
       .title = "Stability of minimisers",
       .source = "Thesis, Remark 3.7",
       .text = "λ_p > 0 ⟹ σ_{p,+} < 0, so for any local minimizer with non-singular Hessian, the associated stable "
               "manifold does not have zero measure",
       .found = "for quadratic 𝒥 the stable manifold is the whole space: V = λ⟨e, θ⟩² + ½⟨e, θ′⟩² + ½⟨e, θ′ + (α + "
                "βλ)θ⟩² has V′ ≤ −κV, κ = 2(α + βλ)λ/(3λ + 2(α + βλ)²)",
       .code = {"flow/din.hpp: din_velocity", "flow/affine_flow.hpp: matrix_exponential"},
       .hypotheses = {{"parameters", "α ≥ 0, β > 0; α + βλ_p > 0 is enough"},
                      {"minimiser", "every eigenvalue λ_p of ∇²𝒥(θ*) is positive"}},
       .errata = {{.key = "complex σ",
                   .place = "Remark 3.7",
                   .printed = "we could also show quite easily that λ_p > 0 ⟹ σ_{p,+} < 0",
                   .corrected = "Re σ_{p,±} < 0, as λ_p > 0 may have Δ_{M_p} < 0, (3.14)",
                   .weight = Weight::notation}}},
      general_lines(), flow_lines());
  return result;
}

bool hypotheses_hold(const SpectralInstance& instance) {
  return instance.alpha >= 0 && instance.beta > 0 && instance.lambda.minCoeff() > 0;
}
bool flow_hypotheses_hold(const DinFlowInstance& instance) { return hypotheses_hold(instance.at) && instance.t > 0; }

namespace {

/// Δ = d² ≥ 0: b = α + βλ = √(d² + 4λ) > 0.
struct RealRun {
  explicit RealRun(const Unknowns& u)
      : lambda(u.positive("λ")),
        d(u.nonnegative("√Δ")),
        beta(u.real("β")),
        b(root(Number(square(d) + 4 * lambda))),
        block{b - beta * lambda, beta, lambda} {}
  Number lambda, d, beta, b;
  DinBlock block;
};
void negative_roots(const RealRun& r, Claims& claims) {
  claims.equal("Δ = d²", r.block.discriminant(), square(r.d));
  claims.equal("χ(σ₊) = 0", r.block.characteristic((r.d - r.b) / 2), 0);
  claims.equal("2σ₊ = −b + √Δ = −4λ/(b + √Δ)", r.d - r.b, -(4 * r.lambda / (r.b + r.d)));
  claims.less("−4λ/(b + √Δ) < 0", -(4 * r.lambda / (r.b + r.d)), 0);
}

struct BlockRun {
  explicit BlockRun(const Unknowns& u) : block{u.nonnegative("α"), u.positive("β"), u.positive("λ")} {}
  DinBlock block;
};
void negative_real_part(const BlockRun& r, Claims& claims) {
  claims.less("Re σ± = −(α + βλ)/2 < 0 where Δ < 0", -(r.block.damping() / 2), 0);
}

struct StateRun : BlockRun {
  explicit StateRun(const Unknowns& u)
      : BlockRun(u),
        x(u.real("⟨e, θ⟩/‖e‖²")),
        y(u.real("⟨e, ψ⟩/‖e‖²")),
        along(u, block, x, y),
        v(velocity(x, y)),
        V(block) {}
  Number velocity(const Number& theta, const Number& psi) const {
    return block.theta_theta() * theta + block.theta_psi() * psi;
  }
  /// V′, times ‖e‖².
  Number rate() const { return V.rate(x, v, along.theta_rate(), velocity(along.theta_rate(), along.psi_rate())); }
  Number x, y;
  DinAlong along;
  Number v;
  DinLyapunov V;
};
template <class Rate>
Form<Unknowns> falls_at(const char* key, Rate rate) {
  return form<StateRun, Unknowns>(key, [rate](const StateRun& r, Claims& claims) {
    claims.equal("V′ = −b(⟨e, θ′⟩² + λ⟨e, θ⟩²)", r.rate(), -rate(r) * r.along.norm2);
  });
}
Number decrease(const StateRun& r) { return r.V.b * (square(r.v) + r.V.lambda * square(r.x)); }
void falls_enough(const StateRun& r, Claims& claims) {
  const Number b = r.V.b, kappa = r.V.kappa();
  const Number rest =
      kappa * (r.V.lambda * square(r.x) / 2 + square(r.v - b * r.x) / 2 + square(b) * square(r.v) / r.V.lambda);
  claims.equal("b(⟨e, θ′⟩² + λ⟨e, θ⟩²) = κV + a sum of squares", decrease(r), kappa * r.V.value(r.x, r.v) + rest);
  claims.at_most("0 ≤ that sum", 0, rest);
  claims.less("0 < κ", 0, kappa);
}
void falls_as_claimed(const StateRun& r, Claims& claims) {
  claims.equal("V′ = −b(⟨e, θ′⟩² + λ⟨e, θ⟩²)", r.rate(), -decrease(r) * r.along.norm2);
  falls_enough(r, claims);
}

struct Run : SpectralRun {
  using SpectralRun::SpectralRun;
  DinBlock block(int p) const { return {alpha, beta, lambda[p]}; }
};
void all_stable(const Run& r, Claims& claims) {
  for (int p = 0; p < r.P(); ++p) {
    const DinBlock M = r.block(p);
    const Number real_root = root(larger<Number>(M.discriminant(), 0));
    claims.less("√max(Δ, 0) < α + βλ", real_root, M.damping(), p + 1);
  }
}

struct FlowRun : DinFlowRun {
  using DinFlowRun::DinFlowRun;
  DinLyapunov V(int p) const { return DinLyapunov(block(p)); }
  Number sum_of_V(const Vector<Number>& state) const {
    Number sum = 0;
    for (int p = 0; p < P(); ++p) {
      const Number x = theta_along(p, state);
      sum += V(p).value(x, block(p).theta_theta() * x + block(p).theta_psi() * psi_along(p, state));
    }
    return sum;
  }
  /// The least of rate(V_p).
  template <class Rate>
  Number least(Rate rate) const {
    Number result = rate(V(0));
    for (int p = 1; p < P(); ++p) result = smaller<Number>(result, rate(V(p)));
    return result;
  }
};
template <class Rate>
Form<DinFlowInstance> falls_by(const char* key, Rate rate) {
  return form<FlowRun>(key,
                       [rate](const FlowRun& r, Claims& claims) {
                         claims.at_most("ΣV(t) ≤ e^{−κt} ΣV(0)", r.sum_of_V(r.end),
                                        exp(-r.least(rate) * r.t) * r.sum_of_V(r.start));
                       })
      .in_balls();
}

}  // namespace

Forms<Unknowns> negative_real_parts() {
  return {form<RealRun, Unknowns>("λ > 0 and Δ ≥ 0: σ₊ < 0", negative_roots),
          form<BlockRun, Unknowns>("λ > 0 and Δ < 0: Re σ± < 0", negative_real_part)};
}
Form<Unknowns> falls() { return form<StateRun, Unknowns>("V′ ≤ −κV at all states", falls_as_claimed).of_code(); }

Form<SpectralInstance> stable() { return form<Run>("stable", all_stable); }
Form<DinFlowInstance> converges() {
  return falls_by("converges", [](const DinLyapunov& V) { return V.kappa(); }).of_code().noting_largest_ratio();
}

Lines<Unknowns> general_lines() {
  return {.planted = {falls_at("factor: (α + βλ)/2", [](const StateRun& r) { return decrease(r) / 2; }),
                      falls_at("sign: −λ⟨e, θ⟩²",
                               [](const StateRun& r) { return r.V.b * (square(r.v) - r.V.lambda * square(r.x)); }),
                      falls_at("missing term: ⟨e, θ′⟩² alone", [](const StateRun& r) { return r.V.b * square(r.v); }),
                      falls_at("missing factor: α + λ", [](const StateRun& r) {
                        return (r.block.alpha + r.block.lambda) * (square(r.v) + r.V.lambda * square(r.x));
                      })}};
}

Lines<DinFlowInstance> flow_lines() {
  return {
      .planted = {falls_by("factor: 2b for κ", [](const DinLyapunov& V) { return Number(2 * V.b); }),
                  falls_by("λ below: 2b/(3λ)", [](const DinLyapunov& V) { return Number(2 * V.b / (3 * V.lambda)); })},
      .separating = {{in_one_dimension(0.0625, 1, 1), at(1), at(0), 4},
                     {in_one_dimension(1, 0.5, 0.5), at(1), at(0), 4}}};
}

}  // namespace verigrad::minimiser_stability
