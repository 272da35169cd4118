#include "verigrad/theorem/adaptive/adam_system_discrete.hpp"

#include "verigrad/number/power.hpp"
#include "verigrad/number/root.hpp"
#include "verigrad/number/select.hpp"

namespace verigrad::adam_system_discrete {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.25",
       .stem = "adam_system_discrete",
       .title = "Discrete ADAM system",
       .source = "Stochastic gradient methods, (5.25)",
       .text = "(Wⁿ⁺¹ − Wⁿ)/Δt = (Dⁿ)^(−1/2)Zⁿ, (Zⁿ⁺¹ − Zⁿ)/Δt = −(∇J(Wⁿ) + Zⁿ)/ε₁, (Dⁿ⁺¹ − Dⁿ)/Δt = "
               "(diag(∇J(Wⁿ) ⊗ ∇J(Wⁿ)) − Dⁿ)/ε₂",
       .found = "explicit Euler for (5.23). What Lemma 5.2.5 proves of (5.23), that D stays positive, needs Δt < ε₂ "
                "here. Every line reads the old state: the step moves before the gradient is seen, one step later than "
                "ADAM",
       .code = {"algorithm/adam_system.hpp: AdamSystem"},
       .hypotheses = {{"step", "Δt > 0"}, {"relaxation", "Δt < ε₁, Δt < ε₂"}, {"positive", "D⁰ > 0"}}},
      lines());
  return result;
}

bool hypotheses_hold(const OptimiserInstance& i) {
  const auto inside = [](double beta) { return beta > 0 && beta < 1; };
  return i.alpha > 0 && i.v0 > 0 && inside(i.beta1) && inside(i.beta2);
}

namespace {

/// The run in the letters of (5.25).
struct Run : OptimiserRun {
  explicit Run(const OptimiserInstance& i)
      : OptimiserRun(i), dt(alpha), eps1(exact(i.eps1())), eps2(exact(i.eps2())), record(of(Optimiser::adam_system)) {}
  Number z(int k, Eigen::Index i) const { return -record.m[k][i]; }
  Number d(int k, Eigen::Index i) const { return record.v[k][i]; }
  Number g(int k, Eigen::Index i) const { return record.gradient[k][i]; }

  Number dt, eps1, eps2;
  OptimiserRecord record;  ///< m is −Z
};

/// claim(n, i) for each step and entry.
template <class Claim>
void for_each_entry(const Run& r, int first, int last, Claim claim) {
  for (int n = first; n <= last; ++n)
    for (Eigen::Index i = 0; i < r.record.theta[0].size(); ++i) claim(n, i);
}

void printed(const Run& r, Claims& claims) {
  for_each_entry(r, 0, r.n - 1, [&](int n, Eigen::Index i) {
    claims.equal("√Dⁿ(Wⁿ⁺¹ − Wⁿ) = ΔtZⁿ", root(r.d(n, i)) * (r.record.theta[n + 1][i] - r.record.theta[n][i]),
                 r.dt * r.z(n, i), n);
    claims.equal("ε₁(Zⁿ⁺¹ − Zⁿ) = −Δt(∇J + Zⁿ)", r.eps1 * (r.z(n + 1, i) - r.z(n, i)), -r.dt * (r.g(n, i) + r.z(n, i)),
                 n);
    claims.equal("ε₂(Dⁿ⁺¹ − Dⁿ) = Δt(∇J² − Dⁿ)", r.eps2 * (r.d(n + 1, i) - r.d(n, i)),
                 r.dt * (square(r.g(n, i)) - r.d(n, i)), n);
  });
}

void z_unrolled(const Run& r, Claims& claims) {
  for_each_entry(r, 0, r.n, [&](int n, Eigen::Index i) {
    const Number past = 1 - r.dt / r.eps1;
    Number z = power(past, n) * r.z(0, i);
    for (int j = 0; j < n; ++j) z -= r.dt / r.eps1 * power(past, n - 1 - j) * r.g(j, i);
    claims.equal("Zⁿ unrolled", r.z(n, i), z, n);
  });
}

void positive(const Run& r, Claims& claims) {
  for_each_entry(r, 1, r.n, [&](int n, Eigen::Index i) {
    const Number least = power(1 - r.dt / r.eps2, n) * r.d(0, i);
    claims.less("0 < (1 − Δt/ε₂)ⁿD⁰", 0, least, n);
    claims.at_most("(1 − Δt/ε₂)ⁿD⁰ ≤ Dⁿ", least, r.d(n, i), n);
  });
}

void bounded(const Run& r, Claims& claims) {
  for_each_entry(r, 1, r.n, [&](int n, Eigen::Index i) {
    Number largest = r.d(0, i);
    for (int j = 0; j < n; ++j) largest = larger<Number>(largest, square(r.g(j, i)));
    claims.at_most("Dⁿ ≤ max(D⁰, ∇J²)", r.d(n, i), largest, n);
  });
}

void attained(const Run& r, Claims& claims) {
  for_each_entry(r, 1, r.n, [&](int n, Eigen::Index i) {
    claims.equal("Dⁿ = (1 − Δt/ε₂)ⁿD⁰", r.d(n, i), power(1 - r.dt / r.eps2, n) * r.d(0, i), n);
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

void stationary_speed(const Run& r, Claims& claims) {
  for_each_entry(r, 0, r.n, [&](int n, Eigen::Index i) {
    const Number sign = r.g(0, i) / magnitude(r.g(0, i));
    claims.equal("Wⁿ = W⁰ − nΔt sign(g)", r.record.theta[n][i], r.record.theta[0][i] - n * r.dt * sign, n);
  });
}

/// A planted mistake: one line's two sides.
template <class Left, class Right>
Form<OptimiserInstance> line(const char* key, Left left, Right right) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    for_each_entry(r, 0, r.n - 1,
                   [&](int n, Eigen::Index i) { claims.equal("planted", left(r, n, i), right(r, n, i), n); });
  });
}

Forms<OptimiserInstance> planted() {
  constexpr auto move = [](const Run& r, int n, Eigen::Index i) {
    return r.record.theta[n + 1][i] - r.record.theta[n][i];
  };
  constexpr auto z_gain = [](const Run& r, int n, Eigen::Index i) { return r.eps1 * (r.z(n + 1, i) - r.z(n, i)); };
  return {line("inverse: √D Z for Z/√D", move,
               [](const Run& r, int n, Eigen::Index i) { return r.dt * root(r.d(n, i)) * r.z(n, i); }),
          line(
              "index: Zⁿ⁺¹ in the first line",
              [=](const Run& r, int n, Eigen::Index i) { return root(r.d(n, i)) * move(r, n, i); },
              [](const Run& r, int n, Eigen::Index i) { return r.dt * r.z(n + 1, i); }),
          line("sign: ε₁Z′ = ∇J − Z", z_gain,
               [](const Run& r, int n, Eigen::Index i) { return r.dt * (r.g(n, i) - r.z(n, i)); }),
          line("missing Z: ε₁Z′ = −∇J", z_gain, [](const Run& r, int n, Eigen::Index i) { return -r.dt * r.g(n, i); }),
          line(
              "swapped: ε₁ and ε₂",
              [](const Run& r, int n, Eigen::Index i) { return r.eps1 * (r.d(n + 1, i) - r.d(n, i)); },
              [](const Run& r, int n, Eigen::Index i) { return r.dt * (square(r.g(n, i)) - r.d(n, i)); })};
}

/// D = 1/2 at the start, one gradient, then none.
OptimiserInstance irrational_roots() {
  OptimiserInstance i = along({1, 0});
  i.v0 = 0.5;
  i.exact_roots = false;
  return i;
}

}  // namespace

Form<OptimiserInstance> conclusion() { return form<Run>("as printed", printed); }
Form<OptimiserInstance> decay_attained() { return form<Run>(attained).of_code(); }
Form<OptimiserInstance> d_stays_positive() { return form<OptimiserRun>(stays_positive); }
Form<OptimiserInstance> stationary() { return form<Run>(stationary_speed).of_code(); }

Lines<OptimiserInstance> lines() {
  return {.steps = {{"Z unrolled", "Zⁿ = (1 − Δt/ε₁)ⁿZ⁰ − Δt/ε₁ Σ_{j<n} (1 − Δt/ε₁)ⁿ⁻¹⁻ʲ∇J(Wʲ)",
                     form<Run>(z_unrolled).of_code()},
                    {"D stays positive", "Dⁿ ≥ (1 − Δt/ε₂)ⁿD⁰ > 0", form<Run>(positive)},
                    {"D bounded", "Dⁿ ≤ max(D⁰, ∇J(Wʲ)², j < n), entry by entry", form<Run>(bounded).of_code()}},
          .planted = planted(),
          .separating = {irrational_roots()}};
}

}  // namespace verigrad::adam_system_discrete
