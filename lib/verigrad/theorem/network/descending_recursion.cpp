#include "verigrad/theorem/network/descending_recursion.hpp"

#include "verigrad/autodiff/counted.hpp"
#include "verigrad/network/jacobian.hpp"
#include "verigrad/problem/point.hpp"
#include "verigrad/theorem/network/row_gradients.hpp"

namespace verigrad::descending_recursion {

using namespace row_gradients;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "sgm/5.14",
       .stem = "descending_recursion",
       .title = "Descending recursion",
       .source = "SGM, (5.14) and Definition 5.1.9",
       .text = "∇_{b_{r−1}}(φ ∘ f) = ∇_{b_r}(φ ∘ f) × W_r × ∇S_r∘f^{r−1}, by descending iterations from r = p",
       .code = {"network/jacobian.hpp: jacobian::activation", "network/loss.hpp: loss_gradient"},
       .hypotheses = {{"smooth", "f ∈ C¹ with a smooth activation function S, φ ∈ C¹"}},
       .formal = {.theorems = {"conclusion"}, .corrected = "from r = p down to r = 1"}},
      lines());
  return result;
}

namespace {

/// The gradients in b_0 … b_p, each the one above times step(k).
template <class Step>
std::vector<Matrix<Number>> descend(const Run& r, Matrix<Number> row, Step step) {
  std::vector<Matrix<Number>> result{row};
  for (std::size_t k = std::size_t(r.p); k > 0; --k) {
    row = step(row, k);
    result.insert(result.begin(), row);
  }
  return result;
}

std::vector<Matrix<Number>> recursion(const Run& r) {
  return descend(r, r.dphi,
                 [&](const Matrix<Number>& row, std::size_t k) { return product(product(row, r.W[k]), r.dS[k]); });
}

void printed(const Run& r, Claims& claims) {
  const std::vector<Matrix<Number>> gradients = recursion(r);
  claim_each("(5.14) = dual numbers", gradients, by_dual_numbers(r).b, claims);
  claim_each("(5.14) = full Jacobians", gradients, by_full_jacobians(r).b, claims);
}

/// Multiplications of the products that (5.14) and (5.12) ask for, on matrices of the instance's shapes.
struct Multiplications {
  int recursion = 0, b0_from_right = 0, each_from_left = 0;
};
Matrix<Counted> twos(int rows, int columns) { return Matrix<Counted>::Constant(rows, columns, Counted(2)); }

Multiplications count(const DenseNetwork& network) {
  const int p = network.depth() - 1;
  const auto a = [&](int r) { return network.width(r); };
  const auto from_left = [&](int r) {
    Matrix<Counted> row = twos(1, a(p + 1));
    for (int k = p; k > r; --k) row = product(product(row, twos(a(k + 1), a(k))), twos(a(k), a(k)));
  };
  const auto from_right = [&] {
    if (p == 0) return;
    Matrix<Counted> right = product(twos(a(2), a(1)), twos(a(1), a(1)));
    for (int k = 2; k <= p; ++k) right = product(twos(a(k + 1), a(k)), product(twos(a(k), a(k)), right));
    product(twos(1, a(p + 1)), right);
  };
  const auto each = [&] {
    for (int r = 0; r <= p; ++r) from_left(r);
  };
  // The recursion's products are those of (5.12) for b_0 from the left.
  return {int(Counted::count([&] { from_left(0); }).multiplications), int(Counted::count(from_right).multiplications),
          int(Counted::count(each).multiplications)};
}

void counted(const Run& r, Claims& claims) {
  const Multiplications n = count(r.network);
  int formula = 0;
  for (int k = 1; k <= r.p; ++k) formula += r.a(k) * (r.a(k + 1) + r.a(k));
  claims.equal("recursion: Σ a_r(a_{r+1} + a_r)", n.recursion, formula);
  claims.at_most("recursion ≤ (5.12) for b_0 from the right", n.recursion, n.b0_from_right);
  claims.at_most("recursion ≤ each (5.12) on its own", n.recursion, n.each_from_left);
  if (r.p >= 2) claims.less("recursion < each, p ≥ 2", n.recursion, n.each_from_left);
}

/// The recursion for r = p … last reaches as many gradients as there are biases.
Form<NetworkInstance> reaches(int last) {
  return form<Run>([last](const Run& r, Claims& claims) {
    claims.equal("gradients reached = biases", 1 + r.p - last + 1, int(by_dual_numbers(r).b.size()));
  });
}
/// The indices `first` … p + beyond are those of the layers.
Form<NetworkInstance> layers(int first, int beyond) {
  return form<Run>([=](const Run& r, Claims& claims) {
    claims.equal("first index", first, 0);
    claims.equal("last index", r.p + beyond, int(r.W.size()) - 1);
  });
}
template <class Row>
Form<NetworkInstance> in_x(Row row) {
  return form<Run>([row](const Run& r, Claims& claims) {
    claim_equal("the derivatives with respect to x", row(r), by_dual_numbers(r).x, claims);
  });
}

template <class Rows>
Form<NetworkInstance> wrong(const char* key, Rows rows) {
  return form<Run>(key, [rows](const Run& r, Claims& claims) {
    claim_each("planted = full Jacobians", std::vector<Matrix<Number>>(rows(r)), by_full_jacobians(r).b, claims);
  });
}
/// The recursion with these steps.
template <class Step>
Form<NetworkInstance> wrong_step(const char* key, Step step) {
  return wrong(key, [step](const Run& r) {
    return descend(r, r.dphi,
                   [&](const Matrix<Number>& row, std::size_t k) { return Matrix<Number>(step(r, row, k)); });
  });
}

/// f = 2x, φ = z²/2, x = 1: p = 0.
NetworkInstance doubling() { return one_sample(DenseNetwork::classifier({1, 1}), vector({2, 0}), at(1)); }

FalseLine<NetworkInstance> down_to_zero() {
  return {.words = {.key = "down to r = 0",
                    .place = "Definition 5.1.9",
                    .printed = "the descending iterations (5.14) from r = p to r = 0",
                    .corrected = "the descending iterations (5.14) from r = p to r = 1",
                    .remark = "(5.14) for r = 0 would give a gradient in b_{−1} from ∇S₀∘f^{−1}; the biases are b_0 … "
                              "b_p, and r = 1 gives the last of them.",
                    .weight = Weight::notation,
                    .of_statement = true},
          .printed = reaches(0),
          .counterexample = doubling(),
          .corrected = {reaches(1)}};
}

FalseLine<NetworkInstance> layers_from_one() {
  return {.words = {.key = "layers 1 to p + 1",
                    .place = "paragraph after Lemma 5.1.8",
                    .printed = "all the gradients with respect to (W_r, b_r), 1 ≤ r ≤ p + 1",
                    .corrected = "all the gradients with respect to (W_r, b_r), 0 ≤ r ≤ p",
                    .remark = "f_r, W_r and b_r are defined for 0 ≤ r ≤ p, and Lemmas 5.1.7 and 5.1.8 say 0 ≤ r ≤ p.",
                    .weight = Weight::notation},
          .printed = layers(1, 1),
          .counterexample = doubling(),
          .corrected = {layers(0, 0)}};
}

FalseLine<NetworkInstance> wrong_label() {
  return {.words = {.key = "(5.12) in x",
                    .place = "paragraph after Definition 5.1.9",
                    .printed = "the calculation (5.12) of the derivatives with respect to x",
                    .corrected = "the calculation (5.11) of the derivatives with respect to x",
                    .remark = "(5.12) is the gradient in b_r.",
                    .weight = Weight::notation},
          .printed = in_x([](const Run& r) { return in_bias(r, 0); }),
          .counterexample = doubling(),
          .corrected = {in_x([](const Run& r) { return in_input(r); })}};
}

Forms<NetworkInstance> planted() {
  return {wrong_step("sign in each step",
                     [](const Run& r, const Matrix<Number>& row, std::size_t k) {
                       return Matrix<Number>(-fitting_product(fitting_product(row, r.W[k]), r.dS[k]));
                     }),
          wrong_step("W_{r−1} for W_r",
                     [](const Run& r, const Matrix<Number>& row, std::size_t k) {
                       return fitting_product(fitting_product(row, r.W[k - 1]), r.dS[k]);
                     }),
          wrong_step("without ∇S_r", [](const Run& r, const Matrix<Number>& row,
                                        std::size_t k) { return fitting_product(row, r.W[k]); }),
          wrong_step("order: ∇S_r × W_r",
                     [](const Run& r, const Matrix<Number>& row, std::size_t k) {
                       return fitting_product(fitting_product(row, r.dS[k]), r.W[k]);
                     }),
          wrong_step("∇S_r∘fʳ",
                     [](const Run& r, const Matrix<Number>& row, std::size_t k) {
                       return fitting_product(fitting_product(row, r.W[k]),
                                              jacobian::activation<Number>(r.network.activation(int(k)), r.f[k]));
                     }),
          wrong("started at 1 for ∇φ", [](const Run& r) {
            const Matrix<Number> ones = Matrix<Number>::Ones(1, r.dphi.cols());
            return descend(r, ones, [&](const Matrix<Number>& row, std::size_t k) {
              return product(product(row, r.W[k]), r.dS[k]);
            });
          })};
}

}  // namespace

Lines<NetworkInstance> lines() {
  return {.errata = {down_to_zero(), layers_from_one(), wrong_label()},
          .planted = planted(),
          .separating = row_gradients::separating()};
}

Form<NetworkInstance> conclusion() { return form<Run>("as printed", printed); }
Form<NetworkInstance> differences() {
  return form<Run>("central difference", [](const Run& r, Claims& claims) {
    claim_equal("(5.14) = central difference", recursion(r).front(), by_central_differences(r, frac(1, 4)).b.front(),
                claims);
  });
}
Form<NetworkInstance> cost() { return form<Run>("multiplications", counted); }

}  // namespace verigrad::descending_recursion
