// A page a run of `verigrad check`: its JSON in full, field by field.
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/site/pages.hpp"

namespace verigrad::site {
namespace {

using Json = nlohmann::ordered_json;

Json parsed(const CheckRun& run) {
  const Json json = Json::parse(run.json, nullptr, false);
  if (!json.is_object())
    throw std::invalid_argument(
        fmt::format("{} is no JSON of verigrad check --json; write it anew, or name another file", run.name));
  return json;
}

std::string in_words(std::string key) {
  for (char& c : key)
    if (c == '_') c = ' ';
  return key;
}

Html scalar(const Json& value) {
  if (value.is_boolean()) return words(value.get<bool>() ? "yes" : "no");
  if (value.is_null()) return words("–");
  return words(value.is_string() ? value.get<std::string>() : value.dump());
}

Html verdict(const std::string& text) {
  const bool good = text == "holds" || text == "as declared";
  const bool open = text == "undecided" || text == "another dialect";
  return badge(good ? "passed" : open ? "undecided" : "failed", text);
}

constexpr int deepest = 16;  // of what verigrad check writes, 4

Html shown(const std::string& key, const Json& value, int depth);

Html fields(const Json& object, int depth) {
  Html rows;
  for (const auto& [key, value] : object.items()) rows += row(in_words(key), shown(key, value, depth + 1));
  return element("dl", rows, {{"class", "rows"}});
}

Html items(const Json& list, int depth) {
  Html result;
  for (const Json& value : list) result += element("li", shown("", value, depth + 1));
  return list.empty() ? words("none") : element("ol", result, {{"class", "values"}});
}

Html shown(const std::string& key, const Json& value, int depth) {
  const bool is_verdict = value.is_string() && (key == "outcome" || key == "verdict");
  if (is_verdict) return verdict(value.get<std::string>());
  if (!value.is_structured()) return scalar(value);
  if (depth == deepest) return element("code", words(value.dump()));
  return value.is_object() ? fields(value, depth) : items(value, depth);
}

std::string verdict_in(const Json& json) {
  for (const char* key : {"outcome", "verdict"})
    if (json.contains(key) && json[key].is_string()) return json[key];
  return "see its page";
}

}  // namespace

std::string check_verdict(const CheckRun& run) { return verdict_in(parsed(run)); }

Html check_page(const CheckRun& run) {
  const Json json = parsed(run);
  return element("h1", words(run.name)) + element("p", verdict(verdict_in(json)), {{"class", "lead"}}) +
         fields(json, 0);
}

}  // namespace verigrad::site
