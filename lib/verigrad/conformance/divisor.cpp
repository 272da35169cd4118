#include "verigrad/conformance/divisor.hpp"

namespace verigrad::conformance {

std::vector<Option> places_of_epsilon() {
  return {{"ε outside the root", "Kingma and Ba (2015), Algorithm 1; PyTorch"},
          {"ε inside the root", "optax, eps_root"},
          {"ε scaled by the correction (ε̂)", "Kingma and Ba (2015), end of section 2; TensorFlow, Keras"},
          {"ε inside the root before the correction", ""},
          {"ε added to the second moment in every step", ""},
          {"ε added to the second moment in every step and outside the root", "Zhuang et al. (2020), Algorithm 2"},
          {"ε subtracted", ""},
          {"no ε", "Liu et al. (2020), Algorithm 2; PyTorch 1.13, RAdam with foreach"},
          {"ε as the least divisor", ""}};
}

Rounded divisor(Epsilon place, bool rooted, const Rounded& moment, const Rounded& correction, const Rounded& epsilon) {
  const auto rooted_or_not = [&](const Rounded& x) { return rooted ? root(x) : x; };
  switch (place) {
    case Epsilon::inside: return rooted_or_not(moment / correction + epsilon);
    case Epsilon::scaled: return (rooted_or_not(moment) + epsilon) / rooted_or_not(correction);
    case Epsilon::inside_uncorrected: return rooted_or_not((moment + epsilon) / correction);
    case Epsilon::subtracted: return rooted_or_not(moment / correction) - epsilon;
    case Epsilon::in_state:
    case Epsilon::absent: return rooted_or_not(moment / correction);
    case Epsilon::larger: return maximum(rooted_or_not(moment / correction), epsilon);
    case Epsilon::outside:
    case Epsilon::in_state_and_outside: break;
  }
  return rooted_or_not(moment / correction) + epsilon;
}

}  // namespace verigrad::conformance
