#include "verigrad/report/json.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "verigrad/evidence/catalogue.hpp"
#include "verigrad/text/strict_json.hpp"

namespace verigrad {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto kinds = {Kind::conclusion, Kind::step,    Kind::sharp,    Kind::dropped,
                        Kind::planted,    Kind::erratum, Kind::corrected};
constexpr auto verdicts = {Verdict::holds, Verdict::fails, Verdict::undecided};
/// Those that are compared with an earlier report.
constexpr auto outcomes = {Outcome::passed, Outcome::failed, Outcome::undecided, Outcome::error};
constexpr auto levels = {Level::instance, Level::sampled, Level::covered, Level::proved, Level::kernel};

std::string written(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// The value among `all` whose name stands at the key.
template <class Enum>
Enum named(const Json& json, const char* key, std::initializer_list<Enum> all) {
  const auto text = json.at(key).get<std::string>();
  std::vector<std::string_view> names;
  for (const Enum value : all) {
    names.push_back(name(value));
    if (names.back() == text) return value;
  }
  throw std::invalid_argument(fmt::format("{} \"{}\" is none of {}", key, text, fmt::join(names, ", ")));
}

/// The value where a message says what stands in place of another.
std::string as_found(const Json& json) {
  return json.is_structured() ? fmt::format("({})", json.type_name()) : json.dump();
}

/// The whole number at the key. Throws std::invalid_argument unless it is one of at least `lowest` that an Integer
/// holds.
template <class Integer>
Integer whole_number(const Json& json, const char* key, Integer lowest = 0) {
  const Json& number = json.at(key);
  const bool held = number.is_number_unsigned() && number.get<std::uint64_t>() <= std::numeric_limits<Integer>::max();
  if (!held || number.get<Integer>() < lowest)
    throw std::invalid_argument(fmt::format("{} {} is not a whole number from {} to {}", key, as_found(number), lowest,
                                            std::numeric_limits<Integer>::max()));
  return number.get<Integer>();
}

/// Throws std::invalid_argument for what is no number, and Json::exception where there is nothing.
double number_at(const Json& json, const char* key) {
  if (!json.at(key).is_number())
    throw std::invalid_argument(fmt::format("{} {} is no number", key, as_found(json.at(key))));
  return json.at(key);
}

bool truth_at(const Json& json, const char* key) {
  if (!json.at(key).is_boolean())
    throw std::invalid_argument(fmt::format("{} {} is neither true nor false", key, as_found(json.at(key))));
  return json.at(key);
}

double number_at_least_0(const Json& json, const char* key) {
  const double number = number_at(json, key);
  if (!(number >= 0)) throw std::invalid_argument(fmt::format("{} {} is less than 0", key, number));
  return number;
}

std::string word(const Json& json, const char* key) {
  const auto text = json.get<std::string>();
  if (text.empty()) throw std::invalid_argument(fmt::format("a name in {} is empty", key));
  return text;
}

const Json& list_at(const Json& json, const char* key) {
  if (!json.at(key).is_array())
    throw std::invalid_argument(fmt::format("{} {} is no list", key, as_found(json.at(key))));
  return json.at(key);
}

std::vector<std::string> different_words(const Json& json, const char* key) {
  std::set<std::string> all;
  std::vector<std::string> words;
  for (const Json& each : list_at(json, key))
    if (!all.insert(words.emplace_back(word(each, key))).second)
      throw std::invalid_argument(fmt::format("\"{}\" stands twice in {}", words.back(), key));
  return words;
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
  json["not_checked"] = text_or_null(evidence.not_checked);
}

Evidence evidence_in(const Json& json) {
  Evidence evidence;
  evidence.verdict = named(json, "verdict", verdicts);
  evidence.level = named(json, "level", levels);
  evidence.cases = whole_number<long>(json, "cases");
  evidence.unmet = whole_number<long>(json, "unmet");
  evidence.claims = whole_number<long>(json, "claims");
  for (const auto& [rung, count] : json.at("rungs").items())
    evidence.rungs[rung] = whole_number<long>(json.at("rungs"), rung.c_str());
  if (!json.at("smallest_margin").is_null()) evidence.smallest_margin = number_at(json, "smallest_margin");
  evidence.tightest = text_of(json.at("tightest"));
  evidence.within = number_at_least_0(json, "within");
  evidence.counterexample = text_of(json.at("counterexample"));
  evidence.note = text_of(json.at("note"));
  evidence.error = text_of(json.at("error"));
  evidence.not_checked = text_of(json.at("not_checked"));
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
            {"code", finding.code},
            {"kind", name(finding.id.kind)},
            {"name", finding.id.name},
            {"expected", name(finding.id.expected)},
            {"whole", finding.id.whole},
            {"verdict", name(finding.evidence.verdict)},
            {"outcome", name(finding.outcome())}};
  append(json, finding.evidence);
  json["seconds"] = finding.seconds;
  return json;
}

Finding finding_in(const Json& json) {
  Finding finding;
  finding.index = whole_number<std::size_t>(json, "index");
  finding.id = {word(json.at("statement"), "statement"), named(json, "kind", kinds), word(json.at("name"), "name"),
                named(json, "expected", verdicts), truth_at(json, "whole")};
  finding.data = text_of(json.at("data"));
  finding.code = different_words(json, "code");
  finding.evidence = evidence_in(json);
  finding.seconds = number_at_least_0(json, "seconds");
  return finding;
}

/// As above, of the check at this place of the list, which a complaint names.
Finding finding_at(const Json& json, std::size_t place) {
  try {
    return finding_in(json);
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(fmt::format("checks/{}: {}", place, error.what()));
  }
}

Json to_object(const std::optional<DataOptions>& data) {
  if (!data) return nullptr;
  Json json{{"file", text_or_null(data->file)},
            {"checksum", data->checksum},
            {"target", data->target},
            {"separator", text_or_null(data->separator)},
            {"header", text_or_null(data->header)},
            {"missing", text_or_null(data->missing)},
            {"classes", text_or_null(data->classes)},
            {"model", data->model},
            {"ridge", data->ridge},
            {"standardise", data->standardise},
            {"reading", data->reading}};
  if (!data->leave_out.empty()) json["leave_out"] = data->leave_out;
  return json;
}

std::optional<DataOptions> data_in(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return DataOptions{.file = text_of(json.at("file")),
                     .checksum = json.at("checksum"),
                     .target = json.at("target"),
                     .separator = text_of(json.at("separator")),
                     .header = text_of(json.at("header")),
                     .missing = text_of(json.at("missing")),
                     .classes = text_of(json.at("classes")),
                     .leave_out = json.value("leave_out", ""),
                     .model = json.at("model"),
                     .ridge = number_at(json, "ridge"),
                     .standardise = json.at("standardise"),
                     .reading = json.at("reading")};
}

Json margin_or_null(double margin) { return std::isfinite(margin) ? Json(margin) : Json(nullptr); }
double margin_in(const Json& json, const char* key) {
  return json.at(key).is_null() ? std::numeric_limits<double>::infinity() : number_at(json, key);
}

Json to_object(const std::vector<Setback>& setbacks) {
  Json list = Json::array();
  for (const Setback& each : setbacks)
    list.push_back({{"statement", each.id.statement},
                    {"data", text_or_null(each.data)},
                    {"kind", name(each.id.kind)},
                    {"name", each.id.name},
                    {"expected", name(each.id.expected)},
                    {"was", name(each.was)},
                    {"margin_was", margin_or_null(each.margin_was)},
                    {"is", each.is ? Json(name(*each.is)) : Json(nullptr)},
                    {"margin_is", each.is ? margin_or_null(each.margin_is) : Json(nullptr)}});
  return list;
}

std::vector<Setback> setbacks_in(const Json& json, const char* key) {
  std::vector<Setback> setbacks;
  for (const Json& each : list_at(json, key)) {
    Setback& setback = setbacks.emplace_back();
    setback.id = {word(each.at("statement"), "statement"), named(each, "kind", kinds), word(each.at("name"), "name"),
                  named(each, "expected", verdicts)};
    setback.data = text_of(each.at("data"));
    setback.was = named(each, "was", outcomes);
    setback.margin_was = margin_in(each, "margin_was");
    if (each.at("is").is_null()) continue;
    setback.is = named(each, "is", outcomes);
    setback.margin_is = margin_in(each, "margin_is");
  }
  return setbacks;
}

Json to_object(const Against& against) {
  return {{"version", against.version},      {"broken", to_object(against.broken)},
          {"lost", to_object(against.lost)}, {"shrunk", to_object(against.shrunk)},
          {"mended", against.mended},        {"added", against.added}};
}

std::optional<Against> against_in(const Json& report) {
  if (!report.contains("against")) return std::nullopt;
  const Json& json = report.at("against");
  return Against{.version = word(json.at("version"), "version"),
                 .broken = setbacks_in(json, "broken"),
                 .lost = setbacks_in(json, "lost"),
                 .shrunk = setbacks_in(json, "shrunk"),
                 .mended = whole_number<long>(json, "mended"),
                 .added = whole_number<long>(json, "added")};
}

Json summary_of(const Report& report) {
  const Counts counts = report.counts();
  double seconds = 0;
  for (const Finding& finding : report.findings) seconds += finding.seconds;
  return {{"checks", counts.total()},          {"passed", counts[Outcome::passed]},
          {"failed", counts[Outcome::failed]}, {"undecided", counts[Outcome::undecided]},
          {"error", counts[Outcome::error]},   {"not_checked", counts[Outcome::not_checked]},
          {"open", report.open.size()},        {"seconds", seconds}};
}

Report report_in(const Json& json) {
  if (json.at("schema_version") != report_schema_version)
    throw std::invalid_argument(
        fmt::format("schema version {}, not {}", as_found(json.at("schema_version")), report_schema_version));
  Report report;
  report.version = word(json.at("version"), "version");
  report.settings.seed = whole_number<std::uint64_t>(json, "seed");
  report.settings.cases = whole_number<int>(json, "cases", 1);
  const int count = whole_number<int>(json.at("shard"), "count", 1);
  report.shard = {whole_number<int>(json.at("shard"), "index", 1), count};
  if (report.shard.index > count) throw std::invalid_argument(fmt::format("shard {} of {}", report.shard.index, count));
  report.planned = whole_number<std::size_t>(json, "planned");
  report.statements = different_words(json, "statements");
  report.open = different_words(json, "open");
  report.data = data_in(json.at("data"));
  report.against = against_in(json);
  for (const Json& check : list_at(json, "checks")) report.add(finding_at(check, report.findings.size()));
  return report;
}

Json to_object(const Report& report) {
  Json checks = Json::array();
  for (const Finding& finding : report.findings) checks.push_back(to_object(finding));
  Json json{{"schema_version", report_schema_version},
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
            {"summary", summary_of(report)}};
  if (report.against) json["against"] = to_object(*report.against);
  json["checks"] = std::move(checks);
  return json;
}

/// What is derived, such as outcomes and counts, must agree with what it is derived from, and nothing may be missing or
/// added: the report must be what we would write.
void require_as_written(const Json& json, const Report& report) {
  const auto in_order_of_names = [](const Json& any) { return nlohmann::json::parse(written(any, -1)); };
  const auto given = in_order_of_names(json), expected = in_order_of_names(to_object(report));
  if (given == expected) return;
  const auto differences = nlohmann::json::diff(given, expected);
  throw std::invalid_argument(fmt::format("{} is missing, not known or contradicts the rest",
                                          differences.front().at("path").get<std::string>()));
}

/// A field that schema 3 did not have.
void add_to_schema_3(Json& json, const char* field, const Json& value) {
  if (json.contains(field)) throw std::invalid_argument(fmt::format("schema version 3 has no {}", field));
  json[field] = value;
}

/// A report of schema 3, which version 0.1.0 wrote, as one of schema 4: it said less of how a table was read, and knew
/// no check that covers a conclusion or is not made everywhere.
Json of_this_schema(Json json) {
  constexpr int before_reading = 3;
  if (!json.is_object() || json.value("schema_version", Json()) != before_reading) return json;
  json["schema_version"] = report_schema_version;
  add_to_schema_3(json.at("summary"), "not_checked", 0);
  for (Json& check : json.at("checks")) {
    add_to_schema_3(check, "whole", false);
    add_to_schema_3(check, "not_checked", nullptr);
  }
  Json& data = json.at("data");
  if (data.is_null()) return json;
  for (const char* field : {"separator", "missing", "classes", "reading"}) {
    if (data.contains(field)) throw std::invalid_argument(fmt::format("schema version 3 has no data/{}", field));
    data[field] = nullptr;
  }
  data["reading"] = "";
  return json;
}

/// A complaint of the parser without its own number and name.
std::string_view in_plain_words(std::string_view complaint) {
  const std::size_t end = complaint.find("] ");
  return complaint.starts_with("[json.exception") && end != std::string_view::npos ? complaint.substr(end + 2)
                                                                                   : complaint;
}

/// read(parsed text), with every complaint of the parser as std::invalid_argument.
template <class Read>
auto parsed(std::string_view text, Read read) {
  try {
    return read(strictly_parsed<Json>(text));
  } catch (const Json::exception& error) {
    throw std::invalid_argument(std::string(in_plain_words(error.what())));
  }
}

}  // namespace

std::string to_json(const Report& report) { return written(to_object(report), 2) + "\n"; }

Report report_from_json(std::string_view text) {
  return parsed(text, [](const Json& as_read) {
    const Json json = of_this_schema(as_read);
    Report report = report_in(json);
    require_as_written(json, report);
    return report;
  });
}

std::string to_json(const Evidence& evidence) {
  Json json{{"verdict", name(evidence.verdict)}};
  append(json, evidence);
  return written(json, -1);
}

Evidence evidence_from_json(std::string_view text) { return parsed(text, evidence_in); }

}  // namespace verigrad
