#include "verigrad/theorem/step_tuned/gradient_variation_run.hpp"

#include "verigrad/problem/point.hpp"
#include "verigrad/problem/quadratic.hpp"

namespace verigrad::gradient_variation {
namespace {

std::vector<BatchIndices> single_terms(int n) {
  std::vector<BatchIndices> result;
  for (int i = 0; i < n; ++i) result.push_back({i});
  return result;
}

Vector<Rational> expected_curvature(const FiniteSum& f, const Vector<Rational>& theta) {
  Vector<Rational> sum = 0 * theta;
  for (int n = 0; n < f.size(); ++n) {
    const auto& term = f.term(n).over<Rational>();
    sum += term.hessian_product(theta, term.gradient(theta));
  }
  return sum / Rational(f.size());
}

const char* other_batch_in_words(Estimate estimate) {
  switch (estimate) {
    case Estimate::stochastic: return "index: Bₖ for Bₖ₋₁";
    case Estimate::exact: return "∇𝒥_{Bₖ}(θₖ₋₁) for ∇𝒥(θₖ₋₁)";
    case Estimate::expected: break;
  }
  return "index: αₖ for αₖ₋₁ in Gₖ";
}

}  // namespace

Vector<Rational> Printed::variation(const TunedInstance& i, Estimate estimate, int k, bool other_batch) const {
  const Vector<Rational>&now = points[k], &before = points[k - 1];
  const BatchIndices& last = i.batches[other_batch ? k : k - 1];
  switch (estimate) {
    case Estimate::stochastic:
      return i.f.batch_gradient<Rational>(i.batches[k], now) - i.f.batch_gradient<Rational>(last, before);
    case Estimate::exact:
      return i.f.gradient<Rational>(now) -
             (other_batch ? i.f.batch_gradient<Rational>(last, before) : i.f.gradient<Rational>(before));
    case Estimate::expected: break;
  }
  const Rational factor = exact<Rational>(i.rates[other_batch ? k : k - 1]) * gammas[k - 1];
  return -factor * expected_curvature(i.f, before);
}

Printed::Printed(const TunedInstance& i, Estimate estimate, Slip slip) : points{exact<Rational>(i.theta0)} {
  Rational last = 1;
  for (int k = 0; k < i.steps(); ++k) {
    const Vector<Rational> g = i.f.batch_gradient<Rational>(i.batches[k], points[k]);
    Rational gamma = 1;
    Vector<Rational> G = 0 * g;
    if (k > 0) {
      G = variation(i, estimate, k, slip == Slip::batch);
      if (slip == Slip::sign) G = -G;
      const Vector<Rational> moved = points[k] - points[k - 1];
      gamma = printed_step(moved, G, exact<Rational>(i.nu));
      if (slip == Slip::gradient_in_numerator && dot<Rational>(G, moved) > 0)
        gamma *= squared_norm<Rational>(G) / squared_norm<Rational>(moved);
      if (slip != Slip::unbounded) gamma = printed_bounds(gamma, i);
    }
    variations.push_back(G);
    gammas.push_back(gamma);
    points.push_back(points[k] - exact<Rational>(i.rates[k]) * (slip == Slip::late ? last : gamma) * g);
    last = gamma;
  }
}

Run::Run(const TunedInstance& i, Estimate estimate) : instance(i) {
  const GradientVariationSgd method{{1}, i.nu, i.bounds()};
  auto state = method.start<Number>(exact(i.theta0));
  const std::vector<BatchIndices> terms = single_terms(i.f.size());
  points = {state.theta};
  for (int k = 0; k < i.steps(); ++k) {
    const Vector<Number> g = i.f.batch_gradient<Number>(i.batches[k], state.theta);
    Vector<Number> G = 0 * g;
    if (k > 0 && estimate == Estimate::stochastic) G = StochasticVariation::of<Number>(state, g);
    if (k > 0 && estimate == Estimate::exact) G = ExactVariation::of<Number>(i.f, state);
    if (k > 0 && estimate == Estimate::expected) G = ExpectedVariation::of<Number>(i.f, state, terms);
    method.advance<Number>(state, g, G, exact(i.rates[k]));
    variations.push_back(G);
    gammas.push_back(state.gamma);
    points.push_back(state.theta);
  }
}

Form<TunedInstance> follows(const char* key, Estimate estimate, Slip slip) {
  return {key, [=](const TunedInstance& instance, Claims& claims) {
            const Run r(instance, estimate);
            const Printed printed(instance, estimate, slip);
            for (int k = 0; k < instance.steps(); ++k) {
              claims.equal("γₖ", r.gammas[k], enclose<Number>(printed.gammas[k]), k);
              claims.equal("θₖ₊₁", r.points[k + 1], enclose(printed.points[k + 1]));
            }
          }};
}

Form<TunedInstance> variation_follows(const char* key, Estimate estimate) {
  return {key, [=](const TunedInstance& instance, Claims& claims) {
            const Run r(instance, estimate);
            const Printed printed(instance, estimate);
            for (int k = 0; k < instance.steps(); ++k)
              claims.equal("Gₖ", r.variations[k], enclose(printed.variations[k]));
          }};
}

Form<TunedInstance> recursion(const char* key, Estimate estimate) {
  return {key, [=](const TunedInstance& i, Claims& claims) {
            const Run r(i, estimate);
            const Printed printed(i, estimate);
            for (int k = 1; k < i.steps(); ++k) {
              const Vector<Rational> moved = printed.points[k] - printed.points[k - 1];
              const Rational product = dot<Rational>(printed.variations[k], moved);
              if (printed.gammas[k] * product != squared_norm<Rational>(moved)) continue;
              const Vector<Rational> g = i.f.batch_gradient<Rational>(i.batches[k], printed.points[k]);
              claims.equal("(θₖ₊₁ − θₖ)⟨Gₖ, Δθₖ⟩ = −αₖ‖Δθₖ‖²∇𝒥_{Bₖ}(θₖ)",
                           Vector<Number>(enclose<Number>(product) * (r.points[k + 1] - r.points[k])),
                           enclose(Vector<Rational>(-exact<Rational>(i.rates[k]) * squared_norm<Rational>(moved) * g)));
            }
          }};
}

Form<TunedInstance> same_as_exact(const char* key, Estimate estimate) {
  return {key, [=](const TunedInstance& instance, Claims& claims) {
            const Run r(instance, estimate), other(instance, Estimate::exact);
            for (int k = 1; k < instance.steps(); ++k)
              claims.equal("γₖ of the exact variation", r.gammas[k], other.gammas[k], k);
          }};
}

Forms<TunedInstance> planted(Estimate estimate) {
  return {follows("sign: −Gₖ", estimate, Slip::sign), follows(other_batch_in_words(estimate), estimate, Slip::batch),
          follows("index: γₖ₋₁ for γₖ", estimate, Slip::late),
          follows("missing term: no bounds", estimate, Slip::unbounded),
          follows("‖Gₖ‖² for ‖Δθₖ‖²", estimate, Slip::gradient_in_numerator)};
}

TunedInstance four_batches() {
  return {FiniteSum({make_objective(Quadratic(at(1), at(4))), make_objective(Quadratic(at(0.5), at(0)))}),
          at(1),
          {0.5, 0.25, 0.125, 0.0625},
          {{0}, {1}, {0}, {1}},
          4,
          0,
          0.125,
          1.25};
}

TunedInstance whole_batches() {
  TunedInstance result = four_batches();
  for (BatchIndices& batch : result.batches) batch = {0, 1};
  return result;
}

TunedInstance one_term() {
  TunedInstance result = four_batches();
  result.f = FiniteSum({make_objective(Quadratic(at(1), at(4)))});
  for (BatchIndices& batch : result.batches) batch = {0};
  return result;
}

TunedInstance wide_bounds() {
  TunedInstance result = four_batches();
  result.m = 0.015625;
  result.M = 64;
  return result;
}

Erratum undefined_move(const std::string& place, const std::string& printed, const std::string& corrected,
                       const std::string& same_as) {
  return {.key = "Δθ_{Bₖ} undefined",
          .place = place,
          .printed = printed,
          .corrected = corrected,
          .remark =
              "(4.14) defines Δθ_{Bₖ} = θ_{k+½} − θₖ, and this algorithm has no θ_{k+½}: as printed it cannot run. "
              "The next line divides by the product with Δθₖ, whose sign is the one to test; so do the recursions "
              "of 4.3.3.",
          .weight = Weight::notation,
          .same_as = same_as};
}

}  // namespace verigrad::gradient_variation
