#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inna_convergence.hpp"
#include "verigrad/theorem/law.hpp"

namespace verigrad::inna_convergence {
namespace {

/// E θₖ² for k = 0 … steps, by running every sequence of batches.
template <class T>
struct Moments {
  using Instance = RunInstance;
  explicit Moments(const RunInstance& run) : instance(&run) {
    const auto batches = nonempty_batches(run.terms.size());
    Law<Inna::State<T>> law = certain(run.start<T>());
    const auto square_of = [](const Inna::State<T>& state) { return T(square(state.theta[0])); };
    second.push_back(expectation<T>(law, square_of));
    for (int k = 0; k < run.steps; ++k) {
      const T gamma = run.rule.at<T>(k);
      law = after_draw(law, uniform(int(batches.size())), [&](Inna::State<T>& state, int i) {
        state = run.method().step<T>(run.terms, state, batches[std::size_t(i)], gamma);
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

template <class Of>
Form<RunInstance> planted_moments(const char* key, Of of) {
  return form<Moments>(key, moment_claims(of));
}

}  // namespace

Form<RunInstance> minibatch_run() { return form<Moments>("mini-batch", moment_claims(moments_as_they_are)); }

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
