#include "verigrad/report/identification_report.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/report/echo.hpp"
#include "verigrad/report/xml_text.hpp"

namespace verigrad::conformance {
namespace {

using FoundJson = nlohmann::ordered_json;

bool leaves_open(const Identification& found) {
  return found.outcome == Telling::undecided ||
         std::any_of(found.alternatives.begin(), found.alternatives.end(),
                     [](const Alternative& other) { return other.parting.has_value(); });
}

std::string tensor_name(const TraceHead& head, std::size_t tensor) { return on_one_line(head.tensors[tensor].name); }

std::string place_of(const Departure& departure, const TraceHead& head) {
  return fmt::format("step {}, tensor \"{}\", entry {}", departure.step, tensor_name(head, departure.tensor),
                     departure.entry);
}

std::string enclosure(const Interval& possible) {
  return fmt::format("{:.9g} to {:.9g}", possible.lower(), possible.upper());
}

std::string departure_line(const std::string& who, const Departure& departure, const TraceHead& head) {
  return fmt::format("  {}: recorded {:.9g}; {} gives {}\n", place_of(departure, head), departure.recorded, who,
                     enclosure(departure.possible));
}

std::string headline(const Identification& found) {
  if (!found.found) return fmt::format("{}\n", name(found.outcome));
  const std::string text = found.found->description.text();
  if (found.outcome == Telling::none) return fmt::format("none fits; the nearest is {}\n", text);
  if (found.outcome == Telling::not_finite && !found.found->replay.fits()) return "not finite\n";
  return fmt::format("{}: {}\n", name(found.outcome), text);
}

std::string evidence_line(const Identification& found) {
  if (!found.found || !found.found->replay.fits()) return "";
  return fmt::format("  {} entries decided, each within an enclosure at most {:.2g} wide{}\n",
                     found.found->replay.decided, found.found->replay.room,
                     found.single_coefficients ? ", with coefficients kept in float32" : "");
}

std::string alternative_line(const Alternative& other) {
  const std::string text = other.candidate.description.text();
  if (!other.parting) return fmt::format("  the same function on every gradient of the probe: {}\n", text);
  return fmt::format("  open: {}; step {} of the probe decides in float64 ({} or {})\n", text, other.parting->step,
                     other.parting->first, other.parting->second);
}

/// Where the declared method departs, and where the nearest does if that is another one.
std::string departure_lines(const Identification& found, const TraceHead& head) {
  std::string result;
  const bool other = found.outcome != Telling::as_declared;
  if (other && found.declared && found.declared->replay.departure)
    result +=
        departure_line(found.declared->description.text() + " as declared", *found.declared->replay.departure, head);
  const bool is_declared =
      found.declared && found.found && found.declared->description.text() == found.found->description.text();
  if (found.outcome == Telling::none && found.found && found.found->replay.departure && !is_declared)
    result += departure_line("the nearest", *found.found->replay.departure, head);
  return result;
}

FoundJson json_of(const Departure& departure, const TraceHead& head) {
  return {{"step", departure.step},
          {"tensor", tensor_name(head, departure.tensor)},
          {"entry", departure.entry},
          {"recorded", departure.recorded},
          {"lower", departure.possible.lower()},
          {"upper", departure.possible.upper()}};
}

FoundJson json_of(const Candidate& candidate, const TraceHead& head) {
  FoundJson result{{"name", candidate.description.text()},
                   {"method", candidate.description.method->name},
                   {"differences", candidate.description.differences},
                   {"mistake", candidate.description.mistake},
                   {"fits", candidate.replay.fits()},
                   {"decided", candidate.replay.decided},
                   {"room", candidate.replay.room}};
  if (candidate.replay.departure) result["departure"] = json_of(*candidate.replay.departure, head);
  return result;
}

FoundJson json_of(const Alternative& other, const TraceHead& head) {
  FoundJson result = json_of(other.candidate, head);
  if (other.parting)
    result["decided_by"] = {
        {"probe_step", other.parting->step}, {"named", other.parting->first}, {"this", other.parting->second}};
  return result;
}

}  // namespace

std::string to_text(const Identification& found, const TraceHead& head) {
  std::string result = headline(found) + evidence_line(found);
  if (found.not_finite)
    result += fmt::format("  {}: not finite, while every number before it is\n", place_of(*found.not_finite, head));
  result += departure_lines(found, head);
  for (const Alternative& alternative : found.alternatives) result += alternative_line(alternative);
  for (const BrokenLaw& law : found.broken)
    result += fmt::format("  broken: {} ({})\n", law.law, on_one_line(law.where));
  return result;
}

std::string to_json(const Identification& found, const TraceHead& head, const std::string& trace_name) {
  FoundJson result{{"schema_version", 1},
                   {"trace", on_one_line(trace_name)},
                   {"dtype", head.dtype->name},
                   {"steps", found.steps},
                   {"outcome", name(found.outcome)},
                   {"coefficients_in_float32", found.single_coefficients},
                   {"dialects_tried", found.tried}};
  if (found.found) result["found"] = json_of(*found.found, head);
  if (found.declared) result["declared"] = json_of(*found.declared, head);
  if (found.not_finite)
    result["not_finite"] = {{"step", found.not_finite->step},
                            {"tensor", tensor_name(head, found.not_finite->tensor)},
                            {"entry", found.not_finite->entry}};
  result["alternatives"] = FoundJson::array();
  for (const Alternative& other : found.alternatives) result["alternatives"].push_back(json_of(other, head));
  result["broken_laws"] = FoundJson::array();
  for (const BrokenLaw& law : found.broken) result["broken_laws"].push_back({{"law", law.law}, {"where", law.where}});
  return result.dump(2, ' ', false, FoundJson::error_handler_t::replace) + "\n";
}

std::string to_junit(const Identification& found, const TraceHead& head, const std::string& trace_name, bool strict) {
  const int status = exit_status(found, strict);
  const bool fails = status != 0, skipped = !fails && leaves_open(found);
  pugi::xml_document document;
  pugi::xml_node suite = document.append_child("testsuites").append_child("testsuite");
  suite.append_attribute("name") = "verigrad check optimiser";
  suite.append_attribute("tests") = 1;
  suite.append_attribute("failures") = int(fails);
  suite.append_attribute("errors") = 0;
  suite.append_attribute("skipped") = int(skipped);
  pugi::xml_node test_case = suite.append_child("testcase");
  test_case.append_attribute("classname") = "check.optimiser";
  test_case.append_attribute("name") = xml_text(trace_name).c_str();
  const std::string text = xml_text(to_text(found, head));
  if (fails || skipped) {
    pugi::xml_node mark = test_case.append_child(fails ? "failure" : "skipped");
    mark.append_attribute("message") = text.substr(0, text.find('\n')).c_str();
    if (fails) mark.text() = text.c_str();
  }
  std::ostringstream xml;
  xml << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(xml, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
  return xml.str();
}

int exit_status(const Identification& found, bool strict) {
  const bool right = found.outcome == Telling::as_declared || found.outcome == Telling::undecided ||
                     (found.outcome == Telling::dialect && !found.declared);
  if (!right) return 1;
  return strict && leaves_open(found) ? 3 : 0;
}

}  // namespace verigrad::conformance
