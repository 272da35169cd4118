// docs/optimisers.md says what the comparisons decide.
#include "verigrad/figure/optimiser_table.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace verigrad::report_optimiser_table_test {
namespace {

TEST(OptimiserTable, is_the_one_in_the_docs) {
  const std::string generated = optimiser_table();
  std::ifstream file(VERIGRAD_SOURCE_DIR "/docs/optimisers.md");
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  const std::string path = testing::TempDir() + "optimisers.md";
  if (generated != written) std::ofstream(path) << generated;
  EXPECT_TRUE(generated == written) << "docs/optimisers.md is out of date; to replace it: cp " << path
                                    << " " VERIGRAD_SOURCE_DIR "/docs/optimisers.md";
}

}  // namespace
}  // namespace verigrad::report_optimiser_table_test
