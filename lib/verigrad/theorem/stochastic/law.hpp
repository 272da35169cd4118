// The exact law of a state that indices drawn at random have led to: every sequence of indices is run.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "verigrad/number/frac.hpp"

namespace verigrad {

/// A value of a random state with its probability.
template <class State>
struct Atom {
  State state;
  Rational probability;
};
/// The probabilities add up to 1.
template <class State>
using Law = std::vector<Atom<State>>;

/// The law of a state that is not random.
template <class State>
Law<State> certain(State state) {
  return {{std::move(state), Rational(1)}};
}

/// 1/n for each of n indices.
inline std::vector<Rational> uniform(int n) { return std::vector<Rational>(std::size_t(n), Rational(1) / n); }

/// The law after one more index, drawn independently of all before: i has the probability p[i], and step(state, i)
/// changes the state.
template <class State, class Step>
Law<State> after_draw(const Law<State>& law, const std::vector<Rational>& p, Step step) {
  Law<State> next;
  next.reserve(law.size() * p.size());
  for (const Atom<State>& atom : law)
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (p[i] == 0) continue;
      next.push_back({atom.state, atom.probability * p[i]});
      step(next.back().state, int(i));
    }
  return next;
}

/// The same law with equal states as one, in the order that Before gives.
template <class Before, class State>
Law<State> merged(const Law<State>& law) {
  std::map<State, Rational, Before> shares;
  for (const Atom<State>& atom : law) shares[atom.state] += atom.probability;
  Law<State> result;
  for (const auto& [state, share] : shares) result.push_back({state, share});
  return result;
}

/// E of(state), a number or a vector over T.
template <class T, class State, class Of>
auto expectation(const Law<State>& law, Of of) {
  using Value = std::decay_t<decltype(of(law.front().state))>;
  Value sum = of(law.front().state) * enclose<T>(law.front().probability);
  for (std::size_t a = 1; a < law.size(); ++a) sum += of(law[a].state) * enclose<T>(law[a].probability);
  return sum;
}

}  // namespace verigrad
