// The script by which gnuplot draws a figure to its standard output.
#pragma once

#include <string>

#include "verigrad/figure/figure.hpp"

namespace verigrad {

/// The kind of picture: scalable, or of pixels.
enum class GnuplotTerminal { svg, png };

/// The script, data included.
std::string gnuplot_script(const Figure& figure, GnuplotTerminal terminal);

}  // namespace verigrad
