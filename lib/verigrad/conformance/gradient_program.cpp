#include "verigrad/conformance/gradient_program.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace verigrad {
namespace {

const std::vector<NumberFormat>& formats() {
  static const std::vector<NumberFormat> result{{"float64", 53}, {"float32", 24}, {"float16", 11}, {"bfloat16", 8}};
  return result;
}

nlohmann::json numbers(const Vector<double>& x) { return std::vector<double>(x.begin(), x.end()); }

/// What the answer to the request has under the key.
const nlohmann::json& part(const nlohmann::json& reply, const char* request, const char* key) {
  if (reply.contains("error"))
    throw ProcessError(
        fmt::format("the program answered {} with the error: {}", request,
                    reply["error"].is_string() ? reply["error"].get<std::string>() : reply["error"].dump()));
  if (!reply.contains(key))
    throw ProcessError(fmt::format("the answer to {} has no \"{}\"; it is to have one", request, key));
  return reply[key];
}

Vector<double> vector_in(const nlohmann::json& list, const std::string& what) {
  if (!list.is_array()) throw ProcessError(fmt::format("{} is no list of numbers; give one", what));
  Vector<double> result(Eigen::Index(list.size()));
  for (Eigen::Index i = 0; i < result.size(); ++i)
    result[i] = number_in(list[std::size_t(i)], fmt::format("{}, entry {},", what, i));
  return result;
}

Vector<double> vector_of(Eigen::Index size, const nlohmann::json& list, const std::string& what) {
  Vector<double> result = vector_in(list, what);
  if (result.size() != size)
    throw ProcessError(
        fmt::format("{} has {} entries for a point of {}; give one for each coordinate", what, result.size(), size));
  return result;
}

int whole_number_in(const nlohmann::json& reply, const char* key) {
  constexpr int most = 1'000'000'000;
  const auto found = reply.find(key);
  if (found == reply.end()) return 0;
  if (!found->is_number_integer() || *found < 1 || *found > most)
    throw ProcessError(
        fmt::format("the answer to start has \"{}\": {}; give a whole number from 1 on", key, found->dump()));
  return found->get<int>();
}

NumberFormat format_in(const nlohmann::json& reply) {
  const nlohmann::json name = reply.value("dtype", nlohmann::json(formats().front().name));
  for (const NumberFormat& format : formats())
    if (name == format.name) return format;
  throw ProcessError(
      fmt::format("the answer to start has \"dtype\": {}; give float64, float32, float16 or bfloat16", name.dump()));
}

}  // namespace

GradientProgram::GradientProgram(Process& process) : process_(process) {
  const nlohmann::json reply = process.ask({{"start", nlohmann::json::object()}});
  if (reply.contains("error")) part(reply, "start", "error");
  dimension_ = whole_number_in(reply, "dimension");
  samples_ = whole_number_in(reply, "samples");
  format_ = format_in(reply);
  gives_hessian_products_ = reply.value("hessian_product", nlohmann::json(false)) == true;
  if (const auto points = reply.find("points"); points != reply.end())
    for (std::size_t k = 0; k < points->size(); ++k) {
      points_.push_back(vector_in((*points)[k], fmt::format("point {} of the answer to start", k + 1)));
      if (dimension_ == 0) dimension_ = points_.back().size();
      if (points_.back().size() != dimension_ || dimension_ == 0 || !points_.back().allFinite())
        throw ProcessError(fmt::format("point {} of the answer to start is not of {} finite numbers; give such points",
                                       k + 1, std::max<Eigen::Index>(dimension_, 1)));
    }
}

double GradientProgram::value(const Vector<double>& at) {
  ++evaluations_;
  const nlohmann::json reply = process_.ask({{"value", {{"at", numbers(at)}}}});
  return number_in(part(reply, "value", "value"), "the value");
}

GradientProgram::ValueAndGradient GradientProgram::value_and_gradient(const Vector<double>& at) {
  ++evaluations_;
  const nlohmann::json reply = process_.ask({{"value_and_gradient", {{"at", numbers(at)}}}});
  const double value = number_in(part(reply, "value_and_gradient", "value"), "the value");
  return {value, vector_of(at.size(), part(reply, "value_and_gradient", "gradient"), "the gradient")};
}

Vector<double> GradientProgram::hessian_product(const Vector<double>& at, const Vector<double>& direction) {
  const nlohmann::json reply =
      process_.ask({{"hessian_product", {{"at", numbers(at)}, {"direction", numbers(direction)}}}});
  return vector_of(at.size(), part(reply, "hessian_product", "product"), "the Hessian's product");
}

}  // namespace verigrad
