// Thesis, Algorithm 5: the shipped method on drawn runs; where its step sizes are those of the whole gradient, and
// where not; planted mistakes.
#include "verigrad/theorem/step_tuned/exact_variation.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::exact_variation::properties {
namespace {

constexpr const char* stem = "exact_variation";

}  // namespace

std::vector<Check> checks() {
  const Gen<TunedInstance> runs = generate::tuned_run(4);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with ⟨Gₖ, Δθₖ⟩ > 0"}, runs, is_tuned_run, conclusion()),
      examined({stem, Kind::sharp, "the stochastic variation of whole batches"}, gradient_variation::whole_batches(),
               gradient_variation::follows("stochastic", gradient_variation::Estimate::stochastic)),
      examined({stem, Kind::dropped, "the stochastic variation of mini-batches is another", Verdict::fails},
               gradient_variation::four_batches(),
               gradient_variation::same_as_exact("stochastic", gradient_variation::Estimate::stochastic))};
  append(checks, planted_checks(stem, runs, is_tuned_run, lines()));
  return checks;
}

}  // namespace verigrad::exact_variation::properties
