// What Coq's kernel is asked, and what is remembered: no edited file is taken for the one that was checked.
#include "verigrad/check/kernel.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>

namespace verigrad::check_kernel_test {
namespace {

namespace fs = std::filesystem;

const std::string numbers =
    "(* Numbers. *)\nDefinition two : nat := 2.\nLemma two_is : two = 1 + 1.\nProof. reflexivity. Qed.\n";
const std::string parity =
    "(* text/1: two is even. *)\nFrom Verigrad.base Require Import numbers.\n"
    "Section Parity.\n  Variable n : nat.\n  Hypothesis n_is_two : n = two.\n"
    "  Theorem conclusion : exists m, n = m + m.\n  Proof. exists 1. rewrite n_is_two. exact two_is. Qed.\n"
    "End Parity.\nTheorem one_is_false : ~ (forall n, n = 1).\nProof. intro H. discriminate (H 0). Qed.\n";
const std::string path = "number/parity.v";
const TheoremNames conclusion{{path, {"conclusion"}}};

CoqLibrary library(const std::string& of_numbers = numbers, const std::string& of_parity = parity) {
  return {{"base/numbers.v", of_numbers}, {path, of_parity}};
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  return text.replace(text.find(before), before.size(), after);
}

/// The edits that must not pass for what was checked: a proof left open, an axiom, another statement, a hypothesis
/// dropped, and another definition in what is required.
std::vector<CoqLibrary> edited() {
  const std::string proof = "Proof. exists 1. rewrite n_is_two. exact two_is. Qed.";
  return {library(numbers, replaced(parity, proof, "Admitted.")),
          library(numbers, replaced(parity, "Section Parity.", "Axiom easy : False.\nSection Parity.")),
          library(numbers, replaced(parity, "n = m + m", "n = m + m + m")),
          library(numbers, replaced(parity, "  Hypothesis n_is_two : n = two.\n", "")),
          library(replaced(numbers, "Proof. reflexivity. Qed.", "Admitted.")),
          library(replaced(numbers, "two : nat := 2", "two : nat := 3"))};
}

/// A folder of answers of its own.
class Kernel : public testing::Test {
protected:
  Kernel() : folder_(fs::temp_directory_path() / ("verigrad_kernel_test_" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~Kernel() override { fs::remove_all(folder_); }

  Coq coq(const std::string& version) const { return {version, {folder_}}; }
  void answer(const CoqLibrary& of, const std::string& version, const std::string& text) const {
    std::ofstream(folder_ / digest(of, path, version)) << text;
  }
  fs::path folder_;
};
using Remembered = Kernel;
using Asked = Kernel;

const std::string good = "theorems: conclusion one_is_false\naxioms: Classical_Prop.classic\n";

TEST(Digest, is_another_for_every_letter_that_counts) {
  const std::string before = digest(library(), path, "8.16");
  EXPECT_EQ(before.size(), 64u);
  EXPECT_EQ(before, digest(library(), path, "8.16"));
  EXPECT_NE(before, digest(library(), path, "8.17"));
  EXPECT_NE(before, digest(library(numbers + " "), path, "8.16"));
  EXPECT_NE(before, digest(library(numbers, parity + " "), path, "8.16"));
  EXPECT_EQ(digest(library(), "base/numbers.v", ""), digest(library(numbers, "edited"), "base/numbers.v", ""))
      << "what is not required does not count";
}

/// printf '\n%s  base/numbers.v\n' $(printf 'abc' | sha256sum | cut -c1-64) | sha256sum
TEST(Digest, is_what_sha256sum_prints) {
  EXPECT_EQ(digest({{"base/numbers.v", "abc"}}, "base/numbers.v", ""),
            "e999662c71a0b90a8accf0340cf379bf890e45ffe56fefc8bba923ec268d6189");
}

TEST(Digest, of_a_file_that_requires_what_is_not_there_or_itself_is_refused) {
  EXPECT_THROW(digest({{path, parity}}, path, ""), std::invalid_argument);
  EXPECT_THROW(digest({{path, "From Verigrad.number Require parity."}}, path, ""), std::invalid_argument);
}

TEST_F(Remembered, answers_carry_the_level_kernel) {
  answer(library(), "8.16", good);
  const Evidence evidence = ask_kernel(library(), conclusion, coq("8.16"), KernelUse::cached);
  EXPECT_EQ(evidence.verdict, Verdict::holds);
  EXPECT_EQ(evidence.level, Level::kernel);
  EXPECT_EQ(evidence.claims, 1);
  EXPECT_EQ(evidence.note, "conclusion of number/parity.v; axioms: Classical_Prop.classic");
}

TEST_F(Remembered, answers_speak_of_no_edited_file_and_no_other_coqc) {
  answer(library(), "8.16", good);
  for (const CoqLibrary& other : edited()) {
    const Evidence evidence = ask_kernel(other, conclusion, coq("8.16"), KernelUse::cached);
    EXPECT_NE(evidence.verdict, Verdict::holds);
    EXPECT_NE(evidence.level, Level::kernel);
  }
  for (const char* version : {"8.17", ""}) {
    const Evidence evidence = ask_kernel(library(), conclusion, coq(version), KernelUse::cached);
    EXPECT_NE(evidence.level, Level::kernel);
    EXPECT_NE(evidence.not_checked, "") << "never silently";
  }
}

TEST_F(Remembered, answers_that_rest_on_more_or_leave_a_theorem_out_refute) {
  answer(library(), "8.16", "theorems: conclusion\naxioms: Classical_Prop.classic Verigrad.number.parity.easy\n");
  EXPECT_EQ(ask_kernel(library(), conclusion, coq("8.16"), KernelUse::cached).verdict, Verdict::fails);
  answer(library(), "8.16", "theorems: one_is_false\naxioms: \n");
  EXPECT_EQ(ask_kernel(library(), conclusion, coq("8.16"), KernelUse::cached).verdict, Verdict::fails);
}

TEST_F(Remembered, answers_that_are_broken_are_no_evidence) {
  for (const char* broken : {"", "theorems: conclusion\n", "theorems: conclusion\naxioms:",
                             "axioms: \ntheorems: conclusion\n", "theorems: conclusion\naxioms: \nmore\n"}) {
    answer(library(), "8.16", broken);
    EXPECT_THROW(ask_kernel(library(), conclusion, coq("8.16"), KernelUse::cached), std::invalid_argument) << broken;
  }
}

TEST_F(Remembered, no_theorem_that_the_file_lacks_can_be_asked_for) {
  answer(library(), "8.16", "theorems: conclusion conclusion_of_more\naxioms: \n");
  EXPECT_THROW(ask_kernel(library(), {{path, {"conclusion_of_more"}}}, coq("8.16"), KernelUse::cached),
               std::invalid_argument);
  EXPECT_THROW(ask_kernel(library(), {}, coq("8.16"), KernelUse::cached), std::invalid_argument);
}

TEST(Axioms, are_all_that_print_assumptions_names_without_a_blank_before_it) {
  EXPECT_TRUE(axioms_in("Closed under the global context\n").empty());
  EXPECT_EQ(axioms_in("Axioms:\na.b : forall P : Prop,\n  P \\/ ~ P\nc\n  : nat\nd is assumed to be guarded.\n"),
            (std::vector<std::string>{"a.b", "c", "d"}));
  EXPECT_THROW(axioms_in(""), std::invalid_argument);
  EXPECT_THROW(axioms_in("conclusion : True\n"), std::invalid_argument);
}

TEST_F(Asked, the_kernel_checks_once_and_is_remembered) {
  const std::string version = coqc_version();
  if (version.empty()) GTEST_SKIP() << "not checked here: there is no coqc";
  const Coq here = coq(version);
  EXPECT_NE(ask_kernel(library(), conclusion, here, KernelUse::cached).not_checked, "");
  const Evidence asked = ask_kernel(library(), conclusion, here, KernelUse::yes);
  EXPECT_EQ(asked.level, Level::kernel) << asked.counterexample;
  EXPECT_EQ(asked.note, "conclusion of number/parity.v; axioms: none");
  EXPECT_EQ(ask_kernel(library(), conclusion, here, KernelUse::cached).note, asked.note);
  for (const auto& entry : fs::directory_iterator(folder_)) EXPECT_FALSE(entry.is_directory()) << entry.path();
}

TEST_F(Asked, the_kernel_refuses_every_edited_file) {
  const std::string version = coqc_version();
  if (version.empty()) GTEST_SKIP() << "not checked here: there is no coqc";
  for (const CoqLibrary& other : edited()) {
    const Evidence evidence = ask_kernel(other, conclusion, coq(version), KernelUse::yes);
    EXPECT_EQ(evidence.verdict, Verdict::fails) << other[0].text << other[1].text;
    EXPECT_NE(evidence.counterexample, "");
    EXPECT_NE(evidence.level, Level::kernel);
  }
}

}  // namespace
}  // namespace verigrad::check_kernel_test
