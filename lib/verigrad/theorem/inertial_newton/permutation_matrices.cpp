#include "verigrad/theorem/inertial_newton/permutation_matrices.hpp"

#include <vector>

#include <fmt/format.h>

#include "verigrad/number/product.hpp"

namespace verigrad::permutation_matrices {

using Eigen::MatrixXi;

const Statement& statement() {
  static const Statement result = with_lines(
      {.id = "inna/3.36",
       .stem = "permutation_matrices",
       .title = "Permutation matrices",
       .source = "Thesis, Section 3.6, (3.36)",
       .text = "We can choose the permutation matrix U ∈ ℝ^{2P×2P} as the matrix whose coefficients are all "
               "zero except [(3.36)]; for example, for P = 3 and P = 4 this yields [two matrices]",
       .found = "both examples are right; the formula is not, and with two entries mended it is, for every P "
                "up to 64. (3.7) calls U symmetric, and so it is",
       .hypotheses = {{"size", "P ≥ 1"}}},
      lines());
  return result;
}

std::string Sizes::describe() const {
  return least == most ? fmt::format("P = {}", least) : fmt::format("P = {} … {}", least, most);
}

namespace {

int mod2(int p) { return p % 2; }

/// Zeros, into which 1-based entries are put.
struct Entries {
  explicit Entries(int P) : U(MatrixXi::Zero(2 * P, 2 * P)) {}
  void put(int row, int column, int entry) { U(row - 1, column - 1) += entry; }
  MatrixXi U;
};

MatrixXi as_printed(int P) {
  Entries result(P);
  for (int p = 1; p <= P; ++p) {
    if (P % 2 == 1) {
      result.put(P - p + 1, p, 1 - mod2(p));
      result.put(P + p, 2 * P - p + 1, mod2(p));
      result.put(p, 2 * P - p, mod2(p));
    } else {
      result.put(p, p, mod2(p));
      result.put(P + p, P + p, 1 - mod2(p));
      result.put(P + p, p, mod2(p));
      result.put(p, P + p, mod2(p));
    }
  }
  return result.U;
}

/// Of a permutation, the column of the 1 in each row.
MatrixXi with_ones_at(const std::vector<int>& columns) {
  const int n = int(columns.size());
  Entries result(n / 2);
  for (int row = 1; row <= n; ++row) result.put(row, columns[std::size_t(row - 1)], 1);
  return result.U;
}

MatrixXi example(int P) { return P == 3 ? with_ones_at({5, 2, 3, 6, 1, 4}) : with_ones_at({1, 5, 3, 7, 2, 6, 4, 8}); }

void permutes(const MatrixXi& U, Claims& claims) {
  for (int i = 0; i < U.rows(); ++i) {
    claims.equal("ones in a row = 1", U.row(i).sum(), 1, i + 1);
    claims.equal("ones in a column = 1", U.col(i).sum(), 1, i + 1);
  }
}

void is_symmetric(const MatrixXi& U, Claims& claims) {
  claims.equal("entries of U − Uᵀ that are not 0", int((U - U.transpose()).count()), 0);
}

/// The 0-based column of the 1 in a row, −1 where it has none.
int column_of_one(const MatrixXi& U, int row) {
  for (int column = 0; column < U.cols(); ++column)
    if (U(row, column) != 0) return column;
  return -1;
}

/// Rows p and P + p have their ones in the two columns of one block.
void pairs_up(const MatrixXi& U, Claims& claims) {
  const int P = int(U.rows()) / 2;
  for (int p = 0; p < P; ++p) {
    const int first = column_of_one(U, p), second = column_of_one(U, P + p);
    claims.equal("p and P + p are in one block", first / 2, second / 2, p + 1);
    claims.equal("and apart", (first + second) % 2, 1, p + 1);
  }
}

template <class MatrixOf>
Form<Sizes> for_each_size(const char* key, MatrixOf matrix_of) {
  return {key, [matrix_of](const Sizes& sizes, Claims& claims) {
            for (int P = sizes.least; P <= sizes.most; ++P) {
              const MatrixXi U = matrix_of(P);
              permutes(U, claims);
              is_symmetric(U, claims);
              pairs_up(U, claims);
            }
          }};
}

/// A = (D₁ D₂; D₃ D₄), diagonal blocks with entries that are all different.
Matrix<Number> of_four_diagonals(int P) {
  Matrix<Number> A = Matrix<Number>::Constant(2 * P, 2 * P, 0);
  for (int p = 0; p < P; ++p)
    for (const int row : {p, P + p})
      for (const int column : {p, P + p}) A(row, column) = 4 * p + 2 * (row / P) + column / P + 1;
  return A;
}

void is_block_diagonal(int P, Claims& claims) {
  const MatrixXi ones = permutation(P);
  Matrix<Number> U(2 * P, 2 * P);
  for (int i = 0; i < 2 * P; ++i)
    for (int j = 0; j < 2 * P; ++j) U(i, j) = ones(i, j);
  const Matrix<Number> A = of_four_diagonals(P);
  const Matrix<Number> B = product(product(Matrix<Number>(U.transpose()), A), U);
  for (int i = 0; i < 2 * P; ++i)
    for (int j = 0; j < 2 * P; ++j)
      if (i / 2 != j / 2) claims.equal("UᵀAU off its blocks", B(i, j), 0, 2 * P * i + j);
  for (int p = 0; p < P; ++p) {
    const int first = column_of_one(ones, p), second = column_of_one(ones, P + p);
    claims.equal("(M_p)₁₁", B(first, first), A(p, p), p + 1);
    claims.equal("(M_p)₁₂", B(first, second), A(p, P + p), p + 1);
    claims.equal("(M_p)₂₁", B(second, first), A(P + p, p), p + 1);
    claims.equal("(M_p)₂₂", B(second, second), A(P + p, P + p), p + 1);
  }
}

/// (3.36), mended, where `odd` is mod(·, 2).
template <class Odd>
MatrixXi mended_with(int P, Odd odd) {
  Entries result(P);
  for (int p = 1; p <= P; ++p) {
    if (P % 2 == 1) {
      result.put(P - p + 1, p, 1 - odd(p));
      result.put(P + p, 2 * P - p + 1, odd(p));
      result.put(p, 2 * P - p, odd(p));
      if (p < P) result.put(2 * P - p, p, odd(p));
    } else {
      result.put(p, p, odd(p));
      result.put(P + p, P + p, 1 - odd(p));
      if (p < P) result.put(P + p, p + 1, odd(p));
      result.put(p, P + p - 1, 1 - odd(p));
    }
  }
  return result.U;
}

FalseLine<Sizes> odd() {
  return {.words = {.key = "P odd",
                    .place = "(3.36), P odd",
                    .printed = "U_{P−p+1,p} = 1 − mod(p, 2), U_{P+p,2P−p+1} = mod(p, 2), U_{p,2P−p} = mod(p, 2) [all "
                               "other coefficients zero]",
                    .corrected = "and U_{2P−p,p} = mod(p, 2), without which the rows P + 2, P + 4, … are zero",
                    .remark = "The example for P = 3 has that entry, U_{5,1} = 1.",
                    .by_hand = "P = 3: the formula sets U₂₂, U₄₆, U₆₄, U₁₅ and U₃₃, five entries; row 5 and column 1 "
                               "are zero",
                    .weight = Weight::line,
                    .of_statement = true},
          .printed = for_each_size("", as_printed),
          .counterexample = {3, 3},
          .corrected = {for_each_size("", permutation)}};
}

FalseLine<Sizes> even() {
  return {.words = {.key = "P even",
                    .place = "(3.36), P even",
                    .printed = "U_{P+p,p} = mod(p, 2), U_{p,P+p} = mod(p, 2)",
                    .corrected = "U_{P+p,p+1} = mod(p, 2), U_{p,P+p−1} = 1 − mod(p, 2)",
                    .remark = "The example for P = 4 has these entries: U_{5,2}, U_{7,4}, U_{2,5}, U_{4,7}.",
                    .by_hand = "P = 2: U₁₁ = U₁₃ = U₃₁ = U₄₄ = 1 has two ones in row 1 and none in row 2",
                    .weight = Weight::line,
                    .of_statement = true},
          .printed = for_each_size("", as_printed),
          .counterexample = {2, 2},
          .corrected = {for_each_size("", permutation)}};
}

/// Every row and column of the mended U moved on by one.
MatrixXi shifted(int P) {
  const MatrixXi U = permutation(P);
  MatrixXi result(2 * P, 2 * P);
  for (int i = 0; i < 2 * P; ++i)
    for (int j = 0; j < 2 * P; ++j) result((i + 1) % (2 * P), (j + 1) % (2 * P)) = U(i, j);
  return result;
}

}  // namespace

MatrixXi permutation(int P) { return mended_with(P, mod2); }

Form<Sizes> examples() { return for_each_size("the examples", example); }
Form<Sizes> mended() {
  return {"mended", [](const Sizes& sizes, Claims& claims) {
            for_each_size("", permutation).claims(sizes, claims);
            for (int P = sizes.least; P <= sizes.most; ++P)
              if (P == 3 || P == 4)
                claims.equal("entries other than the example's", int((permutation(P) - example(P)).count()), 0, P);
          }};
}
Form<Sizes> block_diagonal() {
  return {"block diagonal", [](const Sizes& sizes, Claims& claims) {
            for (int P = sizes.least; P <= sizes.most; ++P) is_block_diagonal(P, claims);
          }};
}

Lines<Sizes> lines() {
  return {.errata = {odd(), even()},
          .planted = {for_each_size("no permutation at all: U = I",
                                    [](int P) { return MatrixXi(MatrixXi::Identity(2 * P, 2 * P)); }),
                      for_each_size("index: moved on by one", shifted),
                      for_each_size("parity: 1 − mod(p, 2) for mod(p, 2)",
                                    [](int P) { return mended_with(P, [](int p) { return 1 - mod2(p); }); }),
                      for_each_size("missing: the first block's entries",
                                    [](int P) {
                                      MatrixXi U = permutation(P);
                                      U.row(0).setZero();
                                      return U;
                                    })},
          .separating = {{2, 2}, {5, 5}}};
}

}  // namespace verigrad::permutation_matrices
