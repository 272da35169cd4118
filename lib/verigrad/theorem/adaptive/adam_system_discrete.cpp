#include "verigrad/theorem/adaptive/adam_system_discrete.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad::adam_system_discrete {

const Statement& statement() {
  static const Statement result{
      .id = "sgm/5.25",
      .stem = "adam_system_discrete",
      .title = "Discrete ADAM system",
      .source = "Stochastic gradient methods, (5.25)",
      .text =
          "(Wⁿ⁺¹ − Wⁿ)/Δt = (Dⁿ)^(−1/2)Zⁿ, (Zⁿ⁺¹ − Zⁿ)/Δt = −(∇J(Wⁿ) + Zⁿ)/ε₁, (Dⁿ⁺¹ − Dⁿ)/Δt = "
          "(diag(∇J(Wⁿ) ⊗ ∇J(Wⁿ)) − Dⁿ)/ε₂. Found: explicit Euler for (5.23). What Lemma 5.2.5 proves of (5.23), that "
          "D stays positive, needs Δt < ε₂ here. Every line reads the old state: the step moves before the gradient "
          "is seen, one step later than ADAM",
      .hypotheses = {{"step", "Δt > 0"}, {"relaxation", "Δt < ε₁, Δt < ε₂"}, {"positive", "D⁰ > 0"}},
      .steps = {{"Z unrolled", "Zⁿ = (1 − Δt/ε₁)ⁿZ⁰ − Δt/ε₁ Σ_{j<n} (1 − Δt/ε₁)ⁿ⁻¹⁻ʲ∇J(Wʲ)"},
                {"D stays positive", "Dⁿ ≥ (1 − Δt/ε₂)ⁿD⁰ > 0"},
                {"D bounded", "Dⁿ ≤ max(D⁰, ∇J(Wʲ)², j < n), entry by entry"}},
      .errata = {}};
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) {
  const auto inside = [](double beta) { return beta > 0 && beta < 1; };
  return i.alpha > 0 && i.v0 > 0 && inside(i.beta1) && inside(i.beta2);
}

namespace {

/// The letters of (5.25).
struct System {
  Number dt, eps1, eps2;
  OptimiserRecord r;  ///< m is −Z
  explicit System(const OptimiserRun& run)
      : dt(run.alpha),
        eps1(exact(run.instance.eps1())),
        eps2(exact(run.instance.eps2())),
        r(run.of(Optimiser::adam_system)) {}
  Number z(int n, Eigen::Index i) const { return -r.m[n][i]; }
  Number d(int n, Eigen::Index i) const { return r.v[n][i]; }
  Number g(int n, Eigen::Index i) const { return r.gradient[n][i]; }
};

/// claim(system, n, i) for each step and entry.
template <class Claim>
void for_each_entry(const OptimiserRun& run, int first, int last, Claim claim) {
  const System s(run);
  for (int n = first; n <= last; ++n)
    for (Eigen::Index i = 0; i < s.r.theta[0].size(); ++i) claim(s, n, i);
}

void printed(const OptimiserRun& run, Claims& claims) {
  for_each_entry(run, 0, run.n - 1, [&](const System& s, int n, Eigen::Index i) {
    claims.equal("√Dⁿ(Wⁿ⁺¹ − Wⁿ) = ΔtZⁿ", root<Number>(s.d(n, i)) * (s.r.theta[n + 1][i] - s.r.theta[n][i]),
                 s.dt * s.z(n, i), n);
    claims.equal("ε₁(Zⁿ⁺¹ − Zⁿ) = −Δt(∇J + Zⁿ)", s.eps1 * (s.z(n + 1, i) - s.z(n, i)), -s.dt * (s.g(n, i) + s.z(n, i)),
                 n);
    claims.equal("ε₂(Dⁿ⁺¹ − Dⁿ) = Δt(∇J² − Dⁿ)", s.eps2 * (s.d(n + 1, i) - s.d(n, i)),
                 s.dt * (square(s.g(n, i)) - s.d(n, i)), n);
  });
}

void z_unrolled(const OptimiserRun& run, Claims& claims) {
  for_each_entry(run, 0, run.n, [&](const System& s, int n, Eigen::Index i) {
    const Number past = 1 - s.dt / s.eps1;
    Number z = power(past, n) * s.z(0, i);
    for (int j = 0; j < n; ++j) z -= s.dt / s.eps1 * power(past, n - 1 - j) * s.g(j, i);
    claims.equal("Zⁿ unrolled", s.z(n, i), z, n);
  });
}

void positive(const OptimiserRun& run, Claims& claims) {
  for_each_entry(run, 1, run.n, [&](const System& s, int n, Eigen::Index i) {
    const Number least = power<Number>(1 - s.dt / s.eps2, n) * s.d(0, i);
    claims.less("0 < (1 − Δt/ε₂)ⁿD⁰", 0, least, n);
    claims.at_most("(1 − Δt/ε₂)ⁿD⁰ ≤ Dⁿ", least, s.d(n, i), n);
  });
}

void bounded(const OptimiserRun& run, Claims& claims) {
  for_each_entry(run, 1, run.n, [&](const System& s, int n, Eigen::Index i) {
    Number largest = s.d(0, i);
    for (int j = 0; j < n; ++j) largest = larger<Number>(largest, square(s.g(j, i)));
    claims.at_most("Dⁿ ≤ max(D⁰, ∇J²)", s.d(n, i), largest, n);
  });
}

void attained(const OptimiserRun& run, Claims& claims) {
  for_each_entry(run, 1, run.n, [&](const System& s, int n, Eigen::Index i) {
    claims.equal("Dⁿ = (1 − Δt/ε₂)ⁿD⁰", s.d(n, i), power<Number>(1 - s.dt / s.eps2, n) * s.d(0, i), n);
  });
}

/// Of D's own line, which the roots of the first line do not enter.
void stays_positive(const OptimiserRun& run, Claims& claims) {
  const OptimiserInstance& i = run.instance;
  Number d = exact(i.v0);
  claims.less("0 < D⁰", 0, d, 0);
  for (int n = 0; n < run.n; ++n) {
    d += run.alpha / exact(i.eps2()) * (square(exact(i.gradients[std::size_t(n)][0])) - d);
    claims.less("0 < Dⁿ", 0, d, n + 1);
  }
}

void stationary_speed(const OptimiserRun& run, Claims& claims) {
  for_each_entry(run, 0, run.n, [&](const System& s, int n, Eigen::Index i) {
    const Number sign = s.g(0, i) / magnitude<Number>(s.g(0, i));
    claims.equal("Wⁿ = W⁰ − nΔt sign(g)", s.r.theta[n][i], s.r.theta[0][i] - Number(n) * s.dt * sign, n);
  });
}

/// A planted mistake: one line's two sides.
template <class Left, class Right>
Form<OptimiserInstance> line(const char* key, Left left, Right right) {
  return form<OptimiserRun>(key, [=](const OptimiserRun& run, Claims& claims) {
    for_each_entry(run, 0, run.n - 1, [&](const System& s, int n, Eigen::Index i) {
      claims.equal("planted", Number(left(s, n, i)), Number(right(s, n, i)), n);
    });
  });
}

}  // namespace

Form<OptimiserInstance> conclusion() { return form<OptimiserRun>("as printed", printed); }

Forms<OptimiserInstance> steps() {
  return {form<OptimiserRun>("Z unrolled", z_unrolled), form<OptimiserRun>("D stays positive", positive),
          form<OptimiserRun>("D bounded", bounded)};
}

Form<OptimiserInstance> decay_attained() { return form<OptimiserRun>("decay attained", attained); }
Form<OptimiserInstance> d_stays_positive() { return form<OptimiserRun>("D positive", stays_positive); }
Form<OptimiserInstance> stationary() { return form<OptimiserRun>("stationary", stationary_speed); }

Forms<OptimiserInstance> planted() {
  constexpr auto move = [](const System& s, int n, Eigen::Index i) { return s.r.theta[n + 1][i] - s.r.theta[n][i]; };
  constexpr auto z_gain = [](const System& s, int n, Eigen::Index i) { return s.eps1 * (s.z(n + 1, i) - s.z(n, i)); };
  return {
      line("inverse: √D Z for Z/√D", move,
           [](const System& s, int n, Eigen::Index i) { return s.dt * root<Number>(s.d(n, i)) * s.z(n, i); }),
      line(
          "index: Zⁿ⁺¹ in the first line",
          [=](const System& s, int n, Eigen::Index i) { return root<Number>(s.d(n, i)) * Number(move(s, n, i)); },
          [](const System& s, int n, Eigen::Index i) { return s.dt * s.z(n + 1, i); }),
      line("sign: ε₁Z′ = ∇J − Z", z_gain,
           [](const System& s, int n, Eigen::Index i) { return s.dt * (s.g(n, i) - s.z(n, i)); }),
      line("missing Z: ε₁Z′ = −∇J", z_gain, [](const System& s, int n, Eigen::Index i) { return -s.dt * s.g(n, i); }),
      line(
          "swapped: ε₁ and ε₂",
          [](const System& s, int n, Eigen::Index i) { return s.eps1 * (s.d(n + 1, i) - s.d(n, i)); },
          [](const System& s, int n, Eigen::Index i) { return s.dt * (square(s.g(n, i)) - s.d(n, i)); })};
}

}  // namespace verigrad::adam_system_discrete
