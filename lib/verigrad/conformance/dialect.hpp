// Dialects: an optimiser's definition as a product of named choices.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "verigrad/conformance/rounded.hpp"
#include "verigrad/conformance/trace.hpp"

namespace verigrad::conformance {

struct Dialect;

/// One way to do it.
struct Option {
  std::string_view words;   ///< after "with"
  std::string_view source;  ///< who does so; a mistake has none

  bool is_mistake() const { return source.empty(); }
};

/// What a definition can do in several ways. The enumeration of its options stands beside the definition.
struct Choice {
  std::string_view name;
  std::vector<Option> options;
  /// Whether the options differ at all for these hyper-parameters, beside the other choices of the dialect.
  bool (*matters)(const HyperParameters& hyper, const Dialect& dialect) = nullptr;
};

/// A proved identity: where `holds`, the dialect is the same function as the one with this option of the choice.
struct Identity {
  bool (*holds)(const HyperParameters& hyper, const Dialect& dialect);
  int choice, option;
  std::string_view statement;
};

/// What a definition keeps of an entry between two steps.
using EntryState = std::array<Rounded, 4>;

/// What the entries of a tensor share in a step.
struct TensorStep {
  Rounded rate;
  long k;      ///< the counter, 1 at the first step
  long steps;  ///< that this tensor has taken, this one included
};

/// A dialect made executable, entry by entry, over enclosures.
class Definition {
public:
  virtual ~Definition() = default;
  virtual EntryState start(const Rounded& theta) const;
  /// Works out the coefficients of a step.
  virtual void begin(const TensorStep& step) = 0;
  /// Where the method stands when the parameters are something else, as an average of iterates: there weight decay
  /// acts.
  virtual Rounded iterate(const Rounded& parameter, const EntryState& state) const;
  /// The iterate after the step, and its state.
  virtual Rounded advance(const Rounded& g, const Rounded& theta, EntryState& state) const = 0;
  /// The parameter after the step, from the iterate after it and the parameter before.
  virtual Rounded shown(const Rounded& iterate, const Rounded& before, EntryState& state) const;
};

/// Definitions that share their choices. The first choices are the common ones, in the order of `CommonChoice`.
struct Family {
  std::string_view name;
  std::vector<Choice> choices;
  std::vector<Identity> identities;
  std::vector<std::string_view> required;  ///< hyper-parameters without a usual value
  std::unique_ptr<Definition> (*define)(const Dialect& dialect, const HyperParameters& hyper);
};

/// A family with one option for each of its choices.
struct Dialect {
  const Family* family;
  std::vector<int> picks;

  explicit Dialect(const Family& of) : family(&of), picks(of.choices.size(), 0) {}

  /// The option that is picked of the choice, as the enumeration E that stands beside the definition.
  template <class E>
  E pick(int choice) const {
    return E(picks[std::size_t(choice)]);
  }
  const Option& option(std::size_t choice) const { return family->choices[choice].options[std::size_t(picks[choice])]; }
  /// Whether another option of the choice would be another function, for these hyper-parameters.
  bool matters(std::size_t choice, const HyperParameters& hyper) const;
  /// The dialect with another option of the choice.
  Dialect with(std::size_t choice, int option) const;
  friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// The same function after all identities of its family, with the first option of choices that do not matter.
Dialect normal_form(Dialect dialect, const HyperParameters& hyper);

/// In how many choices the normal forms of two dialects of one family differ; of two families, more than any.
int distance(const Dialect& a, const Dialect& b, const HyperParameters& hyper);

/// The normal forms of the dialects that differ from this one in one choice, each once and without its own.
std::vector<Dialect> neighbours(const Dialect& dialect, const HyperParameters& hyper);
/// Those of the dialects that differ in two, likewise and without the neighbours.
std::vector<Dialect> second_neighbours(const Dialect& dialect, const HyperParameters& hyper);

}  // namespace verigrad::conformance
