#include "verigrad/trial/descent_problems.hpp"

namespace verigrad::trial {
namespace {

/// The rate that the program has, or ½.
double rate_of(const Declared& declared) { return declared.hyper.value_or("lr", 0.5); }

}  // namespace

std::vector<double> products(const Declared& declared, std::vector<double> usual) {
  if (!declared.hyper.has("L")) return usual;
  return {rate_of(declared) * declared.hyper.at("L")};
}

double smoothness(const Declared& declared, double product) {
  return declared.hyper.value_or("L", product / rate_of(declared));
}

Problem descent_on(ObjectivePtr f, Vector<double> start, const Declared& declared, int steps) {
  const Rational rate = exact<Rational>(rate_of(declared));
  return {FiniteSum({std::move(f)}), std::move(start), std::vector<Rational>(std::size_t(steps), rate), declared.hyper};
}

DescentInstance instance_of(const Problem& problem, const std::vector<Run>& runs) {
  const Run& run = runs.front();
  return {problem.objective(), problem.start, approximate(problem.rates.front()), run.steps(), run.x};
}

bool admissible(const DescentInstance& instance, Claims& claims) {
  const Number L = exact(instance.L());
  claims.less("α < 2/L", exact(instance.alpha), 2 / L);
  if (instance.step_is_admissible()) return true;
  const ObjectiveOver<Number>& f = instance.f->over<Number>();
  for (std::size_t k = 1; k < instance.recording.size(); ++k)
    claims.at_most("f(xₖ) ≤ f(x₀)", f.value(exact(instance.recording[k])), f.value(exact(instance.x0)), int(k));
  return false;
}

}  // namespace verigrad::trial
