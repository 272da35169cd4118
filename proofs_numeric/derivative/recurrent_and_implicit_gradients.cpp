// MFDS, section 14.3.7: the false printed forms on the smallest instances, and the forms that replace them.
#include "verigrad/theorem/derivative/recurrent_and_implicit_gradients.hpp"

#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/recurrent.hpp"

namespace verigrad::recurrent_and_implicit_gradients::proofs_numeric {
namespace {

namespace theorem = recurrent_and_implicit_gradients;

constexpr const char* stem = "recurrent_and_implicit_gradients";

constexpr auto always = [](const auto&) { return true; };

/// Each false printed form, which is the statement's own, on its smallest counterexample; each corrected form on
/// sampled instances.
template <class Instance>
void add(std::vector<Check>& checks, const Lines<Instance>& lines, const Gen<Instance>& instances) {
  append(checks, erratum_checks(stem, lines));
  append(checks, corrected_checks(stem, instances, always, lines));
}

}  // namespace

std::vector<Check> checks() {
  std::vector<Check> checks;
  add(checks, theorem::size_lines(), generate::residual_network());
  add(checks, theorem::adjoint_lines(), generate::polynomial_flow());
  add(checks, theorem::fixed_point_lines(), generate::contracting_map());
  add(checks, theorem::argmin_lines(), generate::argmin_layer());
  add(checks, theorem::kernel_lines(), generate::kernel());
  checks.push_back(sampled(check_of(stem, Kind::corrected, "stationary energy"), generate::kernel_with_energy(), always,
                           theorem::stationary_energy()));
  for (const auto& lines : {theorem::maximum_lines(), theorem::limit_lines()})
    add(checks, lines, generate::kernel_with_energy());
  add(checks, theorem::scaling_lines(), generate::scaling());
  add(checks, theorem::transport_lines(), generate::transport());
  return checks;
}

}  // namespace verigrad::recurrent_and_implicit_gradients::proofs_numeric
