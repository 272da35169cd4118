// The script by which gnuplot draws a figure to its standard output.
#pragma once

#include <string>

#include "verigrad/figure/figure.hpp"

namespace verigrad {

enum class GnuplotTerminal { svg, png };

std::string gnuplot_script(const Figure& figure, GnuplotTerminal terminal);

}  // namespace verigrad
