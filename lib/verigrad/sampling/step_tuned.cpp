#include "verigrad/sampling/step_tuned.hpp"

#include <algorithm>
#include <cmath>

#include "verigrad/sampling/generators.hpp"

namespace verigrad::generate {

using lipschitz_gradient_bound::LipschitzInstance;
using series_lemma::SequenceInstance;

namespace {

/// Sixteenths of Cvₖ that u moves by, and vₖ in sixteenths.
struct Move {
  int share, v;
};

SequenceInstance moved(double C, double u0, const std::vector<Move>& moves, int highest_share) {
  SequenceInstance result{{u0}, {}, C};
  for (const Move& move : moves) {
    const double v = move.v / 16.0, change = C * v * std::min(move.share, highest_share) / 16;
    result.u.push_back(std::max(0.0, result.u.back() + change));
    result.v.push_back(v);
  }
  return result;
}

}  // namespace

Gen<SequenceInstance> slow_sequence(bool increases_too) {
  const int highest_share = increases_too ? 16 : 64;
  const Gen<Move> move = gen::apply(
      [](int share, int v) {
        return Move{share, v};
      },
      gen::oneOf(gen::just(-16), gen::inRange(-16, highest_share + 1)), gen::inRange(0, 33));
  const Gen<SequenceInstance> drawn = gen::mapcat(gen::inRange(1, 13), [=](int n) {
    return gen::apply(
        [=](double C, int u0, const std::vector<Move>& moves) { return moved(C, u0 / 16.0, moves, highest_share); },
        positive(2, -3, 3), gen::inRange(0, 65), gen::container<std::vector<Move>>(std::size_t(n), move));
  });
  return gen::oneOf(drawn, gen::map(gen::inRange(0, 5), [](int e) { return series_lemma::ramp(1 << e); }));
}

Gen<SequenceInstance> vanishing_sequence() {
  return gen::map(slow_sequence(true), [](SequenceInstance s) {
    s.v.push_back(s.u.back() / std::exp2(std::floor(std::log2(s.C))));
    s.u.push_back(0);
    return s;
  });
}

Gen<LipschitzInstance> lipschitz_function() {
  const auto along = [](LipschitzInstance instance, double t) {
    instance.t = t;
    return instance;
  };
  const Gen<LipschitzInstance> slopes =
      gen::apply(lipschitz_gradient_bound::huber, gen::inRange(1, 5), positive(2, -3, 3), dyadic());
  const Gen<LipschitzInstance> losses =
      gen::apply(lipschitz_gradient_bound::robust_loss, positive(2, -3, 3), dyadic(6, 5));
  return gen::apply(along, gen::oneOf(slopes, losses), positive(2, -6, 2));
}

}  // namespace verigrad::generate
