#include "verigrad/number/types.hpp"
#include "verigrad/theorem/inertial_newton/inna_convergence.hpp"
#include "verigrad/theorem/stochastic/law.hpp"

namespace verigrad::inna_convergence {
namespace {

/// E θₖ², E θₖψₖ and E ψₖ².
struct SecondMoments {
  Number theta, mixed, psi;
};

/// They, for k = 0 … steps, by running every sequence of batches.
struct Moments {
  using Instance = RunInstance;
  explicit Moments(const RunInstance& run) : instance(&run), alpha(exact(run.alpha)), beta(exact(run.beta)) {
    const auto batches = nonempty_batches(run.terms.size());
    Law<Inna::State<Number>> law = certain(run.start<Number>());
    keep(law);
    for (int k = 0; k < run.steps; ++k) {
      gamma.push_back(run.rule.at<Number>(k));
      law = after_draw(law, uniform(int(batches.size())), [&](Inna::State<Number>& state, int i) {
        state = run.method().step<Number>(run.terms, state, batches[std::size_t(i)], gamma.back());
      });
      keep(law);
    }
  }
  const RunInstance* instance;
  Number alpha, beta;
  std::vector<Number> gamma;
  std::vector<SecondMoments> second;

private:
  using State = Inna::State<Number>;
  void keep(const Law<State>& law) {
    second.push_back({expectation<Number>(law, [](const State& s) { return square(s.theta[0]); }),
                      expectation<Number>(law, [](const State& s) { return Number(s.theta[0] * s.psi[0]); }),
                      expectation<Number>(law, [](const State& s) { return square(s.psi[0]); })});
  }
};

/// The planted forms change the recursion's factor and noise and the bound.
struct MomentForm {
  Number factor, noise, bound;
};
MomentForm right_moments(const Number& gamma, int k) {
  return {1 - frac(8, 3) * gamma + 2 * square(gamma), frac(2, 3) * square(gamma), frac(1, k + 2)};
}

template <class Of>
auto moment_claims(Of of) {
  return [of](const Moments& r, Claims& claims) {
    for (int k = 0; k < r.instance->steps; ++k) {
      const MomentForm form = of(Number(r.beta * r.gamma[std::size_t(k)]), k);
      const Number& next = r.second[std::size_t(k + 1)].theta;
      claims.equal("E θₖ₊₁² = (1 − 8g/3 + 2g²) E θₖ² + 2g²/3", next,
                   form.factor * r.second[std::size_t(k)].theta + form.noise, k);
      claims.at_most("E θₖ₊₁² ≤ 1/(k + 2)", next, form.bound, k);
    }
  };
}
constexpr auto moments_as_they_are = [](const Number& gamma, int k) { return right_moments(gamma, k); };

template <class Of>
Form<RunInstance> planted_moment(const char* key, Of of) {
  return form<Moments>(key, moment_claims(of));
}

/// The coefficients of one step: θₖ₊₁ = (1 + pull − γβ|B|)θₖ − share·ψₖ + γβc_B, ψₖ₊₁ = pull·θₖ + (1 − share)ψₖ, with
/// E|B| = 4/3, E|B|² = 2, E c_B = E|B|c_B = 0 and E c_B² = ⅔; mean and square are those of 1 + pull − γβ|B|.
struct Coefficients {
  Number share, pull, mean, square, noise;
};
Coefficients right_coefficients(const Number& alpha, const Number& beta, const Number& gamma) {
  const Number share = gamma / beta, pull = share - gamma * alpha, g = gamma * beta;
  const Number mean = 1 + pull - frac(4, 3) * g;
  return {share, pull, mean, verigrad::square(mean) + frac(2, 9) * verigrad::square(g),
          frac(2, 3) * verigrad::square(g)};
}

template <class Change>
auto general_moment_claims(Change change) {
  return [change](const Moments& r, Claims& claims) {
    for (int k = 0; k < r.instance->steps; ++k) {
      const Coefficients c = change(right_coefficients(r.alpha, r.beta, r.gamma[std::size_t(k)]));
      const Number left = 1 - c.share;
      const auto& [theta, mixed, psi] = r.second[std::size_t(k)];
      const SecondMoments& next = r.second[std::size_t(k + 1)];
      claims.equal("E θₖ₊₁²", next.theta,
                   c.square * theta - 2 * c.share * c.mean * mixed + square(c.share) * psi + c.noise, k);
      claims.equal("E θₖ₊₁ψₖ₊₁", next.mixed,
                   c.pull * c.mean * theta + (left * c.mean - c.share * c.pull) * mixed - c.share * left * psi, k);
      claims.equal("E ψₖ₊₁²", next.psi, square(c.pull) * theta + 2 * c.pull * left * mixed + square(left) * psi, k);
    }
  };
}
template <class Change>
Form<RunInstance> planted_coefficient(const char* key, Change change) {
  return form<Moments>(key, general_moment_claims(change));
}

void constant_moments(const Moments& r, Claims& claims) {
  for (int k = 0; k <= r.instance->steps; ++k) claims.equal("E θₖ² = 1", r.second[std::size_t(k)].theta, 1, k);
}

}  // namespace

Form<RunInstance> minibatch_run() { return form<Moments>("mini-batch", moment_claims(moments_as_they_are)); }
Form<RunInstance> minibatch_moments() {
  return form<Moments>("second moments", general_moment_claims([](const Coefficients& c) { return c; }));
}
Form<RunInstance> minibatch_constant_steps() { return form<Moments>("γ = 1, mini-batch", constant_moments); }

Forms<RunInstance> planted_minibatch() {
  return {planted_moment("missing term: no noise",
                         [](const Number& gamma, int k) {
                           MomentForm form = right_moments(gamma, k);
                           form.noise = Number(0);
                           return form;
                         }),
          planted_moment("factor: the mean gradient of 𝒥, 1 − 4γ + …",
                         [](const Number& gamma, int k) {
                           MomentForm form = right_moments(gamma, k);
                           form.factor = square(Number(1 - 2 * gamma));
                           return form;
                         }),
          planted_moment("rate: 1/(k + 2)²", [](const Number& gamma, int k) {
            MomentForm form = right_moments(gamma, k);
            form.bound = square(form.bound);
            return form;
          })};
}

Forms<RunInstance> planted_moments() {
  return {planted_coefficient("missing term: second moments, E|B|² = (E|B|)²",
                              [](Coefficients c) {
                                c.square = square(c.mean);
                                return c;
                              }),
          planted_coefficient("sign: second moments, −pull",
                              [](Coefficients c) {
                                c.pull = -c.pull;
                                return c;
                              }),
          planted_coefficient("missing term: second moments, no noise",
                              [](Coefficients c) {
                                c.noise = Number(0);
                                return c;
                              }),
          planted_coefficient("swapped: second moments, pull for share", [](Coefficients c) {
            c.share = c.pull;
            return c;
          })};
}

}  // namespace verigrad::inna_convergence
