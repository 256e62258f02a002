// SPDX-License-Identifier: Apache-2.0
#include "catalog/suggestion_mark.h"

#include <cstdint>
#include <vector>

#include "highlight/marked_text.h"
#include "highlight/prefix_mark.h"

namespace signpost::catalog {
namespace {

// How many bytes of a word of the suggestion were typed.
std::size_t TypedBytes(std::string_view word, std::string_view term, const TypedQuery& typed,
                       const text::Analyzer& analyzer) {
  for (std::size_t w = 0; w < typed.words.size(); ++w) {
    if (typed.words[w] == term) return word.size();
  }
  const bool half = !typed.words.empty() && typed.whole.back() == 0 && term.starts_with(typed.words.back());
  return half ? highlight::PrefixBytes(word, typed.words.back(), analyzer) : 0;
}

}  // namespace

std::string MarkUntyped(std::string_view text, const TypedQuery& typed, const text::Analyzer& analyzer,
                        const HighlightOptions& options) {
  text::TokenList tokens;
  analyzer.Analyze(text, &tokens);
  std::vector<highlight::Mark> marks;
  std::size_t begin = 0;  // of what was not typed
  auto close = [&](std::size_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    while (end > begin && text[end - 1] == ' ') --end;
    if (begin < end) marks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  for (const text::Token& token : tokens.tokens) {
    if (!text::IsOfUnit(token)) continue;
    const std::uint32_t at = tokens.Begin(token);
    const std::string_view word = text.substr(at, tokens.End(token) - at);
    const std::size_t bytes = TypedBytes(word, tokens.Term(token), typed, analyzer);
    if (bytes == 0) continue;
    close(at);
    begin = at + bytes;
  }
  close(text.size());
  highlight::Normalize(&marks, text.size());
  std::string out;
  highlight::AppendMarked(text, 0, text.size(), marks, options, &out);
  return out;
}

}  // namespace signpost::catalog
