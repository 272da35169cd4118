#include <fmt/format.h>

#include "verigrad/claim/form.hpp"
#include "verigrad/theorem/inertial_newton/lojasiewicz_rate_run.hpp"

namespace verigrad::lojasiewicz_rate {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.8",
      .stem = "lojasiewicz_rate",
      .title = "General rate",
      .source = "INNA, Theorem 2.8",
      .text =
          "if dG(X)/dt ≤ −c₁‖∂G(X)‖² (i), then |G(X(t)) − G*| = O(1/t); if also c₂‖X′‖ ≤ ‖∂G(X)‖ (ii), X converges to "
          "a critical point with rate O(t^−b), b > 0. With κ = c₁/(ρ²(1 − a)²): G ≤ G₀e^{−κt} for a ≤ 1/2, "
          "G^{1−2a} > G₀^{1−2a} + (2a − 1)κt and ‖X(t) − X̄‖ < ρ/(c₁c₂) ((2a − 1)κt)^{−b}, b = (1 − a)/(2a − 1), for "
          "a > 1/2, attained as ρ → 1 by flows of ‖X‖^c. Found: G < G₀/(1 + κG₀^{2a−1}t) for every a, so that O(1/t) "
          "needs no cases; for a < 1/2 the proof's own inequality gives finite time; lim inf ‖∂G(X)‖ = 0 needs (i) "
          "only, as min ‖∂G‖² ≤ G(X(t))/(c₁t) on [t, 2t], and it is for the limit to be critical that ∂G must have "
          "closed "
          "graph. Of “G ≥ 0, G* = 0, t₀ = 0” the proof uses G(X(t)) > G* and t − t₀ for t, so t/2 for t ≥ 2t₀. Where "
          "X(s) ∈ I, it says nothing of X: there c₁c₂²‖X′‖² ≤ −dG/dt = 0 for t > s, so X stays",
      .hypotheses = {{"bounded", "X is bounded and absolutely continuous"},
                     {"semi-algebraic", "G is semi-algebraic and locally Lipschitz: (2.22) holds; checked for ‖X‖^c"},
                     {"(i)", "dG(X)/dt ≤ −c₁‖∂G(X)‖²; after some t₀ is enough (Remark 2.9)"},
                     {"(ii)", "c₂‖X′‖ ≤ ‖∂G(X)‖, for the second part; after some t₀ is enough"}},
      .steps = {{"(2.22) squared", "−‖∂G‖² < −1/(ρ²(1 − a)²) G^{2a}"},
                {"(2.23)", "dG/dt < −c₁/(ρ²(1 − a)²) G^{2a}"},
                {"a ≤ 1/2", "dG/dt < −κG"},
                {"(2.24)", "G^{−2a} dG/dt = 1/(1 − 2a) d/dt G^{1−2a} < −κ"},
                {"(2.24) integrated", "G^{1−2a} > (2a − 1)κt + G₀^{1−2a}"},
                {"1/(1 − 2a) < −1", "for 1/2 < a < 1; and O(1/t) in both cases"},
                {"(2.25)", "‖X(t) − X(s)‖ ≤ ∫‖X′‖: for every cubic in the plane whose speed is a polynomial"},
                {"(2.26)", "d/dτ G^{1−a} = (1 − a)G^{−a}⟨X′, ∂G⟩, and (2.27)"},
                {"(2.28)", "d/dt G^{1−a} ≤ −c₁(1 − a)G^{−a}‖∂G‖²"},
                {"(2.29)", "−(1 − a)G^{−a}‖∂G‖ < −1/ρ"},
                {"(2.30)", "d/dt G^{1−a} < −c₁/ρ ‖∂G‖ ≤ −c₁c₂/ρ ‖X′‖"},
                {"(2.31)", "∫‖X′‖ ≤ ρ/(c₁c₂) (G(X(s))^{1−a} − G(X(t))^{1−a})"},
                {"rate of X, a > 1/2", "(2.24) and (2.31) give ‖X − X̄‖, and so the Cauchy criterion"},
                {"rate of X, a ≤ 1/2", "so do the linear rate and (2.31)"},
                {"least gradient", "c₁(t − s) min‖∂G‖² ≤ G(X(s)) − G(X(t))"},
                {"X(s) ∈ I", "c₁c₂²‖X′‖² ≤ −dG/dt"}},
      .errata = {{.key = "strict at a = 1/2",
                  .place = "Theorem 2.8, proof, case 0 < a ≤ 1/2",
                  .printed = "G < 1, so −G^{2a} < −G",
                  .corrected = "−G^{2a} ≤ −G",
                  .remark = "the case includes a = 1/2, where G^{2a} = G. The next line stays strict by (2.23)"}}};
  return result;
}

std::string PowerFlow::describe() const { return fmt::format("{}, from x₀ = {}^{}", at.describe(), s0, at.q); }
bool is_valid(const PowerFlow& i) {
  return verigrad::is_valid(i.at) && i.at.m == 0 && i.at.rho >= 1 && i.at.s < i.s0 && i.s0 <= 1 && i.turn > 0 &&
         i.pace > 0 && i.late >= 0;
}
bool hypotheses_hold(const PowerFlow& i) { return is_valid(i) && i.at.rho > 1; }
bool slow(const PowerFlow& i) { return i.at.p > 2 * i.at.q; }
bool fast(const PowerFlow& i) { return i.at.p < 2 * i.at.q; }

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
Form<PowerFlow> counts_from_zero(const char* key, int denominator) {
  return form<Run>(key,
                   [denominator](const Run& r, Claims& claims) {
                     claims.less("(2a − 1)κt (or t/2) G^{2a−1} < 1",
                                 frac(1, denominator) * (1 + r.late) * r.growth() / r.reduced(r.s), 1);
                   })
      .where(slow);
}
template <class Growth>
Form<PowerFlow> grows_by(const char* key, Growth growth) {
  return form<Run>(key,
                   [growth](const Run& r, Claims& claims) {
                     claims.less("G₀^{1−2a} + planted < G^{1−2a}", r.reduced(r.s0) + Number(growth(r)), r.reduced(r.s));
                   })
      .where(slow);
}

struct Value {
  using Instance = SmallValue;
  explicit Value(const SmallValue& i) : G(power(exact(i.g), i.n)), to_2a(power(exact(i.g), i.m)) {}
  Number G, to_2a;  ///< G and G^{2a}
};
void strict(const Value& v, Claims& claims) { claims.less("−G^{2a} < −G", -v.to_2a, -v.G); }
void weak(const Value& v, Claims& claims) { claims.at_most("−G^{2a} ≤ −G", -v.to_2a, -v.G); }

}  // namespace

Form<PowerFlow> conclusion() { return form<Run>("a > 1/2", slow_rate).where(slow); }
Form<PowerFlow> attained() { return form<Run>("attained", equality).where(slow); }
Form<PowerFlow> linear_rate() {
  return form<Run>("a ≤ 1/2", linear).in_balls().where([](const PowerFlow& i) { return !slow(i); });
}
Form<PowerFlow> finite_time() { return form<Run>("a < 1/2", arrival).where(fast); }
Form<PowerFlow> order_of_one_over_t() { return form<Run>("O(1/t)", over_t).in_balls(); }
Form<PowerFlow> after_shift() {
  return counts_from_zero("after t₀", 2).where([](const PowerFlow& i) { return slow(i) && i.late <= 1; });
}
Form<PowerFlow> without_shift() { return counts_from_zero("t for t − t₀", 1); }

Forms<PowerFlow> planted() {
  return {grows_by("factor: 4κ for κ", [](const Run& r) { return 4 * r.growth(); }),
          grows_by("inverse: ρ² for 1/ρ²", [](const Run& r) { return r.growth() * square(square(r.rho)); }),
          grows_by("missing factor: without 2a − 1", [](const Run& r) { return r.kappa * r.t; }),
          grows_by("missing factor: without c₁", [](const Run& r) { return r.growth() / r.c1; }),
          grows_by("swapped: G₀^{1−2a} twice", [](const Run& r) { return r.growth() + r.reduced(r.s0); })};
}

std::string SmallValue::describe() const { return fmt::format("G = {}^{}, 2a = {}/{}", g, n, m, n); }
bool below_one(const SmallValue& i) { return 0 < i.g && i.g < 1 && 0 < i.m && i.m <= i.n; }
Form<SmallValue> erratum() { return form<Value>("strict at a = 1/2", strict); }
Form<SmallValue> corrected() { return form<Value>("strict at a = 1/2", weak); }

}  // namespace verigrad::lojasiewicz_rate
