#include "verigrad/theorem/stochastic_instance.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

struct ByEntries {
  bool operator()(const Vector<Rational>& a, const Vector<Rational>& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  }
};

StochasticGradient method(const StochasticInstance& instance) {
  return {instance.steps.value_or(StronglyConvexStep{instance.mu})};
}

Rational probability(const StochasticInstance& instance, int i) {
  if (instance.probabilities.empty()) return Rational(1) / instance.f.size();
  return exact<Rational>(instance.probabilities[std::size_t(i)]);
}

Law next(const StochasticInstance& instance, const Law& law, int k) {
  std::map<Vector<Rational>, Rational, ByEntries> merged;
  for (const Atom& now : law)
    for (int i = 0; i < instance.f.size(); ++i) {
      const Rational share = probability(instance, i);
      if (share == 0) continue;
      const auto state = method(instance).step<Rational>(instance.f, {now.x, k}, i);
      merged[state.x] += share * now.probability;
    }
  Law result;
  for (const auto& [x, share] : merged) result.push_back({x, share});
  return result;
}

void require_valid(const StochasticInstance& instance) {
  if (!instance.f.rational())
    throw std::invalid_argument("StochasticInstance: f is not rational; use terms with + − × ÷ only");
  if (instance.x0.size() != instance.f.dimension())
    throw std::invalid_argument(fmt::format("StochasticInstance: x0 has {} entries; f has dimension {}",
                                            instance.x0.size(), instance.f.dimension()));
  if (!instance.probabilities.empty() && int(instance.probabilities.size()) != instance.f.size())
    throw std::invalid_argument(fmt::format("StochasticInstance: {} probabilities for {} terms; give one a term",
                                            instance.probabilities.size(), instance.f.size()));
  if (instance.n < 0)
    throw std::invalid_argument(fmt::format("StochasticInstance: n is {}; use 0 or more steps", instance.n));
}

std::string in_words(const StepSizes& steps) {
  if (const auto* constant = std::get_if<ConstantStep>(&steps)) return fmt::format("τ = {}", constant->tau);
  if (const auto* decaying = std::get_if<DecayingStep>(&steps))
    return fmt::format("τₖ = {}/(1 + k/{})", decaying->tau0, decaying->k0);
  return fmt::format("τₖ = 1/({}(k+1))", std::get<StronglyConvexStep>(steps).mu);
}

}  // namespace

std::string StochasticInstance::describe() const {
  std::string result = fmt::format("{}; x₀ = {}, μ = {}, {} steps", f.describe(), verigrad::in_words(x0), mu, n);
  if (steps) result += ", " + in_words(*steps);
  if (!probabilities.empty()) result += fmt::format(", P(i) = {}", fmt::join(probabilities, ", "));
  if (claimed_C2) result += fmt::format(", C² = {}", *claimed_C2);
  return result;
}

std::vector<Law> laws(const StochasticInstance& instance) {
  require_valid(instance);
  std::vector<Law> result{{{exact<Rational>(instance.x0), Rational(1)}}};
  for (int k = 0; k < instance.n; ++k) result.push_back(next(instance, result.back(), k));
  return result;
}

Rational largest_squared_gradient(const FiniteSum& f, const Law& law) {
  Rational largest = 0;
  for (const Atom& atom : law)
    for (int i = 0; i < f.size(); ++i)
      largest = std::max(largest, squared_norm<Rational>(f.term(i).over<Rational>().gradient(atom.x)));
  return largest;
}

}  // namespace verigrad
