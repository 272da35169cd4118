// The permutations U that bring a matrix of four diagonal P × P blocks, as the Jacobians of DIN and INNA in a basis of
// eigenvectors, to 2 × 2 blocks on the diagonal. Thesis, (3.36).
#pragma once

#include <string>

#include "verigrad/claim/lines.hpp"

namespace verigrad::permutation_matrices {

const Statement& statement();

/// All P from `least` to `most`.
struct Sizes {
  int least, most;

  bool rational() const { return true; }
  std::string describe() const;
};

/// U of (3.36) with its two slips mended: 2P × 2P, for P ≥ 1.
Eigen::MatrixXi permutation(int P);

/// The printed examples, P = 3 and P = 4, permute, are symmetric and do what (3.7) needs.
Form<Sizes> examples();
/// The mended formula does, for each P; for P = 3 and 4 it is the printed example.
Form<Sizes> mended();
/// UᵀAU is block diagonal for A of four diagonal blocks, and its blocks are those of A, rows and columns perhaps both
/// exchanged.
Form<Sizes> block_diagonal();

/// The printed matrices and their errata, size by size.
Lines<Sizes> lines();

}  // namespace verigrad::permutation_matrices
