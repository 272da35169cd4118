// A statement of a source text: its words, hypotheses, proof steps and errata. The formulas stand beside it, as
// functions over Number, in the statement's own source.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace verigrad {

/// A named piece of a statement: a hypothesis or a displayed line of the proof. `key` names its check.
struct Line {
  std::string key;
  std::string text;
};

/// How much an erratum weighs, the gravest first.
enum class Weight {
  statement,   ///< a claim of the text is false: a theorem, a method, a note
  hypothesis,  ///< a claim needs a hypothesis that is not printed
  proof,       ///< a step of a proof is false, and what it is to show is true
  gap,         ///< a step of a proof does not follow, and is true
  line,        ///< a sign, a factor or a term of one display: the lines around it are right, or unharmed
  notation     ///< an index, a shape, a letter or a reference
};

/// Every weight, the gravest first.
constexpr Weight all_weights[] = {Weight::statement, Weight::hypothesis, Weight::proof,
                                  Weight::gap,       Weight::line,       Weight::notation};

/// The word for it: "statement", "hypothesis", "proof", "gap", "line", "notation".
constexpr std::string_view name(Weight weight) {
  constexpr std::string_view names[] = {"statement", "hypothesis", "proof", "gap", "line", "notation"};
  return names[static_cast<std::size_t>(weight)];
}

/// A printed form that is false. Its check `key` fails on the smallest exact counterexample found; its check
/// `key + " corrected"` holds. A gap has the key of the step that fills it, and no counterexample; a slip of notation
/// may do without a check.
struct Erratum {
  std::string key;
  std::string place;         ///< where in the text
  std::string printed;       ///< the form as printed: … is left out, what the context says is in brackets
  std::string corrected;     ///< the form that is checked instead
  std::string remark = {};   ///< why it is the text's and not a reading of ours
  std::string by_hand = {};  ///< a counterexample that needs no machine
  Weight weight = Weight::line;
  std::string survives = {};  ///< what remains of a claim that falls
  std::string same_as = {};   ///< "id: key" of the erratum that this one repeats or follows from
  /// Whether the statement's own words are false, and not only a line of its proof.
  bool of_statement = false;
  /// Whether it is one letter, sign or exponent, which a scan could also have misread or lost.
  bool one_letter = false;
};

/// The theorems of proofs_formal/<topic>/<stem>*.v that together say the whole conclusion, for every instance.
struct Formal {
  /// "conclusion", or with the file it stands in, "gradient_descent_rate_sharp.conclusion_best_rate"; empty while the
  /// whole conclusion is not proved there.
  std::vector<std::string> theorems = {};
  /// What they say in place of the print, where that is false.
  std::string corrected = {};
  /// What they ask for that the text does not say, or says in other words.
  std::string given = {};
};

/// The words of one statement of the catalogue, as its text prints them, with what is wrong in them.
struct Statement {
  std::string id;          ///< "mathdnn/6.5"
  std::string stem;        ///< "gradient_descent_rate"
  std::string title;       ///< "Rate of gradient descent"
  std::string source;      ///< text and place: "MathDNN, Proposition 6.5"
  std::string text;        ///< the conclusion as printed
  std::string found = {};  ///< what the checks found besides
  /// What ships and is under test, file and name: "algorithm/adam.hpp: Adam". Empty when the statement is about
  /// formulas alone.
  std::vector<std::string> code = {};
  std::vector<Line> hypotheses = {};
  Formal formal = {};
  std::vector<Line> steps = {};      ///< of its Lines, which with_lines() adds (claim/lines.hpp)
  std::vector<Erratum> errata = {};  ///< of its Lines, likewise
};

}  // namespace verigrad
