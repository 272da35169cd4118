#include "verigrad/theorem/network/parameter_count.hpp"

namespace verigrad::parameter_count {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/5.params",
      .stem = "parameter_count",
      .title = "Parameter count of the dense network",
      .source = "MathDNN, corollary of Definition 5.1",
      .text = "the total number of parameters of 𝒩 is Σₖ mₖ(mₖ₋₁ + 1) over k = 1 … p",
      .hypotheses = {{"widths", "m₀, …, m_p ∈ ℕ*; the count needs no mₖ > 0"}},
      .steps = {{"coefficients", "a ∈ (× ℝ^{mₖ₋₁})^{mₖ} × (× ℝ^{mₖ}) has Σ mₖmₖ₋₁ + Σ mₖ coefficients"}},
      .errata = {{.key = "number of widths",
                  .place = "Definition 5.1",
                  .printed = "Let (mₖ)ₖ∈⟦0,p⟧ ∈ (ℕ*)ᵖ",
                  .corrected = "Let (mₖ)ₖ∈⟦0,p⟧ ∈ (ℕ*)ᵖ⁺¹",
                  .remark = "Notation: k = 0 … p are p + 1 widths: one layer (p = 1) has m₀ and m₁"}}};
  return result;
}

namespace {

/// Σₖ term(mₖ₋₁, mₖ).
template <class Term>
Number sum(const NetworkData& r, Term term) {
  Number result(0);
  for (int k = 1; k <= r.network.depth(); ++k) result += Number(term(r.network.width(k - 1), r.network.width(k)));
  return result;
}

Number shipped(const NetworkData& r) { return Number(int(r.network.parameter_count())); }

/// How many entries of all views show each parameter.
Vector<Number> appearances(const NetworkData& r) {
  Vector<Number> result = Vector<Number>::Constant(r.network.parameter_count(), 0);
  for (int k = 1; k <= r.network.depth(); ++k) {
    for (Number& entry : r.network.weights(result, k).reshaped()) entry += Number(1);
    for (Number& entry : r.network.bias(result, k)) entry += Number(1);
  }
  return result;
}

void as_printed(const NetworkData& r, Claims& claims) {
  claims.equal("parameter_count() = Σ mₖ(mₖ₋₁ + 1)", shipped(r), sum(r, [](int n, int m) { return m * (n + 1); }));
  const Vector<Number> seen = appearances(r);
  claims.equal("entries of all views that show a parameter = 1", seen,
               Vector<Number>(Vector<Number>::Constant(seen.size(), 1)));
}

void coefficients(const NetworkData& r, Claims& claims) {
  claims.equal("Σ mₖmₖ₋₁ + Σ mₖ = parameter_count()",
               sum(r, [](int n, int m) { return m * n; }) + sum(r, [](int, int m) { return m; }), shipped(r));
}

void p_widths(const NetworkData& r, Claims& claims) {
  claims.equal("number of widths = p", int(r.network.widths().size()), Number(r.network.depth()));
}
void one_more_width(const NetworkData& r, Claims& claims) {
  claims.equal("number of widths = p + 1", int(r.network.widths().size()), Number(r.network.depth() + 1));
}

template <class Term>
Form<NetworkInstance> wrong(const char* key, Term term) {
  return form<NetworkData>(key, [term](const NetworkData& r, Claims& claims) {
    claims.equal("parameter_count() = Σ term", shipped(r), sum(r, term));
  });
}

}  // namespace

Form<NetworkInstance> conclusion() { return form<NetworkData>("as printed", as_printed); }
Forms<NetworkInstance> steps() { return {form<NetworkData>("coefficients", coefficients)}; }
Forms<NetworkInstance> errata() { return {form<NetworkData>("number of widths", p_widths)}; }
Forms<NetworkInstance> corrected() { return {form<NetworkData>("number of widths", one_more_width)}; }

Forms<NetworkInstance> planted() {
  return {wrong("missing biases: mₖmₖ₋₁", [](int n, int m) { return m * n; }),
          wrong("a bias for each input: (mₖ + 1)mₖ₋₁", [](int n, int m) { return (m + 1) * n; }),
          wrong("one bias a layer: mₖmₖ₋₁ + 1", [](int n, int m) { return m * n + 1; }),
          wrong("biases at both ends: (mₖ + 1)(mₖ₋₁ + 1)", [](int n, int m) { return (m + 1) * (n + 1); }),
          wrong("sum for product: mₖ + mₖ₋₁ + 1", [](int n, int m) { return m + n + 1; })};
}

}  // namespace verigrad::parameter_count
