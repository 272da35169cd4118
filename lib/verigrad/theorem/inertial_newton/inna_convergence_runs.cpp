#include "verigrad/number/power.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence_run.hpp"

namespace verigrad::inna_convergence {
namespace {

/// θ₀ = A + B, where A is the part of the eigenvalue −1 of the system (2.12) and B that of −2.
Number A(const Run& r) {
  const RunInstance& i = *r.instance;
  const Inna::State<Number> start = i.start<Number>();
  const Number beta = exact(i.beta);
  const Number s = din_residual<Number>({start.theta, start.psi}, exact(i.alpha), beta)[0];
  return 2 * (1 - beta) * start.theta[0] - s;
}
Number B(const Run& r) { return r.theta.front() - A(r); }
/// 2A/(k + 2) + 2B/((k + 1)(k + 2)).
Number modes(const Number& a, const Number& b, int k) { return frac(2, k + 2) * (a + b / Number(k + 1)); }
Number smooth_bound(const Run& r, int k) {
  return frac(2, k + 2) * (magnitude<Number>(A(r)) + magnitude<Number>(B(r)));
}

template <class Of>
auto smooth_claims(Of of, bool bound) {
  return [of, bound](const Run& r, Claims& claims) {
    for (int k = 0; k <= r.instance->steps; ++k) {
      claims.equal("θₖ = 2A/(k + 2) + 2B/((k + 1)(k + 2))", r.theta[std::size_t(k)], of(r, k), k);
      if (bound && k > 0)
        claims.at_most("|θₖ| ≤ 2(|A| + |B|)/(k + 2)", magnitude<Number>(r.theta[std::size_t(k)]), smooth_bound(r, k),
                       k);
    }
  };
}
constexpr auto right_modes = [](const Run& r, int k) { return modes(A(r), B(r), k); };

void attained(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.instance->steps; ++k)
    claims.equal("|θₖ| = 2|A|/(k + 2)", magnitude<Number>(r.theta[std::size_t(k)]), smooth_bound(r, k), k);
}

/// |θₖ| ≤ max(γ of `index`(k), |θ₀| − factor · Σ_{j<k} γⱼ).
template <class Index>
auto nonsmooth_claims(Index index, int factor) {
  return [index, factor](const Run& r, Claims& claims) {
    Number sum(0);
    for (int k = 1; k < r.instance->steps; ++k) {
      sum += r.gamma[std::size_t(k - 1)];
      const Number bound = larger<Number>(r.instance->rule.template at<Number>(index(k)),
                                          magnitude<Number>(r.theta.front()) - factor * sum);
      claims.at_most("|θₖ| ≤ max(γₖ₋₁, |θ₀| − Σγⱼ)", magnitude<Number>(r.theta[std::size_t(k)]), bound, k);
    }
  };
}
constexpr auto before = [](int k) { return k - 1; };

void reached(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.instance->steps; ++k)
    claims.at_most("|θₖ| ≤ 1/(k + 1)", magnitude<Number>(r.theta[std::size_t(k)]), frac(1, k + 1), k);
}
void settled(const Run& r, Claims& claims) {
  for (int k = 0; 2 * k + 1 <= r.instance->steps; ++k)
    claims.at_most("|𝒥(θ₂ₖ₊₁) − 𝒥(θₖ)| ≤ ¾/(k + 1)²",
                   magnitude<Number>(r.J(r.theta[std::size_t(2 * k + 1)]) - r.J(r.theta[std::size_t(k)])),
                   frac(3, 4 * (k + 1) * (k + 1)), k);
}
void rested(const Run& r, Claims& claims) {
  for (int k = r.instance->steps / 2; k <= r.instance->steps; ++k) {
    claims.equal("θₖ = ψₖ", r.theta[std::size_t(k)], r.psi[std::size_t(k)], k);
    claims.at_most("|θₖ| ≤ 1", magnitude<Number>(r.theta[std::size_t(k)]), 1, k);
  }
}
void straight(const Run& r, Claims& claims) {
  const Number u = (r.theta.front() - r.psi.front()) / exact(r.instance->beta);
  Number time(0);
  for (int k = 0; k <= r.instance->steps; ++k) {
    claims.equal("θₖ = θ₀ + u Σ_{j<k} γⱼ", r.theta[std::size_t(k)], r.theta.front() + u * time, k);
    claims.equal("ψₖ = ψ₀ + u Σ_{j<k} γⱼ", r.psi[std::size_t(k)], r.psi.front() + u * time, k);
    if (k < r.instance->steps) time += r.gamma[std::size_t(k)];
  }
}

/// θₖ = of(k); `name` is a literal.
template <class Of>
auto closed_form(const char* name, Of of) {
  return [name, of](const Run& r, Claims& claims) {
    for (int k = 0; k <= r.instance->steps; ++k) claims.equal(name, r.theta[std::size_t(k)], of(r, k), k);
  };
}
void summable(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.instance->steps; ++k) {
    claims.equal("θₖ = (k + 2)/(2k + 2)", r.theta[std::size_t(k)], frac(k + 2, 2 * k + 2), k);
    claims.less("½ < θₖ", frac(1, 2), r.theta[std::size_t(k)], k);
  }
}
void harmonic(const Run& r, Claims& claims) {
  Number sum(0);
  for (int k = 0; k <= r.instance->steps; ++k) {
    claims.equal("θₖ = Σ_{j<k} 1/(j + 2)", r.theta[std::size_t(k)], sum, k);
    sum += frac(1, k + 2);
    if (2 * k + 1 <= r.instance->steps)
      claims.at_most("½ ≤ 𝒥(θₖ) − 𝒥(θ₂ₖ₊₁)", frac(1, 2),
                     r.J(r.theta[std::size_t(k)]) - r.J(r.theta[std::size_t(2 * k + 1)]), k);
  }
}
void clarke(const Run& r, Claims& claims) {
  for (int k = 0; k <= r.instance->steps; ++k) claims.equal("θₖ = 0", r.theta[std::size_t(k)], 0, k);
  claims.equal("𝒥(1) = 𝒥(0)", r.J(1), r.J(0));
}

template <class Of>
Form<RunInstance> planted_modes(const char* key, Of of) {
  return form<Run>(key, smooth_claims(of, false));
}

}  // namespace

bool has_integer_modes(const RunInstance& instance) {
  return instance.alpha >= 0 && instance.alpha + 2 * instance.beta == 3 && instance.beta > 0 && instance.rule.c == 1 &&
         instance.rule.shift == 3 && instance.rule.power == 1;
}

bool stops_in_flat(const RunInstance& instance) {
  const Rational theta0 = exact<Rational>(instance.theta0), u = theta0 - exact<Rational>(instance.psi0);
  if (instance.alpha != 0 || instance.beta != 1 || abs(theta0) > 1 ||
      instance.rule.at<Rational>(0) > frac<Rational>(1, 2))
    return false;
  Rational theta = theta0;
  for (int j = 0; 2 * j < instance.steps; ++j) {
    const Rational gamma = instance.rule.at<Rational>(j);
    if (abs(theta) > 1) return abs(u) == gamma;
    theta += gamma * u;
  }
  return false;
}

Form<RunInstance> smooth_run() { return form<Run>("smooth", smooth_claims(right_modes, true)).of_code(); }
Form<RunInstance> smooth_bound_attained() { return form<Run>("smooth bound", attained); }
Form<RunInstance> nonsmooth_run() { return form<Run>("not smooth", nonsmooth_claims(before, 1)).of_code(); }
Form<RunInstance> reaches_critical() { return form<Run>("reaches 0", reached).of_code(); }
Form<RunInstance> rests_in_flat() { return form<Run>("rests in the flat", rested); }
Form<RunInstance> straight_run() { return form<Run>("straight line", straight).of_code(); }
Form<RunInstance> values_settle() { return form<Run>("values settle", settled); }
Form<RunInstance> summable_run() { return form<Run>("Σγ < ∞", summable); }
Form<RunInstance> slow_run() {
  return form<Run>("γₖ = 1/(k + 2)", closed_form("θₖ = 1/(k + 1)", [](const Run&, int k) { return frac(1, k + 1); }))
      .of_code();
}
Form<RunInstance> alternating_run() {
  return form<Run>("γ = 2", closed_form("θₖ = (−1)ᵏ", [](const Run&, int k) { return power(Number(-1), k); }))
      .of_code();
}
Form<RunInstance> alternating_nonsmooth_run() {
  return form<Run>("γ = 1, |θ|",
                   closed_form("θₖ = (−1)ᵏ/2", [](const Run&, int k) { return power(Number(-1), k) / 2; }))
      .of_code();
}
Form<RunInstance> one_batch_run() {
  return form<Run>("one batch", closed_form("θₖ = 1", [](const Run&, int) { return Number(1); })).of_code();
}
Form<RunInstance> unbounded_run() { return form<Run>("not bounded", harmonic); }
Form<RunInstance> stays_clarke_critical() { return form<Run>("Clarke-critical", clarke); }

Lines<RunInstance> smooth_lines() {
  return {.planted = {planted_modes("sign: A − B", [](const Run& r, int k) { return modes(A(r), -B(r), k); }),
                      planted_modes("index: k + 1 for k + 2",
                                    [](const Run& r, int k) { return frac(2, k + 1) * (A(r) + B(r) / Number(k + 1)); }),
                      planted_modes("rate: both modes like 1/k",
                                    [](const Run& r, int k) { return frac(2, k + 2) * (A(r) + B(r)); }),
                      planted_modes("parameters: A = −ψ₀, as for α = β = 1",
                                    [](const Run& r, int k) {
                                      return modes(-r.psi.front(), r.theta.front() + r.psi.front(), k);
                                    })},
          .separating = {{parabola(), 0, 0.0625, {1, 3, 1}, 24, {}, 0, 1.5}}};
}
Lines<RunInstance> nonsmooth_lines() {
  return {.planted = {form<Run>("index: γₖ for γₖ₋₁", nonsmooth_claims([](int k) { return k; }, 1)),
                      form<Run>("factor: 2Σγⱼ", nonsmooth_claims(before, 2))},
          .separating = {{magnitude_term(), 1.015625, 0, {1, 2, 1}, 32}}};
}

}  // namespace verigrad::inna_convergence
