#include "verigrad/figure/training.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "verigrad/algorithm/adagrad.hpp"
#include "verigrad/algorithm/adam.hpp"
#include "verigrad/algorithm/inna.hpp"
#include "verigrad/algorithm/rmsprop.hpp"
#include "verigrad/algorithm/sgd.hpp"
#include "verigrad/algorithm/step_tuned_sgd.hpp"
#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/idx_images.hpp"
#include "verigrad/problem/read_csv.hpp"
#include "verigrad/report/report.hpp"
#include "verigrad/report/stop_signals.hpp"

namespace verigrad::training {
namespace {

/// Of the shipped digits' 1,797; the rest tests.
constexpr int digits_train = 400;
constexpr int classes = 10;

/// How many images of MNIST, which has 60,000 and 10,000.
struct Cut {
  int train, test;
};

struct Images {
  std::string name;
  LabelledImages train, test;
};

Images mnist(const std::filesystem::path& directory, const Cut& cut) {
  Images images{"", read_idx_images(directory, "train", cut.train), read_idx_images(directory, "t10k", cut.test)};
  images.name =
      fmt::format("MNIST, the first {} images; tested on {}", images.train.labels.size(), images.test.labels.size());
  return images;
}

Images shipped_digits(const std::filesystem::path& tables) {
  const DataSet table = read_csv(tables / "digits.csv", "digit");
  const auto rows = [&](Eigen::Index first, Eigen::Index count) {
    LabelledImages part{table.x.middleRows(first, count) / 16, {}};
    for (Eigen::Index n = 0; n < count; ++n) part.labels.push_back(int(table.y[first + n]));
    return part;
  };
  return {fmt::format("the first {} of the shipped digits; tested on {}", digits_train, table.rows() - digits_train),
          rows(0, digits_train), rows(digits_train, table.rows() - digits_train)};
}

Images images_of(const FigureInput& input, const Cut& of_mnist) {
  return input.images.empty() ? shipped_digits(input.tables) : mnist(input.images, of_mnist);
}

std::string widths(const DenseNetwork& network) { return fmt::format("{}", fmt::join(network.widths(), "–")); }

}  // namespace

TrainingProblem classification(const FigureInput& input) {
  Images images = images_of(input, {50000, 10000});
  const int pixels = int(images.train.pixels.cols());
  DenseNetwork network = DenseNetwork::classifier({pixels, input.images.empty() ? 64 : 100, classes});
  std::string name = fmt::format("A dense network {}, ReLU; {}", widths(network), images.name);
  return {std::move(name),
          std::move(network),
          Loss::softmax_cross_entropy,
          1,
          0,
          32,
          {std::move(images.train.pixels), std::move(images.train.labels)},
          {std::move(images.test.pixels), std::move(images.test.labels)}};
}

TrainingProblem auto_encoder(const FigureInput& input) {
  const Images images = images_of(input, {5000, 1000});
  const int pixels = int(images.train.pixels.cols());
  const std::vector<int> inner =
      input.images.empty() ? std::vector{32, 16, 8, 16, 32} : std::vector{1000, 500, 250, 30, 250, 500, 1000};
  std::vector<int> all{pixels};
  all.insert(all.end(), inner.begin(), inner.end());
  all.push_back(pixels);
  DenseNetwork network = DenseNetwork::classifier(all, Activation::silu);
  std::string name = fmt::format("A dense auto-encoder {}, SiLU; {}", widths(network), images.name);
  return {std::move(name),
          std::move(network),
          Loss::squared_error,
          2.0 / pixels,
          1e-4,
          128,
          {images.train.pixels, {}, images.train.pixels},
          {images.test.pixels, {}, images.test.pixels}};
}

Size asked(const FigureInput& input, const Size& digits, const Size& mnist) {
  Size size = input.images.empty() ? digits : mnist;
  size.epochs = input.epochs.value_or(size.epochs);
  size.seeds = input.seeds.value_or(size.seeds);
  size.tuning = std::min(size.tuning, size.epochs);
  return size;
}

Decay by_the_batch(double power) {
  return [=](int k, int) { return std::pow(k + 1, -power); };
}
Decay by_the_epoch(double power) {
  return [=](int, int q) { return std::pow(q + 1, -power); };
}

namespace {

template <class... Parts>
void in_order(Archive& archive, Parts&... parts) {
  (archive(parts), ...);
}
void transfer(Archive& archive, Inna::State<double>& state) {
  auto& [theta, psi] = state;
  in_order(archive, theta, psi);
}
void transfer(Archive& archive, Sgd::State<double>& state) {
  auto& [theta, b, k] = state;
  in_order(archive, theta, b, k);
}
void transfer(Archive& archive, Adagrad::State<double>& state) {
  auto& [theta, sum, k] = state;
  in_order(archive, theta, sum, k);
}
void transfer(Archive& archive, RmsProp::State<double>& state) {
  auto& [theta, v, mean, b] = state;
  in_order(archive, theta, v, mean, b);
}
void transfer(Archive& archive, AdamState<double>& state) {
  auto& [theta, m, v, k, beta1_to_k, beta2_to_k] = state;
  in_order(archive, theta, m, v, k, beta1_to_k, beta2_to_k);
}
void transfer(Archive& archive, StepTunedSgd::State<double>& state) {
  auto& [theta, first, average, gamma, eta, beta_to_k, k, halfway] = state;
  in_order(archive, theta, first, average, gamma, eta, beta_to_k, k, halfway);
}

template <class Optimiser, class State>
Running running(const Optimiser& optimiser, State start) {
  const auto state = std::make_shared<State>(std::move(start));
  return {
      [=]() -> const Vector<double>& { return state->theta; },
      [=](const Vector<double>& gradient, double rate) { optimiser.template advance<double>(*state, gradient, rate); },
      [=](Archive& archive) { transfer(archive, *state); }};
}

/// Where the gradient at θ₀ says nothing of the start.
template <class Optimiser>
Begin from_theta(const Optimiser& optimiser) {
  return [=](const Vector<double>& theta0, const Vector<double>&) {
    return running(optimiser, optimiser.template start<double>(theta0));
  };
}

Method with_rates(const std::string& label, const Begin& begin, const std::vector<double>& rates,
                  const Decay& decay = constant_rate) {
  Method method{label, {}, decay};
  for (const double rate : rates) method.settings.push_back({"", rate, begin});
  return method;
}

}  // namespace

/// ψ₀ = (1 − αβ)θ₀ − (β² − β)∇𝒥(θ₀): the velocity begins as −∇𝒥(θ₀).
Method inna(double alpha, double beta, const Decay& decay, const std::vector<double>& rates) {
  const Inna optimiser{alpha, beta};
  const Begin begin = [=](const Vector<double>& theta0, const Vector<double>& gradient0) {
    auto state = optimiser.start<double>(theta0);
    state.psi -= (beta * beta - beta) * gradient0;
    return running(optimiser, std::move(state));
  };
  return with_rates(fmt::format("INNA ({}, {})", alpha, beta), begin, rates, decay);
}

Method sgd(const Decay& decay, const std::vector<double>& rates) {
  return with_rates("SGD", from_theta(Sgd{1}), rates, decay);
}

Method adagrad(const std::vector<double>& rates) { return with_rates("Adagrad", from_theta(Adagrad{1, 1e-7}), rates); }

Method rmsprop(const std::vector<double>& rates) {
  return with_rates("RMSprop", from_theta(RmsProp{1, 0.99, 1e-8}), rates);
}

Method adam(const std::vector<double>& momenta, const std::vector<double>& rates) {
  Method method{"ADAM", {}};
  for (const double beta1 : momenta)
    for (const double rate : rates)
      method.settings.push_back(
          {momenta.size() > 1 ? fmt::format(", β₁ = {}", beta1) : "", rate, from_theta(Adam{1, beta1, 0.999, 1e-8})});
  return method;
}

Method step_tuned_sgd(const Decay& decay, const std::vector<double>& rates) {
  Method method{"Step-Tuned SGD", {}, decay, 2};
  for (const double nu : {1.0, 2.0, 5.0})
    for (const double rate : rates)
      method.settings.push_back({fmt::format(", ν = {}", nu), rate, from_theta(StepTunedSgd{{1}, nu})});
  return method;
}

std::vector<Method> innas_of_figure_2_2() {
  std::vector<Method> methods;
  for (const auto& [alpha, beta] : {std::pair{0.1, 0.1}, {0.5, 0.1}, {0.5, 0.5}, {0.5, 1.0}})
    methods.push_back(inna(alpha, beta, by_the_batch(0.5), rates_of_section_2_6()));
  return methods;
}

std::vector<double> powers_of_ten(int first, int last, int per_decade) {
  std::vector<double> powers;
  for (int i = first * per_decade; i <= last * per_decade; ++i) powers.push_back(std::pow(10, double(i) / per_decade));
  return powers;
}

namespace {

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

/// One value of each run.
std::vector<double> across(const std::vector<History>& runs, std::vector<double> History::*values, std::size_t epoch) {
  std::vector<double> result;
  for (const History& run : runs) result.push_back((run.*values)[epoch]);
  return result;
}

Curve over_starts(const Trained& trained, std::vector<double> History::*values) {
  Curve curve{trained.label, {}};
  for (std::size_t epoch = 0; epoch < trained.runs.front().loss.size(); ++epoch) {
    const std::vector<double> all = across(trained.runs, values, epoch);
    const auto [lowest, highest] = std::minmax_element(all.begin(), all.end());
    curve.points.emplace_back(trained.stride * double(epoch), mean(all));
    curve.range.emplace_back(*lowest, *highest);
  }
  return curve;
}

std::string axis(const std::vector<Trained>& trained) {
  return trained.front().epoch == Epoch::gradients ? "epoch (gradients of batches, N terms in all)"
                                                   : "epoch (pass over the data)";
}

/// "INNA: 0.1; SGD: 0.5".
std::string choices(const std::vector<Trained>& trained) {
  std::vector<std::string> words;
  for (const Trained& one : trained) words.push_back(fmt::format("{}: {}", one.label, one.chosen));
  return fmt::format("{}", fmt::join(words, "; "));
}

/// "ADAM 0.001, INNA 0.002".
std::string ranking(std::vector<Trained> trained) {
  std::stable_sort(trained.begin(), trained.end(),
                   [](const Trained& a, const Trained& b) { return a.final_loss() < b.final_loss(); });
  std::vector<std::string> words;
  for (const Trained& one : trained) words.push_back(fmt::format("{} {:.2g}", one.label, one.final_loss()));
  return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

double Trained::final_loss() const { return mean(across(runs, &History::loss, runs.front().loss.size() - 1)); }

namespace {

std::uint32_t checksum_of(const TrainingProblem& problem) {
  std::uint32_t sum = 0;
  const auto add = [&](const auto& numbers) {
    sum = checksum(numbers.data(), std::size_t(numbers.size()) * sizeof(numbers.data()[0]), sum);
  };
  for (const Batch<double>* part : {&problem.train, &problem.test}) {
    add(part->inputs);
    add(part->labels);
    add(part->targets);
  }
  return sum;
}

/// All that the runs of a figure depend on.
std::string options(const std::string& stem, const TrainingProblem& problem, const std::vector<Method>& methods,
                    const Size& size) {
  std::string words = fmt::format(
      "verigrad {}: {}\n{}; batches of {}, data {:08x}\n{} epochs ({}) from {} starts, settings chosen after {}\n",
      program_version(), stem, problem.name, problem.batch_size, checksum_of(problem), size.epochs,
      size.epoch == Epoch::data ? "passes over the data" : "gradients of batches", size.seeds, size.tuning);
  for (const Method& method : methods) {
    words += method.label + ":";
    for (const Setting& setting : method.settings) words += fmt::format(" {:a}{}", setting.rate, setting.words);
    words += method.steps == 1 ? "\n" : fmt::format("; {} steps on each batch\n", method.steps);
  }
  return words;
}

}  // namespace

Training training_of(const FigureInput& input, const std::string& stem, const TrainingProblem& problem,
                     const std::vector<Method>& methods, const Size& size) {
  Conduct conduct{.jobs = input.jobs, .progress = input.progress};
  if (input.keep.empty()) return {train(problem, methods, size, conduct), {}};
  Checkpoints checkpoints(input.keep, stem, options(stem, problem, methods, size), input.tell);
  const StopSignals stop;
  conduct.checkpoints = &checkpoints;
  conduct.stopped = [&] { return stop.received() != 0; };
  try {
    return {train(problem, methods, size, conduct), checkpoints.directory()};
  } catch (const Stopped&) {
    throw TrainingStopped(stop.received(), checkpoints.directory());
  }
}

Panel losses(const std::vector<Trained>& trained) {
  Panel panel{"training", {axis(trained)}, {"𝒥(θ)", true}, {}};
  for (const Trained& one : trained) panel.curves.push_back(over_starts(one, &History::loss));
  return panel;
}

Panel test_results(const TrainingProblem& problem, const std::vector<Trained>& trained) {
  const bool squares = problem.loss == Loss::squared_error;
  Panel panel{"test", {axis(trained)}, {squares ? "mean square on test images" : "right answers (%)", squares}, {}};
  for (const Trained& one : trained) panel.curves.push_back(over_starts(one, &History::tested));
  return panel;
}

std::string report(const TrainingProblem& problem, const std::string& instead, const Size& size,
                   const std::vector<Trained>& trained) {
  return fmt::format(
      "{}.\nThe text has {}.\nMean and range of starts with normal weights: {}; epochs: {}. Settings chosen after "
      "epoch "
      "{}, "
      "the rate first:\n{}.\n𝒥 at the end: {}.",
      problem.name, instead, size.seeds, size.epochs, size.tuning, choices(trained), ranking(trained));
}

std::string seen(bool here) { return here ? "so here" : "not so here"; }

std::size_t lowest(const std::vector<Trained>& trained) {
  const auto smallest = std::min_element(trained.begin(), trained.end(), [](const Trained& a, const Trained& b) {
    return a.final_loss() < b.final_loss();
  });
  return std::size_t(smallest - trained.begin());
}

}  // namespace verigrad::training
