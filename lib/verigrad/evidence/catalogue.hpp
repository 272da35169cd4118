// The catalogue: every statement of the sources, checked or open, and every figure, drawn or open. Generated from
// lib/catalogue.txt.
#pragma once

#include <string_view>
#include <vector>

namespace verigrad {

/// A line of lib/catalogue.txt: a statement or a figure of the texts.
struct CatalogueEntry {
  enum class Kind { statement, figure };

  std::string_view id;     ///< "mathdnn/6.5"
  std::string_view topic;  ///< "descent": the folder of a statement's files; empty for figures and open statements
  std::string_view stem;   ///< "gradient_descent_rate"; empty while the statement or figure is open
  std::string_view title;
  Kind kind;
  bool open() const { return stem.empty(); }
};

/// In the order of the sources.
const std::vector<CatalogueEntry>& catalogue();

/// A folder of statements.
struct Topic {
  std::string_view name;   ///< "descent"
  std::string_view about;  ///< "Gradient descent."
};

/// In the order of cmake/include_rules.cmake.
const std::vector<Topic>& topics();

/// The entry with this id or stem, or nullptr.
const CatalogueEntry* find_entry(std::string_view id_or_stem);

}  // namespace verigrad
