// What the files of proofs_formal say, read without Coq.
#include "verigrad/check/theorems.hpp"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

namespace verigrad::check_theorems_test {
namespace {

const CoqFile rate{"descent/rate.v", R"coq((* text/1: Proposition 1. f(x* ) ≤ f(x),
   for every x (* and y *). *)
From Verigrad.base Require Import sums.

Definition twice (x : R) := x + x.
Definition unused (x : R) := x.

Section Rate.
  Context {V : space}.
  Variables (f : V -> R) (s : V).
  Hypothesis s_minimum : global_minimum f s.
  Definition gap x := twice (f x - f s).

  (* Theorem conclusion_in_a_comment : False. *)
  Lemma gap_pos x : 0 <= gap x.
  Proof. unfold gap. Theorem conclusion_in_a_proof : False. Qed.

  Theorem conclusion x :
    0 <= gap x.
  Proof. apply gap_pos. Qed.
End Rate.

Theorem sharp_at_0 : twice 0 = 0.
Proof. unfold twice. ring. Qed.
Theorem without_minimum_is_false : ~ (forall x, x < x).
Proof. intro H. exact (Rlt_irrefl 0 (H 0)). Qed.
)coq"};

TEST(Theorems, are_those_that_the_names_mark) {
  const TheoremFile file = theorems_in(rate);
  EXPECT_EQ(file.id, "text/1");
  EXPECT_EQ(file.about, "Proposition 1. f(x* ) ≤ f(x), for every x (* and y *).");
  EXPECT_EQ(file.topic(), "descent");
  EXPECT_EQ(file.stem(), "rate");
  ASSERT_EQ(file.theorems.size(), 3u);
  EXPECT_EQ(file.theorems[0].name, "conclusion");
  EXPECT_EQ(file.theorems[0].kind, TheoremKind::conclusion);
  EXPECT_EQ(file.theorems[0].text, "Theorem conclusion x :\n    0 <= gap x.");
  EXPECT_EQ(file.theorems[1].kind, TheoremKind::sharp);
  EXPECT_EQ(file.theorems[2].kind, TheoremKind::refutation);
  EXPECT_TRUE(file.open.empty());
}

TEST(Theorems, have_the_hypotheses_of_their_sections_and_the_definitions_that_they_name) {
  const TheoremFile file = theorems_in(rate);
  EXPECT_EQ(file.theorems[0].context,
            (std::vector<std::string>{"Definition twice (x : R) := x + x.", "Context {V : space}.",
                                      "Variables (f : V -> R) (s : V).", "Hypothesis s_minimum : global_minimum f s.",
                                      "Definition gap x := twice (f x - f s)."}));
  EXPECT_EQ(file.theorems[1].context, (std::vector<std::string>{"Definition twice (x : R) := x + x."}))
      << "a section that is closed has no part in it";
  EXPECT_TRUE(file.theorems[2].context.empty());
}

CoqFile with(const std::string& before, const std::string& after) {
  CoqFile file = rate;
  file.text.replace(file.text.find(before), before.size(), after);
  return file;
}

TEST(Theorems, say_what_is_left_open_but_not_what_comments_say) {
  EXPECT_EQ(theorems_in(with("Proof. apply gap_pos. Qed.", "Admitted.")).open, (std::vector<std::string>{"Admitted"}));
  EXPECT_EQ(theorems_in(with("Section Rate.", "Axiom easy : False. Section Rate.")).open,
            (std::vector<std::string>{"Axiom"}));
  EXPECT_TRUE(theorems_in(with("in_a_comment", "Admitted")).open.empty());
}

TEST(Theorems, of_a_file_without_id_or_without_a_marked_theorem_are_refused) {
  EXPECT_THROW(theorems_in(with("(* text/1: ", "(* ")), std::invalid_argument);
  EXPECT_THROW(theorems_in({"descent/rate.v", "(* text/1: nothing. *)\nLemma conclusion : True.\n"}),
               std::invalid_argument);
}

TEST(Theorems, of_the_library_are_all_closed) {
  const auto files = theorem_files(coq_library());
  EXPECT_GT(files.size(), 100u);
  for (const TheoremFile& file : files) EXPECT_TRUE(file.open.empty()) << file.path << ": " << file.open.front();
}

}  // namespace
}  // namespace verigrad::check_theorems_test
