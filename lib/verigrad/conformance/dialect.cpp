#include "verigrad/conformance/dialect.hpp"

#include <functional>
#include <limits>
#include <numeric>
#include <set>

namespace verigrad::conformance {

EntryState Definition::start(const Rounded&) const { return {}; }
Rounded Definition::iterate(const Rounded& parameter, const EntryState&) const { return parameter; }
Rounded Definition::shown(const Rounded& iterate, const Rounded&, EntryState&) const { return iterate; }

bool Dialect::matters(std::size_t choice, const HyperParameters& hyper) const {
  const auto& asks = family->choices[choice].matters;
  return asks == nullptr || asks(hyper, *this);
}

Dialect Dialect::with(std::size_t choice, int option) const {
  Dialect result = *this;
  result.picks[choice] = option;
  return result;
}

Dialect normal_form(Dialect dialect, const HyperParameters& hyper) {
  for (const Identity& identity : dialect.family->identities)
    if (identity.holds(hyper, dialect)) dialect.picks[std::size_t(identity.choice)] = identity.option;
  for (std::size_t i = 0; i < dialect.picks.size(); ++i)
    if (!dialect.matters(i, hyper)) dialect.picks[i] = 0;
  return dialect;
}

int distance(const Dialect& a, const Dialect& b, const HyperParameters& hyper) {
  if (a.family != b.family) return std::numeric_limits<int>::max();
  const Dialect first = normal_form(a, hyper), second = normal_form(b, hyper);
  return int(std::inner_product(first.picks.begin(), first.picks.end(), second.picks.begin(), std::size_t(0),
                                std::plus<>(), std::not_equal_to<>()));
}

namespace {

/// Calls take(choice, changed) for `dialect` with each other option of each choice from `first` on.
template <class Take>
void change_one(const Dialect& dialect, const HyperParameters& hyper, std::size_t first, const Take& take) {
  for (std::size_t choice = first; choice < dialect.picks.size(); ++choice) {
    if (!dialect.matters(choice, hyper)) continue;
    const int count = int(dialect.family->choices[choice].options.size());
    for (int option = 0; option < count; ++option)
      if (option != dialect.picks[choice]) take(choice, dialect.with(choice, option));
  }
}

/// Normal forms, in the order in which each is first added.
class NormalForms {
public:
  NormalForms(const Dialect& but, const HyperParameters& hyper) : hyper_(hyper) {
    seen_.insert(normal_form(but, hyper).picks);
  }
  void leave_out(const std::vector<Dialect>& dialects) {
    for (const Dialect& dialect : dialects) seen_.insert(normal_form(dialect, hyper_).picks);
  }
  void add(const Dialect& dialect) {
    Dialect normal = normal_form(dialect, hyper_);
    if (seen_.insert(normal.picks).second) all_.push_back(std::move(normal));
  }
  std::vector<Dialect> take() { return std::move(all_); }

private:
  const HyperParameters& hyper_;
  std::set<std::vector<int>> seen_;
  std::vector<Dialect> all_;
};

}  // namespace

std::vector<Dialect> neighbours(const Dialect& dialect, const HyperParameters& hyper) {
  NormalForms result(dialect, hyper);
  change_one(dialect, hyper, 0, [&](std::size_t, const Dialect& changed) { result.add(changed); });
  return result.take();
}

std::vector<Dialect> second_neighbours(const Dialect& dialect, const HyperParameters& hyper) {
  NormalForms result(dialect, hyper);
  result.leave_out(neighbours(dialect, hyper));
  change_one(dialect, hyper, 0, [&](std::size_t choice, const Dialect& once) {
    change_one(once, hyper, choice + 1, [&](std::size_t, const Dialect& twice) { result.add(twice); });
  });
  return result.take();
}

}  // namespace verigrad::conformance
