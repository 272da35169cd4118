// An optimiser that lives in another process, as something that plays probes.
#pragma once

#include "verigrad/conformance/play.hpp"
#include "verigrad/conformance/process.hpp"

namespace verigrad::conformance {

/// {"start": head} → any object; then for each step {"step": {"lr": …, "gradients": [[…], null, …]}} →
/// {"parameters": [[…], …]}. An optimiser that is started again has forgotten all.
///
/// What it returns throws as Process::ask does, ProcessError for {"error": "…"}, and TraceError for parameters that
/// cannot be read. The process must outlive it.
StartOptimiser optimiser_in(Process& process);

}  // namespace verigrad::conformance
