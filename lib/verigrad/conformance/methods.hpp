// Methods by the names that users know, each a dialect of a family.
#pragma once

#include "verigrad/conformance/dialect.hpp"

namespace verigrad::conformance {

/// A method by its name.
struct Method {
  std::string_view name;   ///< on the command line and in traces
  std::string_view title;  ///< in sentences
  std::string_view source;
  Dialect dialect;  ///< before the declared switches
};

/// All of them, in the order of their families.
const std::vector<Method>& methods();

/// Throws std::invalid_argument with near names.
const Method& method_named(const std::string& name);

/// The method's dialect with what the hyper-parameters ask for: weight_decay, maximize, amsgrad, nesterov, centered,
/// clip_norm.
Dialect declared_dialect(const Method& method, const HyperParameters& hyper);

/// A dialect in words: the nearest method, "with" whatever differs.
struct Description {
  const Method* method;
  std::vector<std::string> differences;
  bool mistake;  ///< one of the differences is what nobody does on purpose

  std::string text() const;
};

/// `preferred` is named where it is as near as any other.
Description describe(const Dialect& dialect, const HyperParameters& hyper, const Method* preferred = nullptr);

}  // namespace verigrad::conformance
