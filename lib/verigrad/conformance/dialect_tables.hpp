// All dialects in tables, for the documentation.
#pragma once

#include <string>

namespace verigrad::conformance {

/// Markdown: the methods with their sources; then, family by family, each choice with its options, who does so, and the
/// identities by which options are one.
std::string dialect_tables();

}  // namespace verigrad::conformance
