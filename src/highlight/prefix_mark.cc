// SPDX-License-Identifier: Apache-2.0
#include "highlight/prefix_mark.h"

#include <algorithm>

#include "text/grapheme.h"

namespace signpost::highlight {

std::size_t PrefixBytes(std::string_view word, std::string_view prefix, const text::Analyzer& analyzer) {
  auto is_ascii = [](std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  };
  if (word.size() >= prefix.size() && is_ascii(word.substr(0, std::min(word.size(), prefix.size() + 1)))) {
    return prefix.size();
  }
  text::TokenList tokens;
  for (std::size_t end = 0; end < word.size();) {
    end = text::GraphemeEnd(word, end);
    analyzer.Analyze(word.substr(0, end), &tokens);
    if (!tokens.tokens.empty() && tokens.Term(tokens.tokens.front()).starts_with(prefix)) return end;
  }
  return word.size();
}

}  // namespace signpost::highlight
