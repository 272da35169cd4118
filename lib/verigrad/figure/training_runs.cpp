// Runs of training on several threads: each depends on its method, setting and start alone, so that the curves are the
// same whatever the number of threads, and wherever a run was stopped and went on.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <exception>
#include <limits>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "verigrad/figure/epochs.hpp"
#include "verigrad/figure/normal_numbers.hpp"
#include "verigrad/figure/training.hpp"
#include "verigrad/network/backpropagation.hpp"
#include "verigrad/network/network_objective.hpp"

namespace verigrad::training {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
using Moment = std::chrono::steady_clock;

double seconds_since(Moment::time_point begin) { return std::chrono::duration<double>(Moment::now() - begin).count(); }

/// θ₀, with weights normal of the variance 2 over the layer's inputs and biases 0, ∇𝒥(θ₀), and what is recorded of θ₀.
struct Start {
  unsigned seed = 0;
  Vector<double> theta0, gradient0;
  History first;
};

/// One run, from its start.
struct Job {
  int number = 0;    ///< among all of the figure
  std::string name;  ///< that no other has
  const Method* method = nullptr;
  const Setting* setting = nullptr;
  const Start* start = nullptr;
  int passes = 0;  ///< over the data
};

/// Where a run stands: in pass q, before the batch that begins at `first`, after k batches.
struct Position {
  History history;
  int q = 0, first = 0, k = 0;

  void transfer(Archive& archive) {
    archive(history.loss);
    archive(history.tested);
    archive(q);
    archive(first);
    archive(k);
  }
};

/// What runs on all threads tell and keep.
class Ledger {
public:
  Ledger(double gradients, const Conduct& conduct) : all_(gradients), conduct_(conduct) {}

  bool stopped() const { return given_up_ || (conduct_.stopped && conduct_.stopped()); }
  void give_up() { given_up_ = true; }

  void after_pass(const Job& job, const Position& at) {
    const std::lock_guard alone(telling_);
    done_ += job.method->steps;
    if (!conduct_.progress) return;
    const double pace = (done_ - before_) / seconds_since(begun_);
    conduct_.progress(fmt::format("{:.0f} of {:.0f} epochs, {:.3g}/s, {:.0f} s left; 𝒥 = {:.3g} after {} of {}: {}",
                                  done_, all_, pace, (all_ - done_) / pace, at.history.loss.back(), at.q, job.passes,
                                  job.name));
  }

  /// Counts what was done before this process as done in no time.
  void load(const Job& job, Position& at, const Running& optimiser) {
    if (!conduct_.checkpoints) return;
    const std::optional<std::string> bytes = conduct_.checkpoints->load(job.number, job.name);
    if (!bytes) return;
    Archive archive(*bytes);
    at.transfer(archive);
    if (at.q < job.passes) optimiser.transfer(archive);
    const std::lock_guard alone(telling_);
    before_ += at.q * job.method->steps;
    done_ += at.q * job.method->steps;
  }
  /// Of a run at its end the history alone.
  void save(const Job& job, Position& at, const Running& optimiser) {
    if (!conduct_.checkpoints) return;
    Archive archive;
    at.transfer(archive);
    if (at.q < job.passes) optimiser.transfer(archive);
    conduct_.checkpoints->save(job.number, job.name, archive.bytes());
  }

private:
  double all_, done_ = 0, before_ = 0;  ///< in gradients of batches over N
  const Conduct& conduct_;
  std::mutex telling_;
  std::atomic<bool> given_up_ = false;
  Moment::time_point begun_ = Moment::now();
};

/// Saves at most every second, and for at most a twentieth of the time.
class Saver {
public:
  Saver(const Job& job, Ledger& ledger) : job_(job), ledger_(ledger) {}

  void save(Position& at, const Running& optimiser) {
    const Moment::time_point begin = Moment::now();
    ledger_.save(job_, at, optimiser);
    last_ = Moment::now();
    pause_ = std::max(1.0, 19 * seconds_since(begin));
  }
  void save_if_due(Position& at, const Running& optimiser) {
    if (seconds_since(last_) > pause_) save(at, optimiser);
  }

private:
  const Job& job_;
  Ledger& ledger_;
  Moment::time_point last_ = Moment::now();
  double pause_ = 1;
};

/// Samples with the numbers of each side by side, so that any of them are quickly gathered.
class Samples {
public:
  explicit Samples(const Batch<double>& all)
      : inputs_(all.inputs.transpose()), targets_(all.targets.transpose()), labels_(all.labels) {}

  void gather(const int* first, int count, Batch<double>& batch) const {
    gather(inputs_, first, count, batch.inputs);
    if (targets_.size() > 0) gather(targets_, first, count, batch.targets);
    batch.labels.clear();
    if (!labels_.empty())
      for (int i = 0; i < count; ++i) batch.labels.push_back(labels_[std::size_t(first[i])]);
  }

private:
  static void gather(const Matrix<double>& from, const int* first, int count, Matrix<double>& to) {
    to.resize(count, from.rows());
    for (int i = 0; i < count; ++i) to.row(i) = from.col(first[i]).transpose();
  }

  Matrix<double> inputs_, targets_;  ///< one sample a column
  std::vector<int> labels_;
};

/// The samples in parts of a size at which products are quick.
template <class F>
void for_each_part(const Batch<double>& samples, F f) {
  constexpr int most = 512;
  const int count = int(samples.inputs.rows());
  if (count <= most) return f(samples);
  const BatchIndices all = all_terms(count);
  for (int first = 0; first < count; first += most)
    f(rows_of(samples, {all.begin() + first, all.begin() + std::min(first + most, count)}));
}

/// Runs jobs one after the other.
class Runner {
public:
  Runner(const TrainingProblem& problem, const Samples& samples)
      : problem_(problem), samples_(samples), backpropagation_(problem.network, problem.loss) {}

  Start start(unsigned seed) {
    Start start{seed, Vector<double>::Zero(problem_.network.parameter_count()), {}, {}};
    NormalNumbers normal(seed);
    for (int layer = 1; layer <= problem_.network.depth(); ++layer) {
      auto weights = problem_.network.weights<double>(start.theta0, layer);
      const double deviation = std::sqrt(2.0 / double(weights.cols()));
      for (Eigen::Index j = 0; j < weights.cols(); ++j) weights.col(j) = deviation * normal.vector(int(weights.rows()));
    }
    Vector<double> sum = Vector<double>::Zero(start.theta0.size()), of_part;
    for_each_part(problem_.train, [&](const Batch<double>& part) {
      backpropagation_.objective_and_gradient(start.theta0, part, of_part);
      sum += of_part;
    });
    start.gradient0 = problem_.scale / samples() * sum + problem_.ridge * start.theta0;
    record(start.theta0, start.first);
    return start;
  }

  /// Throws Stopped, with all saved.
  History run(const Job& job, Ledger& ledger) {
    const Running optimiser = job.setting->begin(job.start->theta0, job.start->gradient0);
    Position at{job.start->first};
    ledger.load(job, at, optimiser);
    Shuffled order(samples(), job.start->seed, at.q + (at.first > 0));
    Saver saver(job, ledger);
    while (at.q < job.passes) {
      if (at.first == 0) order.shuffle();
      pass(job, order, optimiser, at, ledger, saver);
      record(optimiser.theta(), at.history);
      at.first = 0;
      ++at.q;
      ledger.after_pass(job, at);
    }
    saver.save(at, optimiser);
    return std::move(at.history);
  }

private:
  /// 0 … n − 1 in another order with each pass.
  class Shuffled {
  public:
    Shuffled(int n, unsigned seed, int times) : order_(all_terms(n)), indices_(n, seed) {
      for (int i = 0; i < times; ++i) shuffle();
    }
    void shuffle() {
      for (int& index : order_) std::swap(index, order_[std::size_t(indices_.next())]);
    }
    const int* from(int first) const { return order_.data() + first; }

  private:
    BatchIndices order_;
    Indices indices_;
  };

  int samples() const { return int(problem_.train.inputs.rows()); }

  /// The rest of the pass, or as much as θ stays finite.
  void pass(const Job& job, const Shuffled& order, const Running& optimiser, Position& at, Ledger& ledger,
            Saver& saver) {
    for (; at.first < samples(); at.first += problem_.batch_size, ++at.k) {
      if (ledger.stopped()) {
        saver.save(at, optimiser);
        throw Stopped();
      }
      saver.save_if_due(at, optimiser);
      samples_.gather(order.from(at.first), std::min(problem_.batch_size, samples() - at.first), batch_);
      const double rate = job.setting->rate * job.method->decay(at.k, at.q);
      if (!step_on_batch(optimiser, job.method->steps, rate)) return;
    }
  }

  /// False once θ is no longer finite.
  bool step_on_batch(const Running& optimiser, int steps, double rate) {
    for (int step = 0; step < steps; ++step) {
      if (!optimiser.theta().allFinite()) return false;
      backpropagation_.objective_and_gradient(optimiser.theta(), batch_, gradient_);
      gradient_ = problem_.scale / double(batch_.inputs.rows()) * gradient_ + problem_.ridge * optimiser.theta();
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
    double sum = 0;
    for_each_part(samples, [&](const Batch<double>& part) { sum += backpropagation_.objective(theta, part); });
    return problem_.scale / double(samples.inputs.rows()) * sum;
  }
  /// In percent.
  double accuracy(const Vector<double>& theta) {
    int right = 0;
    for_each_part(problem_.test, [&](const Batch<double>& part) {
      const Matrix<double>& outputs = backpropagation_.outputs(theta, part.inputs);
      for (Eigen::Index n = 0; n < outputs.rows(); ++n) {
        Eigen::Index answer = 0;
        outputs.row(n).maxCoeff(&answer);
        right += answer == part.labels[std::size_t(n)];
      }
    });
    return 100.0 * right / double(problem_.test.inputs.rows());
  }

  const TrainingProblem& problem_;
  const Samples& samples_;
  Backpropagation<double> backpropagation_;
  Batch<double> batch_;
  Vector<double> gradient_;
};

/// What all runs share.
struct Team {
  const TrainingProblem& problem;
  const Samples samples;
  int threads;
  Ledger& ledger;
};

/// task(runner, i) for i from 0 to count − 1, each thread with a runner of its own. After one has thrown the others
/// give up; the first that was thrown is thrown on.
template <class Task>
void in_parallel(const Team& team, int count, Task task) {
  std::atomic<int> next = 0;
  std::exception_ptr thrown;
  std::once_flag first;
  const auto work = [&] {
    try {
      Runner runner(team.problem, team.samples);
      for (int i = next++; i < count; i = next++) task(runner, i);
    } catch (...) {
      std::call_once(first, [&] { thrown = std::current_exception(); });
      team.ledger.give_up();
    }
  };
  {
    std::vector<std::jthread> others;
    for (int i = 1; i < std::min(team.threads, count); ++i) others.emplace_back(work);
    work();
  }
  if (thrown) std::rethrow_exception(thrown);
}

std::vector<Start> all_starts(const Team& team, int seeds) {
  std::vector<Start> starts(std::size_t(seeds), Start{});
  in_parallel(team, seeds, [&](Runner& runner, int i) {
    if (team.ledger.stopped()) throw Stopped();
    starts[std::size_t(i)] = runner.start(unsigned(i) + 1);
  });
  return starts;
}

std::vector<History> all_runs(const Team& team, const std::vector<Job>& jobs) {
  std::vector<History> histories(jobs.size());
  in_parallel(team, int(jobs.size()), [&](Runner& runner, int i) {
    histories[std::size_t(i)] = runner.run(jobs[std::size_t(i)], team.ledger);
  });
  return histories;
}

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

std::string words(const Setting& setting) { return fmt::format("{:.2g}{}", setting.rate, setting.words); }

/// Every setting of every method, from the first start.
std::vector<Job> trials(const std::vector<Method>& methods, const Size& size, const Start& start) {
  std::vector<Job> jobs;
  for (const Method& method : methods)
    for (const Setting& setting : method.settings)
      jobs.push_back({int(jobs.size()), fmt::format("{}, trying {}", method.label, words(setting)), &method, &setting,
                      &start, passes(method, size.tuning, size.epoch)});
  return jobs;
}

/// Of a method's trials the one with the smallest finite loss; the first if there is none.
std::vector<const Setting*> chosen(const std::vector<Method>& methods, const std::vector<History>& tried) {
  std::vector<const Setting*> result;
  auto trial = tried.begin();
  for (const Method& method : methods) {
    result.push_back(&method.settings.front());
    double smallest = infinity;
    for (const Setting& setting : method.settings)
      if (const double loss = (trial++)->loss.back(); loss < smallest) {
        smallest = loss;
        result.back() = &setting;
      }
  }
  return result;
}

std::vector<Job> runs_of(const std::vector<Method>& methods, const std::vector<const Setting*>& settings,
                         const Size& size, const std::vector<Start>& starts, int first_number) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < methods.size(); ++i)
    for (const Start& start : starts)
      jobs.push_back({first_number + int(jobs.size()),
                      fmt::format("{}, {}, start {}", methods[i].label, words(*settings[i]), start.seed), &methods[i],
                      settings[i], &start, passes(methods[i], size.epochs, size.epoch)});
  return jobs;
}

}  // namespace

std::vector<Trained> train(const TrainingProblem& problem, const std::vector<Method>& methods, const Size& size,
                           const Conduct& conduct) {
  if (size.epochs < 1 || size.seeds < 1 || size.tuning < 1 || conduct.jobs < 1)
    throw std::invalid_argument(
        fmt::format("training: {} epochs from {} starts, settings chosen after {}, {} jobs; give at least 1 of each",
                    size.epochs, size.seeds, size.tuning, conduct.jobs));
  Ledger ledger(gradients_in_all(methods, size), conduct);
  const Team team{problem, Samples(problem.train), conduct.jobs, ledger};
  const std::vector<Start> starts = all_starts(team, size.seeds);
  const std::vector<Job> tries = trials(methods, size, starts.front());
  const auto settings = chosen(methods, all_runs(team, tries));
  const auto runs = all_runs(team, runs_of(methods, settings, size, starts, int(tries.size())));
  std::vector<Trained> all;
  auto run = runs.begin();
  for (std::size_t i = 0; i < methods.size(); ++i, run += size.seeds) {
    const int stride = size.epoch == Epoch::gradients ? methods[i].steps : 1;
    all.push_back({methods[i].label, words(*settings[i]), size.epoch, stride, {run, run + size.seeds}});
  }
  return all;
}

}  // namespace verigrad::training
