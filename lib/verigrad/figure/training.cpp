#include "verigrad/figure/training.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
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
#include "verigrad/figure/epochs.hpp"
#include "verigrad/figure/normal_numbers.hpp"
#include "verigrad/network/backpropagation.hpp"
#include "verigrad/network/network_objective.hpp"
#include "verigrad/problem/dataset.hpp"
#include "verigrad/problem/idx_images.hpp"
#include "verigrad/problem/read_csv.hpp"

namespace verigrad::training {
namespace {

/// What two cores train on in minutes; MNIST has 60,000 and 10,000.
constexpr int mnist_train = 10000, mnist_test = 2000, digits_train = 400;
constexpr int classes = 10;

struct Images {
  std::string name;
  LabelledImages train, test;
};

Images mnist(const std::filesystem::path& directory) {
  Images images{"", read_idx_images(directory, "train", mnist_train), read_idx_images(directory, "t10k", mnist_test)};
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

Images images_of(const FigureInput& input) {
  return input.images.empty() ? shipped_digits(input.tables) : mnist(input.images);
}

std::string widths(const DenseNetwork& network) { return fmt::format("{}", fmt::join(network.widths(), "–")); }

}  // namespace

TrainingProblem classification(const FigureInput& input) {
  Images images = images_of(input);
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
  const Images images = images_of(input);
  const int pixels = int(images.train.pixels.cols());
  const std::vector<int> inner =
      input.images.empty() ? std::vector{32, 16, 8, 16, 32} : std::vector{128, 64, 16, 64, 128};
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

Size asked(const FigureInput& input, Size size) {
  if (!input.images.empty()) size = {size.epochs / 5, std::min(size.seeds, 3), size.tuning / 5, size.epoch};
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

template <class Optimiser, class State>
Running running(const Optimiser& optimiser, State start) {
  const auto state = std::make_shared<State>(std::move(start));
  return {
      [=]() -> const Vector<double>& { return state->theta; },
      [=](const Vector<double>& gradient, double rate) { optimiser.template advance<double>(*state, gradient, rate); }};
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

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Runs from one start: weights normal with the variance 2 over the layer's inputs, biases 0.
class Start {
public:
  Start(const TrainingProblem& problem, int seed)
      : problem_(problem), seed_(unsigned(seed)), backpropagation_(problem.network, problem.loss) {
    NormalNumbers normal(seed_);
    theta0_ = Vector<double>::Zero(problem.network.parameter_count());
    for (int layer = 1; layer <= problem.network.depth(); ++layer) {
      auto weights = problem.network.weights<double>(theta0_, layer);
      const double deviation = std::sqrt(2.0 / double(weights.cols()));
      for (Eigen::Index j = 0; j < weights.cols(); ++j) weights.col(j) = deviation * normal.vector(int(weights.rows()));
    }
    gradient(theta0_, problem.train, gradient0_);
  }

  /// Calls after_pass() once what came of a pass over the data is recorded.
  template <class AfterPass>
  History run(const Method& method, const Setting& setting, int passes, AfterPass after_pass) {
    const Running optimiser = setting.begin(theta0_, gradient0_);
    BatchIndices order = all_terms(samples());
    Indices indices(samples(), seed_);
    History history;
    record(optimiser.theta(), history);
    for (int q = 0, k = 0; q < passes; ++q) {
      for (int i = 0; i < samples(); ++i) std::swap(order[std::size_t(i)], order[std::size_t(indices.next())]);
      for (int first = 0; first < samples(); first += problem_.batch_size, ++k)
        if (!step_on(batch(order, first), optimiser, method.steps, setting.rate * method.decay(k, q))) break;
      record(optimiser.theta(), history);
      after_pass();
    }
    return history;
  }

private:
  int samples() const { return int(problem_.train.inputs.rows()); }

  Batch<double> batch(const BatchIndices& order, int first) const {
    return rows_of(problem_.train,
                   {order.begin() + first, order.begin() + std::min(first + problem_.batch_size, samples())});
  }

  void gradient(const Vector<double>& theta, const Batch<double>& samples, Vector<double>& result) {
    backpropagation_.objective_and_gradient(theta, samples, result);
    result = problem_.scale / double(samples.inputs.rows()) * result + problem_.ridge * theta;
  }

  /// False once θ is no longer finite.
  bool step_on(const Batch<double>& samples, const Running& optimiser, int steps, double rate) {
    for (int step = 0; step < steps; ++step) {
      if (!optimiser.theta().allFinite()) return false;
      gradient(optimiser.theta(), samples, gradient_);
      optimiser.advance(gradient_, rate);
    }
    return true;
  }

  void record(const Vector<double>& theta, History& history) {
    const bool finite = theta.allFinite();
    const double ridge = problem_.ridge / 2 * theta.squaredNorm();
    history.loss.push_back(finite ? mean_loss(theta, problem_.train) + ridge : infinity);
    history.tested.push_back(!finite                                ? std::nan("")
                             : problem_.loss == Loss::squared_error ? mean_loss(theta, problem_.test)
                                                                    : accuracy(theta));
  }
  double mean_loss(const Vector<double>& theta, const Batch<double>& samples) {
    return problem_.scale / double(samples.inputs.rows()) * backpropagation_.objective(theta, samples);
  }
  /// In percent.
  double accuracy(const Vector<double>& theta) {
    const Matrix<double>& outputs = backpropagation_.outputs(theta, problem_.test.inputs);
    int right = 0;
    for (Eigen::Index n = 0; n < outputs.rows(); ++n) {
      Eigen::Index answer = 0;
      outputs.row(n).maxCoeff(&answer);
      right += answer == problem_.test.labels[std::size_t(n)];
    }
    return 100.0 * right / double(outputs.rows());
  }

  const TrainingProblem& problem_;
  unsigned seed_;
  Backpropagation<double> backpropagation_;
  Vector<double> theta0_, gradient0_, gradient_;
};

/// Says how far all runs are, counted in gradients of batches over N, and how long the rest takes at that pace.
class Clock {
public:
  Clock(double gradients, const std::function<void(const std::string&)>& progress)
      : all_(gradients), progress_(progress) {}

  void after_pass(const Method& method, const std::string& label) {
    done_ += method.steps;
    if (!progress_) return;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begun_;
    progress_(fmt::format("{}: {:.0f} of {:.0f} epochs of all runs, about {:.0f} s left", label, done_, all_,
                          elapsed.count() * (all_ - done_) / done_));
  }

private:
  double all_, done_ = 0;
  std::function<void(const std::string&)> progress_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// Over the data, in so many epochs.
int passes(const Method& method, int epochs, Epoch epoch) {
  return epoch == Epoch::gradients ? std::max(1, epochs / method.steps) : epochs;
}

double gradients_in_all(const std::vector<Method>& methods, const Size& size) {
  double sum = 0;
  for (const Method& method : methods)
    sum += method.steps * (double(method.settings.size()) * passes(method, size.tuning, size.epoch) +
                           double(size.seeds) * passes(method, size.epochs, size.epoch));
  return sum;
}

/// Of finite losses the smallest; the first setting if there is none.
const Setting& chosen(const Method& method, Start& start, int passes, Clock& clock) {
  const Setting* best = &method.settings.front();
  double smallest = infinity;
  for (const Setting& setting : method.settings) {
    const double loss =
        start.run(method, setting, passes, [&] { clock.after_pass(method, method.label + ", settings"); }).loss.back();
    if (loss < smallest) {
      smallest = loss;
      best = &setting;
    }
  }
  return *best;
}

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

std::vector<Trained> train(const TrainingProblem& problem, const std::vector<Method>& methods, const Size& size,
                           const std::function<void(const std::string&)>& progress) {
  if (size.epochs < 1 || size.seeds < 1)
    throw std::invalid_argument(
        fmt::format("training: {} epochs from {} starts; give at least 1 of each", size.epochs, size.seeds));
  std::vector<Start> starts;
  for (int seed = 1; seed <= size.seeds; ++seed) starts.emplace_back(problem, seed);
  Clock clock(gradients_in_all(methods, size), progress);
  std::vector<Trained> all;
  for (const Method& method : methods) {
    const Setting& setting = chosen(method, starts.front(), passes(method, size.tuning, size.epoch), clock);
    const int stride = size.epoch == Epoch::gradients ? method.steps : 1;
    all.push_back({method.label, fmt::format("{:.2g}{}", setting.rate, setting.words), size.epoch, stride, {}});
    for (Start& start : starts)
      all.back().runs.push_back(start.run(method, setting, passes(method, size.epochs, size.epoch),
                                          [&] { clock.after_pass(method, method.label); }));
  }
  return all;
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
      "{}; the text has {}.\nMean and range of starts with normal weights: {}; epochs: {}. Settings chosen after epoch "
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
