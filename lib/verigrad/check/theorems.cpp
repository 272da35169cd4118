#include "verigrad/check/theorems.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace verigrad {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// The end of the comment that begins at `begin`; comments nest.
std::size_t end_of_comment(std::string_view text, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i + 1 < text.size(); ++i) {
    const std::string_view two = text.substr(i, 2);
    if (two != "(*" && two != "*)") continue;
    depth += two == "(*" ? 1 : -1;
    ++i;
    if (depth == 0) return i + 1;
  }
  return text.size();
}

/// Sentences without comments, each up to the point that ends it and without blanks around it.
std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> result;
  std::string sentence;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "(*") {
      i = end_of_comment(text, i) - 1;
      continue;
    }
    if (sentence.empty() && is_blank(text[i])) continue;
    sentence += text[i];
    if (text[i] == '.' && (i + 1 == text.size() || is_blank(text[i + 1])))
      result.push_back(std::exchange(sentence, {}));
  }
  return result;
}

/// "Theorem" and "conclusion" of "Theorem conclusion n : …"; `Local` and the like are passed over.
std::pair<std::string, std::string> keyword_and_name(const std::string& sentence) {
  static const std::regex beginning("(?:(?:Local|Global|#\\[[^\\]]*\\]) +)*([A-Z][A-Za-z]*)\\s*([^\\s:({]*)");
  std::smatch match;
  if (!std::regex_search(sentence, match, beginning, std::regex_constants::match_continuous)) return {};
  return {match[1], match[2]};
}

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::ranges::any_of(words, [&](const char* each) { return word == each; });
}

std::optional<TheoremKind> kind_of(const std::string& name) {
  if (name.ends_with("_is_false")) return TheoremKind::refutation;
  if (name.starts_with("conclusion")) return TheoremKind::conclusion;
  if (name.starts_with("partial")) return TheoremKind::partial;
  if (name.starts_with("found")) return TheoremKind::found;
  if (name.starts_with("sharp")) return TheoremKind::sharp;
  return std::nullopt;
}

bool belongs_to_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '\''; }

bool names(const std::string& text, const std::string& name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !belongs_to_word(text[at - 1])) && (end == text.size() || !belongs_to_word(text[end]))) return true;
  }
  return false;
}

/// One sentence of a file that a theorem's words may rest on.
struct Declaration {
  std::string name;  ///< empty for what always counts in its section
  std::string text;
};

/// What is declared where a theorem stands, section by section; the first entry is the file's own.
class Scope {
public:
  void open() { sections_.emplace_back(); }
  void close() {
    // A definition outlives its section.
    std::vector<Declaration> section = std::move(sections_.back());
    if (sections_.size() > 1) sections_.pop_back();
    std::erase_if(section, [](const Declaration& each) { return each.name.empty(); });
    auto& outer = sections_.back();
    outer.insert(outer.end(), section.begin(), section.end());
  }
  void add(Declaration declaration) { sections_.back().push_back(std::move(declaration)); }

  /// Hypotheses and variables all, definitions where they are named by what is taken.
  std::vector<std::string> context_of(const std::string& theorem) const {
    std::vector<std::pair<const Declaration*, bool>> all;
    for (const auto& section : sections_)
      for (const Declaration& each : section) all.emplace_back(&each, each.name.empty());
    const auto is_named = [&](const std::string& name) {
      return names(theorem, name) || std::ranges::any_of(all, [&](const auto& other) {
               return other.second && names(other.first->text, name);
             });
    };
    for (bool more = true; more;) {
      more = false;
      for (auto& [each, taken] : all)
        if (!taken && is_named(each->name)) taken = more = true;
    }
    std::vector<std::string> context;
    for (const auto& [each, taken] : all)
      if (taken) context.push_back(each->text);
    return context;
  }

private:
  std::vector<std::vector<Declaration>> sections_{1};
};

/// Reads sentences one after the other; those of proofs are passed over.
class SentenceReader {
public:
  explicit SentenceReader(TheoremFile& file) : file_(file) {}

  void read(const std::string& sentence) {
    const auto [keyword, name] = keyword_and_name(sentence);
    if (is_one_of(keyword, {"Qed", "Defined", "Admitted", "Abort"})) in_proof_ = false;
    if (is_one_of(keyword, {"Proof"})) in_proof_ = true;
    if (in_proof_) return;
    if (keyword == "Section") scope_.open();
    if (keyword == "End") scope_.close();
    if (is_one_of(keyword, {"Context", "Variable", "Variables", "Hypothesis", "Hypotheses", "Let"}))
      scope_.add({"", sentence});
    if (is_one_of(keyword, {"Definition", "Fixpoint", "Inductive", "Record", "Notation"})) scope_.add({name, sentence});
    if (is_one_of(keyword, {"Theorem", "Corollary"}))
      if (const auto kind = kind_of(name))
        file_.theorems.push_back({name, *kind, sentence, scope_.context_of(sentence)});
  }

private:
  TheoremFile& file_;
  Scope scope_;
  bool in_proof_ = false;
};

/// Without the line ends and blanks of a comment that goes over several lines.
std::string in_one_line(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

std::vector<std::string> open_words(const std::vector<std::string>& all) {
  static const std::regex open(
      "\\b(Admitted|Axioms?|Parameters?|Conjectures?|admit|give_up|Abort|Unset Guard Checking|bypass_check|"
      "Unset Universe Checking|Unset Positivity Checking|Declare ML Module|Extraction|Load|Redirect|Cd)\\b");
  std::vector<std::string> words;
  for (const std::string& sentence : all)
    for (std::sregex_iterator at(sentence.begin(), sentence.end(), open), end; at != end; ++at)
      words.push_back(at->str());
  return words;
}

}  // namespace

std::string TheoremFile::topic() const { return path.substr(0, path.find('/')); }
std::string TheoremFile::stem() const {
  const std::size_t begin = path.find('/') + 1;
  return path.substr(begin, path.size() - begin - std::string_view(".v").size());
}

TheoremFile theorems_in(const CoqFile& file) {
  static const std::regex head("\\(\\* ([a-z]+/[^ :]+): ([^]*)");
  const std::string comment = file.text.substr(0, end_of_comment(file.text, 0));
  std::smatch match;
  if (!std::regex_match(comment, match, head))
    throw std::invalid_argument(file.path + " does not begin with the id of its statement");
  TheoremFile result{.path = file.path, .id = match[1], .about = in_one_line(match[2]), .theorems = {}, .open = {}};
  result.about.resize(result.about.size() - std::min(result.about.size(), std::string_view(" *)").size()));
  const std::vector<std::string> all = sentences(file.text);
  SentenceReader reader(result);
  for (const std::string& sentence : all) reader.read(sentence);
  result.open = open_words(all);
  if (result.theorems.empty()) throw std::invalid_argument(file.path + " proves nothing that its names mark");
  return result;
}

std::vector<TheoremFile> theorem_files(const CoqLibrary& library) {
  std::vector<TheoremFile> files;
  for (const CoqFile& file : library)
    if (!file.path.starts_with("base/")) files.push_back(theorems_in(file));
  return files;
}

}  // namespace verigrad
