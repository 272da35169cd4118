#include "verigrad/theorem/network/parameter_count.hpp"

namespace verigrad::parameter_count {

const Statement& statement() {
  static const Statement result =
      with_lines({.id = "mathdnn/5.params",
                  .stem = "parameter_count",
                  .title = "Parameter count of the dense network",
                  .source = "MathDNN, corollary of Definition 5.1",
                  .text = "the total number of parameters of 𝒩 is Σₖ mₖ(mₖ₋₁ + 1) over k = 1 … p",
                  .code = {"network/dense_network.hpp: DenseNetwork"},
                  .hypotheses = {{"widths", "m₀, …, m_p ∈ ℕ*; the count needs no mₖ > 0"}},
                  .formal = {.theorems = {"conclusion", "conclusion_weights_and_biases"}}},
                 lines());
  return result;
}

namespace {

/// Σₖ term(mₖ₋₁, mₖ).
template <class Term>
Number sum(const NetworkRun& r, Term term) {
  Number result(0);
  for (int k = 1; k <= r.network.depth(); ++k) result += term(r.network.width(k - 1), r.network.width(k));
  return result;
}

Number shipped(const NetworkRun& r) { return int(r.network.parameter_count()); }

/// How many entries of all views show each parameter.
Vector<Number> appearances(const NetworkRun& r) {
  Vector<Number> result = Vector<Number>::Zero(r.network.parameter_count());
  for (int k = 1; k <= r.network.depth(); ++k) {
    for (Number& entry : r.network.weights(result, k).reshaped()) entry += 1;
    for (Number& entry : r.network.bias(result, k)) entry += 1;
  }
  return result;
}

void as_printed(const NetworkRun& r, Claims& claims) {
  claims.equal("parameter_count() = Σ mₖ(mₖ₋₁ + 1)", shipped(r), sum(r, [](int n, int m) { return m * (n + 1); }));
  const Vector<Number> seen = appearances(r);
  claims.equal("entries of all views that show a parameter = 1", seen,
               Vector<Number>(Vector<Number>::Ones(seen.size())));
}

void coefficients(const NetworkRun& r, Claims& claims) {
  claims.equal("parameter_count() = Σ mₖmₖ₋₁ + Σ mₖ", shipped(r),
               sum(r, [](int n, int m) { return m * n; }) + sum(r, [](int, int m) { return m; }));
}

void p_widths(const NetworkRun& r, Claims& claims) {
  claims.equal("number of widths = p", int(r.network.widths().size()), r.network.depth());
}
void one_more_width(const NetworkRun& r, Claims& claims) {
  claims.equal("number of widths = p + 1", int(r.network.widths().size()), r.network.depth() + 1);
}

template <class Term>
Form<NetworkInstance> wrong(const char* key, Term term) {
  return form<NetworkRun>(key, [term](const NetworkRun& r, Claims& claims) {
    claims.equal("parameter_count() = Σ term", shipped(r), sum(r, term));
  });
}

FalseLine<NetworkInstance> number_of_widths() {
  return {.words = {.key = "number of widths",
                    .place = "Definition 5.1",
                    .printed = "Let (mₖ)ₖ∈⟦0,p⟧ ∈ (ℕ*)ᵖ",
                    .corrected = "Let (mₖ)ₖ∈⟦0,p⟧ ∈ (ℕ*)ᵖ⁺¹",
                    .remark = "K = 0 … p are p + 1 widths: one layer (p = 1) has m₀ and m₁.",
                    .weight = Weight::notation},
          .printed = form<NetworkRun>(p_widths),
          .counterexample = {DenseNetwork::classifier({1, 1})},
          .corrected = {form<NetworkRun>(one_more_width).of_code()}};
}

Forms<NetworkInstance> planted() {
  return {wrong("missing biases: mₖmₖ₋₁", [](int n, int m) { return m * n; }),
          wrong("a bias for each input: (mₖ + 1)mₖ₋₁", [](int n, int m) { return (m + 1) * n; }),
          wrong("one bias a layer: mₖmₖ₋₁ + 1", [](int n, int m) { return m * n + 1; }),
          wrong("biases at both ends: (mₖ + 1)(mₖ₋₁ + 1)", [](int n, int m) { return (m + 1) * (n + 1); }),
          wrong("sum for product: mₖ + mₖ₋₁ + 1", [](int n, int m) { return m + n + 1; })};
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.steps = {{"coefficients", "a ∈ (× ℝ^{mₖ₋₁})^{mₖ} × (× ℝ^{mₖ}) has Σ mₖmₖ₋₁ + Σ mₖ coefficients",
                     form<NetworkRun>(coefficients).of_code()}},
          .errata = {number_of_widths()},
          .planted = planted(),
          .separating = {{DenseNetwork::classifier({1, 3})}}};
}

Form<NetworkInstance> conclusion() { return form<NetworkRun>("as printed", as_printed).of_code(); }

}  // namespace verigrad::parameter_count
