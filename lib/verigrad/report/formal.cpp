#include "verigrad/report/formal.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verigrad {
namespace {

/// The path and the name of "conclusion" or "gradient_descent_rate_sharp.conclusion_best_rate".
std::pair<std::string, std::string> place_of(const std::string& theorem, const Statement& statement,
                                             const std::vector<TheoremFile>& files) {
  const std::size_t point = theorem.find('.');
  const std::string stem = point == theorem.npos ? statement.stem : theorem.substr(0, point);
  const std::string name = point == theorem.npos ? theorem : theorem.substr(point + 1);
  for (const TheoremFile& file : files)
    if (file.stem() == stem && std::ranges::find(file.theorems, name, &Theorem::name) != file.theorems.end())
      return {file.path, name};
  throw std::invalid_argument(fmt::format("{}: proofs_formal has no theorem {} of it", statement.id, theorem));
}

bool has_partial(const std::vector<TheoremFile>& files) {
  return std::ranges::any_of(files, [](const TheoremFile& file) {
    return std::ranges::find(file.theorems, TheoremKind::partial, &Theorem::kind) != file.theorems.end();
  });
}

/// The statement whose stem is the file's, or which the file continues: "gradient_descent_rate_sharp".
const Statement* statement_of(const TheoremFile& file, const std::vector<Statement>& statements) {
  for (const Statement& statement : statements)
    if (file.stem() == statement.stem) return &statement;
  const Statement* longest = nullptr;
  for (const Statement& statement : statements)
    if (file.stem().starts_with(statement.stem + "_") && (!longest || longest->stem.size() < statement.stem.size()))
      longest = &statement;
  return longest;
}

void append_faults_of(const TheoremFile& file, const std::vector<Statement>& statements,
                      std::vector<std::string>& faults) {
  for (const std::string& word : file.open) faults.push_back(fmt::format("{} has \"{}\"", file.path, word));
  const Statement* statement = statement_of(file, statements);
  if (!statement) return faults.push_back(fmt::format("{} has the stem of no statement", file.path));
  if (statement->id != file.id)
    faults.push_back(
        fmt::format("{} begins with {}, and {} is {}", file.path, file.id, statement->stem, statement->id));
}

bool is_named(const TheoremFile& file, const Theorem& theorem, const TheoremNames& names) {
  const auto found = names.find(file.path);
  return found != names.end() && std::ranges::count(found->second, theorem.name) > 0;
}

bool is_false_as_printed(const Statement& statement) {
  return std::ranges::any_of(statement.errata, [](const Erratum& erratum) {
    return erratum.of_statement && (erratum.weight == Weight::statement || erratum.weight == Weight::hypothesis);
  });
}

void append_faults_of(const Statement& statement, const CoqLibrary& library, std::vector<std::string>& faults) {
  const std::vector<TheoremFile> files = formal_files(statement, library);
  const bool part = has_partial(files);
  const Formal& formal = statement.formal;
  if (!formal.theorems.empty() && part)
    faults.push_back(fmt::format("{} claims the whole, and a file of it has a partial theorem", statement.id));
  if (!formal.theorems.empty() && formal.corrected.empty() && is_false_as_printed(statement))
    faults.push_back(fmt::format("{} is false as printed, and does not say what its theorems correct", statement.id));
  TheoremNames names;
  try {
    names = theorem_names(statement, library);
  } catch (const std::invalid_argument& lacking) {
    faults.emplace_back(lacking.what());
    return;
  }
  for (const TheoremFile& file : files)
    for (const Theorem& theorem : file.theorems) {
      if (theorem.kind == TheoremKind::conclusion && !part && !is_named(file, theorem, names))
        faults.push_back(fmt::format("{} does not name {} of {}", statement.id, theorem.name, file.path));
      if (theorem.kind != TheoremKind::conclusion && is_named(file, theorem, names))
        faults.push_back(
            fmt::format("{} names {} of {}, which is no conclusion", statement.id, theorem.name, file.path));
    }
}

std::string indented(const std::string& text) {
  std::string result = "    ";
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  return result + "\n";
}

/// Each theorem below the context that is its own; one that it shares with the theorem before is not told again.
std::string in_words(const TheoremFile& file) {
  std::string text = fmt::format("  proofs_formal/{}\n", file.path);
  const std::vector<std::string>* told = nullptr;
  for (const Theorem& theorem : file.theorems) {
    if (!told || *told != theorem.context) {
      if (told) text += "\n";
      for (const std::string& sentence : theorem.context) text += indented(sentence);
    }
    told = &theorem.context;
    text += indented(theorem.text);
  }
  return text;
}

}  // namespace

std::vector<TheoremFile> formal_files(const Statement& statement, const CoqLibrary& library) {
  std::vector<TheoremFile> files;
  for (const CoqFile& file : library)
    if (file.text.starts_with("(* " + statement.id + ": ")) files.push_back(theorems_in(file));
  return files;
}

TheoremNames theorem_names(const Statement& statement, const CoqLibrary& library) {
  TheoremNames names;
  const std::vector<TheoremFile> files = formal_files(statement, library);
  for (const std::string& theorem : statement.formal.theorems) {
    const auto [path, name] = place_of(theorem, statement, files);
    names[path].push_back(name);
  }
  return names;
}

std::vector<Check> kernel_checks(const std::vector<Statement>& statements, const Coq& coq, KernelUse use) {
  std::vector<Check> checks;
  if (use == KernelUse::no) return checks;
  for (const Statement& statement : statements) {
    if (statement.formal.theorems.empty()) continue;
    const bool printed = statement.formal.corrected.empty();
    CheckId id{statement.stem, printed ? Kind::conclusion : Kind::corrected,
               printed ? "for every instance, by Coq's kernel" : "for every instance corrected, by Coq's kernel"};
    id.whole = true;
    checks.push_back({std::move(id), [=, names = theorem_names(statement)](const Settings&) {
                        return ask_kernel(coq_library(), names, coq, use);
                      }});
  }
  return checks;
}

std::vector<std::string> formal_faults(const std::vector<Statement>& statements, const CoqLibrary& library) {
  std::vector<std::string> faults;
  for (const TheoremFile& file : theorem_files(library)) append_faults_of(file, statements, faults);
  for (const Statement& statement : statements) append_faults_of(statement, library, faults);
  return faults;
}

std::string formal_in_words(const Statement& statement, const CoqLibrary& library) {
  const std::vector<TheoremFile> files = formal_files(statement, library);
  if (files.empty()) return "";
  const Formal& formal = statement.formal;
  std::string text = formal.theorems.empty() ? "  not the whole conclusion: see the names of the theorems\n"
                     : formal.corrected.empty()
                         ? fmt::format("  the whole conclusion: {}\n", fmt::join(formal.theorems, ", "))
                         : fmt::format("  the whole conclusion, corrected: {}\n  corrected: {}\n",
                                       fmt::join(formal.theorems, ", "), formal.corrected);
  if (!formal.given.empty()) text += fmt::format("  given: {}\n", formal.given);
  for (const TheoremFile& file : files) text += in_words(file);
  return text;
}

}  // namespace verigrad
