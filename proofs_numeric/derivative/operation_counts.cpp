// MFDS, section 14.3.5: the count of one product, the two orders, and the errata on when backward is cheaper.
#include "verigrad/theorem/derivative/operation_counts.hpp"

#include "verigrad/sampling/proof.hpp"

namespace verigrad::operation_counts::proofs_numeric {
namespace {

namespace theorem = operation_counts;

constexpr const char* stem = "operation_counts";

/// Every other chain goes from many inputs to one output.
Gen<theorem::Chain> chains() {
  const auto size = gen::inRange(1, 7);
  return gen::mapcat(gen::inRange(3, 7), [size](std::size_t length) {
    return gen::apply(
        [](const std::vector<int>& n, bool to_one) {
          theorem::Chain chain{n};
          if (to_one) {
            chain.n.front() += 6;
            chain.n.back() = 1;
          }
          return chain;
        },
        gen::container<std::vector<int>>(length, size), gen::boolean());
  });
}

constexpr auto always = [](const theorem::Chain&) { return true; };

}  // namespace

std::vector<Check> checks() { return proof_checks(stem, chains(), always, theorem::lines()); }

}  // namespace verigrad::operation_counts::proofs_numeric
