#include "verigrad/problem/csv.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

namespace verigrad::csv {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view comment_marks = "#%|";

std::string_view trimmed(std::string_view text, std::string_view unwanted = " ") {
  const auto first = text.find_first_not_of(unwanted);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(unwanted) - first + 1);
}

/// Two numbers with blanks between.
bool holds_two_numbers(std::string_view field) {
  field = trimmed(field);
  const auto gap = field.find(' ');
  if (gap == std::string_view::npos) return false;
  const std::string_view rest = trimmed(field.substr(gap));
  return number_in(field.substr(0, gap)) && number_in(rest.substr(0, rest.find(' ')));
}

/// Several numbers between blanks, each with a comma for its decimal point.
bool holds_decimal_commas(std::string_view line) {
  int count = 0;
  for (line = trimmed(line, " \t"); !line.empty(); ++count) {
    std::string word(line.substr(0, line.find_first_of(" \t")));
    line = trimmed(line.substr(word.size()), " \t");
    const auto comma = word.find(',');
    if (comma == std::string::npos) return false;
    word[comma] = '.';
    if (!number_in(word)) return false;
  }
  return count > 1;
}

/// Whether what ends with the first tab, or the line with all, is numbers between blanks.
bool has_blanks_for(char separator, std::string_view line) {
  if (separator == '\t' && holds_two_numbers(line.substr(0, line.find('\t')))) return true;
  return separator != ';' && holds_decimal_commas(line);
}

}  // namespace

char separator_of(std::string_view line) {
  bool quoted = false;
  std::string found;
  for (const char letter : line) {
    if (letter == '"') quoted = !quoted;
    if (!quoted) found += letter;
  }
  for (const char separator : {'\t', ';', ','})
    if (found.find(separator) != std::string::npos) return has_blanks_for(separator, found) ? blanks : separator;
  return trimmed(found).find(' ') != std::string_view::npos ? blanks : ',';
}

Reader::Reader(std::string_view text, std::string file, char separator)
    : text_(text),
      file_(std::move(file)),
      line_end_(text.find('\n') == std::string_view::npos ? '\r' : '\n'),
      separator_(separator) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  take_separator_line();
  rewind();
  pass_over();
  if (separator_ == 0) separator_ = separator_of(line_at(at_));
  rewind();
}

void Reader::rewind() {
  at_ = begin_;
  line_ = first_line_;
  comments_ = blank_lines_ = 0;
}

std::string_view Reader::line_at(std::size_t begin) const {
  std::string_view line = text_.substr(begin, std::min(text_.find(line_end_, begin), text_.size()) - begin);
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::size_t Reader::next_line_after(std::size_t position) const {
  const std::size_t end = text_.find(line_end_, position);
  return end == std::string_view::npos ? text_.size() : end + 1;
}

void Reader::take_separator_line() {
  const std::string_view line = line_at(0);
  if (line.size() != 5 || !line.starts_with("sep=")) return;
  if (separator_ == 0) separator_ = line.back();
  begin_ = next_line_after(0);
  first_line_ = 2;
}

void Reader::pass_over() {
  while (at_ < text_.size()) {
    const std::string_view words = trimmed(line_at(at_), " \t");
    if (!words.empty() && comment_marks.find(words.front()) == std::string_view::npos) return;
    ++(words.empty() ? blank_lines_ : comments_);
    at_ = next_line_after(at_);
    ++line_;
  }
}

bool Reader::next(Record& record) {
  pass_over();
  if (at_ >= text_.size()) return false;
  record.line = line_;
  end_ = at_ + line_at(at_).size();
  std::size_t count = 0;
  do {
    if (count == record.fields.size()) record.fields.emplace_back();
    take_field(record.fields[count], record.line, count + 1);
    ++count;
  } while (step_over_separator());
  record.fields.resize(count);
  at_ = next_line_after(end_);
  ++line_;
  return true;
}

bool Reader::step_over_separator() {
  if (separator_ == blanks) skip_blanks();
  if (at_ >= end_) return false;
  if (separator_ != blanks) ++at_;
  return true;
}

void Reader::skip_blanks() {
  while (at_ < end_ && (text_[at_] == ' ' || (text_[at_] == '\t' && separator_ == blanks))) ++at_;
}

/// The next separator, or the end of the line.
std::size_t Reader::end_of_field() const {
  const std::string_view rest = text_.substr(at_, end_ - at_);
  const auto end = separator_ == blanks ? rest.find_first_of(" \t") : rest.find(separator_);
  return at_ + std::min(end, rest.size());
}

void Reader::take_field(std::string& field, int line, std::size_t column) {
  skip_blanks();
  if (at_ < end_ && text_[at_] == '"') return take_quoted(field, line, column);
  const std::size_t end = end_of_field();
  field = trimmed(text_.substr(at_, end - at_));
  at_ = end;
}

/// "" inside stands for one quote.
void Reader::take_quoted(std::string& field, int line, std::size_t column) {
  std::string inside;
  bool closed = false;
  for (++at_; at_ < text_.size() && !closed; ++at_) {
    if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"")
      closed = true;
    else
      inside += text_[at_];
    if (text_[at_] == line_end_) ++line_;
    if (text_[at_] == '"' && !closed) ++at_;
  }
  end_ = at_ + line_at(at_).size();
  const std::size_t end = end_of_field();
  if (!closed || !trimmed(text_.substr(at_, end - at_)).empty())
    throw std::invalid_argument(
        fmt::format("{}, line {}, column {}: a quote is not closed; close it or remove it", file_, line, column));
  field = trimmed(inside);
  at_ = end;
}

std::optional<double> number_in(std::string_view field) {
  if (field.size() > 1 && field.front() == '+' && field[1] != '-') field.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (end != field.data() + field.size() || field.empty()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<double>::infinity();
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

std::string shown(std::string_view text) {
  std::size_t length = std::min<std::size_t>(text.size(), 40);
  const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  while (length > 0 && length < text.size() && continues(length)) --length;
  std::string result;
  for (const char letter : text.substr(0, length)) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '\n')
      result += "\\n";
    else if (letter == '\t')
      result += "\\t";
    else if (letter == '\r')
      result += "\\r";
    else if (code < 0x20 || code == 0x7F)
      result += fmt::format("\\x{:02X}", code);
    else
      result += letter;
  }
  return result + (length < text.size() ? "…" : "");
}

}  // namespace verigrad::csv
