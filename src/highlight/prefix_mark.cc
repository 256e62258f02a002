// SPDX-License-Identifier: Apache-2.0
#include "highlight/prefix_mark.h"

#include <algorithm>

#include "base/utf8.h"

namespace signpost::highlight {

std::size_t PrefixBytes(std::string_view word, std::string_view prefix, const text::Analyzer& analyzer) {
  auto is_ascii = [](std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  };
  if (word.size() >= prefix.size() && is_ascii(word.substr(0, std::min(word.size(), prefix.size() + 1)))) {
    return prefix.size();
  }
  text::TokenList tokens;
  auto folds_to_prefix = [&](std::size_t bytes) {
    analyzer.Analyze(word.substr(0, bytes), &tokens);
    return !tokens.tokens.empty() && tokens.Term(tokens.tokens.front()).starts_with(prefix);
  };
  std::string shortest;
  std::size_t end = word.size();
  for (std::size_t i = 0; i < word.size();) {
    DecodeUtf8(word, &i);
    if (!folds_to_prefix(i)) continue;
    const std::string term(tokens.Term(tokens.tokens.front()));
    if (shortest.empty()) {
      shortest = term;
    } else if (term != shortest) {
      break;
    }
    end = i;  // also over what adds nothing to the term: accents written behind their letter
  }
  return end;
}

}  // namespace signpost::highlight
