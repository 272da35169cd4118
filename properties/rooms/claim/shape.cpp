// Shapes of the text's matrices: a printed product is defined exactly where the inner sizes agree.
#include "verigrad/claim/shape.hpp"

#include <gtest/gtest.h>

namespace verigrad::claim_shape_test {
namespace {

bool product_is_defined(const Shape& a, const Shape& b) {
  const Claims claims = claims_over(Number::Kind::rational, [&](Claims& list) { claim_product_defined(a, b, list); });
  EXPECT_EQ(claims.list().size(), 1);
  const Claim& claim = claims.list().front();
  EXPECT_EQ(claim.relation, Relation::equal);
  return claim.lhs.as<Rational>() == claim.rhs.as<Rational>();
}

TEST(Shapes, a_vector_is_a_row_however_it_is_stored) {
  for (const Shape& shape : {row_shape(Vector<double>(3)), row_shape(Vector<double>(3).transpose())}) {
    EXPECT_EQ(shape.rows, 1);
    EXPECT_EQ(shape.cols, 3);
    EXPECT_EQ(shape.transposed().rows, 3);
    EXPECT_EQ(shape.transposed().cols, 1);
  }
}

TEST(Shapes, a_product_needs_the_inner_sizes_to_agree_and_no_others) {
  EXPECT_TRUE(product_is_defined({1, 3}, {3, 2}));
  EXPECT_FALSE(product_is_defined({1, 3}, {2, 3})) << "rows on the right, not columns";
  EXPECT_FALSE(product_is_defined({3, 1}, {3, 2})) << "columns on the left, not rows";
  EXPECT_TRUE(product_is_defined({2, 3}, Shape{2, 3}.transposed()));
  EXPECT_FALSE(product_is_defined({2, 3}, {2, 3}));
}

}  // namespace
}  // namespace verigrad::claim_shape_test
