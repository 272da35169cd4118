// Theorems of proofs_formal in their own words, read from its files without Coq.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verigrad/check/coq_library.hpp"

namespace verigrad {

/// What the name of a theorem says of it (docs/formal.md).
enum class TheoremKind {
  conclusion,  ///< conclusion…: together, the whole conclusion
  partial,     ///< partial…: a part of it, and the whole is not proved
  found,       ///< found…: what holds besides, of a method for which the text claims nothing
  sharp,       ///< sharp…: an instance that attains the bound
  refutation   ///< …_is_false: the negation of a printed form, or of a form without a hypothesis
};

/// A statement of a file, with what its words rest on.
struct Theorem {
  std::string name;
  TheoremKind kind;
  std::string text;  ///< "Theorem conclusion n : …"
  /// The variables and hypotheses of its sections, and the definitions of its file that these and the theorem name, as
  /// they stand there.
  std::vector<std::string> context;
};

/// A file of proofs_formal, as it is written.
struct TheoremFile {
  std::string path;               ///< "descent/gradient_descent_rate.v"
  std::string id;                 ///< "mathdnn/6.5"
  std::string about;              ///< what its first comment says after the id
  std::vector<Theorem> theorems;  ///< those whose names say what they are
  /// Words that leave a proof open or declare an axiom: "Admitted".
  std::vector<std::string> open;

  std::string stem() const;   ///< "gradient_descent_rate"
  std::string topic() const;  ///< "descent"
};

/// Throws std::invalid_argument where the file does not begin with the id of a statement, or marks no theorem.
TheoremFile theorems_in(const CoqFile& file);

/// Of all files but those of base/, which hold no statement.
std::vector<TheoremFile> theorem_files(const CoqLibrary& library);

}  // namespace verigrad
