// prove: what is true of all unknowns is proved, what is false is refuted by exact numbers, and neither is claimed of
// what needs more than the algebra of inner products.
#include "verigrad/check/prove.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace verigrad::check_prove_test {
namespace {

struct State {
  explicit State(const Unknowns& unknowns)
      : a(unknowns.real("a")),
        p(unknowns.positive("p")),
        n(unknowns.nonnegative("n")),
        x(unknowns.vector("x")),
        y(unknowns.vector("y")) {}

  Number a, p, n;
  Vector<Number> x, y;
};

template <class ClaimsOf>
Evidence proof_of(ClaimsOf claims) {
  return prove(form<State, Unknowns>("form", claims));
}

bool is_proof(const Evidence& evidence) {
  return evidence.verdict == Verdict::holds && evidence.level == Level::proved && evidence.error.empty();
}
bool is_refutation(const Evidence& evidence) {
  return evidence.verdict == Verdict::fails && evidence.level == Level::instance && !evidence.counterexample.empty();
}

TEST(Prove, identities_of_inner_products) {
  const auto parallelogram = proof_of([](const State& r, Claims& claims) {
    claims.equal("‖x + y‖² + ‖x − y‖² = 2‖x‖² + 2‖y‖²", squared_norm(r.x + r.y) + squared_norm(r.x - r.y),
                 2 * (squared_norm(r.x) + squared_norm(r.y)));
  });
  EXPECT_TRUE(is_proof(parallelogram)) << parallelogram.counterexample;
  EXPECT_EQ(parallelogram.note, "for all vectors x, y");
  EXPECT_TRUE(is_refutation(proof_of([](const State& r, Claims& claims) {
    claims.equal("‖x + y‖² = ‖x‖² + ‖y‖²", squared_norm(r.x + r.y), squared_norm(r.x) + squared_norm(r.y));
  })));
}

TEST(Prove, identities_of_vectors_and_fractions) {
  EXPECT_TRUE(is_proof(proof_of([](const State& r, Claims& claims) {
    claims.equal("p(x/p + y) = x + py", Vector<Number>(r.p * (Number(1 / r.p) * r.x + r.y)),
                 Vector<Number>(r.x + r.p * r.y));
    claims.equal("a/p − a/(p + 1) = a/(p(p + 1))", r.a / r.p - r.a / (r.p + 1), r.a / (r.p * (r.p + 1)));
  })));
}

TEST(Prove, inequalities_whose_sign_shows) {
  EXPECT_TRUE(is_proof(proof_of([](const State& r, Claims& claims) {
    claims.at_most("−n‖x − ay‖² ≤ 0", Number(-r.n * squared_norm(r.x - r.a * r.y)), Number(0));
    claims.less("0 < p + n", Number(0), Number(r.p + r.n));
    claims.at_most("0 ≤ a²/p", Number(0), Number(square(r.a) / r.p));
  })));
}

TEST(Prove, an_inequality_needs_its_certificate) {
  const auto bare = proof_of([](const State& r, Claims& claims) {
    claims.at_most("2ap ≤ a² + p²", 2 * r.a * r.p, square(r.a) + square(r.p));
  });
  EXPECT_EQ(bare.verdict, Verdict::undecided);
  EXPECT_NE(bare.level, Level::proved);
  EXPECT_TRUE(is_proof(proof_of([](const State& r, Claims& claims) {
    claims.equal("a² + p² − 2ap = (a − p)²", square(r.a) + square(r.p) - 2 * r.a * r.p, square(Number(r.a - r.p)));
    claims.at_most("0 ≤ (a − p)²", Number(0), square(Number(r.a - r.p)));
  })));
}

TEST(Prove, what_is_false_somewhere_is_not_proved) {
  EXPECT_TRUE(is_refutation(proof_of([](const State& r, Claims& claims) { claims.less("0 < n", Number(0), r.n); })));
  EXPECT_TRUE(is_refutation(proof_of(
      [](const State& r, Claims& claims) { claims.at_most("⟨x, y⟩ ≤ ‖x‖²", dot(r.x, r.y), squared_norm(r.x)); })));
}

TEST(Prove, refuses_what_only_coordinates_or_nonzero_divisors_allow) {
  EXPECT_THROW(proof_of([](const State& r, Claims& claims) {
                 claims.equal("x₁² = ‖x‖²", square(Number(r.x[0])), squared_norm(r.x));
               }),
               std::logic_error);
  EXPECT_THROW(proof_of([](const State& r, Claims& claims) {
                 claims.equal("x₁y₁ = y₁x₁", Number(r.x[0] * r.y[0]), Number(r.y[0] * r.x[0]));
               }),
               std::logic_error);
  EXPECT_THROW(proof_of([](const State& r, Claims& claims) { claims.equal("a/a = 1", Number(r.a / r.a), Number(1)); }),
               std::domain_error);
}

TEST(Prove, of_nothing_is_vacuous) {
  EXPECT_FALSE(proof_of([](const State&, Claims&) {}).error.empty());
}

TEST(Prove, names_the_unknowns_that_claims_mention) {
  const auto note_of = [](auto claims) { return proof_of(claims).note; };
  EXPECT_EQ(note_of([](const State& r, Claims& claims) { claims.less("0 < p + n", 0, r.p + r.n); }),
            "for all p > 0, n ≥ 0");
  EXPECT_EQ(note_of([](const State& r, Claims& claims) {
              claims.equal("a − a = 0", r.a - r.a, 0);
              claims.at_most("0 ≤ n‖y‖²", 0, r.n * squared_norm(r.y));
            }),
            "for all a, n ≥ 0, vectors y")
      << "what cancels was mentioned";
  EXPECT_EQ(note_of([](const State&, Claims& claims) { claims.equal("1 + 1 = 2", Number(1) + 1, 2); }),
            "for all numbers, of which none occurs");
}

bool is_called(const std::string& word, const Evidence& evidence) { return evidence.error.find(word + ":") == 0; }

TEST(Prove, refuses_one_expression_on_both_sides) {
  EXPECT_TRUE(is_called("trivial", proof_of([](const State& r, Claims& claims) { claims.equal("a = a", r.a, r.a); })));
  EXPECT_TRUE(is_called("trivial", proof_of([](const State& r, Claims& claims) {
                          claims.at_most("⟨x, y⟩ + p ≤ ⟨x, y⟩ + p", dot(r.x, r.y) + r.p, dot(r.x, r.y) + r.p);
                        })));
  EXPECT_TRUE(is_called("trivial", proof_of([](const State& r, Claims& claims) {
                          claims.equal("2a = a + a", 2 * r.a, r.a + r.a);
                          claims.equal("x = x", r.x, r.x);
                        })))
      << "beside a claim that says something, too";
  EXPECT_TRUE(
      is_proof(proof_of([](const State& r, Claims& claims) { claims.equal("a + p = p + a", r.a + r.p, r.p + r.a); })));
  EXPECT_TRUE(
      is_proof(proof_of([](const State& r, Claims& claims) { claims.equal("2a = a + a", 2 * r.a, r.a + r.a); })));
}

/// A run that puts the conclusion into its constructor.
struct Identified {
  explicit Identified(const Unknowns& unknowns)
      : x(unknowns.real("x")), y(x), root(unknowns.positive("root")), square_of_root(square(root)) {}

  Number x, y, root, square_of_root;
};

TEST(Prove, refuses_what_the_constructor_of_a_run_has_set_equal) {
  const auto proof = [](auto claims) { return prove(form<Identified, Unknowns>("form", claims)); };
  EXPECT_TRUE(
      is_called("trivial", proof([](const Identified& r, Claims& claims) { claims.equal("x = y", r.x, r.y); })));
  EXPECT_TRUE(is_called("trivial", proof([](const Identified& r, Claims& claims) {
                          claims.equal("root² = square", square(r.root), r.square_of_root);
                        })));
}

TEST(Symbolic, roots_are_of_what_is_not_negative) {
  const Symbolic p = unknown("p", Sign::positive), a = unknown("a");
  EXPECT_TRUE(identical(square(sqrt(p)), p));
  EXPECT_THROW(sqrt(a), std::domain_error);
  EXPECT_FALSE(identical(sqrt(square(a)), a));
}

TEST(Symbolic, unknowns_of_one_name_differ) {
  EXPECT_FALSE(identical(unknown("a"), unknown("a")));
  const Symbolic u = unknown_vector("u"), v = unknown_vector("u");
  EXPECT_FALSE(identical(inner_product(u, u), inner_product(u, v)));
  EXPECT_TRUE(identical(inner_product(u, v), inner_product(v, u)));
}

TEST(Symbolic, rules_of_signs) {
  const std::vector<Sign> signs = {Sign::negative, Sign::zero, Sign::positive, Sign::nonnegative, Sign::nonpositive};
  const auto values = [](Sign sign) -> std::vector<int> {
    switch (sign) {
      case Sign::negative: return {-2, -1};
      case Sign::zero: return {0};
      case Sign::positive: return {1, 2};
      case Sign::nonnegative: return {0, 1, 2};
      case Sign::nonpositive: return {-2, -1, 0};
      default: return {-2, -1, 0, 1, 2};
    }
  };
  const auto allows = [&](Sign sign, int value) {
    const int bounded = std::clamp(value, -1, 1);
    const auto all = values(sign);
    return std::find(all.begin(), all.end(), bounded) != all.end();
  };
  for (const Sign s : signs)
    for (const Sign t : signs) {
      const Symbolic a = unknown("a", s), b = unknown("b", t);
      for (const int x : values(s))
        for (const int y : values(t)) {
          EXPECT_TRUE(allows(sign_of(a + b), x + y));
          EXPECT_TRUE(allows(sign_of(a - b), x - y));
          EXPECT_TRUE(allows(sign_of(a * b), x * y));
          EXPECT_TRUE(allows(sign_of(square(a)), x * x));
          EXPECT_TRUE(allows(sign_of(-a), -x));
        }
    }
}

}  // namespace
}  // namespace verigrad::check_prove_test
