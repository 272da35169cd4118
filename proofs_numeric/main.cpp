#include "verigrad/number/self_test.hpp"
#include "verigrad/report/googletest.hpp"
#include "verigrad/report/registry.hpp"

int main(int argc, char** argv) {
  verigrad::require_sound_arithmetic();
  return verigrad::run_as_tests(argc, argv, verigrad::proof_checks(), verigrad::statements());
}
