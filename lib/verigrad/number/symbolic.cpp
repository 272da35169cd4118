#include "verigrad/number/symbolic.hpp"

#include <ginac/ginac.h>

#include <compare>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "verigrad/number/trace.hpp"

namespace verigrad {

/// A number, or the one entry of a formal vector: its coefficients by unknown vector.
struct Symbolic::Formula {
  GiNaC::ex number = 0;
  std::map<int, GiNaC::ex> combination = {};
  bool is_vector = false;
  Sign sign = Sign::unknown;
  int trace;  ///< its place among the steps
};

namespace {

/// One operation on earlier steps, by their places, or a constant, or an unknown, which has a number in place of them.
struct Step {
  enum class Kind { constant, number, vector, operation } kind;
  std::string word;
  int first = -1, second = -1;
  Sign assumed = Sign::unknown;
  auto operator<=>(const Step&) const = default;
};

/// Each step once, so that two formulas that were built alike have one place.
struct Steps {
  std::map<Step, int> places;
  std::vector<Step> list;
};

Steps& steps() {
  static Steps all;
  return all;
}

int place_of(const Step& step) {
  const auto [found, is_new] = steps().places.try_emplace(step, int(steps().list.size()));
  if (is_new) steps().list.push_back(step);
  return found->second;
}

int place_of_constant(const std::string& value) { return place_of({Step::Kind::constant, value}); }

/// Another place at each call.
int place_of_unknown(Step::Kind kind, const std::string& name, Sign assumed) {
  return place_of({kind, name, int(steps().list.size()), -1, assumed});
}

using Formula = Symbolic::Formula;

int trace_of(const char* operation, const Symbolic& a) {
  return place_of({Step::Kind::operation, operation, a.formula().trace});
}
int trace_of(const char* operation, const Symbolic& a, const Symbolic& b) {
  return place_of({Step::Kind::operation, operation, a.formula().trace, b.formula().trace});
}

Symbolic number(GiNaC::ex value, Sign sign, int trace) {
  return Symbolic(Formula{std::move(value), {}, false, sign, trace});
}
Symbolic vector_entry(std::map<int, GiNaC::ex> combination, int trace) {
  return Symbolic(Formula{0, std::move(combination), true, Sign::unknown, trace});
}

bool never_negative(Sign sign) { return sign == Sign::positive || sign == Sign::zero || sign == Sign::nonnegative; }

Sign opposite(Sign sign) {
  switch (sign) {
    case Sign::positive: return Sign::negative;
    case Sign::negative: return Sign::positive;
    case Sign::nonnegative: return Sign::nonpositive;
    case Sign::nonpositive: return Sign::nonnegative;
    case Sign::zero:
    case Sign::unknown: break;
  }
  return sign;
}

Sign sign_of_sum(Sign a, Sign b) {
  if (a == Sign::zero) return b;
  if (b == Sign::zero) return a;
  if (never_negative(a) && never_negative(b))
    return a == Sign::positive || b == Sign::positive ? Sign::positive : Sign::nonnegative;
  if (never_negative(opposite(a)) && never_negative(opposite(b)))
    return opposite(sign_of_sum(opposite(a), opposite(b)));
  return Sign::unknown;
}

Sign sign_of_product(Sign a, Sign b) {
  if (a == Sign::zero || b == Sign::zero) return Sign::zero;
  if (a == Sign::unknown || b == Sign::unknown) return Sign::unknown;
  if (!never_negative(a)) return opposite(sign_of_product(opposite(a), b));
  if (!never_negative(b)) return opposite(sign_of_product(a, opposite(b)));
  return a == Sign::positive && b == Sign::positive ? Sign::positive : Sign::nonnegative;
}

Sign sign_of_square(Sign a) {
  if (a == Sign::zero) return a;
  return a == Sign::positive || a == Sign::negative ? Sign::positive : Sign::nonnegative;
}

void require_number(const Symbolic& a, const char* operation) {
  if (a.formula().is_vector)
    throw std::logic_error(std::string("Symbolic: ") + operation +
                           " of a vector's entry; vectors without coordinates have sums, multiples and dot only");
}

Symbolic multiple(const Symbolic& factor, const Symbolic& vector) {
  require_number(factor, "product");
  std::map<int, GiNaC::ex> result = vector.formula().combination;
  for (auto& [unknown, coefficient] : result) coefficient *= factor.formula().number;
  return vector_entry(std::move(result), trace_of("*", factor, vector));
}

/// A number that is 0 is the vector 0: sums start from it.
void require_vector_or_zero(const Symbolic& a) {
  if (!a.formula().is_vector && a.formula().sign != Sign::zero)
    throw std::logic_error("Symbolic: sum of a number and a vector's entry");
}

std::vector<std::string>& vector_names() {
  static std::vector<std::string> names;
  return names;
}

/// ⟨u, v⟩ of two unknown vectors.
GiNaC::ex symbol_of(int u, int v) {
  static std::map<std::pair<int, int>, GiNaC::ex> symbols;
  const auto [found, is_new] = symbols.try_emplace(std::minmax(u, v));
  if (is_new)
    found->second =
        GiNaC::realsymbol("⟨" + vector_names()[std::size_t(u)] + "," + vector_names()[std::size_t(v)] + "⟩");
  return found->second;
}

bool expands_to_zero(const GiNaC::ex& a) { return a.normal().numer().expand().is_zero(); }

std::string in_words(const GiNaC::ex& a) {
  std::ostringstream out;
  out << a;
  return out.str();
}

}  // namespace

Symbolic::Symbolic(Formula formula) : formula_(std::make_shared<const Formula>(std::move(formula))) {}
Symbolic::Symbolic(int constant)
    : Symbolic(Formula{constant,
                       {},
                       false,
                       constant > 0   ? Sign::positive
                       : constant < 0 ? Sign::negative
                                      : Sign::zero,
                       place_of_constant(std::to_string(constant))}) {}

Symbolic::Symbolic(const Rational& constant)
    : Symbolic(Formula{GiNaC::numeric(constant.str().c_str()),
                       {},
                       false,
                       constant > 0   ? Sign::positive
                       : constant < 0 ? Sign::negative
                                      : Sign::zero,
                       place_of_constant(constant.str())}) {}

Symbolic Symbolic::operator-() const {
  if (formula().is_vector) return multiple(Symbolic(-1), *this);
  return number(-formula().number, opposite(formula().sign), trace_of("-", *this));
}

Symbolic operator+(const Symbolic& a, const Symbolic& b) {
  const Formula &x = a.formula(), &y = b.formula();
  if (!x.is_vector && !y.is_vector)
    return number(x.number + y.number, sign_of_sum(x.sign, y.sign), trace_of("+", a, b));
  require_vector_or_zero(a);
  require_vector_or_zero(b);
  std::map<int, GiNaC::ex> sum = x.combination;
  for (const auto& [unknown, coefficient] : y.combination) sum[unknown] += coefficient;
  return vector_entry(std::move(sum), trace_of("+", a, b));
}

Symbolic operator*(const Symbolic& a, const Symbolic& b) {
  if (b.formula().is_vector) return multiple(a, b);
  if (a.formula().is_vector) return multiple(b, a);
  return number(a.formula().number * b.formula().number, sign_of_product(a.formula().sign, b.formula().sign),
                trace_of("*", a, b));
}

Symbolic operator/(const Symbolic& a, const Symbolic& b) {
  require_number(b, "reciprocal");
  const Sign sign = b.formula().sign;
  if (sign != Sign::positive && sign != Sign::negative)
    throw std::domain_error("Symbolic: division by " + to_string(b) +
                            ", which may be 0; declare unknowns positive so that its sign shows");
  return a * number(1 / b.formula().number, sign, trace_of("1/", b));
}

Symbolic unknown(const std::string& name, Sign sign) {
  return number(sign == Sign::positive ? GiNaC::ex(GiNaC::possymbol(name)) : GiNaC::ex(GiNaC::realsymbol(name)), sign,
                place_of_unknown(Step::Kind::number, name, sign));
}

Symbolic unknown_vector(const std::string& name) {
  vector_names().push_back(name);
  return vector_entry({{int(vector_names().size()) - 1, 1}}, place_of_unknown(Step::Kind::vector, name, Sign::unknown));
}

Symbolic inner_product(const Symbolic& u, const Symbolic& v) {
  GiNaC::ex sum = 0;
  for (const auto& [i, a] : u.formula().combination)
    for (const auto& [j, b] : v.formula().combination) sum += a * b * symbol_of(i, j);
  return number(sum, Sign::unknown, trace_of("dot", u, v));
}

Symbolic inner_square(const Symbolic& u) {
  return number(inner_product(u, u).formula().number, Sign::nonnegative, trace_of("squared norm", u));
}

Symbolic square(const Symbolic& a) {
  require_number(a, "square");
  return number(GiNaC::pow(a.formula().number, 2), sign_of_square(a.formula().sign), trace_of("square", a));
}

Symbolic sqrt(const Symbolic& a) {
  require_number(a, "root");
  if (!never_negative(a.formula().sign))
    throw std::domain_error("Symbolic: root of " + to_string(a) + ", which may be negative");
  return number(GiNaC::sqrt(a.formula().number), a.formula().sign, trace_of("sqrt", a));
}

Sign sign_of(const Symbolic& a) { return a.formula().sign; }

bool identical(const Symbolic& a, const Symbolic& b) {
  const Symbolic difference = a - b;
  for (const auto& [unknown, coefficient] : difference.formula().combination)
    if (!expands_to_zero(coefficient)) return false;
  return expands_to_zero(difference.formula().number);
}

std::string to_string(const Symbolic& a) {
  if (!a.formula().is_vector) return in_words(a.formula().number);
  std::string result;
  for (const auto& [unknown, coefficient] : a.formula().combination)
    result += (result.empty() ? "(" : " + (") + in_words(coefficient) + ")*" + vector_names()[std::size_t(unknown)];
  return result.empty() ? "0" : result;
}

bool built_alike(const Symbolic& a, const Symbolic& b) { return a.formula().trace == b.formula().trace; }

std::vector<TracedUnknown> unknowns_in(const std::vector<Symbolic>& formulas) {
  std::set<int> seen;
  std::vector<int> waiting;
  for (const Symbolic& a : formulas) waiting.push_back(a.formula().trace);
  while (!waiting.empty()) {
    const int place = waiting.back();
    waiting.pop_back();
    if (place < 0 || !seen.insert(place).second) continue;
    const Step& step = steps().list[std::size_t(place)];
    if (step.kind == Step::Kind::operation) waiting.insert(waiting.end(), {step.first, step.second});
  }
  std::vector<TracedUnknown> result;
  for (const int place : seen) {
    const Step& step = steps().list[std::size_t(place)];
    if (step.kind == Step::Kind::number) result.push_back({step.word, step.assumed});
    if (step.kind == Step::Kind::vector) result.push_back({step.word, Sign::unknown, true});
  }
  return result;
}

}  // namespace verigrad
