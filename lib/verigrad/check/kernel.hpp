// What Coq's kernel says of theorems of proofs_formal: asked, or remembered of files that are the same to the letter.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "verigrad/check/coq_library.hpp"
#include "verigrad/evidence/evidence.hpp"

namespace verigrad {

/// How much Coq is used.
enum class KernelUse {
  no,      ///< nothing is looked at
  cached,  ///< earlier answers are, and coqc is not run
  yes      ///< coqc is run where no earlier answer is
};

/// The kernel at hand.
struct Coq {
  std::string version = {};  ///< what `coqc --version` prints; empty where there is no coqc
  /// The folders where earlier answers stand. The first is made where it is missing and takes new answers, and what
  /// coqc compiled.
  std::vector<std::filesystem::path> answers = {};
};

/// What `coqc --version` prints, without its last line end; empty where no coqc is found.
std::string coqc_version();

/// The names of theorems by the path of their file.
using TheoremNames = std::map<std::string, std::vector<std::string>>;

/// Of one file: its theorems that the kernel has checked, and all axioms that they rest on.
struct KernelAnswer {
  std::vector<std::string> theorems, axioms;
};

/// "theorems: conclusion sharp" and "axioms: Classical_Prop.classic", a line each, and nothing else. Throws
/// std::invalid_argument for another text.
KernelAnswer answer_in(std::string_view text);

/// What Print Assumptions answered: every line that is not indented names an axiom, or says what else is taken for
/// granted. Throws std::invalid_argument where it is no such answer.
std::vector<std::string> axioms_in(std::string_view printed);

/// holds at level kernel: every theorem is among those that coqc has checked in its file as it is in the library, and
/// none rests on more than permitted_axioms(). fails where coqc refuses a file or a theorem rests on more. Where coqc
/// may not run and no earlier answer speaks of these very files, nothing is decided, and the evidence says why. Ending
/// the process group ends coqc. Throws std::invalid_argument for a file or theorem that the library lacks,
/// std::runtime_error where no folder of answers can be written.
Evidence ask_kernel(const CoqLibrary& library, const TheoremNames& theorems, const Coq& coq, KernelUse use);

}  // namespace verigrad
