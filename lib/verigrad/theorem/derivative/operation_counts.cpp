#include "verigrad/theorem/derivative/operation_counts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/autodiff/derivative.hpp"
#include "verigrad/number/product.hpp"

namespace verigrad::operation_counts {

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "mfds/14.3.5",
       .stem = "operation_counts",
       .title = "Operation counts",
       .source = "MFDS, section 14.3.5",
       .text =
           "the complexity of the forward and backward modes are n₀ Σ_{k=1}^{t−1} nₖnₖ₊₁ and n_t Σ_{k=0}^{t−2} nₖnₖ₊₁; "
           "so if n_t ≪ n₀ the backward mode is cheaper",
       .found = "a product \"necessitates npq operations\" by rows times columns only; Strassen's of 2 × 2 matrices "
                "multiplies 7 times",
       .code = {"autodiff/derivative.hpp: reverse_gradient", "autodiff/derivative.hpp: forward_gradient",
                "autodiff/counted.hpp: Counted"},
       .hypotheses = {{"feed-forward", "f = f_t ∘ … ∘ f₁, Aₖ = ∂fₖ(xₖ₋₁) of size nₖ × nₖ₋₁"},
                      {"count", "a product takes the multiplications of rows times columns; Aₖ are given and dense"}},
       .formal = {.theorems = {"conclusion_forward", "conclusion_backward", "conclusion_either_end",
                               "conclusion_when_cheaper"},
                  .corrected = "the counts, without that the backward mode is cheaper if n_t ≪ n₀"}},
      lines());
  return result;
}

std::string Chain::describe() const { return fmt::format("n₀, …, n_t = {}", fmt::join(n, ", ")); }
std::string Product::describe() const { return fmt::format("f(x) = x₁ ⋯ x_p, p = {}", p); }

namespace {

/// A₁, …, A_t with small whole entries.
template <class T>
std::vector<Matrix<T>> jacobians(const Chain& chain) {
  std::vector<Matrix<T>> result;
  for (int k = 1; k <= chain.t(); ++k) {
    Matrix<T> a(chain.n[std::size_t(k)], chain.n[std::size_t(k) - 1]);
    for (Eigen::Index i = 0; i < a.rows(); ++i)
      for (Eigen::Index j = 0; j < a.cols(); ++j) a(i, j) = T(int((7 * i + 3 * j + 5 * k) % 7) - 3);
    result.push_back(a);
  }
  return result;
}

template <class T>
Matrix<T> from_the_right(const Chain& chain) {
  const std::vector<Matrix<T>> a = jacobians<T>(chain);
  Matrix<T> result = a.front();
  for (std::size_t k = 1; k < a.size(); ++k) result = product(a[k], result);
  return result;
}

template <class T>
Matrix<T> from_the_left(const Chain& chain) {
  const std::vector<Matrix<T>> a = jacobians<T>(chain);
  Matrix<T> result = a.back();
  for (std::size_t k = a.size() - 1; k-- > 0;) result = product(result, a[k]);
  return result;
}

long sum_of_products(const Chain& chain, int first, int last) {
  long sum = 0;
  for (int k = first; k <= last; ++k) sum += long(chain.n[std::size_t(k)]) * chain.n[std::size_t(k) + 1];
  return sum;
}
long forward_formula(const Chain& chain) { return chain.n.front() * sum_of_products(chain, 1, chain.t() - 1); }
long backward_formula(const Chain& chain) { return chain.n.back() * sum_of_products(chain, 0, chain.t() - 2); }

/// Multiplications of Strassen's product of 2 × 2 matrices, whose result is compared with the usual one.
struct StrassenCount {
  long multiplications;
  bool same_product;
};
StrassenCount strassen() {
  Matrix<Counted> a(2, 2), b(2, 2), c(2, 2);
  a << Counted(1), Counted(2), Counted(3), Counted(5);
  b << Counted(7), Counted(11), Counted(13), Counted(17);
  const OperationCount count = Counted::count([&] {
    const Counted m1 = (a(0, 0) + a(1, 1)) * (b(0, 0) + b(1, 1));
    const Counted m2 = (a(1, 0) + a(1, 1)) * b(0, 0);
    const Counted m3 = a(0, 0) * (b(0, 1) - b(1, 1));
    const Counted m4 = a(1, 1) * (b(1, 0) - b(0, 0));
    const Counted m5 = (a(0, 0) + a(0, 1)) * b(1, 1);
    const Counted m6 = (a(1, 0) - a(0, 0)) * (b(0, 0) + b(0, 1));
    const Counted m7 = (a(0, 1) - a(1, 1)) * (b(1, 0) + b(1, 1));
    c << m1 + m4 - m5 + m7, m3 + m5, m2 + m4, m1 - m2 + m3 + m6;
  });
  const Matrix<Counted> usual = product(a, b);
  bool same = true;
  for (Eigen::Index i = 0; i < 4; ++i) same = same && c(i / 2, i % 2).value() == usual(i / 2, i % 2).value();
  return {count.multiplications, same};
}

struct Run {
  using Instance = Chain;
  explicit Run(const Chain& given) : chain(given) {}
  const Chain& chain;
};

Number whole(long count) { return Number(int(count)); }

void printed(const Run& r, Claims& claims) {
  claims.equal("forward: multiplications", whole(counted_forward(r.chain)), whole(forward_formula(r.chain)));
  claims.equal("backward: multiplications", whole(counted_backward(r.chain)), whole(backward_formula(r.chain)));
}

void npq(const Run& r, Claims& claims) {
  const std::vector<Matrix<Counted>> a = jacobians<Counted>(r.chain);
  for (std::size_t k = 1; k < a.size(); ++k) {
    const OperationCount count = Counted::count([&] { product(a[k], a[k - 1]); });
    const std::vector<int>& n = r.chain.n;
    claims.equal("npq multiplications", whole(count.multiplications), Number(n[k + 1]) * n[k] * n[k - 1], int(k));
  }
}

void one_jacobian(const Run& r, Claims& claims) {
  const Matrix<Number> right = from_the_right<Number>(r.chain), left = from_the_left<Number>(r.chain);
  for (Eigen::Index i = 0; i < right.rows(); ++i)
    claims.equal("both orders", right.row(i).transpose(), left.row(i).transpose());
}

void cheaper(const Run& r, Claims& claims) {
  claims.less("backward < forward", whole(counted_backward(r.chain)), whole(counted_forward(r.chain)));
}
void optimal(const Run& r, Claims& claims) {
  claims.at_most("backward ≤ best order", whole(counted_backward(r.chain)), whole(fewest(r.chain)));
}
void twice_optimal(const Run& r, Claims& claims) {
  claims.at_most("backward ≤ 2 · best order", whole(counted_backward(r.chain)), 2 * whole(fewest(r.chain)));
}
void eight_needed(const Run&, Claims& claims) {
  const StrassenCount count = strassen();
  claims.equal("Strassen's product is the product", count.same_product ? 1 : 0, 1);
  claims.at_most("npq ≤ multiplications of some way to compute the product", 8, whole(count.multiplications));
}

struct ProductRun {
  using Instance = Product;
  explicit ProductRun(const Product& product) : p(product.p) {
    const Vector<Counted> x = Vector<Counted>::Constant(p, Counted(3));
    const auto f = []<class V>(const Vector<V>& at) {
      V result = at[0];
      for (Eigen::Index i = 1; i < at.size(); ++i) result = result * at[i];
      return result;
    };
    evaluation = Counted::count([&] { f(x); }).total();
    reverse = Counted::count([&] { reverse_gradient(f, x); }).total();
    forward = Counted::count([&] { forward_gradient(f, x); }).total();
  }
  int p;
  long evaluation, reverse, forward;
};

void cost(const ProductRun& r, Claims& claims) {
  claims.at_most("reverse ≤ 5 evaluations", whole(r.reverse), 5 * whole(r.evaluation));
  claims.at_most("p/4 evaluations ≤ forward", r.p * whole(r.evaluation), 4 * whole(r.forward));
}

/// ((6 + 4)·3 − 4)/2 and 6 combined with 4 in place, counted.
struct OperationsRun {
  using Instance = Product;
  explicit OperationsRun(const Product&) {
    const Counted six(6), four(4);
    count = Counted::count([&] {
      all = ((six + four) * Counted(3) - four) / Counted(2);
      sum += four;
      difference -= four;
      times *= four;
      quotient /= four;
      of_square = square(four) - exp(Counted(0)) - log(Counted(1)) - sqrt(four);
    });
  }
  OperationCount count;
  Counted all, of_square, sum{6}, difference{6}, times{6}, quotient{6};
};

void once_each(const OperationsRun& r, Claims& claims) {
  const auto value = [](const Counted& x) { return exact(x.value()); };
  claims.equal("((6 + 4)·3 − 4)/2 = 13", value(r.all), 13);
  claims.equal("6 + 4 = 10", value(r.sum), 10);
  claims.equal("6 − 4 = 2", value(r.difference), 2);
  claims.equal("6·4 = 24", value(r.times), 24);
  claims.equal("6/4 = 3/2", value(r.quotient), frac(3, 2));
  claims.equal("4² − e⁰ − log 1 − √4 = 13", value(r.of_square), 13);
  claims.equal("additions and subtractions", whole(r.count.additions), 7);
  claims.equal("multiplications", whole(r.count.multiplications), 3);
  claims.equal("divisions", whole(r.count.divisions), 2);
  claims.equal("functions", whole(r.count.functions), 3);
  claims.equal("operations", whole(r.count.total()), 15);
}

template <class Formula>
Form<Chain> counts_as(const char* key, bool forward, Formula formula) {
  return form<Run>(key, [=](const Run& r, Claims& claims) {
    claims.equal("planted count", whole(forward ? counted_forward(r.chain) : counted_backward(r.chain)),
                 whole(formula(r.chain)));
  });
}

Forms<Chain> planted() {
  return {counts_as("forward: n_t for n₀", true,
                    [](const Chain& c) { return c.n.back() * sum_of_products(c, 1, c.t() - 1); }),
          counts_as("forward: the sum from k = 0", true,
                    [](const Chain& c) { return c.n.front() * sum_of_products(c, 0, c.t() - 1); }),
          counts_as("forward: the sum to t − 2", true,
                    [](const Chain& c) { return c.n.front() * sum_of_products(c, 1, c.t() - 2); }),
          counts_as("backward: the sum to t − 1", false,
                    [](const Chain& c) { return c.n.back() * sum_of_products(c, 0, c.t() - 1); }),
          counts_as("backward: n₀ for n_t", false,
                    [](const Chain& c) { return c.n.front() * sum_of_products(c, 0, c.t() - 2); })};
}

FalseLine<Chain> backward_is_always_cheaper() {
  return {.words = {.key = "backward is cheaper",
                    .place = "Section 14.3.5, last sentence",
                    .printed = "So if n_t ≪ n_0 … then the backward mode is cheaper",
                    .corrected = "if n_t < n₀, t ≥ 3 and n₂(n₀ − n_t) ≥ n₀n_t then the backward mode is cheaper",
                    .remark = "The two sums differ in their ends: forward leaves out n₀n₁, backward n_{t−1}n_t. For t "
                              "= 2 both always take n₀n₁n₂. The typical n_t = 1 does not save it: (100, 101, 1, 1) "
                              "takes 10 200 forward and 10 201 backward.",
                    .by_hand = "n = (1000, 1000, 1, 10): forward takes 1000·(1000 + 10) = 1 010 000 multiplications, "
                               "backward 10·(1 000 000 + 1000) = 10 010 000",
                    .weight = Weight::statement,
                    .survives = "if n_t < n₀, t ≥ 3 and n₂(n₀ − n_t) ≥ n₀n_t",
                    .of_statement = true},
          .printed = form<Run>(cheaper),
          .counterexample = {{1000, 1000, 1, 10}},
          .corrected = {form<Run>(cheaper).where(backward_is_cheaper)}};
}

FalseLine<Chain> backward_is_optimal() {
  return {
      .words = {.key = "backward is optimal",
                .place = "Section 14.3.4, paragraph after the back-propagation formula",
                .printed =
                    "In general, when n_t = 1, the backward is the optimal way to compute the gradient of a function",
                .corrected =
                    "when n_t = 1, backward takes at most twice the multiplications of the best order of the product",
                .remark = "The factor 2 holds because each of backward's products nₖnₖ₊₁ lies in one of the products "
                          "of any other order, and at most two of them in the same; 1, a, 1, a, 1, … comes arbitrarily "
                          "close. 'In general' may be meant as 'mostly'.",
                .by_hand = "n = (1, 2, 1, 1): backward takes 1·(2 + 2) = 4 multiplications, forward 1·(2 + 1) = 3",
                .weight = Weight::statement,
                .survives = "for n_t = 1, backward takes at most twice the multiplications of the best order"},
      .printed = form<Run>(optimal),
      .counterexample = {{1, 2, 1, 1}},
      .corrected = {at_most_twice()}};
}

}  // namespace

long counted_forward(const Chain& chain) {
  return Counted::count([&] { from_the_right<Counted>(chain); }).multiplications;
}
long counted_backward(const Chain& chain) {
  return Counted::count([&] { from_the_left<Counted>(chain); }).multiplications;
}

long fewest(const Chain& chain) {
  const std::size_t t = std::size_t(chain.t());
  std::vector<std::vector<long>> best(t + 1, std::vector<long>(t + 1, 0));  // best[i][j]: A_j … A_{i+1}
  for (std::size_t length = 2; length <= t; ++length)
    for (std::size_t i = 0; i + length <= t; ++i) {
      const std::size_t j = i + length;
      best[i][j] = std::numeric_limits<long>::max();
      for (std::size_t m = i + 1; m < j; ++m)
        best[i][j] = std::min(best[i][j], best[i][m] + best[m][j] + long(chain.n[i]) * chain.n[m] * chain.n[j]);
    }
  return best[0][t];
}

bool backward_is_cheaper(const Chain& chain) {
  const int n0 = chain.n.front(), n_t = chain.n.back();
  return chain.t() >= 3 && n_t < n0 && chain.n[2] * (n0 - n_t) >= n0 * n_t;
}

Form<Chain> conclusion() { return form<Run>("as printed", printed); }
Form<Product> gradient_cost() { return form<ProductRun>("cost of a gradient", cost); }
Form<Product> each_counts_once() { return form<OperationsRun>("each counts once", once_each).of_code(); }

Form<Chain> strassen_needs_npq() { return form<Run>("any product", eight_needed); }

Form<Chain> at_most_twice() {
  return form<Run>(twice_optimal).where([](const Chain& c) { return c.n.back() == 1; });
}

Lines<Chain> lines() {
  return {.steps = {{"npq", "the product of A (n × p) and B (p × q) takes npq operations", form<Run>(npq)},
                    {"one Jacobian", "A_t(… (A₃(A₂A₁))) = (((A_t A_{t−1})A_{t−2}) …)A₁", form<Run>(one_jacobian)}},
          .errata = {backward_is_always_cheaper(), backward_is_optimal()},
          .planted = planted(),
          .separating = {{{1, 1, 2}}}};
}

}  // namespace verigrad::operation_counts
