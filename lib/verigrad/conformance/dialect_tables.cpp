#include "verigrad/conformance/dialect_tables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/conformance/common_choices.hpp"
#include "verigrad/conformance/methods.hpp"

namespace verigrad::conformance {
namespace {

std::string option_rows(const Choice& choice) {
  std::string result;
  for (const Option& option : choice.options)
    result += fmt::format("| {} | {} | {} |\n", &option == choice.options.data() ? choice.name : "", option.words,
                          option.is_mistake() ? "a mistake" : option.source);
  return result;
}

std::string choice_table(const std::vector<Choice>& choices, std::size_t first, std::size_t last) {
  std::string result = "| choice | option | who does so |\n|---|---|---|\n";
  for (std::size_t i = first; i < last; ++i) result += option_rows(choices[i]);
  return result;
}

std::string identity_list(const Family& family) {
  std::string result;
  for (const Identity& identity : family.identities) {
    const Choice& choice = family.choices[std::size_t(identity.choice)];
    result += fmt::format("- {}: counts as {}: {}\n", choice.name, choice.options[std::size_t(identity.option)].words,
                          identity.statement);
  }
  return result.empty() ? result : "\nThe same function where it applies:\n\n" + result;
}

std::string method_table() {
  std::string result = "| name | method | source |\n|---|---|---|\n";
  for (const Method& method : methods())
    result += fmt::format("| `{}` | {} | {} |\n", method.name, method.title, method.source);
  return result;
}

std::vector<const Family*> all_families() {
  std::vector<const Family*> result;
  for (const Method& method : methods())
    if (std::find(result.begin(), result.end(), method.dialect.family) == result.end())
      result.push_back(method.dialect.family);
  return result;
}

}  // namespace

std::string dialect_tables() {
  std::string result = "## Methods\n\n" + method_table() + "\n## What all families have\n\n";
  const std::vector<const Family*> families = all_families();
  result += choice_table(families.front()->choices, 0, common_choice_count);
  for (const Family* family : families)
    result +=
        fmt::format("\n## {}\n\n{}{}", family->name,
                    choice_table(family->choices, common_choice_count, family->choices.size()), identity_list(*family));
  return result;
}

}  // namespace verigrad::conformance
