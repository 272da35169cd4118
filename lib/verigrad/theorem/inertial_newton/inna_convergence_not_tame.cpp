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

template <class T>
Vector<T> one(const T& x) {
  return Vector<T>::Constant(1, x);
}

/// θ at the end of each leg, and all that is asked of the steps.
template <class T>
struct CriticalRun {
  using Instance = CriticalLegs;
  explicit CriticalRun(const CriticalLegs& instance) : legs(instance.legs) {
    Inna::State<T> state{one(T(0)), one(T(0))};
    for (int leg = 0; leg < legs; ++leg) {
      const int first = power_of(3, leg);
      T time(0);
      for (int k = first; k < 3 * first; ++k) time += frac<T>(1, k);
      speed.push_back(T(1) / time);
      const T v = leg % 2 == 0 ? T(-speed.back()) : speed.back();
      for (int k = first; k < 3 * first; ++k) {
        state = Inna{1, 1}.step<T>(state, one(v), frac<T>(1, k));
        theta.push_back(state.theta[0]);
      }
      end.push_back(state);
    }
  }
  /// 𝒥 = f at an end of [0, 1].
  T value(std::size_t leg) const { return fat_cantor_function::rise<T>() * end[leg].theta[0]; }

  int legs;
  std::vector<T> speed, theta;
  std::vector<Inna::State<T>> end;
};

constexpr auto to_and_fro = []<class T>(const CriticalRun<T>& r, Claims<T>& claims) {
  for (int leg = 0; leg < r.legs; ++leg) {
    const Inna::State<T>& end = r.end[std::size_t(leg)];
    claims.less("|v| < 1", r.speed[std::size_t(leg)], T(1), leg);
    claims.equal("θ = 1, or 0 after an odd leg", end.theta[0], T(leg % 2 == 0 ? 1 : 0), leg);
    claims.equal("ψ = 0", end.psi[0], T(0), leg);
  }
  for (std::size_t k = 0; k < r.theta.size(); ++k) {
    claims.at_most("0 ≤ θₖ", T(0), r.theta[k], int(k));
    claims.at_most("θₖ ≤ 1", r.theta[k], T(1), int(k));
  }
};
constexpr auto last_values = []<class T>(const CriticalRun<T>& r, Claims<T>& claims) {
  const std::size_t last = r.end.size() - 1;
  claims.at_most("|𝒥(θ) − 𝒥(θ′)| ≤ ¼", magnitude<T>(r.value(last) - r.value(last - 1)), frac<T>(1, 4));
};

constexpr Inna light{0.5, 0.03125};

/// (θ, s), which INNA steps linearly: θ⁺ = θ − γ(s + βv), s⁺ = s + γ((1 − αβ)v − αs).
template <class T>
Inna::State<T> at_zero(const T& s) {
  return {one(T(0)), one(T(exact<T>(light.beta) * s))};
}
template <class T>
T residual(const Inna::State<T>& state) {
  return din_residual<T>({state.theta, state.psi}, exact<T>(light.alpha), exact<T>(light.beta))[0];
}

/// v up to the middle of a leg, and after it.
template <class T>
struct Velocities {
  T early, late;
};
template <class T>
struct Leg {
  Velocities<T> v;
  std::vector<T> theta;  ///< before each step
  Inna::State<T> end;

  const T& middle() const { return theta[theta.size() / 2]; }
};
template <class T>
Leg<T> run_leg(int number, Inna::State<T> state, const Velocities<T>& v) {
  const int first = 8 * power_of(2, number);
  Leg<T> leg{v, {}, {}};
  for (int k = first; k < 2 * first; ++k) {
    leg.theta.push_back(state.theta[0]);
    state = light.step<T>(state, one(2 * k < 3 * first ? v.early : v.late), frac<T>(1, k));
  }
  leg.end = state;
  return leg;
}

/// What takes (0, −½) to (0, ½): the end depends affinely on both, so two linear equations.
template <class T>
Velocities<T> to_opposite(int number) {
  const auto end = [&](int early, int late) {
    const Inna::State<T> state = run_leg<T>(number, at_zero<T>(-frac<T>(1, 2)), {T(early), T(late)}).end;
    return std::pair<T, T>{state.theta[0], residual(state)};
  };
  const auto still = end(0, 0), first = end(1, 0), second = end(0, 1);
  const T a = first.first - still.first, b = second.first - still.first;
  const T c = first.second - still.second, d = second.second - still.second;
  const T theta = -still.first, s = frac<T>(1, 2) - still.second;
  const T determinant = a * d - b * c;
  return {T((theta * d - b * s) / determinant), T((a * s - theta * c) / determinant)};
}

template <class T>
struct UncriticalRun {
  using Instance = UncriticalLegs;
  explicit UncriticalRun(const UncriticalLegs& instance) {
    Inna::State<T> state = at_zero<T>(-frac<T>(1, 2));
    for (int number = 0; number < instance.legs; ++number) {
      const Velocities<T> v = to_opposite<T>(number);
      const T sign = sign_of_leg(std::size_t(number));
      legs.push_back(run_leg<T>(number, state, {sign * v.early, sign * v.late}));
      state = legs.back().end;
    }
  }
  /// Of θ and v in a leg.
  static T sign_of_leg(std::size_t number) { return T(number % 2 == 0 ? 1 : -1); }

  std::vector<Leg<T>> legs;
};

constexpr auto round_and_round = []<class T>(const UncriticalRun<T>& r, Claims<T>& claims) {
  for (std::size_t i = 0; i < r.legs.size(); ++i) {
    const Leg<T>& leg = r.legs[i];
    const T sign = r.sign_of_leg(i);
    for (const T& v : {leg.v.early, leg.v.late}) {
      claims.less("1 < ±v", T(1), sign * v, int(i));
      claims.less("±v < 3", sign * v, T(3), int(i));
    }
    claims.equal("a leg begins at θ = 0", leg.theta.front(), T(0), int(i));
    claims.equal("a leg ends at θ = 0", leg.end.theta[0], T(0), int(i));
    claims.equal("a leg ends at s = ±½", residual(leg.end), sign / T(2), int(i));
    claims.less("1/16 < ±θ in the middle", frac<T>(1, 16), sign * leg.middle(), int(i));
    for (std::size_t k = 1; k < leg.theta.size(); ++k) {
      claims.less("0 < ±θ", T(0), sign * leg.theta[k], int(i));
      claims.less("±θ < 1", sign * leg.theta[k], T(1), int(i));
    }
  }
};
constexpr auto last_middle = []<class T>(const UncriticalRun<T>& r, Claims<T>& claims) {
  claims.at_most("|θ| ≤ 1/16", magnitude<T>(r.legs.back().middle()), frac<T>(1, 16));
};

/// The first leg with other velocities, which must not close.
template <class Change>
Form<UncriticalLegs> planted_leg(const char* key, Change change) {
  return form<UncriticalRun>(key, [change]<class T>(const UncriticalRun<T>& r, Claims<T>& claims) {
    const Leg<T>& leg = r.legs.front();
    const Inna::State<T> end = run_leg<T>(0, at_zero<T>(-frac<T>(1, 2)), change(leg.v)).end;
    claims.equal("a leg ends at θ = 0", end.theta[0], T(0));
    claims.equal("a leg ends at s = ±½", residual(end), frac<T>(1, 2));
  });
}

}  // namespace

std::string CriticalLegs::describe() const {
  return fmt::format("𝒥 = f, α = β = 1, θ₀ = ψ₀ = 0, γₖ = 1/(k + 1), v = ∓1/Σγ in turn in {} legs 3ʲ ≤ k + 1 < 3ʲ⁺¹",
                     legs);
}
std::string UncriticalLegs::describe() const {
  return fmt::format(
      "𝒥 = 2|θ| + f(|θ|), α = ½, β = 1/32, θ₀ = 0, ψ₀ = −1/64, γₖ = 1/(k + 8), {} legs 2ʲ⁺³ ≤ k + 8 < 2ʲ⁺⁴, in each "
      "two "
      "values of v that reverse s and bring θ back to 0",
      legs);
}

Form<CriticalLegs> critical_run() { return form<CriticalRun>("𝒥 = f", to_and_fro); }
Form<CriticalLegs> critical_values_settle() { return form<CriticalRun>("𝒥 = f, values settle", last_values); }
Form<UncriticalLegs> uncritical_run() { return form<UncriticalRun>("𝒥 = 2|θ| + f(|θ|)", round_and_round); }
Form<UncriticalLegs> uncritical_ends_near_critical() {
  return form<UncriticalRun>("𝒥 = 2|θ| + f(|θ|), ends near 0", last_middle);
}
Forms<UncriticalLegs> planted_legs() {
  return {planted_leg("swapped: late v first",
                      []<class T>(const Velocities<T>& v) {
                        return Velocities<T>{v.late, v.early};
                      }),
          planted_leg("sign: v leads away from 0", []<class T>(const Velocities<T>& v) {
            return Velocities<T>{-v.early, v.late};
          })};
}

}  // namespace verigrad::inna_convergence
