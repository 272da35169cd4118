#include "verigrad/theorem/network/softmax_jacobian.hpp"

#include "verigrad/claim/shape.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/softmax_run.hpp"

namespace verigrad::softmax_jacobian {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mathdnn/2.2",
       .stem = "softmax_jacobian",
       .title = "Jacobian of softmax",
       .source = "MathDNN, Proposition 2.2",
       .text = "𝒮 ∈ 𝒟(ℝᵐ, ]0, 1[ᵐ) and 𝒥_𝒮(z)ᵢⱼ = 𝒮ᵢ(1 − 𝒮ᵢ) for i = j, −𝒮ᵢ𝒮ⱼ else",
       .code = {"network/softmax.hpp: softmax", "network/jacobian.hpp: jacobian::softmax"},
       .hypotheses = {{"domain", "z ∈ ℝᵐ, all of it: Definition 2.2 asks for nothing that could be left out"},
                      {"m", "m ≥ 1, of which m = 1 is wrong for the range (erratum) and right for the Jacobian"}},
       .formal = {.theorems = {"conclusion", "conclusion_range"}, .corrected = "values in ]0, 1[ᵐ for m ≥ 2"}},
      lines());
  return result;
}

namespace {

void claim_jacobian(const LayerRun& r, const Matrix<Number>& jacobian, Claims& claims) {
  const Vector<Number> change = softmax<Number>(r.x + r.h) - softmax<Number>(r.x);
  const Vector<Number> linear = differential(jacobian, r.h);
  const Number bound = square(spread(r.h)) / 8;
  for (Eigen::Index i = 0; i < r.x.size(); ++i) {
    claims.at_most("𝒮ᵢ(z + h) − 𝒮ᵢ(z) − (h Jᵀ)ᵢ ≤ (max h − min h)²/8", change[i] - linear[i], bound, int(i));
    claims.at_most("−(max h − min h)²/8 ≤ 𝒮ᵢ(z + h) − 𝒮ᵢ(z) − (h Jᵀ)ᵢ", -bound, change[i] - linear[i], int(i));
  }
}

void as_printed(const LayerRun& r, Claims& claims) { claim_jacobian(r, jacobian::softmax(softmax(r.x)), claims); }

void in_open_range(const LayerRun& r, Claims& claims) {
  const Vector<Number> s = softmax(r.x);
  for (Eigen::Index k = 0; k < s.size(); ++k) {
    claims.less("0 < 𝒮ₖ", 0, s[k], int(k));
    claims.less("𝒮ₖ < 1", s[k], 1, int(k));
  }
}

/// entry(i, j) = other(i, j) for all i, j, of exponentials r.
template <class Left, class Right>
Form<LayerInstance> entries_equal(Left left, Right right) {
  return form<SoftmaxRun>([=](const SoftmaxRun& r, Claims& claims) {
    for (int i = 0; i < r.m; ++i)
      for (int j = 0; j < r.m; ++j) claims.equal("entry i, j", left(r, i, j), right(r, i, j), i * r.m + j);
  });
}

constexpr auto quotient = [](const SoftmaxRun& r, int i, int j) {
  return (r.delta(i, j) * r.e[i] * r.sum - r.e[j] * r.e[i]) / square(r.sum);
};
constexpr auto simplified = [](const SoftmaxRun& r, int i, int j) { return r.delta(i, j) * r.s[i] - r.s[j] * r.s[i]; };
constexpr auto factored = [](const SoftmaxRun& r, int i, int j) { return r.s[i] * (r.delta(i, j) - r.s[j]); };
/// What the library computes.
constexpr auto shipped = [](const SoftmaxRun& r, int i, int j) { return r.jacobian(i, j); };

void column(const LayerRun& r, Claims& claims) {
  claims.equal("rows of 𝒮(z) = rows of y*", int(row_shape(r.x).transposed().rows), int(row_shape(r.x).rows));
}
void row(const LayerRun& r, Claims& claims) {
  claims.equal("columns of 𝒮(z) = columns of y*", int(softmax(r.x).size()), int(r.y_star.size()));
}

template <class Entry>
Form<LayerInstance> wrong(const char* key, Entry entry) {
  return form<LayerRun>(key, [entry](const LayerRun& r, Claims& claims) {
    const Vector<Number> s = softmax(r.x);
    Matrix<Number> jacobian(s.size(), s.size());
    for (Eigen::Index i = 0; i < s.size(); ++i)
      for (Eigen::Index j = 0; j < s.size(); ++j) jacobian(i, j) = entry(s[i], s[j], i == j ? 1 : 0);
    claim_jacobian(r, jacobian, claims);
  });
}

std::vector<Step<LayerInstance>> steps() {
  return {{"quotient rule", "∂𝒮ᵢ/∂eⱼ = (δᵢⱼ e^{zᵢ} Σₖ e^{zₖ} − e^{zⱼ}e^{zᵢ}) / (Σₖ e^{zₖ})²",
           entries_equal(shipped, quotient).of_code()},
          {"simplified", "… = δᵢⱼ 𝒮ᵢ − 𝒮ⱼ𝒮ᵢ", entries_equal(quotient, simplified)},
          {"factored", "… = 𝒮ᵢ(δᵢⱼ − 𝒮ⱼ)", entries_equal(simplified, factored)}};
}

LayerInstance at_zero(int m) {
  return {.x = Vector<double>::Zero(m), .h = Vector<double>::Zero(m), .y_star = Vector<int>::Zero(m), .exact = false};
}

FalseLine<LayerInstance> range_of_one() {
  return {.words = {.key = "open range",
                    .place = "Definition 2.2 and Proposition 2.2",
                    .printed = "𝒮 : ℝᵐ → ]0, 1[ᵐ",
                    .corrected = "𝒮 : ℝᵐ → ]0, 1[ᵐ for m ≥ 2; 𝒮 = 1 for m = 1",
                    .remark = "No m is excluded: Definition 5.1 allows m_p = 1, and there ξ, whose domain is ]0, 1[ᵐ, "
                              "has no value at 𝒮(z).",
                    .by_hand = "m = 1: 𝒮(z) = e^z/e^z = 1, which is not in ]0, 1[",
                    .weight = Weight::hypothesis,
                    .survives = "everything for m ≥ 2; for m = 1, 𝒮 = 1",
                    .of_statement = true},
          .printed = open_range(),
          .counterexample = at_zero(1),
          .corrected = {open_range().where([](const LayerInstance& instance) { return instance.x.size() >= 2; })}};
}

FalseLine<LayerInstance> shown_as_column() {
  return {.words = {.key = "column",
                    .place = "Definition 2.2",
                    .printed = "𝒮 : ℝᵐ → ]0, 1[ᵐ, 𝒮(z) displayed as a column, m × 1",
                    .corrected = "𝒮(z) is a row, 1 × m: the form of every check",
                    .remark = "By Convention 2 a vector is a matrix with one row; (13) subtracts y* ∈ {0, 1}ᵐ, a row, "
                              "from 𝒮(z), which is defined for a row only, unless m = 1.",
                    .weight = Weight::notation,
                    .same_as = "mathdnn/2.1: column"},
          .printed = form<LayerRun>(column),
          .counterexample = at_zero(2),
          .corrected = {form<LayerRun>(row)}};
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

/// z = (0, 1), the first entry moved.
LayerInstance first_moved() { return {.x = vector({0, 1}), .h = vector({0.125, 0}), .exact = false}; }

}  // namespace

Lines<LayerInstance> lines() {
  return {.steps = steps(),
          .errata = {range_of_one(), shown_as_column()},
          .planted = planted(),
          .separating = {first_moved()}};
}

Form<LayerInstance> conclusion() { return form<LayerRun>("as printed", as_printed); }
Form<LayerInstance> open_range() { return form<LayerRun>(in_open_range); }

}  // namespace verigrad::softmax_jacobian
