// A statement of a source text: its words, hypotheses, proof steps and errata. The formulas stand beside it, as
// functions over Number, in the statement's own source.
#pragma once

#include <string>
#include <vector>

namespace verigrad {

/// A named piece of a statement: a hypothesis or a displayed line of the proof. `key` names its check.
struct Line {
  std::string key;
  std::string text;
};

/// A printed form that is false. Its check `key` fails on the smallest exact counterexample found; its check
/// `key + " corrected"` holds.
struct Erratum {
  std::string key;
  std::string place;      ///< where in the text
  std::string printed;    ///< the form as printed
  std::string corrected;  ///< the form that is checked instead
  std::string remark;     ///< why it is the text's and not a scanning artefact or a reading of ours
  /// Whether the statement's own words are false, and not only a line of its proof.
  bool of_statement = false;
  /// Whether it is a slip of a reference, an index or a shape that no other formula rests on.
  bool notation = false;
};

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
  std::vector<Line> steps = {};      ///< of its Lines, which with_lines() adds (claim/lines.hpp)
  std::vector<Erratum> errata = {};  ///< of its Lines, likewise
};

}  // namespace verigrad
