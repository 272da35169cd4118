#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include "verigrad/conformance/json_line.hpp"
#include "verigrad/conformance/trace_json.hpp"
#include "verigrad/conformance/trace_lines.hpp"

namespace verigrad::conformance {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
const char* const name_of_pair[][3] = {
    {"betas", "beta1", "beta2"}, {"etas", "eta_minus", "eta_plus"}, {"step_sizes", "smallest", "largest"}};

/// Where in a trace something stands, for messages.
struct TracePlace {
  std::string name;
  std::size_t line = 1;
  int step = 0;  ///< 0: the head
  std::string tensor = {};

  [[noreturn]] void refuse(const std::string& fault_and_remedy) const {
    std::string where = name + ":";
    if (line > 0) where += fmt::format(" line {}", line);
    if (step > 0) where += fmt::format("{} step {}", line > 0 ? "," : "", step);
    if (!tensor.empty()) where += fmt::format(", tensor \"{}\"", tensor);
    throw TraceError(fmt::format("{}: {}", where, fault_and_remedy));
  }
  TracePlace at_tensor(const std::string& tensor_name) const { return {name, line, step, tensor_name}; }
};

Json parsed(std::string_view line, const TracePlace& place) {
  try {
    Json json = json_line(line);
    if (json.is_object()) return json;
  } catch (const Json::exception&) {
    place.refuse("no JSON; was the file cut or edited? Record the run again");
  } catch (const std::invalid_argument& strange) {
    place.refuse(fmt::format("{}; was the file edited? Record the run again", strange.what()));
  }
  place.refuse("a JSON value that is no object; write one object a line");
}

const Json& field(const Json& object, const char* key, const TracePlace& place) {
  const auto found = object.find(key);
  if (found == object.end()) place.refuse(fmt::format("no \"{}\"; record it (docs/conformance.md)", key));
  return *found;
}

double number(const Json& value, const char* key, const TracePlace& place) {
  if (!value.is_number()) place.refuse(fmt::format("\"{}\" is no number; write it as one", key));
  return value.get<double>();
}

void set_hyper_parameter(HyperParameters& hyper, const std::string& key, const Json& value, const TracePlace& place) {
  for (const auto& pair : name_of_pair)
    if (key == pair[0]) {
      if (!value.is_array() || value.size() != 2) place.refuse(fmt::format("\"{}\" is no pair of numbers", key));
      hyper.set(pair[1], number(value[0], pair[1], place));
      hyper.set(pair[2], number(value[1], pair[2], place));
      return;
    }
  if (value.is_null()) return;
  if (value.is_boolean()) return hyper.set(key, value.get<bool>());
  hyper.set(key, number(value, key.c_str(), place));
}

HyperParameters hyper_parameters(const Json& head, const TracePlace& place) {
  HyperParameters result;
  const auto found = head.find("hyperparameters");
  if (found == head.end()) return result;
  if (!found->is_object()) place.refuse("\"hyperparameters\" is no object; write {\"lr\": …, …}");
  for (const auto& [key, value] : found->items()) set_hyper_parameter(result, key, value, place);
  return result;
}

/// The number of entries, or the largest there is for a shape beyond all tensors.
std::size_t size_of(const std::vector<std::size_t>& shape) {
  constexpr std::size_t beyond = std::numeric_limits<std::size_t>::max();
  return std::accumulate(shape.begin(), shape.end(), std::size_t(1), [](std::size_t size, std::size_t extent) {
    return extent != 0 && size > beyond / extent ? beyond : size * extent;
  });
}

/// The entry as a number: NaN for null, and for what is not finite.
double entry_of(const Json& value, std::size_t index, const TracePlace& place) {
  if (value.is_null() || (value.is_string() && any_number_in(value))) return no_number;
  constexpr std::size_t quoted = 40;
  if (!value.is_number())
    place.refuse(fmt::format("entry {} is {:.{}}, which is no number; record one flat list of numbers", index,
                             value.dump(), quoted));
  return value.get<double>();
}

/// Numbers of the working type, as many as the tensor has entries; null is NaN.
Entries entries(const Json& values, const TensorHead& tensor, const Dtype& dtype, const TracePlace& place) {
  const std::size_t size = size_of(tensor.shape);
  if (!values.is_array() || values.size() != size)
    place.refuse(fmt::format("{} for a tensor of {} entries; record one flat list with each of them",
                             values.is_array() ? fmt::format("{} numbers", values.size()) : "no list", size));
  Entries result;
  result.reserve(size);
  for (const Json& value : values) {
    result.push_back(entry_of(value, result.size(), place));
    if (!dtype.holds(result.back()))
      place.refuse(
          fmt::format("entry {} is {}, which no {} is; declare the dtype that the optimiser computes in, and "
                      "write each number in full",
                      result.size() - 1, result.back(), dtype.name));
  }
  return result;
}

TensorHead tensor_head(const Json& tensor, std::size_t index, const Dtype& dtype, const TracePlace& place) {
  if (!tensor.is_object()) place.refuse("a tensor is no object; write {\"name\", \"shape\", \"values\"}");
  TensorHead result;
  result.name = tensor.contains("name") && tensor["name"].is_string() ? tensor["name"].get<std::string>()
                                                                      : fmt::format("{}", index);
  const TracePlace here = place.at_tensor(result.name);
  const Json& shape = field(tensor, "shape", here);
  if (!shape.is_array()) here.refuse("\"shape\" is no list of sizes");
  for (const Json& extent : shape) {
    if (!extent.is_number_unsigned()) here.refuse("\"shape\" is no list of sizes");
    result.shape.push_back(extent.get<std::size_t>());
  }
  result.values = entries(field(tensor, "values", here), result, dtype, here);
  for (const double value : result.values)
    if (!std::isfinite(value)) here.refuse("a first value is not finite; start from finite parameters");
  return result;
}

TraceHead trace_head(const Json& head, const TracePlace& place) {
  if (!head.contains("verigrad") || head["verigrad"] != "optimiser")
    place.refuse("the first line is no head with \"verigrad\": \"optimiser\" (docs/conformance.md)");
  if (const Json& version = field(head, "version", place); version != 1)
    place.refuse(fmt::format("version {} of the format is not known; write version 1", version.dump()));
  TraceHead result;
  const Json& dtype = field(head, "dtype", place);
  if (!dtype.is_string()) place.refuse("\"dtype\" is no word");
  try {
    result.dtype = &dtype_named(dtype.get<std::string>());
  } catch (const std::invalid_argument& error) {
    place.refuse(error.what());
  }
  if (head.contains("method") && head["method"].is_string()) result.method = head["method"].get<std::string>();
  result.hyper = hyper_parameters(head, place);
  const Json& tensors = field(head, "tensors", place);
  if (!tensors.is_array() || tensors.empty()) place.refuse("\"tensors\" is no list of at least one tensor");
  for (const Json& tensor : tensors)
    result.tensors.push_back(tensor_head(tensor, result.tensors.size(), *result.dtype, place));
  return result;
}

/// One list a tensor under this key.
const Json& lists(const Json& step, const char* key, const TraceHead& head, const TracePlace& place) {
  const Json& result = field(step, key, place);
  if (!result.is_array() || result.size() != head.tensors.size())
    place.refuse(
        fmt::format("\"{}\" has not one list for each of the {} tensors; record them all", key, head.tensors.size()));
  return result;
}

std::vector<std::optional<Entries>> gradients(const Json& step, const TraceHead& head, const TracePlace& place) {
  std::vector<std::optional<Entries>> result;
  for (const Json& gradient : lists(step, "gradients", head, place)) {
    const TensorHead& tensor = head.tensors[result.size()];
    const TracePlace here = place.at_tensor(tensor.name);
    result.emplace_back(gradient.is_null() ? std::nullopt
                                           : std::optional(entries(gradient, tensor, *head.dtype, here)));
    for (const double g : result.back().value_or(Entries{}))
      if (!std::isfinite(g)) here.refuse("a gradient is not finite; what it does to an optimiser is not judged");
  }
  return result;
}

std::vector<Entries> parameters(const Json& step, const TraceHead& head, const TracePlace& place) {
  std::vector<Entries> result;
  for (const Json& values : lists(step, "parameters", head, place)) {
    const TensorHead& tensor = head.tensors[result.size()];
    result.push_back(entries(values, tensor, *head.dtype, place.at_tensor(tensor.name)));
  }
  return result;
}

TraceStep trace_step(const Json& step, const TraceHead& head, const TracePlace& place) {
  TraceStep result;
  if (step.contains("step") && step["step"] != place.step)
    place.refuse(fmt::format("it says step {}; steps count from 1 without a gap", step["step"].dump()));
  result.rate = step.contains("lr")    ? number(step["lr"], "lr", place)
                : head.hyper.has("lr") ? head.hyper.at("lr")
                                       : number(field(step, "lr", place), "lr", place);
  result.gradients = gradients(step, head, place);
  result.parameters = parameters(step, head, place);
  return result;
}

/// With the pairs as the lists that frameworks have.
OrderedJson json_of(const HyperParameters& hyper) {
  OrderedJson result = OrderedJson::object();
  for (const auto& [name, value] : hyper.all()) result[name] = value;
  for (const auto& [pair, first, second] : name_of_pair)
    if (hyper.has(first) && hyper.has(second)) {
      result[pair] = {hyper.at(first), hyper.at(second)};
      result.erase(first);
      result.erase(second);
    }
  return result;
}

}  // namespace

OrderedJson json_of(const TraceHead& head) {
  OrderedJson tensors = OrderedJson::array();
  for (const TensorHead& tensor : head.tensors)
    tensors.push_back({{"name", tensor.name}, {"shape", tensor.shape}, {"values", tensor.values}});
  OrderedJson result{{"verigrad", "optimiser"}, {"version", 1}, {"dtype", head.dtype->name}};
  if (!head.method.empty()) result["method"] = head.method;
  result["hyperparameters"] = json_of(head.hyper);
  result["tensors"] = std::move(tensors);
  return result;
}

OrderedJson json_of(const StepInput& input) {
  OrderedJson all = OrderedJson::array();
  for (const auto& gradient : input.gradients) all.push_back(gradient ? OrderedJson(*gradient) : OrderedJson(nullptr));
  return {{"lr", input.rate}, {"gradients", std::move(all)}};
}

std::vector<Entries> parameters_in(const Json& answer, const TraceHead& head, int step, const std::string& name) {
  return parameters(answer, head, {name, 0, step});
}

double HyperParameters::at(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end())
    throw std::invalid_argument(
        fmt::format("the hyper-parameter {} is not declared; add it to \"hyperparameters\"", name));
  return found->second;
}

double HyperParameters::value_or(const std::string& name, double value) const {
  const auto found = values_.find(name);
  return found == values_.end() ? value : found->second;
}

bool TraceLines::take(std::string_view line) {
  ++line_;
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return false;
  TracePlace place{name_, line_, past_head_ ? steps_ + 1 : 0};
  if (past_head_) {
    ++steps_;
    step_ = trace_step(parsed(line, place), *head_, place);
    return true;
  }
  if (!head_) head_ = trace_head(parsed(line, place), place);
  past_head_ = true;
  return false;
}

void TraceLines::rewind() {
  line_ = 0;
  steps_ = 0;
  past_head_ = false;
}

void TraceLines::require_head() const {
  if (!head_) throw TraceError(name_ + ": no line in it; record a run into it");
}
void TraceLines::require_steps() const {
  if (steps_ == 0) throw TraceError(name_ + ": a head without steps; record at least one");
}

Trace read_trace(std::string_view text, const std::string& name) {
  TraceLines lines(name);
  Trace trace;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (lines.take(text.substr(0, end))) trace.steps.push_back(std::move(lines.step()));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  lines.require_head();
  lines.require_steps();
  trace.head = lines.head();
  return trace;
}

std::string to_json_lines(const Trace& trace) {
  std::string result = json_of(trace.head).dump() + "\n";
  for (std::size_t i = 0; i < trace.steps.size(); ++i) {
    OrderedJson line{{"step", i + 1}};
    line.update(json_of(static_cast<const StepInput&>(trace.steps[i])));
    if (!trace.steps[i].parameters.empty()) line["parameters"] = trace.steps[i].parameters;
    result += line.dump() + "\n";
  }
  return result;
}

}  // namespace verigrad::conformance
