// SPDX-License-Identifier: Apache-2.0
#include "highlight/prefix_mark.h"

#include <algorithm>

#include "text/grapheme.h"

namespace signpost::highlight {

std::size_t PrefixBytes(std::string_view word, std::string_view prefix, const text::Analyzer& analyzer) {
  // Each is a letter of the term, and none has an accent behind it.
  auto is_plain = [](std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
  };
  if (word.size() >= prefix.size() && is_plain(word.substr(0, std::min(word.size(), prefix.size() + 1)))) {
    return prefix.size();
  }
  text::TokenList tokens;
  for (std::size_t end = 0; end < word.size();) {
    end = text::GraphemeEnd(word, end);
    analyzer.Analyze(word.substr(0, end), &tokens);
    const bool begins = std::any_of(tokens.tokens.begin(), tokens.tokens.end(), [&](const text::Token& token) {
      return token.position == 0 && tokens.Term(token).starts_with(prefix);
    });
    if (begins) return end;
  }
  return word.size();
}

}  // namespace signpost::highlight
