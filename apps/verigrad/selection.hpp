// The statements that a command names, by id or stem.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "verigrad/report/finding.hpp"
#include "verigrad/report/registry.hpp"

namespace verigrad::app {

/// The caller's mistake, in one line with its remedy: exit status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Selection {
  std::vector<Statement> statements;  ///< checked ones, in the order of the catalogue
  std::vector<std::string> open;      ///< ids of statements without a check and figures not drawn, in that order
  std::vector<std::string> figures;   ///< stems with figures, statements' and figures' own, in that order

  bool contains(const std::string& stem) const;
};

/// The statements with these ids or stems; all of the catalogue when none is named. Throws UsageError for an unknown
/// word, with the nearest known ones.
Selection select(const std::vector<std::string>& ids_or_stems);

/// Throws UsageError, naming `verigrad plot`, when figures are all that is selected.
void require_statements(const Selection& selection);

/// All checks on generated instances of the selected statements, statement by statement.
std::vector<Check> checks_of(const Selection& selection);

/// Numbers the checks on from the tasks that are there.
void append_tasks(std::vector<Task>& tasks, std::vector<Check> checks, const std::string& data);

}  // namespace verigrad::app
