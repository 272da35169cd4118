#include "verigrad/rate/squares.hpp"

#include <optional>
#include <stdexcept>

#include "verigrad/number/exact_solve.hpp"

namespace verigrad::rate {
namespace {

using Exact = Matrix<Rational>;

Rational nearest_double(const Rational& x) { return exact<Rational>(approximate(x)); }

/// S −= weight · l lᵀ.
void subtract(Exact& s, const Square& square) {
  for (Eigen::Index i = 0; i < s.rows(); ++i)
    if (const Rational scaled = square.weight * square.of[i]; scaled != 0)
      for (Eigen::Index j = 0; j < s.cols(); ++j) s(i, j) -= scaled * square.of[j];
}

bool is_dominant(const Exact& rest) {
  for (Eigen::Index i = 0; i < rest.rows(); ++i) {
    Rational others = 0;
    for (Eigen::Index j = 0; j < rest.cols(); ++j)
      if (j != i) others += abs(rest(i, j));
    if (rest(i, i) < others) return false;
  }
  return true;
}

/// Column by column, LDLᵀ of S less `spared` on the diagonal, of which what rounding loses is paid.
template <class Round>
std::vector<Square> factors(const Exact& s, const Rational& spared, const Round& round) {
  Exact left = s;
  for (Eigen::Index k = 0; k < s.rows(); ++k)
    if (s(k, k) != 0) left(k, k) -= spared;
  std::vector<Square> squares;
  for (Eigen::Index k = 0; k < s.rows(); ++k) {
    if (left(k, k) <= 0) continue;
    Square square{round(left(k, k)), Vector<Rational>::Constant(s.rows(), Rational(0))};
    square.of[k] = 1;
    for (Eigen::Index j = k + 1; j < s.rows(); ++j) square.of[j] = round(Rational(left(k, j) / square.weight));
    subtract(left, square);
    squares.push_back(std::move(square));
  }
  return squares;
}

std::optional<std::vector<Square>> if_dominant(const Exact& s, std::vector<Square> squares) {
  Exact rest = s;
  for (const Square& square : squares) subtract(rest, square);
  if (!is_dominant(rest)) return std::nullopt;
  return squares;
}

}  // namespace

std::vector<Square> squares_of(const Matrix<Rational>& s) {
  if (s != Exact(s.transpose()) || !positive_semidefinite(s))
    throw std::domain_error("a form that is not positive semidefinite is no sum of squares");
  Rational spared = s.size() == 0 ? Rational(0) : s.diagonal().maxCoeff();
  constexpr int halvings = 8, trials = 6;
  for (int trial = 0; trial < trials; ++trial) {
    spared /= 1 << halvings;
    if (const auto squares = if_dominant(s, factors(s, spared, nearest_double))) return *squares;
  }
  return factors(s, 0, [](const Rational& x) { return x; });
}

}  // namespace verigrad::rate
