// SPDX-License-Identifier: Apache-2.0
// highlight_input.h — what bytes mean to the fuzzer of highlights: a byte of options, a query, a title and a body, each ended by a
// zero; then the kinds of the body's lines.
#ifndef SIGNPOST_TESTS_FUZZ_HIGHLIGHT_INPUT_H_
#define SIGNPOST_TESTS_FUZZ_HIGHLIGHT_INPUT_H_

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "highlight/mark_oracle.h"

namespace signpost::highlight {

// Returns what does not hold of the highlights, or "".
inline std::string BrokenHighlight(std::string_view bytes) {
  auto take = [&bytes] {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    std::string out = ReplaceInvalidUtf8(bytes.substr(0, end));
    // What the oracle takes for tags and ellipsis.
    std::erase_if(out, [](char c) { return c >= '\x01' && c <= '\x03'; });
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    return out;
  };
  if (bytes.empty()) return {};
  const auto choice = static_cast<unsigned char>(bytes[0]);
  bytes.remove_prefix(1);
  static constexpr const char* kLangs[] = {"en", "de", "zh", "ar"};
  HighlightOptions options = OracleOptions();
  options.snippet_words = 1 + (choice >> 2 & 7);
  options.snippet_characters = (choice & 0x20) != 0 ? 1 + (choice >> 2 & 7) * 5 : 0;
  options.snippet_count = (choice & 0x40) != 0 ? 3 : 1;
  options.whole_words = (choice & 0x80) != 0;
  const std::string query = take();
  Document document{.object_id = "d", .title = take()};
  Section& section = document.sections.emplace_back();
  section.text = take();
  for (const char kind : bytes.substr(0, 200)) section.lines.push_back(segment::LineKindOf(kind));
  return Shown({document}, kLangs[choice & 3]).Broken(query, options);
}

}  // namespace signpost::highlight

#endif  // SIGNPOST_TESTS_FUZZ_HIGHLIGHT_INPUT_H_
