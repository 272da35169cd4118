// JSON read strictly: no name twice in an object, and no deeper than anything that is read here.
#pragma once

#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace verigrad {

/// The parsed text. Throws Json::exception for what is no JSON, and std::invalid_argument for a name that stands twice
/// in one object, of which a reader would take either value, for a number beyond all doubles, and for lists and objects
/// nested without sense.
template <class Json>
Json strictly_parsed(std::string_view text) {
  constexpr int deepest = 32;
  using Event = typename Json::parse_event_t;
  std::vector<std::set<std::string>> names;
  std::string last_name = "the beginning";
  const auto look = [&](int depth, Event event, Json& parsed) {
    if (depth > deepest)
      throw std::invalid_argument(fmt::format("lists or objects are nested {} deep at {}", depth, last_name));
    if (event == Event::key) last_name = parsed.dump();
    if (event == Event::object_start) names.emplace_back();
    if (event == Event::object_end) names.pop_back();
    if (event == Event::key && !names.back().insert(parsed.template get<std::string>()).second)
      throw std::invalid_argument(fmt::format("{} stands twice in one object", last_name));
    return true;
  };
  try {
    return Json::parse(text, look);
  } catch (const typename Json::out_of_range&) {
    throw std::invalid_argument(fmt::format("a number at {} is beyond all doubles", last_name));
  }
}

}  // namespace verigrad
