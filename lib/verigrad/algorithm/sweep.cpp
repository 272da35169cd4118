#include "verigrad/algorithm/adabelief.hpp"
#include "verigrad/algorithm/adadelta.hpp"
#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam_system.hpp"
#include "verigrad/algorithm/adamax.hpp"
#include "verigrad/algorithm/amsgrad.hpp"
#include "verigrad/algorithm/averaged_stochastic_gradient.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/lion.hpp"
#include "verigrad/algorithm/nadam.hpp"
#include "verigrad/algorithm/rmsprop.hpp"
#include "verigrad/algorithm/rprop.hpp"
#include "verigrad/algorithm/sgd.hpp"

// AVX2 has no fused multiply-add, and + − × ÷ √ are rounded alike in any width.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define VERIGRAD_ANY_WIDTH __attribute__((target_clones("avx2", "default")))
#else
#define VERIGRAD_ANY_WIDTH
#endif

namespace verigrad {
namespace {

template <class Entry, class... Doubles>
VERIGRAD_ANY_WIDTH void loop(const Entry entry, Eigen::Index n, const double* __restrict g,
                             Doubles* __restrict... states) {
  for (Eigen::Index i = 0; i < n; ++i) entry(g[i], states[i]...);
}

}  // namespace

template <class Entry, class... Doubles>
void compiled_sweep(const Entry& entry, Eigen::Index n, const double* g, Doubles*... states) {
  loop(entry, n, g, states...);
}

#define VERIGRAD_INSTANTIATE(Entry, ...) \
  template void compiled_sweep(const Entry&, Eigen::Index, const double*, __VA_ARGS__);
#define VERIGRAD_INSTANTIATE_WITH_DECAY(Entry, ...) \
  VERIGRAD_INSTANTIATE(Entry<double>, __VA_ARGS__)  \
  template void compiled_sweep(const DecayedEntry<double, Entry<double>>&, Eigen::Index, const double*, __VA_ARGS__);

// θ and one, two or three vectors of the state.
VERIGRAD_INSTANTIATE(InnaEntry<double>, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(AdagradEntry, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(AveragedStochasticGradientEntry, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(LionEntry, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(RmsPropEntry, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(SgdEntry, double*, double*)

VERIGRAD_INSTANTIATE(AdamSystemEntry<double>, double*, double*, double*)
VERIGRAD_INSTANTIATE(RpropEntry<double>, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(AdaBeliefEntry, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(AdadeltaEntry, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(AdamaxEntry, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(AdamEntry, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(NAdamEntry, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(RmsPropEntry, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(RmsPropMomentumEntry, double*, double*, double*)

VERIGRAD_INSTANTIATE_WITH_DECAY(AmsGradEntry, double*, double*, double*, double*)
VERIGRAD_INSTANTIATE_WITH_DECAY(RmsPropMomentumEntry, double*, double*, double*, double*)
#undef VERIGRAD_INSTANTIATE_WITH_DECAY
#undef VERIGRAD_INSTANTIATE

}  // namespace verigrad
