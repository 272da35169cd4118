// Every operation of the number types, as one list of callables that the laws run through.
#pragma once

#include <tuple>

#include "verigrad/number/select.hpp"

namespace verigrad::operations {

/// A named operation, callable with numbers of one type; `defined` says for which exact operands it has a value.
template <class Apply, class Defined>
struct Operation {
  const char* name;
  Apply apply;
  Defined defined;
};
template <class Apply, class Defined>
Operation(const char*, Apply, Defined) -> Operation<Apply, Defined>;

inline constexpr auto always = [](const auto&...) { return true; };

/// Of two operands, + − × ÷ and the branches.
inline constexpr auto binary = std::tuple{
    Operation{"+", []<class T>(const T& a, const T& b) { return T(a + b); }, always},
    Operation{"−", []<class T>(const T& a, const T& b) { return T(a - b); }, always},
    Operation{"×", []<class T>(const T& a, const T& b) { return T(a * b); }, always},
    Operation{"÷", []<class T>(const T& a, const T& b) { return T(a / b); },
              [](const Rational&, const Rational& b) { return b != 0; }},
    Operation{"larger", []<class T>(const T& a, const T& b) { return larger<T>(a, b); }, always},
    Operation{"smaller", []<class T>(const T& a, const T& b) { return smaller<T>(a, b); }, always},
    Operation{"select", []<class T>(const T& a, const T& b) { return select<T>(a, b, T(a - b)); }, always},
    Operation{"clamp", []<class T>(const T& a, const T& b) { return clamp<T>(a, magnitude<T>(b)); }, always}};

/// Of one operand, those that are exact in rationals.
inline constexpr auto unary =
    std::tuple{Operation{"unary −", []<class T>(const T& a) { return T(-a); }, always},
               Operation{"square", []<class T>(const T& a) { return square(a); }, always},
               Operation{"magnitude", []<class T>(const T& a) { return magnitude<T>(a); }, always}};

/// Of one operand, those that are not.
inline constexpr auto transcendental = std::tuple{
    Operation{"sqrt", []<class T>(const T& a) { return sqrt(a); }, [](const Rational& a) { return a >= 0; }},
    Operation{"exp", []<class T>(const T& a) { return exp(a); }, always},
    Operation{"log", []<class T>(const T& a) { return log(a); }, [](const Rational& a) { return a > 0; }},
    Operation{"log1p", []<class T>(const T& a) { return log1p(a); }, [](const Rational& a) { return a > -1; }}};

/// visit(operation) for each operation of a list.
template <class List, class Visit>
void for_each(const List& list, Visit visit) {
  std::apply([&](const auto&... operation) { (visit(operation), ...); }, list);
}

}  // namespace verigrad::operations
