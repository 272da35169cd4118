#include "verigrad/number/exact_solve.hpp"

#include <cmath>
#include <stdexcept>

#include <flint/fmpz_mat.h>
#include <fmt/format.h>

#include "verigrad/number/flint_matrix.hpp"

namespace verigrad {
namespace {

class IntegerMatrix {
public:
  IntegerMatrix(Eigen::Index rows, Eigen::Index columns) { fmpz_mat_init(value_, rows, columns); }
  IntegerMatrix(const IntegerMatrix&) = delete;
  IntegerMatrix& operator=(const IntegerMatrix&) = delete;
  ~IntegerMatrix() { fmpz_mat_clear(value_); }

  Rational at(Eigen::Index i, Eigen::Index j) const {
    fmpq_t quotient;
    fmpq_init(quotient);
    fmpq_set_fmpz(quotient, fmpz_mat_entry(value_, i, j));
    Rational result;
    fmpq_get_mpq(result.backend().data(), quotient);
    fmpq_clear(quotient);
    return result;
  }
  fmpz_mat_struct* flint() { return value_; }

private:
  fmpz_mat_t value_;
};

/// The smallest k ≥ 0 for which x · 2ᵏ is an integer.
int fraction_bits(double x) {
  int exponent = 0;
  const auto mantissa = static_cast<long long>(std::ldexp(std::frexp(std::abs(x), &exponent), 53));
  return mantissa == 0 ? 0 : std::max(0, 53 - exponent - __builtin_ctzll(static_cast<unsigned long long>(mantissa)));
}

/// entry := x · 2ᵏ, an integer.
void set_scaled(fmpz_t entry, double x, int k) {
  int exponent = 0;
  const double mantissa = std::ldexp(std::frexp(x, &exponent), 53);
  fmpz_set_d(entry, mantissa);
  const int shift = exponent - 53 + k;
  if (shift >= 0)
    fmpz_mul_2exp(entry, entry, ulong(shift));
  else
    fmpz_tdiv_q_2exp(entry, entry, ulong(-shift));
}

/// Of every entry.
int fraction_bits(const Matrix<double>& a, const Vector<double>& b) {
  int bits = 0;
  for (const double entry : a.reshaped()) bits = std::max(bits, fraction_bits(entry));
  for (const double entry : b) bits = std::max(bits, fraction_bits(entry));
  return bits;
}

/// So many rows of d columns are integers at a time that their memory is small beside the table's.
Eigen::Index block_rows(Eigen::Index d) {
  constexpr Eigen::Index most_integers = 1 << 16;
  return std::max<Eigen::Index>(1, most_integers / (d + 1));
}

/// products += (A b)ᵀ(A b) · 4ᵏ of `count` rows.
void add_products(IntegerMatrix& products, const Matrix<double>& a, const Vector<double>& b, Eigen::Index first,
                  Eigen::Index count, int k) {
  const Eigen::Index d = a.cols();
  IntegerMatrix table(count, d + 1), transposed(d + 1, count), part(d + 1, d + 1);
  for (Eigen::Index i = 0; i < count; ++i) {
    for (Eigen::Index j = 0; j < d; ++j) set_scaled(fmpz_mat_entry(table.flint(), i, j), a(first + i, j), k);
    set_scaled(fmpz_mat_entry(table.flint(), i, d), b[first + i], k);
  }
  fmpz_mat_transpose(transposed.flint(), table.flint());
  fmpz_mat_mul(part.flint(), transposed.flint(), table.flint());
  fmpz_mat_add(products.flint(), products.flint(), part.flint());
}

std::optional<Vector<Rational>> reduced_solution(const Matrix<Rational>& h, const Vector<Rational>& c) {
  Matrix<Rational> augmented(h.rows(), h.cols() + 1);
  augmented << h, c;
  RationalMatrix matrix(augmented);
  const slong rank = fmpq_mat_rref(matrix.flint(), matrix.flint());
  const Matrix<Rational> reduced = matrix.rationals();
  Vector<Rational> x = Vector<Rational>::Constant(h.cols(), Rational(0));
  for (slong i = 0; i < rank; ++i) {
    Eigen::Index pivot = 0;
    while (reduced(i, pivot) == 0) ++pivot;
    if (pivot == h.cols()) return std::nullopt;
    x[pivot] = reduced(i, h.cols());
  }
  return x;
}

}  // namespace

std::optional<Vector<Rational>> solution(const Matrix<Rational>& h, const Vector<Rational>& c) {
  if (h.rows() != c.size() || h.size() == 0)
    throw std::invalid_argument(fmt::format("solve: a {}×{} matrix and a right-hand side of {}; sizes must match",
                                            h.rows(), h.cols(), c.size()));
  if (h.rows() != h.cols()) return reduced_solution(h, c);
  RationalMatrix matrix(h), right(c), found(c.size(), 1);
  if (fmpq_mat_solve(found.flint(), matrix.flint(), right.flint()) == 0) return reduced_solution(h, c);
  return found.rationals();
}

Vector<Rational> solve(const Matrix<Rational>& h, const Vector<Rational>& c) {
  const auto x = solution(h, c);
  if (!x)
    throw std::invalid_argument("solve: the system has no solution; give a right-hand side in the matrix's range");
  return *x;
}

bool positive_semidefinite(Matrix<Rational> h) {
  const Eigen::Index n = h.rows();
  for (Eigen::Index k = 0; k < n; ++k) {
    if (h(k, k) < 0) return false;
    for (Eigen::Index i = k + 1; i < n; ++i) {
      if (h(k, k) == 0 && h(i, k) != 0) return false;
      if (h(i, k) == 0) continue;
      const Rational factor = h(i, k) / h(k, k);
      for (Eigen::Index j = k + 1; j <= i; ++j) h(i, j) -= factor * h(j, k);
    }
  }
  return true;
}

NormalEquations normal_equations(const Matrix<double>& a, const Vector<double>& b) {
  const Eigen::Index d = a.cols();
  const int bits = fraction_bits(a, b);
  IntegerMatrix products(d + 1, d + 1);
  for (Eigen::Index first = 0; first < a.rows(); first += block_rows(d))
    add_products(products, a, b, first, std::min(block_rows(d), a.rows() - first), bits);
  const Rational unit = Rational(1) / Rational(boost::multiprecision::mpz_int(1) << (2 * bits));
  NormalEquations result{Matrix<Rational>(d, d), Vector<Rational>(d), products.at(d, d) * unit};
  for (Eigen::Index i = 0; i < d; ++i) {
    for (Eigen::Index j = 0; j < d; ++j) result.gram(i, j) = products.at(i, j) * unit;
    result.moment[i] = products.at(i, d) * unit;
  }
  return result;
}

}  // namespace verigrad
