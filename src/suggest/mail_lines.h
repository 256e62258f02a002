// SPDX-License-Identifier: Apache-2.0
// mail_lines.h — the lines of a mail, and which of them are the writer's own words on the matter.
//
// Set aside: what is quoted ("> ..."), older mails below "On ... wrote:", a line of separation or a header; signatures; lines of mail
//           programs; legal footers; the name at the end. An older mail is kept when the writer added next to nothing above it.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_SUGGEST_MAIL_LINES_H_
#define SIGNPOST_SUGGEST_MAIL_LINES_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/analyzer.h"

namespace signpost::suggest {

// The words of a text with their places, folded as mail_phrases.h compares them.
class MailWords {
 public:
  explicit MailWords(std::string_view text);

  std::size_t size() const { return terms_.size(); }
  const std::vector<std::string_view>& terms() const { return terms_; }
  std::uint32_t begin(std::size_t word) const { return places_[word].begin; }
  std::uint32_t end(std::size_t word) const { return places_[word].end; }
  // The first word that begins at `offset` or behind.
  std::size_t From(std::size_t offset) const;

 private:
  text::TokenList tokens_;
  std::vector<std::string_view> terms_;
  std::vector<text::Unit> places_;
};

struct MailLine {
  std::size_t begin = 0;  // bytes [begin, end) of the body, without the line break
  std::size_t end = 0;
  std::size_t first_word = 0;  // words [first_word, last_word)
  std::size_t last_word = 0;
  bool kept = true;

  std::size_t words() const { return last_word - first_word; }
};

// Returns all lines of `body`; those that say nothing of the matter are not kept.
std::vector<MailLine> ReadLines(std::string_view body, const MailWords& words);

}  // namespace signpost::suggest

#endif  // SIGNPOST_SUGGEST_MAIL_LINES_H_
