// CSV text as records of fields; knows where each stands, nothing of what it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verigrad::csv {

/// The separator of tables whose fields stand between runs of spaces and tabs.
inline constexpr char blanks = ' ';

/// The fields of one line.
struct Record {
  int line = 0;  ///< where it begins, from 1, as an editor counts
  std::vector<std::string> fields;
};

/// Reads record after record. Lines end with LF, after any number of CR; with CR where the text has no LF. A quoted
/// field may go on over line ends. Lines of blanks only, and comments, which begin with #, % or |, are passed over;
/// so are a byte order mark and a first line "sep=;" as Excel writes it.
class Reader {
public:
  /// A separator of 0 is found out from the first record: a tab, else a semicolon, else a comma, else blanks; blanks
  /// also where two numbers stand in one field between tabs, or all words are numbers with decimal commas. Text in
  /// quotes does not count.
  Reader(std::string_view text, std::string file, char separator);

  /// The next record, into the same memory; false at the end of the text. Throws std::invalid_argument, prefixed by
  /// `file`, for a quote that is not closed.
  bool next(Record& record);
  /// From the first record again.
  void rewind();

  char separator() const { return separator_; }
  /// Comments and blank lines that were passed over so far.
  int comments() const { return comments_; }
  int blank_lines() const { return blank_lines_; }

private:
  std::string_view line_at(std::size_t begin) const;
  std::size_t next_line_after(std::size_t position) const;
  std::size_t end_of_field() const;
  void take_separator_line();
  void pass_over();
  void take_field(std::string& field, int line, std::size_t column);
  void take_quoted(std::string& field, int line, std::size_t column);
  void skip_blanks();
  bool step_over_separator();

  std::string_view text_;
  std::string file_;
  char line_end_;
  char separator_;
  std::size_t begin_ = 0;  ///< of the first line that may be a record
  int first_line_ = 1;     ///< its number
  std::size_t at_ = 0;     ///< what is read next
  std::size_t end_ = 0;    ///< of the line that is being read, without CR
  int line_ = 1;
  int comments_ = 0, blank_lines_ = 0;
};

/// The separator of a record as it stands, by the rule above.
char separator_of(std::string_view line);

/// Whether the letter is one of 0 … 9, whatever the locale.
inline bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// The number that the whole field spells, a leading + allowed; may be infinite, as beyond the range of double, or NaN.
std::optional<double> number_in(std::string_view field);

/// At most 40 bytes of the text, whole characters of UTF-8, with control characters escaped: \n, \x1B.
std::string shown(std::string_view text);

}  // namespace verigrad::csv
