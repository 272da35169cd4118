// What ties a statement to proofs_formal: its theorems there, and the check that Coq's kernel makes of them.
#pragma once

#include <string>
#include <vector>

#include "verigrad/check/kernel.hpp"
#include "verigrad/check/theorems.hpp"
#include "verigrad/claim/statement.hpp"
#include "verigrad/evidence/check.hpp"

namespace verigrad {

/// The files of proofs_formal that begin with the statement's id, by their paths.
std::vector<TheoremFile> formal_files(const Statement& statement, const CoqLibrary& library = coq_library());

/// The theorems that the statement names as its whole conclusion, by file. Throws std::invalid_argument where the
/// library lacks one.
TheoremNames theorem_names(const Statement& statement, const CoqLibrary& library = coq_library());

/// One check for each statement that names its theorems: of its conclusion as printed, or of its corrected form.
std::vector<Check> kernel_checks(const std::vector<Statement>& statements, const Coq& coq, KernelUse use);

/// What does not agree, a line each; nothing where all does:
///   - a file whose stem is that of no statement, or that begins with another id;
///   - words of a file that leave a proof open or declare an axiom;
///   - a theorem that a statement names and its files lack, or that is only a part, while it claims the whole;
///   - a conclusion in its files that the statement does not name, where nothing says that a part is missing;
///   - a statement as printed that is false by one of its own checks, and names theorems without saying what they
///   correct.
std::vector<std::string> formal_faults(const std::vector<Statement>& statements,
                                       const CoqLibrary& library = coq_library());

/// The theorems in their own words with variables and hypotheses, file by file; those that refute printed forms among
/// them.
std::string formal_in_words(const Statement& statement, const CoqLibrary& library = coq_library());

}  // namespace verigrad
