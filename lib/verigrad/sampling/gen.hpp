// Generators: a value is made from a sequence of choices, each a whole number. Whoever records the choices can draw the
// value again, and simpler ones from simpler choices. Only sample.cpp and rapidcheck.hpp know of RapidCheck.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <tuple>
#include <utility>
#include <vector>

namespace verigrad {

/// Whole numbers that are drawn, or replayed from a record of what was. Those that one generator takes are a group,
/// with the groups of its parts inside: a part that takes fewer than the record has leaves the next part its own.
class Choices {
public:
  /// A choice, or where a group of them begins or ends.
  struct Step {
    enum Kind : std::uint8_t { choice, begin, end } kind;
    std::uint64_t value = 0;  ///< of a choice

    bool operator==(const Step&) const = default;
  };
  using Record = std::vector<Step>;

  /// The same numbers for the same seed, on every machine.
  static Choices drawn(std::uint64_t seed);
  /// The record's numbers; 0 where its group has ended, and throughout a group that it lacks.
  static Choices replayed(Record record);

  /// One in [0, highest]: uniform if it is drawn, else the record's, or highest if that is less.
  std::uint64_t up_to(std::uint64_t highest);
  void begin_group();
  void end_group();

  /// The steps so far: replayed, they give the same again.
  const Record& taken() const { return taken_; }

private:
  Choices() = default;

  std::uint64_t fresh_up_to(std::uint64_t highest);
  std::uint64_t fresh_bits();
  std::uint64_t recorded();
  bool at(Step::Kind kind) const { return place_ < record_.size() && record_[place_].kind == kind; }

  bool replays_ = false;
  std::uint64_t state_ = 0;
  Record record_, taken_;
  std::size_t place_ = 0;  ///< of the record's next step
  int lacking_ = 0;        ///< how many groups, each within the last, the record lacks
};

/// Draws a T, which is simplest where every choice is 0.
template <class T>
class Gen {
public:
  explicit Gen(std::function<T(Choices&)> draw) : draw_(std::move(draw)) {}

  T operator()(Choices& choices) const {
    choices.begin_group();
    T value = draw_(choices);
    choices.end_group();
    return value;
  }

private:
  std::function<T(Choices&)> draw_;
};

/// What generators are composed of; each draws from its parts from left to right.
namespace gen {

/// How often suchThat draws before it gives up.
inline constexpr int most_attempts = 100;

namespace detail {

/// An index below the number of weights, each as often as its weight says; the sum of the weights is positive.
std::size_t weighted(Choices& choices, const std::vector<int>& weights);
/// Throws std::runtime_error.
[[noreturn]] void give_up();

/// f(arguments…), where braces evaluate the arguments from left to right.
template <class Result>
struct Call {
  template <class F, class... Arguments>
  explicit Call(const F& f, Arguments&&... arguments) : result(f(std::forward<Arguments>(arguments)...)) {}
  Result result;
};

template <class F, class... Arguments>
using Returned = std::decay_t<std::invoke_result_t<const F&, Arguments...>>;

}  // namespace detail

/// Always this value.
template <class T>
Gen<T> just(T value) {
  return Gen<T>([value = std::move(value)](Choices&) { return value; });
}

/// Uniform in [min, max[; shrinks toward min. Throws std::invalid_argument if that is empty.
Gen<int> inRange(int min, int max);
/// Shrinks toward false.
Gen<bool> boolean();

/// f(a), for a drawn a.
template <class T, class F>
auto map(Gen<T> a, F f) {
  return Gen<detail::Returned<F, T>>([a = std::move(a), f = std::move(f)](Choices& choices) { return f(a(choices)); });
}

/// Drawn from f(a), for a drawn a.
template <class T, class F>
auto mapcat(Gen<T> a, F f) {
  return detail::Returned<F, T>(
      [a = std::move(a), f = std::move(f)](Choices& choices) { return f(a(choices))(choices); });
}

/// f(a, b, …), for drawn a, b, ….
template <class F, class... T>
auto apply(F f, Gen<T>... parts) {
  using Result = detail::Returned<F, T...>;
  return Gen<Result>([f = std::move(f), ... parts = std::move(parts)](Choices& choices) {
    return detail::Call<Result>{f, parts(choices)...}.result;
  });
}

/// One draw of each, in their order.
template <class... T>
Gen<std::tuple<T...>> tuple(Gen<T>... parts) {
  return Gen<std::tuple<T...>>(
      [... parts = std::move(parts)](Choices& choices) { return std::tuple<T...>{parts(choices)...}; });
}

/// One draw of each, the first one first.
template <class T, class U>
Gen<std::pair<T, U>> pair(Gen<T> first, Gen<U> second) {
  return Gen<std::pair<T, U>>([first = std::move(first), second = std::move(second)](Choices& choices) {
    return std::pair<T, U>{first(choices), second(choices)};
  });
}

/// So many, each drawn for itself.
template <class Container, class T>
Gen<Container> container(std::size_t count, Gen<T> entry) {
  return Gen<Container>([count, entry = std::move(entry)](Choices& choices) {
    Container result;
    result.reserve(count);
    for (std::size_t i = 0; i < count; ++i) result.push_back(entry(choices));
    return result;
  });
}

/// Drawn from one of them, each as often as its weight says; shrinks toward the first. The sum of the weights is
/// positive.
template <class T>
Gen<T> weightedOneOf(const std::vector<std::pair<int, Gen<T>>>& alternatives) {
  std::vector<int> weights;
  std::vector<Gen<T>> gens;
  for (const auto& [weight, alternative] : alternatives) {
    weights.push_back(weight);
    gens.push_back(alternative);
  }
  return Gen<T>([weights = std::move(weights), gens = std::move(gens)](Choices& choices) {
    return gens[detail::weighted(choices, weights)](choices);
  });
}

/// Drawn from any of them; shrinks toward the first.
template <class T, class... Others>
Gen<T> oneOf(Gen<T> first, Others... others) {
  std::vector<Gen<T>> gens{std::move(first), std::move(others)...};
  return Gen<T>([gens = std::move(gens)](Choices& choices) { return gens[choices.up_to(gens.size() - 1)](choices); });
}

/// One of the values; shrinks toward the first. There is at least one.
template <class T>
Gen<T> elementOf(std::vector<T> values) {
  return Gen<T>([values = std::move(values)](Choices& choices) { return values[choices.up_to(values.size() - 1)]; });
}
/// As elementOf, of the arguments.
template <class T, class... Others>
Gen<T> element(T first, Others... others) {
  return elementOf(std::vector<T>{std::move(first), std::move(others)...});
}

/// Drawn until the condition holds. Throws std::runtime_error after most_attempts that do not meet it.
template <class T, class Condition>
Gen<T> suchThat(Gen<T> a, Condition holds) {
  return Gen<T>([a = std::move(a), holds = std::move(holds)](Choices& choices) {
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      T value = a(choices);
      if (holds(value)) return value;
    }
    detail::give_up();
  });
}

}  // namespace gen
}  // namespace verigrad
