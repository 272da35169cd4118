#include "verigrad/trial/trials.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/trial/declared.hpp"

namespace verigrad::trial {

const std::vector<Trial>& trials() {
  static const std::vector<Trial> all{gradient_descent_rate_trial(), polyak_lojasiewicz_rate_trial(),
                                      iteration_contraction_trial(), heavy_ball_trial(),
                                      strongly_convex_sgd_trial(),   iterative_soft_thresholding_trial(),
                                      inna_minibatch_trial(),        inna_steady_states_trial()};
  return all;
}

const Trial& trial_named(const std::string& stem) {
  std::vector<std::string_view> stems;
  for (const Trial& trial : trials()) {
    if (trial.stem == stem) return trial;
    stems.push_back(trial.stem);
  }
  throw std::invalid_argument(
      fmt::format("no run can be held against the statement \"{}\"; there are {}", stem, fmt::join(stems, ", ")));
}

void require_hyper_parameters(std::string_view stem, const Declared& declared,
                              std::initializer_list<std::string_view> names) {
  for (const auto& [name, value] : declared.hyper.all()) {
    if (std::find(names.begin(), names.end(), name) == names.end())
      throw std::invalid_argument(
          fmt::format("{} has no hyper-parameter {}; there are {}", stem, name, fmt::join(names, ", ")));
    if (!(value > 0)) throw std::invalid_argument(fmt::format("{} is {}; take a number above 0", name, value));
  }
}

}  // namespace verigrad::trial
