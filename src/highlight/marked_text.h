// SPDX-License-Identifier: Apache-2.0
// marked_text.h — text with tags around byte ranges, escaped.
#ifndef SIGNPOST_HIGHLIGHT_MARKED_TEXT_H_
#define SIGNPOST_HIGHLIGHT_MARKED_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/search.h>

namespace signpost::highlight {

struct Mark {
  std::uint32_t begin = 0;  // byte range of the text
  std::uint32_t end = 0;
};

// Sorts the marks and joins those that overlap; ranges that leave `text_size` are dropped.
void Normalize(std::vector<Mark>* marks, std::size_t text_size);

// Appends text[begin, end) with tags around the marks in it, escaped as the options say. Taking the tags out and
// unescaping gives the bytes back. REQUIRES: marks normalised, none across begin or end.
void AppendMarked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Mark>& marks,
                  const HighlightOptions& options, std::string* out);

}  // namespace signpost::highlight

#endif  // SIGNPOST_HIGHLIGHT_MARKED_TEXT_H_
