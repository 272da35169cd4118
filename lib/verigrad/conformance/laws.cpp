#include "verigrad/conformance/laws.hpp"

#include <array>
#include <functional>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace verigrad::conformance {
namespace {

/// What happened to one entry in one step.
struct Move {
  std::size_t index;  ///< of the entry among all
  long step;
  std::optional<double> g;
  double rate, before, after;
};

/// Entries by numbers, over all tensors.
class EntryNames {
public:
  explicit EntryNames(const TraceHead& head) : head_(head) {}
  std::size_t count() const {
    std::size_t result = 0;
    for (const TensorHead& tensor : head_.tensors) result += tensor.values.size();
    return result;
  }
  std::string operator()(std::size_t index) const {
    std::size_t tensor = 0;
    for (; index >= head_.tensors[tensor].values.size(); ++tensor) index -= head_.tensors[tensor].values.size();
    return fmt::format("tensor \"{}\", entry {}", head_.tensors[tensor].name, index);
  }

private:
  const TraceHead& head_;
};

/// A law of single moves, with the first that breaks it.
struct MoveLaw {
  const char* words;
  std::function<bool(const Move&)> breaks;
  std::optional<Move> first = {};
};

/// Which entries have had the same gradients from the same start, or opposite ones from opposite starts: classes that
/// each step divides.
class Classes {
public:
  Classes(const TraceHead& head, double sign) : sign_(sign) {
    std::map<double, std::size_t> seen;
    for (const TensorHead& tensor : head.tensors)
      for (const double theta : tensor.values) of_.push_back(class_of(seen, theta));
  }

  /// Takes a step: its gradients, and the parameters after it. The first two entries of one class whose parameters are
  /// not alike, if any.
  std::optional<std::array<std::size_t, 2>> part(const std::vector<Move>& moves) {
    std::map<std::pair<std::size_t, std::optional<double>>, std::size_t> seen;
    std::map<std::size_t, std::size_t> representative;
    std::optional<std::array<std::size_t, 2>> result;
    for (const Move& move : moves) {
      const auto g = move.g ? std::optional(side(move.index) * *move.g) : std::nullopt;
      of_[move.index].first = seen.try_emplace({of_[move.index].first, g}, seen.size()).first->second;
      const std::size_t first = representative.try_emplace(of_[move.index].first, move.index).first->second;
      const bool compared = sign_ > 0 || side(first) != side(move.index);
      if (!result && compared && side(first) * moves[first].after != side(move.index) * move.after)
        result = std::array{first, move.index};
    }
    return result;
  }

private:
  using Class = std::pair<std::size_t, bool>;  ///< with whether it is turned

  /// Opposite starts are one class where the sign is −1. The gradients of an entry that starts at 0 say nothing of its
  /// side, so that it is alone with its like.
  Class class_of(std::map<double, std::size_t>& seen, double theta) const {
    const bool turned = sign_ < 0 && theta < 0;
    return {seen.try_emplace(turned ? -theta : theta, seen.size()).first->second, turned};
  }
  double side(std::size_t index) const { return of_[index].second ? -1 : 1; }

  double sign_;
  std::vector<Class> of_;
};

/// Signs of all gradients so far: 0 while there was none but 0.
class OneSign {
public:
  explicit OneSign(std::size_t entries) : sign_(entries, 0) {}
  /// The sign, or 0 where there were both or none.
  int after(const Move& move) {
    signed char& known = sign_[move.index];
    const double g = move.g.value_or(0);
    const signed char now = static_cast<signed char>((g > 0) - (g < 0));
    if (known == 0) known = now;
    if (now != 0 && now != known) known = both;
    return known == both ? 0 : known;
  }

private:
  static constexpr signed char both = 2;
  std::vector<signed char> sign_;
};

/// Whether something besides the gradients at the parameters moves them: decays, and the differences of SAGA.
bool is_pulled(const HyperParameters& hyper) {
  return hyper.on("weight_decay") || hyper.on("lambd") || hyper.on("l1") || hyper.on("beta") || hyper.on("terms");
}

std::vector<MoveLaw> move_laws(const TraceHead& head) {
  const double sign = head.hyper.on("maximize") ? 1 : -1;
  const std::size_t entries = EntryNames(head).count();
  std::vector<MoveLaw> laws;
  if (!is_pulled(head.hyper))
    laws = {{"an entry moves only once it has had a gradient other than 0",
             [pushed = std::vector<bool>(entries)](const Move& move) mutable {
               if (move.g.value_or(0) != 0) pushed[move.index] = true;
               return !pushed[move.index] && move.before != move.after;
             }},
            {"the first step goes against the gradient",
             [=](const Move& move) {
               return move.step == 1 && move.rate > 0 && move.g && *move.g * sign * (move.after - move.before) < 0;
             }},
            {"an entry whose gradients have all had one sign moves against them",
             [=, signs = OneSign(entries)](const Move& move) mutable {
               const int known = signs.after(move);
               return move.step > 1 && move.rate > 0 && move.g && known * sign * (move.after - move.before) < 0;
             }}};
  laws.push_back({"a tensor without gradient does not move",
                  [](const Move& move) { return !move.g && move.before != move.after; }});
  laws.push_back(
      {"a rate of 0 moves nothing", [](const Move& move) { return move.rate == 0 && move.before != move.after; }});
  return laws;
}

std::vector<Move> moves_of(const TraceStep& step, long number, const std::vector<Entries>& before) {
  std::vector<Move> result;
  for (std::size_t t = 0; t < before.size(); ++t)
    for (std::size_t e = 0; e < before[t].size(); ++e) {
      const auto g = step.gradients[t] ? std::optional((*step.gradients[t])[e]) : std::nullopt;
      result.push_back({result.size(), number, g, step.rate, before[t][e], step.parameters[t][e]});
    }
  return result;
}

/// A law of pairs of entries, with the first pair that breaks it.
struct PairLaw {
  const char* words;
  Classes classes;
  std::string where = {};

  void take(const std::vector<Move>& moves, const EntryNames& names) {
    if (!where.empty()) return;
    if (const auto pair = classes.part(moves)) {
      const Move &one = moves[(*pair)[0]], &other = moves[(*pair)[1]];
      where = fmt::format("step {}: {} is {}, {} is {}", one.step, names(one.index), one.after, names(other.index),
                          other.after);
    }
  }
};

}  // namespace

std::vector<BrokenLaw> broken_laws(TraceSource& trace) {
  const TraceHead& head = trace.head();
  const EntryNames names(head);
  std::vector<MoveLaw> laws = move_laws(head);
  std::vector<PairLaw> pair_laws{
      {"entries that start alike and have the same gradients stay alike", Classes(head, 1)},
      {"entries that start as opposites and have opposite gradients stay opposites", Classes(head, -1)}};
  std::vector<Entries> before;
  for (const TensorHead& tensor : head.tensors) before.push_back(tensor.values);
  trace.rewind();
  for (long number = 1; const TraceStep* step = trace.next(); ++number) {
    const std::vector<Move> moves = moves_of(*step, number, before);
    for (MoveLaw& law : laws)
      for (const Move& move : moves)
        if (law.breaks(move) && !law.first) law.first = move;
    for (PairLaw& law : pair_laws) law.take(moves, names);
    before = step->parameters;
  }
  std::vector<BrokenLaw> result;
  for (const MoveLaw& law : laws)
    if (law.first)
      result.push_back({law.words, fmt::format("step {}, {}: from {} to {}", law.first->step, names(law.first->index),
                                               law.first->before, law.first->after)});
  for (const PairLaw& law : pair_laws)
    if (!law.where.empty()) result.push_back({law.words, law.where});
  return result;
}

std::vector<BrokenLaw> broken_laws(const Trace& trace) {
  TraceInMemory source(trace);
  return broken_laws(source);
}

}  // namespace verigrad::conformance
