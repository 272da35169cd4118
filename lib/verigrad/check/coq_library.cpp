#include "verigrad/check/coq_library.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <regex>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace verigrad {
namespace {

std::string sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  std::size_t size = 0;
  if (EVP_Q_digest(nullptr, "SHA256", nullptr, text.data(), text.size(), bytes.data(), &size) != 1)
    throw std::runtime_error("no SHA-256 of libcrypto");
  return fmt::format("{:02x}", fmt::join(bytes.begin(), bytes.begin() + std::ptrdiff_t(size), ""));
}

/// "From Verigrad.base Require Import sums spaces." requires base/sums.v and base/spaces.v.
std::vector<std::string> required_by(const CoqFile& file) {
  static const std::regex sentence("From Verigrad\\.([a-z_]+) Require (?:Import |Export )?([a-z_0-9 \n]+)\\.");
  std::vector<std::string> paths;
  for (std::sregex_iterator at(file.text.begin(), file.text.end(), sentence), end; at != end; ++at) {
    static const std::regex name("[a-z_0-9]+");
    const std::string names = (*at)[2];
    for (std::sregex_iterator each(names.begin(), names.end(), name); each != end; ++each)
      paths.push_back(fmt::format("{}/{}.v", (*at)[1].str(), each->str()));
  }
  return paths;
}

void append_with_required(const CoqLibrary& library, const CoqFile& file, std::vector<const CoqFile*>& done,
                          std::vector<const CoqFile*>& begun) {
  if (std::ranges::count(done, &file)) return;
  if (std::ranges::count(begun, &file)) throw std::invalid_argument(file.path + " requires itself");
  begun.push_back(&file);
  for (const std::string& path : required_by(file)) append_with_required(library, coq_file(library, path), done, begun);
  done.push_back(&file);
}

}  // namespace

const CoqFile& coq_file(const CoqLibrary& library, std::string_view path) {
  const auto found = std::ranges::find(library, path, &CoqFile::path);
  if (found == library.end()) throw std::invalid_argument(fmt::format("proofs_formal has no {}", path));
  return *found;
}

std::vector<const CoqFile*> with_required(const CoqLibrary& library, std::string_view path) {
  std::vector<const CoqFile*> done, begun;
  append_with_required(library, coq_file(library, path), done, begun);
  return done;
}

std::string digest(const CoqLibrary& library, std::string_view path, std::string_view coqc_version) {
  std::vector<const CoqFile*> files = with_required(library, path);
  std::ranges::sort(files, {}, &CoqFile::path);
  std::string text = fmt::format("{}\n", coqc_version);
  for (const CoqFile* file : files) text += fmt::format("{}  {}\n", sha256(file->text), file->path);
  return sha256(text);
}

}  // namespace verigrad
