#include "verigrad/figure/checkpoints.hpp"

#include <zlib.h>

#include <algorithm>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "verigrad/report/file.hpp"

namespace verigrad {

namespace fs = std::filesystem;

std::uint32_t checksum(const void* bytes, std::size_t count, std::uint32_t before) {
  return std::uint32_t(crc32_z(before, static_cast<const Bytef*>(bytes), count));
}

namespace {

constexpr std::string_view ending = ".training";

std::uint32_t checksum_of(const std::string& text) { return checksum(text.data(), text.size()); }

}  // namespace

Checkpoints::Checkpoints(const fs::path& parent, const std::string& stem, const std::string& options, Tell tell)
    : directory_(parent / fmt::format("{}.{:08x}{}", stem, checksum_of(options), ending)),
      options_(options),
      tell_(tell ? std::move(tell) : [](const std::string&) {}) {
  std::error_code error;
  fs::create_directories(directory_, error);
  if (error) throw FileError(fmt::format("cannot make {}: {}", directory_.string(), error.message()));
  if (const fs::path words = directory_ / "options"; !fs::exists(words)) write_file(words, options_ + "\n");
  tell_of_others(parent, stem);
}

void Checkpoints::tell_of_others(const fs::path& parent, const std::string& stem) const {
  std::set<std::string> others;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(stem + ".") && name.ends_with(ending) && name != directory_.filename()) others.insert(name);
  }
  for (const std::string& name : others)
    tell_(
        fmt::format("{} is of a training with other options or of another version, as its file options says; it is not "
                    "used, and stays until you remove it",
                    (parent / name).string()));
}

fs::path Checkpoints::file_of(int run) const { return directory_ / fmt::format("{:04}", run); }

std::string Checkpoints::head(const std::string& name, const std::string& bytes) const {
  return fmt::format("{}\n{}\n{:08x}\n", options_, name, checksum_of(bytes));
}

std::optional<std::string> Checkpoints::load(int run, const std::string& name) const {
  const fs::path file = file_of(run);
  if (!fs::exists(file)) return std::nullopt;
  std::string text;
  try {
    text = read_file(file);
  } catch (const FileError& error) {
    tell_(fmt::format("{}; this run begins anew", error.what()));
    return std::nullopt;
  }
  const std::size_t head_length = head(name, "").size();
  std::string bytes = text.size() < head_length ? "" : text.substr(head_length);
  if (text.starts_with(head(name, bytes))) return bytes;
  tell_(fmt::format("{} is damaged or of another run; this run begins anew", file.string()));
  return std::nullopt;
}

void Checkpoints::save(int run, const std::string& name, const std::string& bytes) {
  const std::lock_guard alone(saving_);
  try {
    write_file(file_of(run), head(name, bytes) + bytes);
  } catch (const FileError& error) {
    if (!std::exchange(told_, true)) tell_(fmt::format("{}; the training goes on and tries again", error.what()));
  }
}

}  // namespace verigrad
