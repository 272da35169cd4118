#include "verigrad/theorem/inna_convergence.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/number/select.hpp"
#include "verigrad/number/types.hpp"
#include "verigrad/number/unknowns.hpp"
#include "verigrad/problem/absolute.hpp"
#include "verigrad/problem/quadratic.hpp"
#include "verigrad/theorem/law.hpp"

namespace verigrad::inna_convergence {

const Statement& statement() {
  static const Statement result{
      .id = "inna/2.1",
      .stem = "inna_convergence",
      .title = "Accumulation points are D-critical",
      .source =
          "Thesis, Theorem 2.1 with Assumption 2.1. Almost sure limits are not decided here: the checks are on runs "
          "whose iterates or second moments have closed forms with a known limit",
      .text = "Almost surely, any accumulation point of (θₖ) is D-critical, and (𝒥(θₖ)) converges",
      .hypotheses = {{"step sizes", "γₖ > 0, Σγₖ = ∞, γₖ = o(1/log k); both are needed"},
                     {"batches",
                      "independent and uniform; needed. The noise is not centred as the proof says, see 2.13"},
                     {"bounded", "sup ‖(θₖ, ψₖ)‖ ≤ C; needed for the convergence of 𝒥(θₖ)"},
                     {"terms", "locally Lipschitz and tame; not dropped here"},
                     {"parameters",
                      "β > 0 and α ≥ 0. For α = 0 the proof needs more: E is then no Lyapunov function for "
                      "S, see 2.6. No counterexample to the theorem was found there"},
                     {"D-critical", "Clarke-critical is false: the terms' subgradients may cancel where ∂𝒥 ∌ 0"}},
      .steps = {{"energy on S", "E(θ, ψ) = 2(1 + αβ)𝒥(θ) for (θ, ψ) ∈ S"}},
      .errata = {}};
  return result;
}

std::string RunInstance::describe() const {
  return fmt::format("terms: {}; α = β = 1, θ₀ = {}, ψ₀ = {}, γₖ = {}/(k + {})^{}, {} steps{}", terms.describe(),
                     theta0, psi0, rule.c, rule.shift, rule.power, steps,
                     batch.empty() ? "" : fmt::format(", batch ({})", fmt::join(batch, ", ")));
}

namespace {

Vector<double> at(double x) { return Vector<double>::Constant(1, x); }
constexpr Inna method{1, 1};

template <class T>
Inna::State<T> start_of(const RunInstance& instance) {
  return {exact<T>(at(instance.theta0)), exact<T>(at(instance.psi0))};
}

template <class T>
struct Run {
  using Instance = RunInstance;
  explicit Run(const RunInstance& run) : instance(&run) {
    const BatchIndices batch = run.batch.empty() ? all_terms(run.terms.size()) : run.batch;
    Inna::State<T> state = start_of<T>(run);
    theta.push_back(state.theta[0]);
    for (int k = 0; k < run.steps; ++k) {
      gamma.push_back(run.rule.at<T>(k));
      state = method.step<T>(run.terms, state, batch, gamma.back());
      theta.push_back(state.theta[0]);
    }
  }
  T J(const T& x) const {
    return T(instance->terms.size()) * instance->terms.value<T>(Vector<T>(Vector<T>::Constant(1, x)));
  }
  T A() const { return -exact<T>(instance->psi0); }
  T B() const { return exact<T>(instance->theta0) - A(); }

  const RunInstance* instance;
  std::vector<T> gamma, theta;
};

/// 2A/(k + 2) + 2B/((k + 1)(k + 2)).
template <class T>
T modes(const Run<T>& r, int k) {
  return frac<T>(2, k + 2) * (r.A() + r.B() / T(k + 1));
}
template <class T>
T smooth_bound(const Run<T>& r, int k) {
  return frac<T>(2, k + 2) * (magnitude<T>(r.A()) + magnitude<T>(r.B()));
}

template <class Of>
auto smooth_claims(Of of, bool bound) {
  return [of, bound]<class T>(const Run<T>& r, Claims<T>& claims) {
    for (int k = 0; k <= r.instance->steps; ++k) {
      claims.equal("θₖ = 2A/(k + 2) + 2B/((k + 1)(k + 2))", r.theta[std::size_t(k)], T(of(r, k)), k);
      if (bound && k > 0)
        claims.at_most("|θₖ| ≤ 2(|A| + |B|)/(k + 2)", magnitude<T>(r.theta[std::size_t(k)]), smooth_bound(r, k), k);
    }
  };
}
constexpr auto right_modes = []<class T>(const Run<T>& r, int k) { return modes(r, k); };

constexpr auto attained = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.instance->steps; ++k)
    claims.equal("|θₖ| = 2|A|/(k + 2)", magnitude<T>(r.theta[std::size_t(k)]), smooth_bound(r, k), k);
};

/// |θₖ| ≤ max(γ of `index`(k), |θ₀| − factor · Σ_{j<k} γⱼ).
template <class Index>
auto nonsmooth_claims(Index index, int factor) {
  return [index, factor]<class T>(const Run<T>& r, Claims<T>& claims) {
    T sum(0);
    for (int k = 1; k < r.instance->steps; ++k) {
      sum += r.gamma[std::size_t(k - 1)];
      const T bound =
          larger<T>(r.instance->rule.template at<T>(index(k)), magnitude<T>(r.theta.front()) - T(factor) * sum);
      claims.at_most("|θₖ| ≤ max(γₖ₋₁, |θ₀| − Σγⱼ)", magnitude<T>(r.theta[std::size_t(k)]), bound, k);
    }
  };
}
constexpr auto before = [](int k) { return k - 1; };

/// E θₖ² for k = 0 … steps, by running every sequence of batches.
template <class T>
struct Moments {
  using Instance = RunInstance;
  explicit Moments(const RunInstance& run) : instance(&run) {
    const auto batches = nonempty_batches(run.terms.size());
    Law<Inna::State<T>> law = certain(start_of<T>(run));
    const auto square_of = [](const Inna::State<T>& state) { return T(square(state.theta[0])); };
    second.push_back(expectation<T>(law, square_of));
    for (int k = 0; k < run.steps; ++k) {
      const T gamma = run.rule.at<T>(k);
      law = after_draw(law, uniform(int(batches.size())), [&](Inna::State<T>& state, int i) {
        state = method.step<T>(run.terms, state, batches[std::size_t(i)], gamma);
      });
      second.push_back(expectation<T>(law, square_of));
    }
  }
  const RunInstance* instance;
  std::vector<T> second;
};

/// The planted forms change the recursion's factor and noise and the bound.
template <class T>
struct MomentForm {
  T factor, noise, bound;
};
template <class T>
MomentForm<T> right_moments(const T& gamma, int k) {
  return {T(1) - frac<T>(8, 3) * gamma + T(2) * square(gamma), frac<T>(2, 3) * square(gamma), frac<T>(1, k + 2)};
}

template <class Of>
auto moment_claims(Of of) {
  return [of]<class T>(const Moments<T>& r, Claims<T>& claims) {
    for (int k = 0; k < r.instance->steps; ++k) {
      const MomentForm<T> form = of(r.instance->rule.template at<T>(k), k);
      const T& next = r.second[std::size_t(k + 1)];
      claims.equal("E θₖ₊₁² = (1 − 8γₖ/3 + 2γₖ²) E θₖ² + 2γₖ²/3", next,
                   form.factor * r.second[std::size_t(k)] + form.noise, k);
      claims.at_most("E θₖ₊₁² ≤ 1/(k + 2)", next, form.bound, k);
    }
  };
}
constexpr auto moments_as_they_are = []<class T>(const T& gamma, int k) { return right_moments(gamma, k); };

constexpr auto near_zero = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("|θ_K| ≤ ¼", magnitude<T>(r.theta.back()), frac<T>(1, 4));
};
constexpr auto settled = []<class T>(const Run<T>& r, Claims<T>& claims) {
  claims.at_most("|𝒥(θ_K) − 𝒥(θ_{K/2})| ≤ ¼", magnitude<T>(r.J(r.theta.back()) - r.J(r.theta[r.theta.size() / 2])),
                 frac<T>(1, 4));
};
constexpr auto summable = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.instance->steps; ++k) {
    claims.equal("θₖ = (k + 2)/(2k + 2)", r.theta[std::size_t(k)], frac<T>(k + 2, 2 * k + 2), k);
    claims.less("½ < θₖ", frac<T>(1, 2), r.theta[std::size_t(k)], k);
  }
};
constexpr auto alternating = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.instance->steps; ++k)
    claims.equal("θₖ = (−1)ᵏ", r.theta[std::size_t(k)], T(k % 2 == 0 ? 1 : -1), k);
};
constexpr auto clarke = []<class T>(const Run<T>& r, Claims<T>& claims) {
  for (int k = 0; k <= r.instance->steps; ++k) claims.equal("θₖ = 0", r.theta[std::size_t(k)], T(0), k);
  claims.equal("𝒥(1) = 𝒥(0)", r.J(T(1)), r.J(T(0)));
};

template <class T>
struct OnSteadyStates {
  explicit OnSteadyStates(Unknowns<T>& unknowns)
      : alpha(unknowns.nonnegative("α")), beta(unknowns.positive("β")), theta(unknowns.vector("θ")) {}
  T alpha, beta;
  Vector<T> theta;
};
constexpr auto no_kinetic_energy = []<class T>(const OnSteadyStates<T>& r, Claims<T>& claims) {
  const DinState<T> state{r.theta, T(T(1) - r.alpha * r.beta) * r.theta};
  claims.equal("‖(α − 1/β)θ + (1 − αβ)θ/β‖² = 0", squared_norm(din_residual(state, r.alpha, r.beta)), T(0));
};

template <class Of>
Form<RunInstance> planted_modes(const char* key, Of of) {
  return form<Run>(key, smooth_claims(of, false));
}
template <class Of>
Form<RunInstance> planted_moments(const char* key, Of of) {
  return form<Moments>(key, moment_claims(of));
}

}  // namespace

FiniteSum parabola() { return FiniteSum({make_objective(Quadratic(at(2), at(0)))}); }
FiniteSum magnitude_term() { return FiniteSum({make_objective(Absolute(at(1), at(0)))}); }
FiniteSum opposite_parabolas() {
  return FiniteSum({make_objective(Quadratic(at(1), at(1))), make_objective(Quadratic(at(1), at(-1)))});
}

bool is_slow_decay(const RunInstance& instance) {
  return instance.rule.c == 1 && instance.rule.shift == 3 && instance.rule.power == 1;
}

Form<RunInstance> smooth_run() { return form<Run>("smooth", smooth_claims(right_modes, true)); }
Form<RunInstance> smooth_bound_attained() { return form<Run>("smooth bound", attained); }
Form<RunInstance> nonsmooth_run() { return form<Run>("not smooth", nonsmooth_claims(before, 1)); }
Form<RunInstance> minibatch_run() { return form<Moments>("mini-batch", moment_claims(moments_as_they_are)); }
Form<RunInstance> ends_near_critical() { return form<Run>("ends near 0", near_zero); }
Form<RunInstance> values_settle() { return form<Run>("values settle", settled); }
Form<RunInstance> summable_run() { return form<Run>("Σγ < ∞", summable); }
Form<RunInstance> alternating_run() { return form<Run>("γ = 2", alternating); }
Form<RunInstance> stays_clarke_critical() { return form<Run>("Clarke-critical", clarke); }
GeneralForm energy_on_steady_states() { return general_form<OnSteadyStates>("energy on S", no_kinetic_energy); }

Forms<RunInstance> planted_smooth() {
  return {planted_modes("sign: A − B",
                        []<class T>(const Run<T>& r, int k) { return frac<T>(2, k + 2) * (r.A() - r.B() / T(k + 1)); }),
          planted_modes("index: k + 1 for k + 2",
                        []<class T>(const Run<T>& r, int k) { return frac<T>(2, k + 1) * (r.A() + r.B() / T(k + 1)); }),
          planted_modes("rate: both modes like 1/k",
                        []<class T>(const Run<T>& r, int k) { return frac<T>(2, k + 2) * (r.A() + r.B()); })};
}
Forms<RunInstance> planted_nonsmooth() {
  return {form<Run>("index: γₖ for γₖ₋₁", nonsmooth_claims([](int k) { return k; }, 1)),
          form<Run>("factor: 2Σγⱼ", nonsmooth_claims(before, 2))};
}
Forms<RunInstance> planted_minibatch() {
  return {planted_moments("missing term: no noise",
                          []<class T>(const T& gamma, int k) {
                            MomentForm<T> form = right_moments(gamma, k);
                            form.noise = T(0);
                            return form;
                          }),
          planted_moments("factor: the mean gradient of 𝒥, 1 − 4γ + …",
                          []<class T>(const T& gamma, int k) {
                            MomentForm<T> form = right_moments(gamma, k);
                            form.factor = square(T(T(1) - T(2) * gamma));
                            return form;
                          }),
          planted_moments("rate: 1/(k + 2)²", []<class T>(const T& gamma, int k) {
            MomentForm<T> form = right_moments(gamma, k);
            form.bound = square(form.bound);
            return form;
          })};
}

}  // namespace verigrad::inna_convergence
