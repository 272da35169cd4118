#include "verigrad/evidence/registry.hpp"
#include "verigrad/report/googletest.hpp"

int main(int argc, char** argv) { return verigrad::run_as_tests(argc, argv, verigrad::property_checks()); }
