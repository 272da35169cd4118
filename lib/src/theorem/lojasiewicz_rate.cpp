#include "verigrad/theorem/lojasiewicz_rate.hpp"

#include <fmt/format.h>

#include "verigrad/theorem/ball_form.hpp"

namespace verigrad::lojasiewicz_rate {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.8",
      .stem = "lojasiewicz_rate",
      .title = "General rate",
      .source = "INNA, Theorem 2.8",
      .text =
          "if dG(X)/dt ≤ −c₁‖∂G(X)‖² (i), then |G(X(t)) − G*| = O(1/t); if also c₂‖X′‖ ≤ ‖∂G(X)‖ (ii), X converges to "
          "a "
          "critical point with rate O(t^−b), b > 0. With κ = c₁/(ρ²(1 − a)²): G ≤ G₀e^{−κt} for a ≤ 1/2, "
          "G^{1−2a} > G₀^{1−2a} + (2a − 1)κt for a > 1/2, both attained as ρ → 1 by gradient flows of |x|^c. Found: "
          "for "
          "a < 1/2 the proof's own inequality gives finite time, not only a linear rate",
      .hypotheses = {{"bounded", "X is bounded and absolutely continuous"},
                     {"semi-algebraic", "G is semi-algebraic and locally Lipschitz: (2.22) holds; checked for |x|^c"},
                     {"(i)", "dG(X)/dt ≤ −c₁‖∂G(X)‖²"},
                     {"(ii)", "c₂‖X′‖ ≤ ‖∂G(X)‖, for the second part"}},
      .steps = {{"(2.23)", "dG/dt < −c₁/(ρ²(1 − a)²) G^{2a}"},
                {"(2.24)", "G^{−2a} dG/dt < −c₁/(ρ²(1 − a)²)"},
                {"(2.28)", "d/dt G^{1−a} ≤ −c₁(1 − a)G^{−a}‖∂G‖²"},
                {"(2.29)", "−(1 − a)G^{−a}‖∂G‖ < −1/ρ"},
                {"(2.30)", "d/dt G^{1−a} < −c₁/ρ ‖∂G‖ ≤ −c₁c₂/ρ ‖X′‖"}},
      .errata = {{.key = "strict at a = 1/2",
                  .place = "Theorem 2.8, proof, case 0 < a ≤ 1/2",
                  .printed = "G < 1, so −G^{2a} < −G",
                  .corrected = "−G^{2a} ≤ −G",
                  .remark = "the case includes a = 1/2, where G^{2a} = G. The next line stays strict by (2.23)"}}};
  return result;
}

std::string PowerFlow::describe() const { return fmt::format("{}, from x₀ = {}^{}", at.describe(), s0, at.q); }
bool is_valid(const PowerFlow& i) {
  return verigrad::is_valid(i.at) && i.at.m == 0 && i.at.rho >= 1 && i.at.s < i.s0 && i.s0 <= 1;
}
bool hypotheses_hold(const PowerFlow& i) { return is_valid(i) && i.at.rho > 1; }
bool slow(const PowerFlow& i) { return i.at.p > 2 * i.at.q; }
bool fast(const PowerFlow& i) { return i.at.p < 2 * i.at.q; }

namespace {

template <class T>
struct Run {
  using Instance = PowerFlow;
  explicit Run(const PowerFlow& i)
      : p(i.at.p),
        q(i.at.q),
        s(exact<T>(i.at.s)),
        s0(exact<T>(i.s0)),
        rho(exact<T>(i.at.rho)),
        kappa(square(frac<T>(p, q)) / square(rho)) {
    if (p != 2 * q)
      t = (integer_power(s, 2 * q - p) - integer_power(s0, 2 * q - p)) / (frac<T>(p, q) * frac<T>(p - 2 * q, q));
  }
  /// G^{1−2a}, from s.
  T reduced(const T& root) const { return integer_power(root, 2 * q - p); }
  T two_a_less_one() const { return frac<T>(p - 2 * q, p); }

  int p, q;
  T s, s0, rho;
  T kappa;  ///< c₁/(ρ²(1 − a)²)
  T t;      ///< the time from s₀ to s, where c ≠ 2
};

constexpr auto slow_rate = []<class T>(const Run<T>& r, Claims<T>& claims) {
  const T growth = r.two_a_less_one() * r.kappa * r.t;
  claims.less("G₀^{1−2a} + (2a − 1)κt < G^{1−2a}", r.reduced(r.s0) + growth, r.reduced(r.s));
  claims.less("(2a − 1)κt G^{2a−1} < 1", growth / r.reduced(r.s), T(1));
  claims.less("‖X(t) − X(0)‖ < ρ/(c₁c₂)(G₀^{1−a} − G^{1−a})", integer_power(r.s0, r.q) - integer_power(r.s, r.q),
              r.rho * (integer_power(r.s0, r.q) - integer_power(r.s, r.q)));
};
constexpr auto equality = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.equal("G₀^{1−2a} + (2a − 1)κt = G^{1−2a}", r.reduced(r.s0) + r.two_a_less_one() * r.kappa * r.t,
               r.reduced(r.s));
};
constexpr auto arrival = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.less("G^{1−2a} < G₀^{1−2a} − (1 − 2a)κt", r.reduced(r.s),
              r.reduced(r.s0) + r.two_a_less_one() * r.kappa * r.t);
};
constexpr auto linear = [](const Run<Ball>& r, Claims<Ball>& claims) {
  const Ball t = r.p == 2 * r.q ? Ball(r.q) * log(r.s0 / r.s) / Ball(2) : r.t;
  claims.at_most("G ≤ G₀e^{−κt}", integer_power(r.s, r.p), integer_power(r.s0, r.p) * exp(-r.kappa * t));
};
template <class Growth>
Form<PowerFlow> grows_by(const char* key, Growth growth) {
  return form<Run>(key,
                   [growth]<class T>(const Run<T>& r, Claims<T>& claims) {
                     claims.less("G₀^{1−2a} + planted < G^{1−2a}", r.reduced(r.s0) + T(growth(r)), r.reduced(r.s));
                   })
      .where(slow);
}

/// Everything that the lines of the proof speak of at one time, with the slack of each assumption.
template <class T>
struct State {
  explicit State(Unknowns<T>& u)
      : rho(u.positive("ρ")),
        share(u.positive("1 − a")),
        c1(u.positive("c₁")),
        c2(u.positive("c₂")),
        power(u.positive("G^−a")),
        excess(u.positive("excess of (2.22)")),
        slack(u.nonnegative("slack of (i)")),
        rest(u.nonnegative("slack of (ii)")),
        gradient((T(1) + excess) / (rho * share * power)),
        speed((gradient - rest) / c2),
        rate(-c1 * square(gradient) - slack),
        reduced_rate(share * power * rate),
        kappa(c1 / (square(rho) * square(share))) {}

  T rho, share, c1, c2, power, excess, slack, rest;
  T gradient;      ///< ‖∂G‖
  T speed;         ///< ‖X′‖
  T rate;          ///< dG/dt
  T reduced_rate;  ///< d/dt G^{1−a}, (2.26)
  T kappa;
};
/// left < right, where right − left is `gap`, of which the sign shows.
template <class T>
void claim_less(Claims<T>& claims, std::string_view name, const T& left, const T& right, const T& gap) {
  claims.equal(name, right - left, gap);
  claims.less("0 < the difference", T(0), gap);
}
constexpr auto line_23 = []<class T>(const State<T>& s, Claims<T>& claims) {
  const T gap = s.slack + s.kappa / square(s.power) * s.excess * (T(2) + s.excess);
  claim_less<T>(claims, "dG/dt < −κG^{2a}", s.rate, -s.kappa / square(s.power), gap);
};
constexpr auto line_24 = []<class T>(const State<T>& s, Claims<T>& claims) {
  const T gap = square(s.power) * s.slack + s.kappa * s.excess * (T(2) + s.excess);
  claim_less<T>(claims, "G^{−2a} dG/dt < −κ", square(s.power) * s.rate, -s.kappa, gap);
};
constexpr auto line_28 = []<class T>(const State<T>& s, Claims<T>& claims) {
  const T gap = s.share * s.power * s.slack;
  claims.equal("d/dt G^{1−a} + c₁(1 − a)G^{−a}‖∂G‖²", -s.c1 * s.share * s.power * square(s.gradient) - s.reduced_rate,
               gap);
  claims.at_most("0 ≤ the difference", T(0), gap);
};
constexpr auto line_29 = []<class T>(const State<T>& s, Claims<T>& claims) {
  claim_less<T>(claims, "−(1 − a)G^{−a}‖∂G‖ < −1/ρ", -s.share * s.power * s.gradient, T(-1) / s.rho, s.excess / s.rho);
};
constexpr auto line_30 = []<class T>(const State<T>& s, Claims<T>& claims) {
  const T gap = s.share * s.power * s.slack + s.c1 * s.gradient * s.excess / s.rho;
  claim_less<T>(claims, "d/dt G^{1−a} < −c₁/ρ ‖∂G‖", s.reduced_rate, -s.c1 / s.rho * s.gradient, gap);
  const T by_speed = s.c1 / s.rho * s.rest;
  claims.equal("c₁/ρ ‖∂G‖ − c₁c₂/ρ ‖X′‖", s.c1 / s.rho * s.gradient - s.c1 * s.c2 / s.rho * s.speed, by_speed);
  claims.at_most("0 ≤ the second difference", T(0), by_speed);
};
/// A planted mistake about a line: left(state) < right(state).
template <class Left, class Right>
GeneralForm line(const char* key, Left left, Right right) {
  return general_form<State>(
      key, [=]<class T>(const State<T>& s, Claims<T>& claims) { claims.less("planted", T(left(s)), T(right(s))); });
}

template <class T>
struct Value {
  using Instance = SmallValue;
  explicit Value(const SmallValue& i)
      : G(integer_power(exact<T>(i.g), i.n)), power(integer_power(exact<T>(i.g), i.m)) {}
  T G, power;  ///< G and G^{2a}
};
constexpr auto strict = []<class T>(const Value<T>& v, Claims<T>& claims) {
  claims.less("−G^{2a} < −G", -v.power, -v.G);
};
constexpr auto weak = []<class T>(const Value<T>& v, Claims<T>& claims) {
  claims.at_most("−G^{2a} ≤ −G", -v.power, -v.G);
};

template <class T>
struct Other {
  using Instance = OtherFlow;
  explicit Other(const OtherFlow& i) : s(exact<T>(i.s)), bound(exact<T>(i.bound)) {}
  T s, bound;
};
constexpr auto times_value = []<class T>(const Other<T>& o, Claims<T>& claims) {
  claims.at_most("t G(X(t)) ≤ bound", (integer_power(o.s, 3) - T(1)) / (T(3) * o.s), o.bound);
};
constexpr auto opposite_points = []<class T>(const Other<T>& o, Claims<T>& claims) {
  claims.at_most("‖X(t + π) − X(t)‖ ≤ bound for large t", T(2) * o.s, o.bound);
};
constexpr auto opposite_values = []<class T>(const Other<T>& o, Claims<T>& claims) {
  claims.at_most("|G(X(2πk + π)) − G(X(2πk))| ≤ bound for large k", o.s - (-o.s), o.bound);
};

}  // namespace

Form<PowerFlow> conclusion() { return form<Run>("a > 1/2", slow_rate).where(slow); }
Form<PowerFlow> attained() { return form<Run>("attained", equality).where(slow); }
Form<PowerFlow> linear_rate() {
  return ball_form<Run<Ball>>("a ≤ 1/2", linear).where([](const PowerFlow& i) { return !slow(i); });
}
Form<PowerFlow> finite_time() { return form<Run>("a < 1/2", arrival).where(fast); }

Forms<PowerFlow> planted() {
  const auto growth = []<class T>(const Run<T>& r) { return r.two_a_less_one() * r.kappa * r.t; };
  return {grows_by("factor: 4κ for κ", [=](const auto& r) { return growth(r) + growth(r) + growth(r) + growth(r); }),
          grows_by("inverse: ρ² for 1/ρ²", [=](const auto& r) { return growth(r) * square(square(r.rho)); }),
          grows_by("missing factor: without 2a − 1", []<class T>(const Run<T>& r) { return r.kappa * r.t; }),
          grows_by("swapped: G₀^{1−2a} twice", [=](const auto& r) { return growth(r) + r.reduced(r.s0); })};
}

GeneralForms general_steps() {
  return {general_form<State>("(2.23)", line_23), general_form<State>("(2.24)", line_24),
          general_form<State>("(2.28)", line_28), general_form<State>("(2.29)", line_29),
          general_form<State>("(2.30)", line_30)};
}
GeneralForms general_planted() {
  const auto rate = [](const auto& s) { return s.rate; };
  const auto reduced = [](const auto& s) { return s.reduced_rate; };
  return {
      line("(2.23) with G^a", rate, [](const auto& s) { return -s.kappa / s.power; }),
      line("(2.23) with 1/(ρ(1 − a))", rate, [](const auto& s) { return -s.c1 / (s.rho * s.share * square(s.power)); }),
      line(
          "(2.24) with ρ² above", [](const auto& s) { return square(s.power) * s.rate; },
          [](const auto& s) { return -s.kappa * square(square(s.rho)); }),
      line("(2.30) without ρ", reduced, [](const auto& s) { return -s.c1 * s.gradient; }),
      line("(2.30) with c₁/c₂", reduced, [](const auto& s) { return -s.c1 / (s.rho * s.c2) * s.speed; })};
}

std::string SmallValue::describe() const { return fmt::format("G = {}^{}, 2a = {}/{}", g, n, m, n); }
bool below_one(const SmallValue& i) { return 0 < i.g && i.g < 1 && 0 < i.m && i.m <= i.n; }
Form<SmallValue> erratum() { return form<Value>("strict at a = 1/2", strict); }
Form<SmallValue> corrected() { return form<Value>("strict at a = 1/2", weak); }

std::string OtherFlow::describe() const { return fmt::format("s = {}, bound {}", s, bound); }
Form<OtherFlow> unbounded() { return form<Other>("unbounded", times_value); }
Form<OtherFlow> circle() { return form<Other>("circle", opposite_points); }
Form<OtherFlow> circle_values() { return form<Other>("circle values", opposite_values); }

}  // namespace verigrad::lojasiewicz_rate
