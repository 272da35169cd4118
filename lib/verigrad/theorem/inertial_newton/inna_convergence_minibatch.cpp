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
struct MomentsRun {
  using Instance = RunInstance;
  explicit MomentsRun(const RunInstance& run) : instance(&run), alpha(exact(run.alpha)), beta(exact(run.beta)) {
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

template <class Change>
Form<RunInstance> moments_with(const char* key, Change change) {
  return form<MomentsRun>(key, [change](const MomentsRun& r, Claims& claims) {
    for (int k = 0; k < r.instance->steps; ++k) {
      const Number g = r.beta * r.gamma[std::size_t(k)];
      MomentForm form = right_moments(g, k);
      change(form, g);
      const Number& next = r.second[std::size_t(k + 1)].theta;
      claims.equal("E θₖ₊₁² = (1 − 8g/3 + 2g²) E θₖ² + 2g²/3", next,
                   form.factor * r.second[std::size_t(k)].theta + form.noise, k);
      claims.at_most("E θₖ₊₁² ≤ 1/(k + 2)", next, form.bound, k);
    }
  });
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
Form<RunInstance> coefficients_with(const char* key, Change change) {
  return form<MomentsRun>(key, [change](const MomentsRun& r, Claims& claims) {
    for (int k = 0; k < r.instance->steps; ++k) {
      Coefficients c = right_coefficients(r.alpha, r.beta, r.gamma[std::size_t(k)]);
      change(c);
      const Number left = 1 - c.share;
      const auto& [theta, mixed, psi] = r.second[std::size_t(k)];
      const SecondMoments& next = r.second[std::size_t(k + 1)];
      claims.equal("E θₖ₊₁²", next.theta,
                   c.square * theta - 2 * c.share * c.mean * mixed + square(c.share) * psi + c.noise, k);
      claims.equal("E θₖ₊₁ψₖ₊₁", next.mixed,
                   c.pull * c.mean * theta + (left * c.mean - c.share * c.pull) * mixed - c.share * left * psi, k);
      claims.equal("E ψₖ₊₁²", next.psi, square(c.pull) * theta + 2 * c.pull * left * mixed + square(left) * psi, k);
    }
  });
}
void constant_moments(const MomentsRun& r, Claims& claims) {
  for (int k = 0; k <= r.instance->steps; ++k) claims.equal("E θₖ² = 1", r.second[std::size_t(k)].theta, 1, k);
}

}  // namespace

Form<RunInstance> minibatch_run() {
  return moments_with("mini-batch", [](const MomentForm&, const Number&) {});
}
Form<RunInstance> minibatch_moments() {
  return coefficients_with("second moments", [](const Coefficients&) {});
}
Form<RunInstance> minibatch_constant_steps() {
  return form<MomentsRun>("γ = 1, mini-batch", constant_moments).of_code();
}

Lines<RunInstance> minibatch_lines() {
  return {.planted = {moments_with("missing term: no noise", [](MomentForm& form, const Number&) { form.noise = 0; }),
                      moments_with("factor: the mean gradient of 𝒥, 1 − 4γ + …",
                                   [](MomentForm& form, const Number& g) { form.factor = square(1 - 2 * g); }),
                      moments_with("rate: 1/(k + 2)²",
                                   [](MomentForm& form, const Number&) { form.bound = square(form.bound); })},
          .separating = {{opposite_parabolas(), 0, 0, {1, 2, 1}, 5}}};
}

Lines<RunInstance> moment_lines() {
  return {.planted = {coefficients_with("missing term: second moments, E|B|² = (E|B|)²",
                                        [](Coefficients& c) { c.square = square(c.mean); }),
                      coefficients_with("sign: second moments, −pull", [](Coefficients& c) { c.pull = -c.pull; }),
                      coefficients_with("missing term: second moments, no noise", [](Coefficients& c) { c.noise = 0; }),
                      coefficients_with("swapped: second moments, pull for share",
                                        [](Coefficients& c) { c.share = c.pull; })},
          .separating = {{opposite_parabolas(), 0, 0, {1, 2, 1}, 4, {}, 3, 1.5}}};
}

}  // namespace verigrad::inna_convergence
