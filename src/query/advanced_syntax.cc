// SPDX-License-Identifier: Apache-2.0
#include "query/advanced_syntax.h"

#include <algorithm>
#include <array>

namespace signpost::query {
namespace {

// A phrase may end with another quote than it began with: keyboards and editors mix them.
constexpr std::array<std::string_view, 5> kQuotes = {"\"", "“", "”", "„", "«"};
constexpr std::array<std::string_view, 4> kClosingQuotes = {"\"", "“", "”", "»"};

// Returns the size of the quote that `text` begins with, or 0.
template <std::size_t kCount>
std::size_t QuoteSize(const std::array<std::string_view, kCount>& quotes, std::string_view text) {
  auto quote = std::find_if(quotes.begin(), quotes.end(), [&](std::string_view q) { return text.starts_with(q); });
  return quote == quotes.end() ? 0 : quote->size();
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::vector<SyntaxRange> FindSyntax(std::string_view text) {
  std::vector<SyntaxRange> out;
  bool closes = true;  // some quote closes behind here
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool excluded = text[i] == '-' && (i == 0 || IsSpace(text[i - 1]));
    const std::size_t start = i + (excluded ? 1 : 0);
    if (const std::size_t open = QuoteSize(kQuotes, text.substr(start)); open > 0 && closes) {
      std::size_t end = start + open;
      while (end < text.size() && QuoteSize(kClosingQuotes, text.substr(end)) == 0) ++end;
      closes = end < text.size();
      if (!closes) continue;
      out.push_back({start + open, end, excluded});
      i = end + QuoteSize(kClosingQuotes, text.substr(end)) - 1;
    } else if (excluded && start < text.size() && text[start] != '-' && !IsSpace(text[start])) {
      std::size_t end = start;
      while (end < text.size() && !IsSpace(text[end])) ++end;
      out.push_back({start, end, true});
      i = end - 1;
    }
  }
  return out;
}

}  // namespace signpost::query
