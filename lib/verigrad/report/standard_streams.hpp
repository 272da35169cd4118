// Standard streams that may be closed or full.
#pragma once

#include <cstdio>
#include <string>

namespace verigrad {

/// Opens standard descriptors that are closed, so that no file of ours gets their numbers, in a way that lets reading
/// and writing still fail.
void reserve_standard_descriptors();

/// Writes the line to standard error; if that fails there is nobody to tell.
void tell(const std::string& line);

/// Whether all that was printed to standard output has arrived.
bool standard_output_arrived();

}  // namespace verigrad
