#include "verigrad/rate/coq_theorem.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/rate/check_certificate.hpp"
#include "verigrad/rate/program.hpp"
#include "verigrad/rate/squares.hpp"

namespace verigrad::rate {
namespace {

using Integer = boost::multiprecision::mpz_int;

std::string fraction(const Rational& x) {
  return denominator(x) == 1 ? numerator(x).str() : fmt::format("{} # {}", numerator(x).str(), denominator(x).str());
}
/// Of a fraction as an argument.
std::string argument(const Rational& x) { return fmt::format("({})", fraction(x)); }

/// A list of fractions without the zeros at its end.
template <class Entries>
std::string row(const Entries& entries) {
  Eigen::Index size = entries.size();
  while (size > 0 && entries[size - 1] == 0) --size;
  std::string text;
  for (Eigen::Index k = 0; k < size; ++k) text += (k == 0 ? "" : "; ") + fraction(entries[k]);
  return "[" + text + "]";
}

std::string list(const std::vector<std::string>& lines) {
  return fmt::format("[\n    {}\n  ]", fmt::join(lines, ";\n    "));
}

std::string steps_of(const Certificate& certificate) {
  std::vector<std::string> lines;
  for (Eigen::Index k = 0; k < certificate.points.rows(); ++k)
    lines.push_back(row(Vector<Rational>(certificate.points.row(k).tail(certificate.points.cols() - 1))));
  return list(lines);
}

std::string inequality(const Inequality& of, const Certificate& certificate) {
  switch (of.kind) {
    case Inequality::Kind::pair:
      if (certificate.setting.of == Class::smooth_non_convex && of.j > certificate.steps)
        return fmt::format("above {}", of.i);
      return fmt::format("pair {} {}", of.i, of.j);
    case Inequality::Kind::start: return "start";
    case Inequality::Kind::bounded: return fmt::format("bounded {}", of.i);
    case Inequality::Kind::best: return fmt::format("best {}", of.i);
  }
  throw std::logic_error("an inequality without a name");
}

std::string multipliers_of(const Certificate& certificate) {
  std::vector<std::string> lines;
  for (const auto& [of, value] : certificate.upper->multipliers)
    lines.push_back(fmt::format("({}, {})", inequality(of, certificate), fraction(value)));
  return list(lines);
}

std::string squares_in(const Certificate& certificate) {
  std::vector<std::string> lines;
  for (const auto& [weight, of] : squares_of(what_multipliers_leave(certificate)))
    lines.push_back(fmt::format("({}, {})", fraction(weight), row(of)));
  return list(lines);
}

std::string class_of(const Setting& setting) {
  switch (setting.of) {
    case Class::smooth_non_convex: return "nonconvex " + argument(setting.L);
    case Class::convex_bounded: return "lipschitz " + argument(setting.M);
    default: return fmt::format("curved {} {}", argument(setting.mu), argument(setting.L));
  }
}

std::string measure_of(const Setting& setting) {
  switch (setting.measure) {
    case Measure::value: return "final_value";
    case Measure::distance: return "final_distance";
    case Measure::gradient: return "final_gradient";
    case Measure::best_gradient: return "least_gradient";
    case Measure::best_value: return "least_value";
  }
  throw std::logic_error("a measure without a name");
}

/// How the theorem speaks of the class: its variables, hypotheses, gradients, infimum, and what proves it.
struct Words {
  std::string variables, hypotheses, gradient, infimum, proof;
};

Words words_for(const Setting& setting) {
  switch (setting.of) {
    case Class::smooth_non_convex:
      return {"(grad : V -> V) (low : R) (s : V)",
              fmt::format("strongly_convex f grad (- Q2R {0}) -> quadratic_upper f grad (Q2R {0}) -> "
                          "(forall y, low <= f y)",
                          argument(setting.L)),
              "grad (x {})", "low", fmt::format("worst_case_nonconvex found f grad low x s {}", argument(setting.L))};
    case Class::convex_bounded:
      return {"(g : nat -> V) (s : V)",
              fmt::format("(forall k y, f (x k) + ⟨g k, y ⊖ x k⟩ <= f y) -> (forall k, norm (g k) <= Q2R {}) -> "
                          "global_minimum f s",
                          argument(setting.M)),
              "g {}", "f s", fmt::format("worst_case_lipschitz found f g s x {}", argument(setting.M))};
    default:
      return {"(grad : V -> V) (s : V)",
              fmt::format("strongly_convex f grad (Q2R {}) -> quadratic_upper f grad (Q2R {}) -> global_minimum f s",
                          argument(setting.mu), argument(setting.L)),
              "grad (x {})", "f s",
              fmt::format("worst_case_curved found f grad s x {} {}", argument(setting.mu), argument(setting.L))};
  }
}

std::string gradient_at(const Words& words, const std::string& k) {
  return fmt::format(fmt::runtime(words.gradient), k);
}

std::string conclusion(const Certificate& certificate, const Words& words) {
  const std::string last = fmt::format("{}%nat", certificate.steps), bound = argument(certificate.upper->bound);
  const std::string some = fmt::format("exists k, (k <= {})%nat /\\ ", certificate.steps);
  switch (certificate.setting.measure) {
    case Measure::value: return fmt::format("f (x {}) - {} <= Q2R {}", last, words.infimum, bound);
    case Measure::distance: return fmt::format("sqnorm (x {} ⊖ s) <= Q2R {}", last, bound);
    case Measure::gradient: return fmt::format("sqnorm ({}) <= Q2R {}", gradient_at(words, last), bound);
    case Measure::best_gradient: return fmt::format("{}sqnorm ({}) <= Q2R {}", some, gradient_at(words, "k"), bound);
    case Measure::best_value: return fmt::format("{}f (x k) - {} <= Q2R {}", some, words.infimum, bound);
  }
  throw std::logic_error("a measure without a name");
}

/// A program's command is not quoted: it may end a comment.
std::string whose(const Certificate& certificate) {
  return certificate.command.empty() ? certificate.method : "a program";
}

std::string head_of(const Certificate& certificate) {
  std::string hyper;
  for (const auto& [hyper_name, value] : certificate.hyper) hyper += fmt::format(", {} = {}", hyper_name, value.str());
  return fmt::format(
      "(* {}{}, {} steps over {} functions: a bound of the measure {} *)\n"
      "From Coq Require Import QArith Qreals List.\n"
      "From Verigrad.base Require Import inner_product function_class worst_case.\n"
      "Import ListNotations.\nOpen Scope R_scope.\n\n",
      whose(certificate), hyper, certificate.steps, name(certificate.setting.of), name(certificate.setting.measure));
}

std::string definitions_of(const Certificate& certificate) {
  const Setting& setting = certificate.setting;
  return fmt::format(
      "(* Row k: x_k - x_0 in multiples of the gradients at x_0, ..., x_N *)\n"
      "Definition steps : list row := ({})%Q.\n\n"
      "(* Class, start, measure, steps, multipliers, squares in x_0 - s and the gradients, bound *)\n"
      "Definition found : certificate := (Certificate ({}) ({} {}) {} steps\n  {}\n  {}\n  {})%Q.\n\n",
      steps_of(certificate), class_of(setting), setting.start == Start::distance ? "from_distance" : "from_value",
      argument(setting.start_bound), measure_of(setting), multipliers_of(certificate), squares_in(certificate),
      argument(certificate.upper->bound));
}

std::string theorem_of(const Certificate& certificate) {
  const Setting& setting = certificate.setting;
  const Words words = words_for(setting);
  const std::string start =
      setting.start == Start::distance ? "sqnorm (x 0%nat ⊖ s)" : fmt::format("f (x 0%nat) - {}", words.infimum);
  return fmt::format(
      "Theorem worst_case {{V : space}} (f : V -> R) {} (x : nat -> V) :\n  {} ->\n"
      "  (forall k, (k <= {})%nat -> x k = x 0%nat ⊕ combination (nth k steps []) (map (fun k => {}) (seq 0 {}))) ->\n"
      "  {} <= Q2R {} ->\n  {}.\n"
      "Proof. intros. apply ({}); try assumption; [reflexivity|vm_compute; reflexivity]. Qed.\n",
      words.variables, words.hypotheses, certificate.steps, gradient_at(words, "k"), certificate.steps + 1, start,
      argument(setting.start_bound), conclusion(certificate, words), words.proof);
}

}  // namespace

std::string coq_theorem(const Certificate& certificate) {
  if (!certificate.upper) throw std::invalid_argument("there is no upper bound to state as a theorem; search for one");
  if (certificate.setting.of == Class::quadratic)
    throw std::invalid_argument(
        "over quadratic functions no theorem is written; take smooth-convex, which has them all");
  if (certificate.setting.of != Class::convex_bounded && coinciding(certificate.points) != apart(certificate.points))
    throw std::invalid_argument(
        fmt::format("two points of {} are one, whatever the gradients are; a theorem is written where all differ, "
                    "--certificate writes any",
                    whose(certificate)));
  return head_of(certificate) + definitions_of(certificate) + theorem_of(certificate);
}

}  // namespace verigrad::rate
