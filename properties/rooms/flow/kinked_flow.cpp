// The exact solutions of a kinked flow: they satisfy its equation on each piece, join, and rest at 0 where they must.
#include "verigrad/flow/kinked_flow.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "verigrad/number/polynomial_integral.hpp"

namespace verigrad::flow_kinked_flow_test {
namespace {

Rational at(const KinkedFlow::Piece& piece, const Rational& u) { return piece.constant + piece.slope * u; }

TEST(KinkedFlow, satisfies_its_equation_on_each_piece) {
  for (const double a : {2.0, -0.5})
    for (const double c : {-3.0, -1.0, 0.0, 0.25, 2.0})
      for (const double start : {-4.0, -0.5, 0.0, 1.0, 3.0}) {
        const KinkedFlow flow{a, c, 1};
        const auto pieces = flow.solution(start, a > 0 ? 0.0625 : 16);
        EXPECT_EQ(at(pieces.front(), 1), start);
        for (std::size_t k = 0; k < pieces.size(); ++k) {
          const KinkedFlow::Piece& piece = pieces[k];
          const Rational u = (piece.from + piece.to) / 2, w = at(piece, u);
          const Rational velocity = -Rational(a) * u * piece.slope;
          if (w == 0) {
            EXPECT_EQ(velocity, 0);
            EXPECT_LE(std::abs(c), 1) << "0 is at rest";
          } else {
            EXPECT_EQ(velocity, -Rational(a) * w + Rational(c) - (w > 0 ? 1 : -1)) << a << ' ' << c << ' ' << start;
          }
          if (k > 0) {
            EXPECT_EQ(at(pieces[k - 1], piece.from), at(piece, piece.from));
          }
        }
      }
}

TEST(KinkedFlow, refuses_what_is_out_of_its_domain) {
  EXPECT_THROW((KinkedFlow{0, 1, 1}.solution(1, 0.5)), std::invalid_argument);
  EXPECT_THROW((KinkedFlow{1, 1, -1}.solution(1, 0.5)), std::invalid_argument);
  EXPECT_THROW((KinkedFlow{1, 1, 1}.solution(1, 2)), std::invalid_argument);
  EXPECT_THROW((KinkedFlow{-1, 1, 1}.solution(1, 0.5)), std::invalid_argument);
}

TEST(PolynomialIntegral, is_exact_up_to_degree_seven_and_not_beyond) {
  const Rational from(-1, 3), to(5, 2);
  for (int degree = 0; degree <= 8; ++degree) {
    const auto monomial = [degree](const Rational& x) {
      Rational result = 1;
      for (int k = 0; k < degree; ++k) result *= x;
      return result;
    };
    const Rational exact = (monomial(to) * to - monomial(from) * from) / (degree + 1);
    EXPECT_EQ(polynomial_integral<Rational>(monomial, from, to) == exact, degree <= 7) << degree;
  }
}

}  // namespace
}  // namespace verigrad::flow_kinked_flow_test
