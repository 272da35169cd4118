#include <fmt/format.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"
#include "verigrad/theorem/nonsmooth/fat_cantor_function.hpp"

namespace verigrad::inna_convergence {
namespace {

int power_of(int base, int exponent) {
  int power = 1;
  for (int i = 0; i < exponent; ++i) power *= base;
  return power;
}

Vector<Number> one(const Number& x) { return Vector<Number>::Constant(1, x); }

/// θ at the end of each leg, and all that is asked of the steps.
struct CriticalRun {
  using Instance = CriticalInstance;
  explicit CriticalRun(const CriticalInstance& instance) : legs(instance.legs) {
    Inna::State<Number> state{one(0), one(0)};
    for (int leg = 0; leg < legs; ++leg) {
      const int first = power_of(3, leg);
      Number time(0);
      for (int k = first; k < 3 * first; ++k) time += frac(1, k);
      speed.push_back(1 / time);
      const Number v = leg % 2 == 0 ? Number(-speed.back()) : speed.back();
      for (int k = first; k < 3 * first; ++k) {
        state = Inna{1, 1}.step<Number>(state, one(v), frac(1, k));
        theta.push_back(state.theta[0]);
      }
      end.push_back(state);
    }
  }
  /// 𝒥 = f at an end of [0, 1].
  Number value(std::size_t leg) const { return fat_cantor_function::rise() * end[leg].theta[0]; }

  int legs;
  std::vector<Number> speed, theta;
  std::vector<Inna::State<Number>> end;
};

void to_and_fro(const CriticalRun& r, Claims& claims) {
  for (int leg = 0; leg < r.legs; ++leg) {
    const Inna::State<Number>& end = r.end[std::size_t(leg)];
    claims.less("|v| < 1", r.speed[std::size_t(leg)], 1, leg);
    claims.equal("θ = 1, or 0 after an odd leg", end.theta[0], Number(leg % 2 == 0 ? 1 : 0), leg);
    claims.equal("ψ = 0", end.psi[0], 0, leg);
  }
  for (std::size_t k = 0; k < r.theta.size(); ++k) {
    claims.at_most("0 ≤ θₖ", 0, r.theta[k], int(k));
    claims.at_most("θₖ ≤ 1", r.theta[k], 1, int(k));
  }
}
void last_values(const CriticalRun& r, Claims& claims) {
  const std::size_t last = r.end.size() - 1;
  claims.at_most("|𝒥(θ) − 𝒥(θ′)| ≤ ¼", magnitude<Number>(r.value(last) - r.value(last - 1)), frac(1, 4));
}

constexpr Inna light{0.5, 0.03125};

/// (θ, s), which INNA steps linearly: θ⁺ = θ − γ(s + βv), s⁺ = s + γ((1 − αβ)v − αs).
Inna::State<Number> at_zero(const Number& s) { return {one(0), one(Number(exact(light.beta) * s))}; }
Number residual(const Inna::State<Number>& state) {
  return din_residual<Number>({state.theta, state.psi}, exact(light.alpha), exact(light.beta))[0];
}

/// v up to the middle of a leg, and after it.
struct Velocities {
  Number early, late;
};
struct Leg {
  Velocities v;
  std::vector<Number> theta;  ///< before each step
  Inna::State<Number> end;

  const Number& middle() const { return theta[theta.size() / 2]; }
};
Leg run_leg(int number, Inna::State<Number> state, const Velocities& v) {
  const int first = 8 * power_of(2, number);
  Leg leg{v, {}, {}};
  for (int k = first; k < 2 * first; ++k) {
    leg.theta.push_back(state.theta[0]);
    state = light.step<Number>(state, one(2 * k < 3 * first ? v.early : v.late), frac(1, k));
  }
  leg.end = state;
  return leg;
}

/// What takes (0, −½) to (0, ½): the end depends affinely on both, so two linear equations.
Velocities to_opposite(int number) {
  const auto end = [&](int early, int late) {
    const Inna::State<Number> state = run_leg(number, at_zero(-frac(1, 2)), {early, late}).end;
    return std::pair<Number, Number>{state.theta[0], residual(state)};
  };
  const auto still = end(0, 0), first = end(1, 0), second = end(0, 1);
  const Number a = first.first - still.first, b = second.first - still.first;
  const Number c = first.second - still.second, d = second.second - still.second;
  const Number theta = -still.first, s = frac(1, 2) - still.second;
  const Number determinant = a * d - b * c;
  return {Number((theta * d - b * s) / determinant), Number((a * s - theta * c) / determinant)};
}

struct UncriticalRun {
  using Instance = UncriticalInstance;
  explicit UncriticalRun(const UncriticalInstance& instance) {
    Inna::State<Number> state = at_zero(-frac(1, 2));
    for (int number = 0; number < instance.legs; ++number) {
      const Velocities v = to_opposite(number);
      const Number sign = sign_of_leg(std::size_t(number));
      legs.push_back(run_leg(number, state, {sign * v.early, sign * v.late}));
      state = legs.back().end;
    }
  }
  /// Of θ and v in a leg.
  static Number sign_of_leg(std::size_t number) { return Number(number % 2 == 0 ? 1 : -1); }

  std::vector<Leg> legs;
};

void round_and_round(const UncriticalRun& r, Claims& claims) {
  for (std::size_t i = 0; i < r.legs.size(); ++i) {
    const Leg& leg = r.legs[i];
    const Number sign = r.sign_of_leg(i);
    for (const Number& v : {leg.v.early, leg.v.late}) {
      claims.less("1 < ±v", 1, sign * v, int(i));
      claims.less("±v < 3", sign * v, 3, int(i));
    }
    claims.equal("a leg begins at θ = 0", leg.theta.front(), 0, int(i));
    claims.equal("a leg ends at θ = 0", leg.end.theta[0], 0, int(i));
    claims.equal("a leg ends at s = ±½", residual(leg.end), sign / 2, int(i));
    claims.less("1/16 < ±θ in the middle", frac(1, 16), sign * leg.middle(), int(i));
    for (std::size_t k = 1; k < leg.theta.size(); ++k) {
      claims.less("0 < ±θ", 0, sign * leg.theta[k], int(i));
      claims.less("±θ < 1", sign * leg.theta[k], 1, int(i));
    }
  }
}
void last_middle(const UncriticalRun& r, Claims& claims) {
  claims.at_most("|θ| ≤ 1/16", magnitude<Number>(r.legs.back().middle()), frac(1, 16));
}

/// The first leg with other velocities, which must not close.
template <class Change>
Form<UncriticalInstance> planted_leg(const char* key, Change change) {
  return form<UncriticalRun>(key, [change](const UncriticalRun& r, Claims& claims) {
    const Leg& leg = r.legs.front();
    const Inna::State<Number> end = run_leg(0, at_zero(-frac(1, 2)), change(leg.v)).end;
    claims.equal("a leg ends at θ = 0", end.theta[0], 0);
    claims.equal("a leg ends at s = ±½", residual(end), frac(1, 2));
  });
}

}  // namespace

std::string CriticalInstance::describe() const {
  return fmt::format("𝒥 = f, α = β = 1, θ₀ = ψ₀ = 0, γₖ = 1/(k + 1), v = ∓1/Σγ in turn in {} legs 3ʲ ≤ k + 1 < 3ʲ⁺¹",
                     legs);
}
std::string UncriticalInstance::describe() const {
  return fmt::format(
      "𝒥 = 2|θ| + f(|θ|), α = ½, β = 1/32, θ₀ = 0, ψ₀ = −1/64, γₖ = 1/(k + 8), {} legs 2ʲ⁺³ ≤ k + 8 < 2ʲ⁺⁴, in each "
      "two values of v that reverse s and bring θ back to 0",
      legs);
}

Form<CriticalInstance> critical_run() { return form<CriticalRun>("𝒥 = f", to_and_fro); }
Form<CriticalInstance> critical_values_settle() { return form<CriticalRun>("𝒥 = f, values settle", last_values); }
Form<UncriticalInstance> uncritical_run() { return form<UncriticalRun>("𝒥 = 2|θ| + f(|θ|)", round_and_round); }
Form<UncriticalInstance> uncritical_ends_near_critical() {
  return form<UncriticalRun>("𝒥 = 2|θ| + f(|θ|), ends near 0", last_middle);
}
Forms<UncriticalInstance> planted_legs() {
  return {planted_leg("swapped: late v first",
                      [](const Velocities& v) {
                        return Velocities{v.late, v.early};
                      }),
          planted_leg("sign: v leads away from 0", [](const Velocities& v) {
            return Velocities{-v.early, v.late};
          })};
}

}  // namespace verigrad::inna_convergence
