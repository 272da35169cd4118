// Thesis, Algorithm 4: the shipped method on drawn runs; where its step sizes are those of the whole gradient, and
// where not; planted mistakes.
#include "verigrad/theorem/step_tuned/stochastic_variation.hpp"

#include "verigrad/check/examine.hpp"
#include "verigrad/sampling/proof.hpp"
#include "verigrad/sampling/step_tuned.hpp"

namespace verigrad::stochastic_variation::properties {
namespace {

constexpr const char* stem = "stochastic_variation";

}  // namespace

std::vector<Check> checks() {
  const Gen<TunedInstance> runs = generate::tuned_run(4);
  std::vector<Check> checks{
      sampled({stem, Kind::conclusion, "with ⟨Gₖ, Δθₖ⟩ > 0"}, runs, is_tuned_run, conclusion()),
      examined({stem, Kind::sharp, "exact with whole batches"}, gradient_variation::whole_batches(), same_as_exact()),
      examined({stem, Kind::dropped, "not exact with mini-batches", Verdict::fails}, gradient_variation::four_batches(),
               same_as_exact())};
  append(checks, planted_checks(stem, runs, is_tuned_run, lines()));
  return checks;
}

}  // namespace verigrad::stochastic_variation::properties
