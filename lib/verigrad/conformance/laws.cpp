#include "verigrad/conformance/laws.hpp"

#include <functional>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace verigrad::conformance {
namespace {

/// What happened to one entry in one step.
struct Move {
  std::size_t step, tensor, entry;
  std::optional<double> g;
  double rate, before, after;
};

/// The first move that `breaks` a law, in words.
std::optional<std::string> first_move(const Trace& trace, const std::function<bool(const Move&)>& breaks) {
  for (std::size_t i = 0; i < trace.steps.size(); ++i)
    for (std::size_t t = 0; t < trace.head.tensors.size(); ++t)
      for (std::size_t e = 0; e < trace.head.tensors[t].values.size(); ++e) {
        const TraceStep& step = trace.steps[i];
        const double before = i == 0 ? trace.head.tensors[t].values[e] : trace.steps[i - 1].parameters[t][e];
        const auto g = step.gradients[t] ? std::optional((*step.gradients[t])[e]) : std::nullopt;
        if (breaks({i, t, e, g, step.rate, before, step.parameters[t][e]}))
          return fmt::format("step {}, tensor \"{}\", entry {}: from {} to {}", i + 1, trace.head.tensors[t].name, e,
                             before, step.parameters[t][e]);
      }
  return std::nullopt;
}

/// Calls `breaks` with whether the entry has had a gradient other than 0, this step's among them.
std::optional<std::string> still_until_pushed(const Trace& trace) {
  std::map<std::pair<std::size_t, std::size_t>, bool> pushed;
  return first_move(trace, [&](const Move& move) {
    bool& now = pushed[{move.tensor, move.entry}];
    now = now || move.g.value_or(0) != 0;
    return !now && move.before != move.after;
  });
}

std::optional<std::string> alike_stay_alike(const Trace& trace) {
  using History = std::vector<std::optional<double>>;
  for (std::size_t length = 1; length <= trace.steps.size(); ++length) {
    std::map<std::pair<double, History>, std::pair<double, std::string>> seen;
    for (std::size_t t = 0; t < trace.head.tensors.size(); ++t)
      for (std::size_t e = 0; e < trace.head.tensors[t].values.size(); ++e) {
        History history;
        for (std::size_t i = 0; i < length; ++i) {
          const auto& g = trace.steps[i].gradients[t];
          history.push_back(g ? std::optional((*g)[e]) : std::nullopt);
        }
        const double after = trace.steps[length - 1].parameters[t][e];
        const std::string name = fmt::format("tensor \"{}\", entry {}", trace.head.tensors[t].name, e);
        const auto [first, fresh] =
            seen.try_emplace({trace.head.tensors[t].values[e], history}, std::pair(after, name));
        if (!fresh && first->second.first != after)
          return fmt::format("step {}: {} is {}, {} is {}", length, first->second.second, first->second.first, name,
                             after);
      }
  }
  return std::nullopt;
}

}  // namespace

std::vector<BrokenLaw> broken_laws(const Trace& trace) {
  std::vector<BrokenLaw> result;
  const auto add = [&](const char* law, std::optional<std::string> where) {
    if (where) result.push_back({law, std::move(*where)});
  };
  const bool decays = trace.head.hyper.on("weight_decay");
  const double sign = trace.head.hyper.on("maximize") ? 1 : -1;
  if (!decays) {
    add("an entry moves only once it has had a gradient other than 0", still_until_pushed(trace));
    add("the first step goes against the gradient", first_move(trace, [&](const Move& move) {
          return move.step == 0 && move.rate > 0 && move.g && *move.g * sign * (move.after - move.before) < 0;
        }));
  }
  add("a tensor without gradient does not move",
      first_move(trace, [](const Move& move) { return !move.g && move.before != move.after; }));
  add("a rate of 0 moves nothing",
      first_move(trace, [](const Move& move) { return move.rate == 0 && move.before != move.after; }));
  add("entries that start alike and have the same gradients stay alike", alike_stay_alike(trace));
  return result;
}

}  // namespace verigrad::conformance
