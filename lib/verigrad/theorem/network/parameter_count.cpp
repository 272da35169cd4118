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
template <class T, class Term>
T sum(const NetworkData<T>& r, Term term) {
  T result(0);
  for (int k = 1; k <= r.network.depth(); ++k) result += T(term(r.network.width(k - 1), r.network.width(k)));
  return result;
}

template <class T>
T shipped(const NetworkData<T>& r) {
  return T(int(r.network.parameter_count()));
}

/// How many entries of all views show each parameter.
template <class T>
Vector<T> appearances(const NetworkData<T>& r) {
  Vector<T> result = Vector<T>::Constant(r.network.parameter_count(), T(0));
  for (int k = 1; k <= r.network.depth(); ++k) {
    for (T& entry : r.network.weights(result, k).reshaped()) entry += T(1);
    for (T& entry : r.network.bias(result, k)) entry += T(1);
  }
  return result;
}

constexpr auto as_printed = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claims.equal("parameter_count() = Σ mₖ(mₖ₋₁ + 1)", shipped(r), sum(r, [](int n, int m) { return m * (n + 1); }));
  const Vector<T> seen = appearances(r);
  claims.equal("entries of all views that show a parameter = 1", seen,
               Vector<T>(Vector<T>::Constant(seen.size(), T(1))));
};

constexpr auto coefficients = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claims.equal("Σ mₖmₖ₋₁ + Σ mₖ = parameter_count()",
               sum(r, [](int n, int m) { return m * n; }) + sum(r, [](int, int m) { return m; }), shipped(r));
};

constexpr auto p_widths = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claims.equal("number of widths = p", T(int(r.network.widths().size())), T(r.network.depth()));
};
constexpr auto one_more_width = []<class T>(const NetworkData<T>& r, Claims<T>& claims) {
  claims.equal("number of widths = p + 1", T(int(r.network.widths().size())), T(r.network.depth() + 1));
};

template <class Term>
Form<NetworkInstance> wrong(const char* key, Term term) {
  return form<NetworkData>(key, [term]<class T>(const NetworkData<T>& r, Claims<T>& claims) {
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
