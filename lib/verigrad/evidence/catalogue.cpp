#include "verigrad/evidence/catalogue.hpp"

#include <algorithm>

namespace verigrad {

const CatalogueEntry* find_entry(std::string_view id_or_stem) {
  const auto& entries = catalogue();
  const auto matches = [&](const CatalogueEntry& entry) {
    return entry.id == id_or_stem || (!entry.open() && entry.stem == id_or_stem);
  };
  const auto found = std::find_if(entries.begin(), entries.end(), matches);
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace verigrad
