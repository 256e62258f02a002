// SPDX-License-Identifier: Apache-2.0
// text_reader.h — takes the parts of a filter off the front of its text, and says where one is missing.
//
// Threads:  one thread.
#ifndef SIGNPOST_FILTER_TEXT_READER_H_
#define SIGNPOST_FILTER_TEXT_READER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <signpost/filter.h>

namespace signpost::filter {

class TextReader {
 public:
  // `parameter` names what is read, for errors; both must outlive the reader.
  TextReader(std::string_view parameter, std::string_view text) : parameter_(parameter), text_(text) {}

  // `reading filters: expected WHAT at byte N, found "..."`
  absl::Status Error(std::string_view expected) const;

  void SkipSpace();
  bool done() const { return at_ == text_.size(); }
  // Takes `part` when it comes next.
  bool Take(std::string_view part);
  // Takes a word when it comes next and ends there: before a space, a parenthesis, or the end.
  bool TakeWord(std::string_view word);
  // True when the word comes next, without taking it.
  bool SeesWord(std::string_view word) const;

  // Takes a text in double or single quotes, in which \ stands before a quote or itself; or else up to a space or one of `stops`.
  absl::StatusOr<std::string> Text(std::string_view what, std::string_view stops);
  // Takes a number or a date.
  absl::StatusOr<double> Number();
  // As Number; leaves everything where it was, and returns none, when the next word is not one.
  std::optional<double> TryNumber();

  // Takes one of < <= > >= = != and the number behind it; an empty optional when none comes next.
  absl::StatusOr<std::optional<Filter>> TakeComparison(const std::string& attribute);
  // Takes `1 TO 5`; an empty optional, and nothing taken, when that does not come next.
  absl::StatusOr<std::optional<Filter>> TakeRange(const std::string& attribute);

 private:
  std::string_view parameter_;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace signpost::filter

#endif  // SIGNPOST_FILTER_TEXT_READER_H_
