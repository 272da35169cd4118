// Karimi, Nutini and Schmidt (2016), proof of Theorem 1.
#include "verigrad/theorem/descent/polyak_lojasiewicz_rate.hpp"

#include "verigrad/sampling/generators.hpp"
#include "verigrad/sampling/proof.hpp"

namespace verigrad::polyak_lojasiewicz_rate::proofs_numeric {

std::vector<Check> checks() {
  return proof_checks("polyak_lojasiewicz_rate", generate::descent(generate::rational_with_minimum(), 4),
                      hypotheses_hold, lines());
}

}  // namespace verigrad::polyak_lojasiewicz_rate::proofs_numeric
