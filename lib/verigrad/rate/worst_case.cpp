#include "verigrad/rate/worst_case.hpp"

#include <array>

#include <fmt/format.h>

#include "verigrad/rate/check_certificate.hpp"
#include "verigrad/rate/quadratic_class.hpp"
#include "verigrad/rate/rounding.hpp"

namespace verigrad::rate {
namespace {

constexpr std::array gaps{1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2};

void try_upper(WorstCase& found, const Program& program, const Approximation& answer, double gap) {
  Certificate& certificate = found.certificate;
  certificate.upper = rounded_upper_bound(program, answer.multipliers, certificate.setting);
  try {
    if (!certificate.upper) throw Refused("no multipliers cancel the values of f");
    require_upper_bound(certificate);
  } catch (const Refused& refused) {
    certificate.upper.reset();
    found.failures.push_back(fmt::format("upper bound at the gap {:g}: {}", gap, refused.what()));
  }
}

void try_lower(WorstCase& found, const Program& program, const Approximation& answer, double gap) {
  Certificate& certificate = found.certificate;
  certificate.lower = rounded_lower_bound(program, answer, certificate);
  try {
    require_lower_bound(certificate);
  } catch (const Refused& refused) {
    certificate.lower.reset();
    found.failures.push_back(fmt::format("lower bound at the gap {:g}: {}", gap, refused.what()));
  }
}

}  // namespace

WorstCase worst_case(const std::string& method, const HyperParameters& hyper, int steps, const Setting& setting,
                     const SolverOptions& options) {
  const FixedStepMethod& known = fixed_step_method(method);
  return worst_case({.method = method,
                     .hyper = complete(known, hyper),
                     .steps = steps,
                     .setting = setting,
                     .points = step_matrix(known, hyper, steps)},
                    options);
}

WorstCase worst_case(Certificate asked_for, const SolverOptions& options) {
  WorstCase found{.certificate = std::move(asked_for)};
  Certificate& certificate = found.certificate;
  certificate.upper.reset();
  certificate.lower.reset();
  const Setting& setting = certificate.setting;
  if (setting.of == Class::quadratic) {
    require_sound(setting);
    bound_over_quadratics(certificate);
    return found;
  }
  const bool smooth = setting.of != Class::convex_bounded;
  const Program asked =
      program(certificate.points, setting, smooth ? coinciding(certificate.points) : apart(certificate.points));
  found.basis = asked.form.rows();
  found.constraints = asked.constraints.size();
  for (const double gap : gaps) {
    const Approximation answer = solve(asked, gap, options);
    if (!certificate.upper) try_upper(found, asked, answer, gap);
    if (!certificate.lower) try_lower(found, asked, answer, gap);
    if (certificate.upper && certificate.lower) break;
  }
  return found;
}

}  // namespace verigrad::rate
