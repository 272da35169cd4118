#include "verigrad/conformance/identify.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "verigrad/conformance/probe.hpp"

namespace verigrad::conformance {
namespace {

/// The first entry that is not finite in the parameters of a step.
std::optional<Departure> not_finite_in(const TraceStep& step, int number) {
  for (std::size_t t = 0; t < step.parameters.size(); ++t) {
    const Entries& entries = step.parameters[t];
    const auto bad = std::find_if(entries.begin(), entries.end(), [](double x) { return !std::isfinite(x); });
    if (bad != entries.end()) return Departure{number, t, std::size_t(bad - entries.begin()), *bad, Interval::whole()};
  }
  return std::nullopt;
}

/// What a first look says: every line is read, so that what cannot be read is told before all else.
struct FirstLook {
  long steps = 0;
  std::optional<Departure> not_finite = {};

  explicit FirstLook(TraceSource& trace) {
    trace.rewind();
    while (const TraceStep* step = trace.next()) {
      ++steps;
      if (!not_finite) not_finite = not_finite_in(*step, int(steps));
    }
  }
};

bool can_run(const Dialect& dialect, const HyperParameters& hyper) {
  return std::all_of(dialect.family->required.begin(), dialect.family->required.end(),
                     [&](std::string_view name) { return hyper.has(std::string(name)); });
}

/// How far a replay gets; one that divides by 0 on its way gets nowhere.
std::tuple<int, std::size_t, std::size_t> reach(const Replay& replay) {
  if (replay.unbounded > 0) return {0, 0, 0};
  if (!replay.departure) return {std::numeric_limits<int>::max(), 0, 0};
  return {replay.departure->step, replay.departure->tensor, replay.departure->entry};
}

/// One identification under way.
class Search {
public:
  Search(TraceSource& trace, const Method* declared) : trace_(trace), method_(declared) {}

  Identification run();

private:
  const HyperParameters& hyper() const { return trace_.head().hyper; }
  std::vector<Replay> replayed(const std::vector<Dialect>& dialects) {
    result_.tried += dialects.size();
    return replay_all(dialects, trace_, arithmetic_);
  }

  bool try_declared();
  void try_all(const std::vector<Dialect>& dialects);
  std::vector<Dialect> method_dialects() const;
  std::vector<Dialect> near_tier() const;
  std::vector<Dialect> far_tier() const;
  bool try_each_way(const std::function<bool()>& attempt);
  void list_alternatives(const std::vector<Candidate>& fitting);
  void settle();

  TraceSource& trace_;
  const Method* method_;
  Arithmetic arithmetic_ = Arithmetic::of(*trace_.head().dtype);
  std::vector<Candidate> fitting_;
  std::set<std::pair<const Family*, std::vector<int>>> seen_;
  Identification result_;
};

bool Search::try_declared() {
  const Dialect dialect = declared_dialect(*method_, hyper());
  Candidate declared{dialect, describe(dialect, hyper(), method_), replayed({dialect}).front()};
  const bool fits = declared.replay.fits();
  if (!result_.declared || fits) result_.declared = std::move(declared);
  return fits;
}

void Search::try_all(const std::vector<Dialect>& dialects) {
  std::vector<Dialect> fresh;
  for (const Dialect& asked : dialects) {
    Dialect dialect = normal_form(asked, hyper());
    if (can_run(dialect, hyper()) && seen_.insert({dialect.family, dialect.picks}).second)
      fresh.push_back(std::move(dialect));
  }
  const std::vector<Replay> replays = replayed(fresh);
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    const bool farthest = !result_.found || reach(replays[i]) > reach(result_.found->replay);
    if (!replays[i].fits() && !farthest) continue;
    Candidate tried{fresh[i], describe(fresh[i], hyper(), method_), replays[i]};
    if (tried.replay.fits()) fitting_.push_back(tried);
    if (farthest) result_.found = std::move(tried);
  }
}

std::vector<Dialect> Search::method_dialects() const {
  std::vector<Dialect> result;
  for (const Method& method : methods()) result.push_back(declared_dialect(method, hyper()));
  return result;
}

std::vector<Dialect> Search::near_tier() const {
  std::vector<Dialect> result = method_dialects();
  if (!method_) return result;
  const std::vector<Dialect> near = neighbours(declared_dialect(*method_, hyper()), hyper());
  result.insert(result.end(), near.begin(), near.end());
  return result;
}

std::vector<Dialect> Search::far_tier() const {
  std::vector<Dialect> result;
  const auto append = [&](const std::vector<Dialect>& more) { result.insert(result.end(), more.begin(), more.end()); };
  for (const Dialect& dialect : method_dialects())
    if (can_run(dialect, hyper())) append(neighbours(dialect, hyper()));
  if (method_) append(second_neighbours(declared_dialect(*method_, hyper()), hyper()));
  return result;
}

/// Tries them with coefficients in the type of the trace, then in float32 where that is another one.
bool Search::try_each_way(const std::function<bool()>& attempt) {
  const Arithmetic usual = Arithmetic::of(*trace_.head().dtype);
  for (const bool single : {false, true}) {
    if (single && trace_.head().dtype != &float64) break;
    arithmetic_ = single ? usual.with_single_coefficients() : usual;
    result_.single_coefficients = single;
    seen_.clear();
    if (attempt()) return true;
  }
  result_.single_coefficients = false;
  return false;
}

/// Those that fit beside the named one, with what parts them on the probe.
void Search::list_alternatives(const std::vector<Candidate>& fitting) {
  const Dialect named = normal_form(result_.found->dialect, hyper());
  for (const Candidate& other : fitting)
    if (!(other.dialect == named))
      result_.alternatives.push_back({other, parting(result_.found->dialect, other.dialect, trace_.head())});
}

void Search::settle() {
  const auto rank = [&](const Candidate& c) {
    return std::tuple(c.description.mistake, c.description.differences.size());
  };
  std::stable_sort(fitting_.begin(), fitting_.end(),
                   [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
  result_.found = fitting_.front();
  list_alternatives(fitting_);
  const bool open = std::any_of(result_.alternatives.begin(), result_.alternatives.end(),
                                [](const Alternative& other) { return other.parting.has_value(); });
  result_.outcome = !method_ && open                     ? Telling::undecided
                    : result_.found->description.mistake ? Telling::mistake
                                                         : Telling::dialect;
}

Identification Search::run() {
  if (method_ && try_each_way([&] { return try_declared(); })) {
    result_.found = result_.declared;
    try_all(near_tier());
    result_.found = result_.declared;
    list_alternatives(fitting_);
    result_.outcome = Telling::as_declared;
    return result_;
  }
  for (const auto tier : {&Search::near_tier, &Search::far_tier}) {
    const auto attempt = [&] {
      try_all((this->*tier)());
      return !fitting_.empty();
    };
    if (!try_each_way(attempt)) continue;
    settle();
    return result_;
  }
  const bool open = result_.declared && !result_.declared->replay.departure;
  result_.outcome = open ? Telling::undecided : Telling::none;
  return result_;
}

}  // namespace

std::string_view name(Telling outcome) {
  switch (outcome) {
    case Telling::as_declared: return "as declared";
    case Telling::dialect: return "another dialect";
    case Telling::mistake: return "mistake";
    case Telling::none: return "none fits";
    case Telling::undecided: return "undecided";
    case Telling::not_finite: break;
  }
  return "not finite";
}

std::optional<Parting> parting(const Dialect& a, const Dialect& b, const TraceHead& head) {
  const auto one_way = [&](const Dialect& first, const Dialect& second) -> std::optional<Parting> {
    const Trace run = simulated(first, probe_for(head));
    const auto departure = replay(second, run, Arithmetic::of(float64)).departure;
    if (!departure) return std::nullopt;
    return Parting{departure->step, departure->tensor, departure->recorded, departure->middle()};
  };
  if (const auto result = one_way(a, b)) return result;
  const auto back = one_way(b, a);
  return back ? std::optional(Parting{back->step, back->tensor, back->second, back->first}) : std::nullopt;
}

Identification identify(TraceSource& trace, const Method* declared) {
  const TraceHead& head = trace.head();
  if (declared)
    static_cast<void>(Execution(declared_dialect(*declared, head.hyper), head, Arithmetic::of(*head.dtype)));
  const FirstLook look(trace);
  FirstSteps finite(trace, look.not_finite ? look.not_finite->step - 1 : look.steps);
  Identification result;
  if (!look.not_finite || look.not_finite->step > 1) result = Search(finite, declared).run();
  result.not_finite = look.not_finite;
  result.steps = look.steps;
  if (look.not_finite) result.outcome = Telling::not_finite;
  if (result.outcome == Telling::none || look.not_finite) result.broken = broken_laws(trace);
  return result;
}

Identification identify(const Trace& trace, const Method* declared) {
  TraceInMemory source(trace);
  return identify(source, declared);
}

}  // namespace verigrad::conformance
