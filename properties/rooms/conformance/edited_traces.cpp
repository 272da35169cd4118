// Traces after accidents: what is read has the numbers that stand in the file, and everything else is refused in one
// line with file, line and remedy.
#include <bit>
#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "verigrad/conformance/probe.hpp"
#include "verigrad/conformance/trace.hpp"

#include "properties/rooms/conformance/plain_run.hpp"
#include "properties/rooms/drawn.hpp"
#include "properties/rooms/edits.hpp"

namespace verigrad::conformance_edited_traces_test {
namespace {

using namespace conformance;
using nlohmann::json;

/// A head, and so many steps, of one method.
std::string trace_of(const char* name, std::size_t steps) {
  const Method& method = method_named(name);
  Trace inputs = probe(method, float64);
  inputs.steps.resize(std::min(steps, inputs.steps.size()));
  return to_json_lines(test::plain_run<double>(declared_dialect(method, inputs.head.hyper), inputs));
}

std::vector<std::string> sources() {
  return {
      trace_of("adam", 2), trace_of("rprop", 2), trace_of("sgd", 3),
      R"({"verigrad": "optimiser", "version": 1, "dtype": "float16", "tensors": [{"shape": [2, 1], "values": [1, 2]}]})"
      "\n\n"
      R"({"step": 1, "lr": 0.5, "gradients": [null], "parameters": [[0.5, NaN]]})"
      "\r\n"
      R"({"lr": 1, "gradients": [[-0.0, 65504]], "parameters": [[null, Infinity]], "note": "NaN \\"})"
      "\n"};
}

/// The line as a parser reads it that knows nothing of Python's words; these become null outside quotes.
json plainly(const std::string& line) {
  std::string text;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!quoted && std::isalpha(static_cast<unsigned char>(line[i])) != 0) {
      const std::size_t end =
          std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", i), line.size());
      const std::string word = line.substr(i, end - i);
      if (const bool json_word = word == "true" || word == "false" || word == "null" || word == "e" || word == "E";
          json_word)
        text += word;
      else {
        while (!text.empty() && (text.back() == '-' || text.back() == '+')) text.pop_back();
        text += "null";
      }
      i = end - 1;
      continue;
    }
    if (line[i] == '"') quoted = !quoted;
    text += line[i];
    if (quoted && line[i] == '\\' && i + 1 < line.size()) text += line[++i];
  }
  return json::parse(text);
}

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string::npos) lines.push_back(plainly(line));
    begin = end + 1;
  }
  return lines;
}

bool is_the_number(double read, const json& written) {
  if (!written.is_number()) return std::isnan(read);
  return std::bit_cast<std::uint64_t>(read) == std::bit_cast<std::uint64_t>(written.get<double>());
}

void expect_numbers(const Entries& read, const json& written) {
  ASSERT_EQ(read.size(), written.size());
  for (std::size_t i = 0; i < read.size(); ++i)
    EXPECT_TRUE(is_the_number(read[i], written[i])) << read[i] << " " << written[i];
}

void expect_hyper_parameter(const HyperParameters& hyper, const std::string& name, const json& written) {
  if (written.is_null()) {
    EXPECT_FALSE(hyper.has(name)) << name;
  } else if (written.is_boolean()) {
    EXPECT_EQ(hyper.at(name), written.get<bool>()) << name;
  } else {
    EXPECT_TRUE(is_the_number(hyper.at(name), written)) << name;
  }
}

void expect_hyper_parameters(const HyperParameters& hyper, const json& written) {
  for (const auto& [name, value] : written.items()) {
    if (name == "betas") {
      expect_hyper_parameter(hyper, "beta1", value.at(0));
      expect_hyper_parameter(hyper, "beta2", value.at(1));
    } else if (name != "etas" && name != "step_sizes" && !written.contains("betas")) {
      expect_hyper_parameter(hyper, name, value);
    }
  }
}

void expect_as_in_the_file(const Trace& trace, const std::string& text) {
  const std::vector<json> lines = lines_of(text);
  ASSERT_EQ(lines.size(), trace.steps.size() + 1);
  const json& tensors = lines[0].at("tensors");
  ASSERT_EQ(trace.head.tensors.size(), tensors.size());
  for (std::size_t t = 0; t < tensors.size(); ++t) {
    EXPECT_EQ(json(trace.head.tensors[t].shape), tensors[t].at("shape"));
    expect_numbers(trace.head.tensors[t].values, tensors[t].at("values"));
  }
  if (lines[0].contains("hyperparameters")) expect_hyper_parameters(trace.head.hyper, lines[0]["hyperparameters"]);
  for (std::size_t k = 0; k < trace.steps.size(); ++k) {
    const json& line = lines[k + 1];
    EXPECT_TRUE(!line.contains("lr") || is_the_number(trace.steps[k].rate, line["lr"]));
    EXPECT_EQ(line.value("step", json(k + 1)), k + 1);
    for (std::size_t t = 0; t < tensors.size(); ++t) {
      expect_numbers(trace.steps[k].parameters.at(t), line.at("parameters").at(t));
      if (trace.steps[k].gradients.at(t)) expect_numbers(*trace.steps[k].gradients[t], line.at("gradients").at(t));
      EXPECT_EQ(trace.steps[k].gradients[t].has_value(), !line.at("gradients").at(t).is_null());
    }
  }
}

/// "run.jsonl: line 2, step 1, tensor "w": fault; remedy", or, of the whole file, "run.jsonl: fault; remedy".
void expect_one_line_with_place_and_remedy(const std::string& message) {
  EXPECT_EQ(message.find("run.jsonl:"), 0u) << message;
  const bool of_the_file =
      message.find("no line in it") != std::string::npos || message.find("without steps") != std::string::npos;
  EXPECT_TRUE(of_the_file || message.find("run.jsonl: line ") == 0) << message;
  EXPECT_EQ(message.find('\n'), std::string::npos) << message;
  EXPECT_EQ(message.find("json.exception"), std::string::npos) << message;
}

TEST(EditedTraces, are_read_as_they_stand_or_refused_with_place) {
  int read = 0, refused = 0;
  for (const std::string& source : sources()) {
    expect_as_in_the_file(read_trace(source, "run.jsonl"), source);
    for (const std::string& text : drawn(generate::edited(source), edits(1500))) {
      try {
        expect_as_in_the_file(read_trace(text, "run.jsonl"), text);
        ++read;
      } catch (const TraceError& error) {
        expect_one_line_with_place_and_remedy(error.what());
        ++refused;
      }
      if (HasFailure()) FAIL() << text;
    }
  }
  EXPECT_GE(read, edits(100));
  EXPECT_GE(refused, edits(1000));
}

/// Each value of a trace with another in its place: either it is read, or the field is none that a trace has.
TEST(EditedTraces, have_no_value_that_is_silently_another) {
  const std::string source = trace_of("adam", 1);
  const std::size_t end = source.find('\n');
  const std::vector<json> lines{json::parse(source.substr(0, end)), json::parse(source.substr(end + 1))};
  for (std::size_t at = 0; at < 2; ++at) {
    const json flat = lines[at].flatten();
    for (const auto& [pointer, value] : flat.items())
      for (const json& other : {json(nullptr), json(true), json("NaN"), json("1"), json(-1), json(1.5), json(1e300),
                                json(UINT64_MAX), json::array(), json::object(), json{1, 2, 3}}) {
        std::vector<json> edited = lines;
        edited[at][json::json_pointer(pointer)] = other;
        const std::string text = edited[0].dump() + "\n" + edited[1].dump();
        try {
          expect_as_in_the_file(read_trace(text, "run.jsonl"), text);
        } catch (const TraceError& error) {
          expect_one_line_with_place_and_remedy(error.what());
        }
        if (HasFailure()) FAIL() << pointer << " " << other << ":\n" << text;
      }
  }
}

TEST(EditedTraces, are_refused_where_a_hyper_parameter_is_not_finite) {
  for (const std::string word : {"NaN", "Infinity", "-Infinity", "nan", "\"NaN\""}) {
    const std::string head =
        R"({"verigrad": "optimiser", "version": 1, "dtype": "float64", "hyperparameters": {"lr": 1, "momentum": )" +
        word + R"(}, "tensors": [{"name": "w", "shape": [1], "values": [1]}]})";
    try {
      read_trace(head + "\n" + R"({"gradients": [[1]], "parameters": [[0]]})", "run.jsonl");
      ADD_FAILURE() << word;
    } catch (const TraceError& error) {
      EXPECT_NE(std::string(error.what()).find("line 1: \"momentum\" is no number"), std::string::npos) << error.what();
    }
  }
}

TEST(EditedTraces, are_refused_where_a_name_stands_twice) {
  const std::string source = trace_of("adam", 2);
  for (std::size_t at = source.find("\":"); at != std::string::npos; at = source.find("\":", at + 1)) {
    const std::size_t name = source.rfind('"', at - 1);
    const std::string again = source.substr(name, at + 1 - name);
    try {
      read_trace(source.substr(0, name) + again + ":7," + source.substr(name), "run.jsonl");
      ADD_FAILURE() << again;
    } catch (const TraceError& error) {
      EXPECT_NE(std::string(error.what()).find(again + " stands twice"), std::string::npos) << error.what();
    }
  }
}

/// A product of sizes beyond all integers is no tensor of none.
TEST(EditedTraces, are_refused_where_a_shape_is_beyond_all_sizes) {
  const std::string head =
      R"({"verigrad": "optimiser", "version": 1, "dtype": "float64", "tensors": [{"shape": [4294967296, 4294967296], "values": []}]})";
  try {
    read_trace(head + "\n" + R"({"lr": 1, "gradients": [[]], "parameters": [[]]})", "run.jsonl");
    FAIL() << "read";
  } catch (const TraceError& error) {
    EXPECT_NE(std::string(error.what()).find("0 numbers for a tensor of"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace verigrad::conformance_edited_traces_test
