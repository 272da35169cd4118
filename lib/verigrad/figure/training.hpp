// Training dense networks on images of digits, for figures: optimisers, the settings that they choose from, several
// starts of each, and the loss and the test result after every pass over the data.
#pragma once

#include <stdexcept>

#include "verigrad/figure/archive.hpp"
#include "verigrad/figure/checkpoints.hpp"
#include "verigrad/figure/figure.hpp"
#include "verigrad/network/dense_network.hpp"
#include "verigrad/network/loss.hpp"

namespace verigrad::training {

/// A network, its data, and 𝒥(θ) = scale/N Σₙ lossₙ(θ) + λ/2 ‖θ‖².
struct TrainingProblem {
  std::string name;  ///< what the figure says of network and data
  DenseNetwork network;
  Loss loss;
  double scale;
  double ridge;  ///< λ
  int batch_size;
  Batch<double> train, test;
};
/// Cross-entropy and ReLU in batches of 32, λ = 0: thesis, Section 2.6.2.
TrainingProblem classification(const FigureInput& input);
/// Mean square and SiLU in batches of 128, λ = 10⁻⁴: thesis, Table 4.1, Problem (d).
TrainingProblem auto_encoder(const FigureInput& input);

/// What is counted as one epoch: a pass over the data, or as many gradients of batches.
enum class Epoch { data, gradients };

/// How long, and how often.
struct Size {
  int epochs;
  int seeds;   ///< starts, each with its order of batches, the same for all methods
  int tuning;  ///< epochs after which the settings of a method are chosen, at the first start, by the loss
  Epoch epoch = Epoch::data;
};
/// What Section 2.6.2 of the thesis has, with what Figures 2.2 to 2.4 cut of it.
inline constexpr const char* network_of_section_2_6 =
    "a network in network of about 10⁶ parameters, 50,000 images, five starts and settings chosen after 15 epochs";
inline constexpr Size size_of_section_2_6_on_digits{100, 5, 15}, size_of_section_2_6_on_mnist{30, 5, 15};
/// What the input asks for, in the place of what the figure has of its own for the shipped digits or for MNIST.
Size asked(const FigureInput& input, const Size& digits, const Size& mnist);

/// An optimiser in the middle of a run.
struct Running {
  std::function<const Vector<double>&()> theta;
  std::function<void(const Vector<double>& gradient, double rate)> advance;
  std::function<void(Archive&)> transfer;  ///< writes its state, or takes the one that the archive has
};
/// Its run from θ₀, with ∇𝒥(θ₀).
using Begin = std::function<Running(const Vector<double>& theta0, const Vector<double>& gradient0)>;
/// What the rate of batch k (from 0, over all epochs) in epoch q (from 0) is multiplied by.
using Decay = std::function<double(int k, int q)>;

/// (k + 1)^{−power}, or (q + 1)^{−power}.
Decay by_the_batch(double power);
Decay by_the_epoch(double power);
inline const Decay constant_rate = [](int, int) { return 1.0; };

/// One choice of an optimiser's settings.
struct Setting {
  std::string words;  ///< besides the rate
  double rate;
  Begin begin;
};
/// An optimiser as a curve names it.
struct Method {
  std::string label;
  std::vector<Setting> settings;  ///< from which the best is chosen
  Decay decay = constant_rate;
  int steps = 1;  ///< on each batch, one after the other
};

/// The optimisers of the figures, with the rates that they choose from.
Method inna(double alpha, double beta, const Decay& decay, const std::vector<double>& rates);
Method sgd(const Decay& decay, const std::vector<double>& rates);
Method adagrad(const std::vector<double>& rates);
Method rmsprop(const std::vector<double>& rates);
Method adam(const std::vector<double>& momenta, const std::vector<double>& rates);
/// With ν of 1, 2, 5; its steps on each batch are two.
Method step_tuned_sgd(const Decay& decay, const std::vector<double>& rates);
/// INNA with the (α, β) of Section 2.6.2 and steps decaying as (k + 1)^{−1/2}.
std::vector<Method> innas_of_figure_2_2();
/// 10^first, 10^{first + 1/per_decade}, …, 10^last.
std::vector<double> powers_of_ten(int first, int last, int per_decade);
/// The text does not print the rates of Section 2.6.2; these reach beyond the best of every method.
inline std::vector<double> rates_of_section_2_6() { return powers_of_ten(-3, 1, 2); }

/// After 0, 1, … passes over the data. Where θ was no longer finite, the loss is ∞.
struct History {
  std::vector<double> loss, tested;
};
/// A method with the settings it chose, from every start.
struct Trained {
  std::string label;
  std::string chosen;  ///< "0.1, ν = 2": the rate and what else there is
  Epoch epoch;
  int stride;  ///< epochs from one entry of a history to the next
  std::vector<History> runs;

  /// The mean of 𝒥 at the end over the starts.
  double final_loss() const;
};

/// How runs are done, which changes no curve.
struct Conduct {
  int jobs = 1;                                           ///< runs at a time
  std::function<void(const std::string&)> progress = {};  ///< told after every pass how far all runs are
  Checkpoints* checkpoints = nullptr;                     ///< where runs are kept, and go on from
  std::function<bool()> stopped = {};                     ///< asked before every start and batch
};
/// Of runs that were asked to stop; all that they had come to is kept.
struct Stopped : std::runtime_error {
  Stopped() : std::runtime_error("the training was stopped") {}
};

/// Of every method the setting with the least loss, from every start. Throws std::invalid_argument when the size or the
/// conduct has a number below 1, Stopped.
std::vector<Trained> train(const TrainingProblem& problem, const std::vector<Method>& methods, const Size& size,
                           const Conduct& conduct = {});

/// Every run, in the order of the methods and seeds.
struct Training {
  std::vector<Trained> all;
  std::filesystem::path kept;  ///< the directory of the checkpoints, or empty
};
/// The same as the input asks, for the figure of this stem. A signal stops it where the input has a place to keep it:
/// then it throws TrainingStopped.
Training training_of(const FigureInput& input, const std::string& stem, const TrainingProblem& problem,
                     const std::vector<Method>& methods, const Size& size);

/// Means over the starts, the range of all shaded.
Panel losses(const std::vector<Trained>& trained);
/// Right answers among the test images in percent, or for an auto-encoder their mean square.
Panel test_results(const TrainingProblem& problem, const std::vector<Trained>& trained);

/// For the caption: the problem, beside `instead` of the text, the size, the settings chosen, and the means of 𝒥 at the
/// end in their order.
std::string report(const TrainingProblem& problem, const std::string& instead, const Size& size,
                   const std::vector<Trained>& trained);
/// "so here" or "not so here".
std::string seen(bool here);
/// The lowest in final_loss.
std::size_t lowest(const std::vector<Trained>& trained);

}  // namespace verigrad::training
