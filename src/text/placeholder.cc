// SPDX-License-Identifier: Apache-2.0
#include "text/placeholder.h"

#include <algorithm>
#include <cstddef>

#include "base/limits.h"
#include "text/inner_parts.h"

namespace signpost::text {
namespace {

bool IsOfName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Returns how many bytes the placeholder at the start of `text` has, 0 when there is none.
std::size_t PlaceholderSize(std::string_view text) {
  if (!text.starts_with('<')) return 0;
  const auto name_end = std::find_if_not(text.begin() + 1, text.end(), IsOfName);
  const auto size = static_cast<std::size_t>(name_end - text.begin()) - 1;
  const bool closed = name_end != text.end() && *name_end == '>';
  return closed && size > 0 && size <= limits::kMaxPlaceholderBytes ? size + 2 : 0;
}

void AppendTerm(std::string_view placeholder, std::string* out) {
  out->push_back(kPieceMark);
  for (const char c : placeholder) out->push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
}

// The order of TokenList::tokens.
bool Before(const Token& a, const Token& b) {
  return a.position != b.position ? a.position < b.position : a.span > b.span;
}

}  // namespace

std::string PlaceholderTerm(std::string_view text) {
  if (text.empty() || PlaceholderSize(text) != text.size()) return {};
  std::string out;
  AppendTerm(text, &out);
  return out;
}

bool IsPlaceholderTerm(std::string_view term) { return term.size() > 1 && term[0] == kPieceMark && term[1] == '<'; }

void AddPlaceholders(std::string_view text, TokenList* tokens) {
  const auto count = static_cast<std::ptrdiff_t>(tokens->tokens.size());
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t size = PlaceholderSize(text.substr(at));
    if (size == 0) continue;
    auto first = std::partition_point(tokens->units.begin(), tokens->units.end(),
                                      [at](const Unit& unit) { return unit.begin <= at; });
    auto last = first;
    while (last != tokens->units.end() && last->end < at + size) ++last;
    if (first == last) continue;
    const std::size_t begin = tokens->arena.size();
    AppendTerm(text.substr(at, size), &tokens->arena);
    tokens->tokens.push_back({.position = static_cast<std::uint32_t>(first - tokens->units.begin()),
                              .span = static_cast<std::uint16_t>(last - first),
                              .kind = TokenKind::kInner,
                              .term_begin = static_cast<std::uint32_t>(begin),
                              .term_size = static_cast<std::uint32_t>(tokens->arena.size() - begin)});
  }
  std::inplace_merge(tokens->tokens.begin(), tokens->tokens.begin() + count, tokens->tokens.end(), Before);
}

}  // namespace signpost::text
