#include "data.hpp"

namespace verigrad::app {

void add_data_flags(CLI::App&, DataFlags&) {}
std::vector<DataChecks> checks_on_data(const DataFlags&) { return {}; }
std::string options_to_repeat(const DataFlags&) { return ""; }

}  // namespace verigrad::app
