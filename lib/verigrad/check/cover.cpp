#include "verigrad/check/cover.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "verigrad/problem/describe.hpp"

namespace verigrad {
namespace {

bool any(const std::vector<Decision>& decisions, Verdict verdict) {
  return std::ranges::any_of(decisions, [=](const Decision& decision) { return decision.verdict == verdict; });
}

/// The pieces that wait, and what has been decided of those before.
class Covering {
public:
  Covering(const std::string& words, const Box& box, const ClaimsAt& claims)
      : words_(words), claims_(claims), waiting_{box} {}

  bool done() const { return waiting_.empty(); }
  long pieces() const { return pieces_; }

  /// Decides the last piece, or halves it.
  void decide_one() {
    ++pieces_;
    const Box piece = waiting_.back();
    waiting_.pop_back();
    const std::vector<Decision> decisions = on(piece);
    if (!any(decisions, Verdict::undecided) && !any(decisions, Verdict::fails)) {
      tally_.add(words_, decisions);
      return;
    }
    if (fails_at(piece.middle())) return waiting_.clear();
    last_halved_ = piece;
    const Eigen::Index axis = piece.longest_side();
    for (const bool of_upper : {true, false}) waiting_.push_back(piece.half(axis, of_upper));
  }

  /// Leaves what waits: a sign was open on the piece that was halved last.
  void give_up() {
    tally_.add(fmt::format("{}, from {} to {}", words_, in_words(last_halved_.lower), in_words(last_halved_.upper)),
               on(last_halved_));
  }

  Evidence evidence() const { return tally_.finish(Verdict::holds); }

private:
  std::vector<Decision> on(const Box& piece) const {
    constexpr Kinds intervals{.rational = false, .ball = false};
    std::vector<Decision> decisions =
        decide([&](Claims& claims) { claims_(enclosed<Number>(piece), claims); }, intervals);
    for (const Decision& decision : decisions)
      if (decision.relation == Relation::equal)
        throw std::invalid_argument(fmt::format(
            "cover: claim \"{}\" is an identity; no enclosure of a piece decides one, so prove it", decision.name));
    return decisions;
  }

  bool fails_at(const Vector<double>& point) {
    const MakeClaims at_point = [&](Claims& claims) { claims_(exact(point), claims); };
    std::vector<Decision> decisions = decide(at_point, Kinds{});
    if (!any(decisions, Verdict::fails)) return false;
    state_exact_sides(at_point, Kinds{}, decisions);
    tally_.add(fmt::format("{}, at {}", words_, in_words(point)), decisions);
    return true;
  }

  const std::string& words_;
  const ClaimsAt& claims_;
  std::vector<Box> waiting_;
  Box last_halved_;
  Tally tally_{Level::covered};
  long pieces_ = 0;
};

}  // namespace

Evidence cover(const std::string& words, const Box& box, const ClaimsAt& claims, long most_pieces) {
  if (most_pieces < 1) throw std::invalid_argument(fmt::format("cover: most_pieces is {}; use 1 or more", most_pieces));
  Covering covering(words, box, claims);
  while (!covering.done() && covering.pieces() < most_pieces) covering.decide_one();
  if (!covering.done()) covering.give_up();
  return covering.evidence();
}

Check covered(CheckId id, std::string words, Box box, ClaimsAt claims, long most_pieces) {
  return {std::move(id), [=](const Settings&) { return cover(words, box, claims, most_pieces); }};
}

}  // namespace verigrad
