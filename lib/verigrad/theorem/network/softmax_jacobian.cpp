#include "verigrad/theorem/network/softmax_jacobian.hpp"

#include "verigrad/claim/shape.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/theorem/network/exponentials.hpp"

namespace verigrad::softmax_jacobian {

const Statement& statement() {
  static const Statement result{
      .id = "mathdnn/2.2",
      .stem = "softmax_jacobian",
      .title = "Jacobian of softmax",
      .source = "MathDNN, Proposition 2.2",
      .text = "𝒮 ∈ 𝒟(ℝᵐ, ]0, 1[ᵐ) and 𝒥_𝒮(z)ᵢⱼ = 𝒮ᵢ(1 − 𝒮ᵢ) for i = j, −𝒮ᵢ𝒮ⱼ else",
      .hypotheses = {{"domain", "z ∈ ℝᵐ, all of it: Definition 2.2 asks for nothing that could be left out"},
                     {"m", "m ≥ 1, of which m = 1 is wrong for the range (erratum) and right for the Jacobian"}},
      .steps = {{"quotient rule", "∂𝒮ᵢ/∂eⱼ = (δᵢⱼ e^{zᵢ} Σₖ e^{zₖ} − e^{zⱼ}e^{zᵢ}) / (Σₖ e^{zₖ})²"},
                {"simplified", "… = δᵢⱼ 𝒮ᵢ − 𝒮ⱼ𝒮ᵢ"},
                {"factored", "… = 𝒮ᵢ(δᵢⱼ − 𝒮ⱼ)"}},
      .errata = {
          {.key = "open range",
           .place = "Definition 2.2 and Proposition 2.2",
           .printed = "𝒮 : ℝᵐ → ]0, 1[ᵐ",
           .corrected = "𝒮 : ℝᵐ → ]0, 1[ᵐ for m ≥ 2; 𝒮 = 1 for m = 1",
           .remark = "no m is excluded: Definition 5.1 allows m_p = 1, and there ξ, whose domain is ]0, 1[ᵐ, has "
                     "no value at 𝒮(z)"},
          {.key = "column",
           .place = "Definition 2.2",
           .printed = "𝒮 : ℝᵐ → ]0, 1[ᵐ, 𝒮(z) displayed as a column, m × 1",
           .corrected = "𝒮(z) is a row, 1 × m: the form of every check",
           .remark = "Notation: by Convention 2 a vector is a matrix with one row; (13) subtracts y* ∈ {0, 1}ᵐ, a row, "
                     "from 𝒮(z), which is defined for a row only, unless m = 1"}}};
  return result;
}

namespace {

void claim_jacobian(const LayerData& r, const Matrix<Number>& jacobian, Claims& claims) {
  const Vector<Number> change = softmax<Number>(r.x + r.h) - softmax<Number>(r.x);
  const Vector<Number> linear = differential(jacobian, r.h);
  const Number bound = square(spread(r.h)) / 8;
  for (Eigen::Index i = 0; i < r.x.size(); ++i) {
    claims.at_most("𝒮ᵢ(z + h) − 𝒮ᵢ(z) − (h Jᵀ)ᵢ ≤ (max h − min h)²/8", change[i] - linear[i], bound, int(i));
    claims.at_most("−(max h − min h)²/8 ≤ 𝒮ᵢ(z + h) − 𝒮ᵢ(z) − (h Jᵀ)ᵢ", -bound, change[i] - linear[i], int(i));
  }
}

void as_printed(const LayerData& r, Claims& claims) { claim_jacobian(r, jacobian::softmax(softmax(r.x)), claims); }

void in_open_range(const LayerData& r, Claims& claims) {
  const Vector<Number> s = softmax(r.x);
  for (Eigen::Index k = 0; k < s.size(); ++k) {
    claims.less("0 < 𝒮ₖ", 0, s[k], int(k));
    claims.less("𝒮ₖ < 1", s[k], 1, int(k));
  }
}

/// entry(i, j) = other(i, j) for all i, j, of exponentials r.
template <class Left, class Right>
Form<LayerInstance> entries_equal(const char* key, Left left, Right right) {
  return form<Exponentials, LayerInstance>(key, [=](const Exponentials& r, Claims& claims) {
    for (int i = 0; i < r.m; ++i)
      for (int j = 0; j < r.m; ++j)
        claims.equal("entry i, j", Number(left(r, i, j)), Number(right(r, i, j)), i * r.m + j);
  });
}

constexpr auto quotient = [](const Exponentials& r, int i, int j) {
  return (r.delta(i, j) * r.e[i] * r.sum - r.e[j] * r.e[i]) / square(r.sum);
};
constexpr auto simplified = [](const Exponentials& r, int i, int j) {
  return r.delta(i, j) * r.s[i] - r.s[j] * r.s[i];
};
constexpr auto factored = [](const Exponentials& r, int i, int j) { return r.s[i] * (r.delta(i, j) - r.s[j]); };
/// What the library computes.
constexpr auto shipped = [](const Exponentials& r, int i, int j) { return r.jacobian(i, j); };

void column(const LayerData& r, Claims& claims) {
  claims.equal("rows of 𝒮(z) = rows of y*", int(row_shape(r.x).transposed().rows), int(row_shape(r.x).rows));
}
void row(const LayerData& r, Claims& claims) {
  claims.equal("columns of 𝒮(z) = columns of y*", int(softmax(r.x).size()), int(r.y_star.size()));
}

template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerData>(key, [entry](const LayerData& r, Claims& claims) {
    const Vector<Number> s = softmax(r.x);
    Matrix<Number> jacobian(s.size(), s.size());
    for (Eigen::Index i = 0; i < s.size(); ++i)
      for (Eigen::Index j = 0; j < s.size(); ++j) jacobian(i, j) = Number(entry(s[i], s[j], Number(i == j ? 1 : 0)));
    claim_jacobian(r, jacobian, claims);
  });
}

}  // namespace

Form<LayerInstance> conclusion() { return form<LayerData>("as printed", as_printed); }
Form<LayerInstance> open_range() { return form<LayerData>("open range", in_open_range); }

Forms<LayerInstance> steps() {
  return {entries_equal("quotient rule", quotient, shipped), entries_equal("simplified", quotient, simplified),
          entries_equal("factored", simplified, factored)};
}

Forms<LayerInstance> errata() { return {open_range(), form<LayerData>("column", column)}; }
Forms<LayerInstance> corrected() {
  return {open_range().where([](const LayerInstance& instance) { return instance.x.size() >= 2; }),
          form<LayerData>("column", row)};
}

Forms<LayerInstance> planted() {
  return {wrong("sign: −𝒮ᵢ(δᵢⱼ − 𝒮ⱼ)", [](const Number& a, const Number& b, const Number& d) { return a * (b - d); }),
          wrong("factor: 𝒮ᵢ(δᵢⱼ − 𝒮ⱼ)/2",
                [](const Number& a, const Number& b, const Number& d) { return a * (d - b) / 2; }),
          wrong("off-diagonal sign: +𝒮ᵢ𝒮ⱼ",
                [](const Number& a, const Number& b, const Number& d) { return a * (d - (2 * d - 1) * b); }),
          wrong("missing term: δᵢⱼ𝒮ᵢ", [](const Number& a, const Number&, const Number& d) { return a * d; }),
          wrong("missing factor: δᵢⱼ − 𝒮ⱼ", [](const Number&, const Number& b, const Number& d) { return d - b; }),
          wrong("index: 𝒮ᵢ(δᵢⱼ − 𝒮ᵢ)", [](const Number& a, const Number&, const Number& d) { return a * (d - a); })};
}

}  // namespace verigrad::softmax_jacobian
