#include "verigrad/report/json.hpp"

#include <cmath>
#include <initializer_list>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "verigrad/evidence/catalogue.hpp"

namespace verigrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto kinds = {Kind::conclusion, Kind::step,    Kind::sharp,    Kind::dropped,
                        Kind::planted,    Kind::erratum, Kind::corrected};
constexpr auto verdicts = {Verdict::holds, Verdict::fails, Verdict::undecided};
constexpr auto levels = {Level::instance, Level::sampled, Level::covered, Level::proved};

std::string written(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// The value among `all` that has this name.
template <class Enum>
Enum named(std::initializer_list<Enum> all, const std::string& text) {
  for (const Enum value : all)
    if (name(value) == text) return value;
  throw std::invalid_argument(fmt::format("\"{}\" is not among its values", text));
}

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
std::string text_of(const Json& json) { return json.is_null() ? std::string() : json.get<std::string>(); }

void append(Json& json, const Evidence& evidence) {
  json["level"] = name(evidence.level);
  json["cases"] = evidence.cases;
  json["unmet"] = evidence.unmet;
  json["claims"] = evidence.claims;
  json["rungs"] = evidence.rungs.empty() ? Json::object() : Json(evidence.rungs);
  json["smallest_margin"] = std::isfinite(evidence.smallest_margin) ? Json(evidence.smallest_margin) : Json(nullptr);
  json["tightest"] = text_or_null(evidence.tightest);
  json["within"] = evidence.within;
  json["counterexample"] = text_or_null(evidence.counterexample);
  json["note"] = text_or_null(evidence.note);
  json["error"] = text_or_null(evidence.error);
}

Evidence evidence_in(const Json& json) {
  Evidence evidence;
  evidence.verdict = named(verdicts, json.at("verdict"));
  evidence.level = named(levels, json.at("level"));
  evidence.cases = json.at("cases");
  evidence.unmet = json.at("unmet");
  evidence.claims = json.at("claims");
  evidence.rungs = json.at("rungs").get<std::map<std::string, long>>();
  if (!json.at("smallest_margin").is_null()) evidence.smallest_margin = json.at("smallest_margin");
  evidence.tightest = text_of(json.at("tightest"));
  evidence.within = json.at("within");
  evidence.counterexample = text_of(json.at("counterexample"));
  evidence.note = text_of(json.at("note"));
  evidence.error = text_of(json.at("error"));
  return evidence;
}

std::string_view id_of(const std::string& stem) {
  const CatalogueEntry* entry = find_entry(stem);
  return entry ? entry->id : std::string_view();
}

Json to_object(const Finding& finding) {
  Json json{{"index", finding.index},
            {"id", text_or_null(id_of(finding.id.statement))},
            {"statement", finding.id.statement},
            {"data", text_or_null(finding.data)},
            {"kind", name(finding.id.kind)},
            {"name", finding.id.name},
            {"expected", name(finding.id.expected)},
            {"verdict", name(finding.evidence.verdict)},
            {"outcome", name(finding.outcome())}};
  append(json, finding.evidence);
  json["seconds"] = finding.seconds;
  return json;
}

Finding finding_in(const Json& json) {
  Finding finding;
  finding.index = json.at("index");
  finding.id = {json.at("statement"), named(kinds, json.at("kind")), json.at("name"),
                named(verdicts, json.at("expected"))};
  finding.data = text_of(json.at("data"));
  finding.evidence = evidence_in(json);
  finding.seconds = json.at("seconds");
  if (json.at("outcome") != name(finding.outcome()))
    throw std::invalid_argument(fmt::format("check {}: its outcome contradicts its verdict", finding.index));
  return finding;
}

Json to_object(const std::optional<DataOptions>& data) {
  if (!data) return nullptr;
  return {{"file", text_or_null(data->file)},     {"checksum", data->checksum}, {"target", data->target},
          {"header", text_or_null(data->header)}, {"model", data->model},       {"ridge", data->ridge},
          {"standardise", data->standardise}};
}

std::optional<DataOptions> data_in(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return DataOptions{text_of(json.at("file")), json.at("checksum"), json.at("target"),     text_of(json.at("header")),
                     json.at("model"),         json.at("ridge"),    json.at("standardise")};
}

Json summary_of(const Report& report) {
  const Counts counts = report.counts();
  double seconds = 0;
  for (const Finding& finding : report.findings) seconds += finding.seconds;
  return {{"checks", counts.total()},
          {"passed", counts[Outcome::passed]},
          {"failed", counts[Outcome::failed]},
          {"undecided", counts[Outcome::undecided]},
          {"error", counts[Outcome::error]},
          {"open", report.open.size()},
          {"seconds", seconds}};
}

Report report_in(const Json& json) {
  if (json.at("schema_version") != report_schema_version)
    throw std::invalid_argument(
        fmt::format("schema version {}, not {}", json.at("schema_version").dump(), report_schema_version));
  Report report;
  report.version = json.at("version");
  report.settings.seed = json.at("seed");
  report.settings.cases = json.at("cases");
  report.shard = {json.at("shard").at("index"), json.at("shard").at("count")};
  report.planned = json.at("planned");
  report.statements = json.at("statements").get<std::vector<std::string>>();
  report.open = json.at("open").get<std::vector<std::string>>();
  report.data = data_in(json.at("data"));
  for (const Json& check : json.at("checks")) report.add(finding_in(check));
  return report;
}

/// read(parsed text), with every complaint of the parser as std::invalid_argument.
template <class Read>
auto parsed(std::string_view text, Read read) {
  try {
    return read(Json::parse(text));
  } catch (const Json::exception& error) {
    throw std::invalid_argument(error.what());
  }
}

}  // namespace

std::string to_json(const Report& report) {
  Json checks = Json::array();
  for (const Finding& finding : report.findings) checks.push_back(to_object(finding));
  const Json json{{"schema_version", report_schema_version},
                  {"program", "verigrad"},
                  {"version", report.version},
                  {"seed", report.settings.seed},
                  {"cases", report.settings.cases},
                  {"shard", {{"index", report.shard.index}, {"count", report.shard.count}}},
                  {"planned", report.planned},
                  {"complete", report.complete()},
                  {"statements", report.statements},
                  {"open", report.open},
                  {"data", to_object(report.data)},
                  {"summary", summary_of(report)},
                  {"checks", checks}};
  return written(json, 2) + "\n";
}

Report report_from_json(std::string_view text) { return parsed(text, report_in); }

std::string to_json(const Evidence& evidence) {
  Json json{{"verdict", name(evidence.verdict)}};
  append(json, evidence);
  return written(json, -1);
}

Evidence evidence_from_json(std::string_view text) { return parsed(text, evidence_in); }

}  // namespace verigrad
