#include <fmt/format.h>

#include "verigrad/theorem/inertial_newton/lojasiewicz_rate_run.hpp"

namespace verigrad::lojasiewicz_rate {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/2.8",
       .stem = "lojasiewicz_rate",
       .title = "General rate",
       .source = "INNA, Theorem 2.8",
       .text = "if dG(X)/dt ≤ −c₁‖∂G(X)‖² (i), then |G(X(t)) − G*| = O(1/t); if also c₂‖X′‖ ≤ ‖∂G(X)‖ (ii), X "
               "converges to a critical point with rate O(t^−b), b > 0. With κ = c₁/(ρ²(1 − a)²): G ≤ G₀e^{−κt} for a "
               "≤ 1/2, G^{1−2a} > G₀^{1−2a} + (2a − 1)κt and ‖X(t) − X̄‖ < ρ/(c₁c₂) ((2a − 1)κt)^{−b}, b = (1 − a)/(2a "
               "− 1), for a > 1/2, attained as ρ → 1 by flows of ‖X‖^c",
       .found = "G < G₀/(1 + κG₀^{2a−1}t) for every a, so that O(1/t) needs no cases; for a < 1/2 the proof's own "
                "inequality gives finite time; lim inf ‖∂G(X)‖ = 0 needs (i) only, as min ‖∂G‖² ≤ G(X(t))/(c₁t) on [t, "
                "2t], and it is for the limit to be critical that ∂G must have closed graph. Of “G ≥ 0, G* = 0, t₀ = "
                "0” the proof uses G(X(t)) > G* and t − t₀ for t, so t/2 for t ≥ 2t₀",
       .code = {"autodiff/dual.hpp: Dual"},
       .hypotheses = {{"bounded", "X is bounded and absolutely continuous"},
                      {"semi-algebraic", "G is semi-algebraic and locally Lipschitz: (2.22) holds; checked for ‖X‖^c"},
                      {"(i)", "dG(X)/dt ≤ −c₁‖∂G(X)‖²; after some t₀ is enough (Remark 2.9)"},
                      {"(ii)", "c₂‖X′‖ ≤ ‖∂G(X)‖, for the second part; after some t₀ is enough"}},
       .errata = {{.key = "X(s) ∈ I",
                   .place = "Theorem 2.8, proof, second part",
                   .printed = "Suppose first that there exists s ≥ 0, such that X(s) ∈ I. … for all t ≥ s, G(X(t)) = 0 "
                              "and the convergence rate holds true",
                   .corrected = "for t > s, c₁c₂²‖X′‖² ≤ −dG/dt = 0, so that X stays where it is",
                   .remark = "This is the rate of G; nothing is said of the convergence of X in this case, and (2.26) "
                             "ff. divide by G.",
                   .weight = Weight::gap}}},
      derivation_lines(), chain_rule_lines(), descent_lines(), trajectory_lines(), small_value_lines());
  return result;
}

std::string PowerFlowInstance::describe() const { return fmt::format("{}, from x₀ = {}^{}", at.describe(), s0, at.q); }
bool is_valid(const PowerFlowInstance& i) {
  return verigrad::is_valid(i.at) && i.at.m == 0 && i.at.rho >= 1 && i.at.s < i.s0 && i.s0 <= 1 && i.turn > 0 &&
         i.pace > 0 && i.late >= 0;
}
bool hypotheses_hold(const PowerFlowInstance& i) { return is_valid(i) && i.at.rho > 1; }
bool slow(const PowerFlowInstance& i) { return i.at.p > 2 * i.at.q; }
bool fast(const PowerFlowInstance& i) { return i.at.p < 2 * i.at.q; }

namespace {

void slow_rate(const Run& r, Claims& claims) {
  claims.less("G₀^{1−2a} + (2a − 1)κt < G^{1−2a}", r.reduced(r.s0) + r.growth(), r.reduced(r.s));
  claims.less("(2a − 1)κt G^{2a−1} < 1", r.growth() / r.reduced(r.s), 1);
}
void equality(const Run& r, Claims& claims) {
  claims.equal("G₀^{1−2a} + (2a − 1)κt = G^{1−2a}", r.reduced(r.s0) + r.growth(), r.reduced(r.s));
}
void arrival(const Run& r, Claims& claims) {
  claims.less("G^{1−2a} < G₀^{1−2a} − (1 − 2a)κt", r.reduced(r.s), r.reduced(r.s0) + r.growth());
}
void linear(const Run& r, Claims& claims) {
  claims.at_most("G ≤ G₀e^{−κt}", power(r.s, r.p), power(r.s0, r.p) * exp(-r.kappa * time(r)));
}
void over_t(const Run& r, Claims& claims) {
  const Number G = power(r.s, r.p), kt = r.kappa * time(r);
  claims.less("G(1 + κG₀^{2a−1}t) < G₀", G * (1 + kt * power(r.s0, r.p - 2 * r.q)), power(r.s0, r.p));
  claims.less("κtG < G₀^{2−2a}", kt * G, power(r.s0, 2 * r.q));
}
/// (2a − 1)κ · part · (t₀ + t) < G^{1−2a}, where t is the time since t₀.
Form<PowerFlowInstance> counts_from_zero(const char* key, int denominator) {
  return form<Run>(key,
                   [denominator](const Run& r, Claims& claims) {
                     claims.less("(2a − 1)κt (or t/2) G^{2a−1} < 1",
                                 frac(1, denominator) * (1 + r.late) * r.growth() / r.reduced(r.s), 1);
                   })
      .where(slow);
}
template <class Growth>
Form<PowerFlowInstance> grows_by(const char* key, Growth growth) {
  return form<Run>(key,
                   [growth](const Run& r, Claims& claims) {
                     claims.less("G₀^{1−2a} + planted < G^{1−2a}", r.reduced(r.s0) + growth(r), r.reduced(r.s));
                   })
      .where(slow);
}

struct ValueRun {
  using Instance = SmallValueInstance;
  explicit ValueRun(const SmallValueInstance& i) : G(power(exact(i.g), i.n)), to_2a(power(exact(i.g), i.m)) {}
  Number G, to_2a;  ///< G and G^{2a}
};
void strict(const ValueRun& v, Claims& claims) { claims.less("−G^{2a} < −G", -v.to_2a, -v.G); }
void weak(const ValueRun& v, Claims& claims) { claims.at_most("−G^{2a} ≤ −G", -v.to_2a, -v.G); }

Forms<PowerFlowInstance> planted_rates() {
  return {grows_by("factor: 4κ for κ", [](const Run& r) { return 4 * r.growth(); }),
          grows_by("inverse: ρ² for 1/ρ²", [](const Run& r) { return r.growth() * square(square(r.rho)); }),
          grows_by("missing factor: without 2a − 1", [](const Run& r) { return r.kappa * r.t; }),
          grows_by("missing factor: without c₁", [](const Run& r) { return r.growth() / r.c1; }),
          grows_by("swapped: G₀^{1−2a} twice", [](const Run& r) { return r.growth() + r.reduced(r.s0); })};
}

FalseLine<SmallValueInstance> strict_at_half() {
  return {.words = {.key = "strict at a = 1/2",
                    .place = "Theorem 2.8, proof, case 0 < a ≤ 1/2",
                    .printed = "G < 1, so −G^{2a} < −G",
                    .corrected = "−G^{2a} ≤ −G",
                    .remark = "The case includes a = 1/2. The next line stays strict by (2.23).",
                    .by_hand = "a = 1/2: G^{2a} = G",
                    .weight = Weight::line},
          .printed = form<ValueRun>(strict),
          .counterexample = {.g = 0.5, .n = 1, .m = 1},
          .corrected = {form<ValueRun>(weak)}};
}

}  // namespace

Lines<PowerFlowInstance> lines() { return {.planted = planted_rates(), .separating = separating_flows()}; }
Lines<SmallValueInstance> small_value_lines() { return {.errata = {strict_at_half()}}; }

std::vector<PowerFlowInstance> separating_flows() {
  return {{{3, 1, 0x1p-7, 1.0625}, 0.0625, 1, 0.5},
          {{4, 1, 0x1p-8, 1.0625}, 0.0625, 1.5, 1},
          {{2, 1, 0x1p-8, 1.0625}, 0.0625, 1, 1.5}};
}

Form<PowerFlowInstance> conclusion() { return form<Run>("a > 1/2", slow_rate).where(slow); }
Form<PowerFlowInstance> attained() { return form<Run>("attained", equality).where(slow); }
Form<PowerFlowInstance> linear_rate() {
  return form<Run>("a ≤ 1/2", linear).in_balls().where([](const PowerFlowInstance& i) { return !slow(i); });
}
Form<PowerFlowInstance> finite_time() { return form<Run>("a < 1/2", arrival).where(fast); }
Form<PowerFlowInstance> order_of_one_over_t() { return form<Run>("O(1/t)", over_t).in_balls(); }
Form<PowerFlowInstance> after_shift() {
  return counts_from_zero("after t₀", 2).where([](const PowerFlowInstance& i) { return slow(i) && i.late <= 1; });
}
Form<PowerFlowInstance> without_shift() { return counts_from_zero("t for t − t₀", 1); }

std::string SmallValueInstance::describe() const { return fmt::format("G = {}^{}, 2a = {}/{}", g, n, m, n); }
bool below_one(const SmallValueInstance& i) { return 0 < i.g && i.g < 1 && 0 < i.m && i.m <= i.n; }

}  // namespace verigrad::lojasiewicz_rate
