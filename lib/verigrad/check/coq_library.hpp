// The sources of proofs_formal, as they were when the program was built: what each requires, and a digest of all of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace verigrad {

/// A source file of proofs_formal.
struct CoqFile {
  std::string path;  ///< "descent/gradient_descent_rate.v", below proofs_formal
  std::string text;
};

/// In the order of their paths.
using CoqLibrary = std::vector<CoqFile>;

/// All of proofs_formal. Generated from it.
const CoqLibrary& coq_library();

/// The axioms that a theorem may rest on, by their full names: proofs_formal/assumptions.txt, generated likewise.
const std::vector<std::string>& permitted_axioms();

/// The file at this path. Throws std::invalid_argument where there is none.
const CoqFile& coq_file(const CoqLibrary& library, std::string_view path);

/// The file and all that it requires, each after what it requires itself. Throws std::invalid_argument where a file is
/// required that the library lacks, or one that requires itself.
std::vector<const CoqFile*> with_required(const CoqLibrary& library, std::string_view path);

/// SHA-256, in hexadecimal, of `coqc_version`, a line end, and what sha256sum prints of those files in the order of
/// their paths. It is another one when a letter of the file, of what it requires or of the version is.
std::string digest(const CoqLibrary& library, std::string_view path, std::string_view coqc_version);

}  // namespace verigrad
