// Stochastic gradient methods, Lemma 5.6.7: the inequality of the weak solution by exact integration against polynomial
// test functions, what attains it, and what the two schemes do at the kink; planted mistakes.
#include "verigrad/theorem/nonsmooth/absolute_value_flow.hpp"

#include "verigrad/number/polynomial_integral.hpp"
#include "verigrad/number/select.hpp"
#include "verigrad/problem/objective.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/weak_flows.hpp"

namespace verigrad::absolute_value_flow::properties {
namespace {

namespace theorem = absolute_value_flow;
using theorem::FlowInstance;
using theorem::SchemeInstance;

constexpr const char* stem = "absolute_value_flow";

/// y on the other side of 0: −φ turns the inequality round.
constexpr FlowInstance negative_test{.w0 = 1, .y = -1, .T = 1, .p = 1, .q = 0, .negative = true};

/// φ that is not in C¹, for w₀ = 3, w = 3 − t up to t = 2 where φ ends.
struct RoughInstance {
  bool jumps;  ///< φ = (2 − t)² from t = 1 on, 0 before; else φ = min(t, 2 − t)

  bool rational() const { return true; }
  std::string describe() const {
    return jumps ? "w₀ = 3, φ = (2 − t)² on [1, 2]" : "w₀ = 3, φ = min(t, 2 − t) on [0, 2]";
  }
};

/// (5.44) with φ′ where it exists.
void rough_inequality(const RoughInstance& i, Claims& claims) {
  for (int y = i.jumps ? 0 : -4; y <= (i.jumps ? 0 : 4); ++y) {
    const auto integral = [&](const auto& phi, const Number& from, const Number& to) {
      return polynomial_integral<Number>(
          [&](const Number& t) {
            const Number w = 3 - t;
            return Number(frac(1, 2) * square(w - y) * phi(t).second + (std::abs(y) - w) * phi(t).first);
          },
          from, to);
    };
    using Both = std::pair<Number, Number>;
    const Number late = integral(
        [&](const Number& t) {
          const Number left = 2 - t;
          return i.jumps ? Both(square(left), -2 * left) : Both(left, -1);
        },
        1, 2);
    const Number early = i.jumps ? Number(0) : integral([](const Number& t) { return Both(t, 1); }, 0, 1);
    claims.at_most("0 ≤ ∫ [|w − y|²/2 φ′ + (|y| − |w|)φ] dt, φ(0) = 0", 0, early + late, y);
  }
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "as printed"}, generate::tested_absolute_value_flow(), theorem::hypotheses_hold,
              theorem::conclusion()),
      sampled({stem, Kind::conclusion, "explicit and implicit scheme"}, generate::sign_scheme(),
              theorem::scheme_hypotheses_hold, theorem::schemes()),
      examined({stem, Kind::sharp, "w and y on one side"}, FlowInstance{2, 3, 1, 1, 1}, theorem::attained()),
      examined({stem, Kind::sharp, "the explicit scheme is off by Δt"}, SchemeInstance{2, 1, 1, 3},
               theorem::off_by_dt()),
      examined({stem, Kind::conclusion, "the explicit scheme does not come to rest"}, SchemeInstance{1.25, 1, 0, 9},
               theorem::oscillates()),
      examined({stem, Kind::dropped, "without φ ≥ 0", Verdict::fails}, negative_test, theorem::conclusion()),
      examined({stem, Kind::dropped, "without φ in C¹: φ jumps up", Verdict::fails}, RoughInstance{true},
               rough_inequality),
      examined({stem, Kind::dropped, "without φ in C¹: a kink does no harm"}, RoughInstance{false}, rough_inequality)};
  append(checks,
         planted_checks(stem, generate::tested_absolute_value_flow(), theorem::hypotheses_hold, theorem::lines()));
  append(checks,
         planted_checks(stem, generate::sign_scheme(), theorem::scheme_hypotheses_hold, theorem::scheme_lines()));
  return checks;
}

}  // namespace verigrad::absolute_value_flow::properties
