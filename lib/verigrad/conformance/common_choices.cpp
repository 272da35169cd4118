#include "verigrad/conformance/common_choices.hpp"

#include <iterator>

namespace verigrad::conformance {
namespace {

bool declares_decay(const HyperParameters& hyper, const Dialect&) { return hyper.on("weight_decay"); }
bool clips(const HyperParameters& hyper, const Dialect&) { return hyper.has("clip_norm"); }
bool has_batches(const HyperParameters& hyper, const Dialect&) { return hyper.has("batch_size"); }

}  // namespace

bool decays(const HyperParameters& hyper, const Dialect& dialect) {
  return hyper.on("weight_decay") && dialect.pick<Decay>(decay) != Decay::none;
}

std::vector<Choice> with_common_choices(Uses uses, std::vector<Choice> own) {
  std::vector<Choice> all{
      {"direction", {{"a step against the gradient", "all"}, {"a step along the gradient", "PyTorch, maximize=True"}}},
      {"missing gradient",
       {{"a tensor without gradient skipped", "PyTorch"}, {"a missing gradient taken for 0", "optax, zero gradients"}}},
      {"schedule of rates",
       {{"each step at its own rate", "PyTorch, optax, Keras"},
        {"each step at the rate of the step before, the first rate twice", "PyTorch 1.13, ASGD"},
        {"each step at the rate of the next one", ""}}},
      {"weight decay",
       {{"no weight decay", "all, unless asked for"},
        {"weight decay in the gradient (L2)", "PyTorch, weight_decay of all but AdamW"},
        {"decoupled weight decay times the rate, before the step", "PyTorch, AdamW; optax, adamw; Keras 3, AdamW"},
        {"decoupled weight decay times the rate, after the step", ""},
        {"decoupled weight decay without the rate, before the step",
         "Loshchilov and Hutter (2019), at a constant schedule"},
        {"decoupled weight decay without the rate, after the step", ""},
        {"decoupled weight decay times the rate over the first rate, before the step",
         "Loshchilov and Hutter (2019), Algorithm 2"},
        {"weight decay subtracted from the gradient", ""},
        {"weight decay multiplying the gradient", ""}},
       declares_decay},
      {"clipping",
       {{"no clipping", "all, unless asked for"},
        {"the norm of all gradients clipped", "optax, clip_by_global_norm; Keras, global_clipnorm"},
        {"the norm of all gradients clipped, 10⁻⁶ added to it", "PyTorch, clip_grad_norm_"},
        {"each tensor's norm clipped", "Keras, clipnorm"},
        {"each entry clipped", "PyTorch, clip_grad_value_"}},
       clips},
      {"batch",
       {{"the gradient as it is given", "all"},
        {"the gradient times the batch size, a sum for a mean", ""},
        {"the gradient divided by the batch size once more", ""}},
       has_batches},
      {"counter",
       {{"a counter for each tensor", "PyTorch"},
        {"one counter of steps", "optax, Keras"},
        {"the counter of the last tensor that had a gradient", ""},
        {"one counter that advances once a tensor", ""},
        {"the counter of the first tensor that has a gradient", "PyTorch 1.13, ASGD with foreach"}},
       uses.counter}};
  std::move(own.begin(), own.end(), std::back_inserter(all));
  return all;
}

std::vector<Identity> with_common_identities(std::vector<Identity> own) {
  own.push_back({[](const HyperParameters&, const Dialect& dialect) {
                   const Counter kind = dialect.pick<Counter>(counter);
                   return dialect.pick<Missing>(missing) == Missing::zero &&
                          (kind == Counter::of_the_steps || kind == Counter::of_the_last_tensor ||
                           kind == Counter::of_the_first_tensor);
                 },
                 counter, int(Counter::of_the_tensor), "where none is skipped, every tensor has taken every step"});
  return own;
}

}  // namespace verigrad::conformance
