// Claims keep their order, names and indices, and are made over the kind of number that is asked for.
#include "verigrad/claim/claims.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace verigrad::claim_claims_test {
namespace {

constexpr Number::Kind kinds[] = {Number::Kind::interval, Number::Kind::ball, Number::Kind::rational,
                                  Number::Kind::symbolic};

Rational value(const Number& x) { return x.as<Rational>(); }

TEST(Claims, keep_order_name_index_relation_and_sides) {
  const Number::Over rationals(Number::Kind::rational);
  Claims claims;
  claims.at_most("a", 1, 2, 7);
  claims.less("b", 3, 4);
  claims.equal("c", 5, 6, 0);
  claims.add({"d", 2, Relation::less, 8, 9});
  const auto& list = claims.list();
  ASSERT_EQ(list.size(), 4);
  const Relation relations[] = {Relation::at_most, Relation::less, Relation::equal, Relation::less};
  const int indices[] = {7, -1, 0, 2}, sides[][2] = {{1, 2}, {3, 4}, {5, 6}, {8, 9}};
  for (std::size_t i = 0; i < list.size(); ++i) {
    EXPECT_EQ(list[i].name, std::string_view("abcd").substr(i, 1));
    EXPECT_EQ(list[i].relation, relations[i]);
    EXPECT_EQ(list[i].index, indices[i]);
    EXPECT_EQ(value(list[i].lhs), sides[i][0]);
    EXPECT_EQ(value(list[i].rhs), sides[i][1]);
    EXPECT_FALSE(list[i].excess);
  }
}

TEST(Claims, of_vectors_are_one_identity_a_coordinate) {
  const Number::Over rationals(Number::Kind::rational);
  Claims claims;
  claims.equal("v = w", Vector<Number>{{1, 2, 3}}, Vector<Number>{{4, 5, 6}});
  ASSERT_EQ(claims.list().size(), 3);
  for (int i = 0; i < 3; ++i) {
    const Claim& claim = claims.list()[std::size_t(i)];
    EXPECT_EQ(claim.index, i);
    EXPECT_EQ(claim.relation, Relation::equal);
    EXPECT_EQ(value(claim.lhs), 1 + i);
    EXPECT_EQ(value(claim.rhs), 4 + i);
  }
}

TEST(Claims, carry_an_excess_where_one_is_given) {
  const Number::Over rationals(Number::Kind::rational);
  Claims claims;
  claims.at_most("a", 1, 3, -1, Number(2));
  ASSERT_TRUE(claims.list().front().excess);
  EXPECT_EQ(value(*claims.list().front().excess), 2);
}

TEST(ClaimsOver, are_made_over_the_kind_that_is_asked_for) {
  for (const Number::Kind kind : kinds) {
    Number::Kind seen{};
    const Claims claims = claims_over(kind, [&](Claims& list) {
      seen = Number::kind();
      list.less("1 < 2", 1, 2);
    });
    EXPECT_EQ(seen, kind);
    EXPECT_EQ(claims.list().size(), 1);
    EXPECT_EQ(std::size_t(kind), claims.list().front().lhs.value().index());
  }
}

TEST(ClaimsOver, leave_the_kind_as_it_was_even_where_making_them_throws) {
  for (const Number::Kind before : kinds) {
    const Number::Over outer(before);
    for (const Number::Kind kind : kinds) {
      claims_over(kind, [](Claims&) {});
      EXPECT_EQ(Number::kind(), before);
      EXPECT_THROW(claims_over(kind, [](Claims&) { throw std::domain_error("planted"); }), std::domain_error);
      EXPECT_EQ(Number::kind(), before);
    }
  }
}

}  // namespace
}  // namespace verigrad::claim_claims_test
