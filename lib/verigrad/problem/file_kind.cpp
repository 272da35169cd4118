#include "verigrad/problem/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "verigrad/problem/csv.hpp"

namespace verigrad::csv {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view begins;
  std::string_view message;
};

constexpr std::array kinds{
    Kind{"\x1F\x8B"sv, "this is a file that gzip has compressed; unpack it with gunzip"},
    Kind{"BZh91AY"sv, "this is a file that bzip2 has compressed; unpack it with bunzip2"},
    Kind{"\xFD"
         "7zXZ\0"sv,
         "this is a file that xz has compressed; unpack it with unxz"},
    Kind{"\x28\xB5\x2F\xFD"sv, "this is a file that zstd has compressed; unpack it with unzstd"},
    Kind{"PK\x03\x04"sv, "this is a zip archive or a spreadsheet; unpack it, or save the sheet as CSV"},
    Kind{"\xD0\xCF\x11\xE0"sv, "this is a spreadsheet of old Excel; save the sheet as CSV"},
    Kind{"\xFF\xFE"sv, "the text is in UTF-16; convert it with iconv -f UTF-16 -t UTF-8"},
    Kind{"\xFE\xFF"sv, "the text is in UTF-16; convert it with iconv -f UTF-16 -t UTF-8"},
    Kind{"\x93NUMPY"sv, "this is an array of NumPy; write it as text with numpy.savetxt and delimiter=','"},
    Kind{"\x89HDF\r\n"sv, "this is an HDF5 file; write its table as CSV"},
    Kind{"PAR1\x15"sv, "this is a Parquet file; write its table as CSV"},
    Kind{"SQLite format 3"sv, "this is an SQLite database; write a table of it as CSV"},
    Kind{"%PDF"sv, "this is a PDF document; give the table as CSV"},
    Kind{"<!"sv, "this is a page of HTML or XML, as a failed download is; give the table as CSV"},
    Kind{"<?"sv, "this is a page of HTML or XML, as a failed download is; give the table as CSV"},
    Kind{"<html"sv, "this is a page of HTML or XML, as a failed download is; give the table as CSV"},
    Kind{"{"sv, "this is JSON; write its table as CSV"},
    Kind{"["sv, "this is JSON; write its table as CSV"}};

/// Zeros, a code of the entries' type, the number of dimensions, and each dimension in four bytes.
bool is_idx(std::string_view text) {
  if (text.size() < 8 || text[0] != 0 || text[1] != 0) return false;
  return "\x08\x09\x0B\x0C\x0D\x0E"sv.find(text[2]) != std::string_view::npos && text[3] >= 1 && text[3] <= 8;
}

/// The text from its first line that is not blank and no comment of ARFF, and that line.
std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const auto word = line.find_first_not_of(" \t");
    if (word != std::string_view::npos && line[word] != '%') return line.substr(word);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return {};
}

bool is_arff(std::string_view line) {
  constexpr std::string_view keyword = "@relation";
  return line.size() > keyword.size() && std::equal(keyword.begin(), keyword.end(), line.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

/// "INDEX:VALUE"
bool is_entry(std::string_view word) {
  const auto colon = word.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == word.size()) return false;
  return std::all_of(word.begin(), word.begin() + std::ptrdiff_t(colon), is_digit) &&
         word.find_first_not_of("+-.eE0123456789", colon + 1) == std::string_view::npos;
}

/// A label, and then nothing but entries, with blanks between.
bool is_libsvm(std::string_view line) {
  int entries = 0;
  for (bool label = true; !line.empty(); label = false) {
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    if (!label && !word.empty() && !is_entry(word)) return false;
    entries += !label && !word.empty();
    line.remove_prefix(std::min(word.size() + 1, line.size()));
  }
  return entries > 0;
}

}  // namespace

std::string foreign_kind(std::string_view text) {
  for (const Kind& kind : kinds)
    if (text.starts_with(kind.begins)) return std::string(kind.message);
  if (is_idx(text)) return "this is an IDX file, as the digits of MNIST are; write it as CSV with a row an image";
  if (text.find('\0') != std::string_view::npos)
    return "the file has bytes 0, as binary files and UTF-16 have; give a table of text in UTF-8";
  const std::string_view line = first_line(text);
  if (is_arff(line)) return "this is an ARFF file; keep what follows @data, and the names as a first line";
  if (is_libsvm(line))
    return "the lines are LIBSVM's, a label and INDEX:VALUE; write all columns, as CSV, with the zeros";
  return "";
}

}  // namespace verigrad::csv
